"""What has changed between two evaluations."""

from hypothesis import given

from argmap import ArgumentMap, Claim, Counterpoint, Verdict, evaluate
from argmap.evaluation import compare
from tests.strategies import argument_maps


@given(argument_maps(max_claims=4), argument_maps(max_claims=4))
def test_changes_are_where_verdicts_differ(
    before: ArgumentMap, after: ArgumentMap
) -> None:
    """A part is told if and only if its verdict is not the same in both."""
    one, other = evaluate(before), evaluate(after)
    changes = {each.part: (each.before, each.after) for each in compare(one, other)}

    assert compare(one, one) == ()
    for part in one.verdicts.keys() | other.verdicts.keys():
        pair = one.verdicts.get(part), other.verdicts.get(part)
        assert changes.get(part, (pair[0], pair[0])) == pair


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
