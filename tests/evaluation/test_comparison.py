"""What has changed between two evaluations."""

from hypothesis import given

from argmap import ArgumentMap, Claim, Counterpoint, Verdict, evaluate
from argmap.changes import matches
from argmap.evaluation import compare
from tests.strategies import argument_maps


@given(argument_maps(max_claims=4), argument_maps(max_claims=4))
def test_changes_are_where_verdicts_differ(
    before: ArgumentMap, after: ArgumentMap
) -> None:
    """A part is told if and only if its verdict is not the same in both."""
    one, other = evaluate(before), evaluate(after)
    found = [(each.part, each.before, each.after) for each in compare(one, other)]

    assert compare(one, one) == ()
    ids = matches(before, after)
    pairs = [(ids.get(old, old), old, ids.get(old, "")) for old in one.verdicts]
    pairs += [(new, "", new) for new in other.verdicts if new not in ids.values()]
    for part, old, new in pairs:
        verdicts = one.verdicts.get(old), other.verdicts.get(new)
        assert ((part, *verdicts) in found) is (verdicts[0] is not verdicts[1])


def test_words() -> None:
    """A change is told in a line, with the explanation below."""
    argument_map = ArgumentMap.of(
        Claim("rose", "Rents rose."),
        Claim("fell", "The index fell."),
        Counterpoint(["fell"], target="rose", id="but"),
    )

    change, *others = compare(
        evaluate(argument_map), evaluate(argument_map, without=["but"])
    )
    assert (change.before, change.after) == (Verdict.DEFEATED, Verdict.STANDS)
    assert str(change) == (
        "“Rents rose.”: defeated → stands\n  [stands] “Rents rose.” is granted\n"
        "    the counterpoint from “The index fell.” is left out"
    )
    (gone,) = others
    assert str(gone).startswith(
        "the counterpoint from “The index fell.”: stands → not judged\n"
    )


def test_a_renamed_claim_is_the_same() -> None:
    """A claim with another id in the later map has a verdict before and after."""
    before = ArgumentMap([Claim("rose", "Rents rose.")])
    after = before.rename("rose", "rents").with_parts(Counterpoint([], target="rents"))

    first, _ = compare(evaluate(before), evaluate(after))
    assert first.in_a_line == "“Rents rose.”: stands → defeated"
    assert (first.part, first.reasons) == ("rents", ("the bare counterpoint holds",))
