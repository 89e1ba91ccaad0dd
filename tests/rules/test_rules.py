"""The checker as a whole: which rules run, in which order, on which maps."""

import itertools
from importlib import import_module

import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Inference, Section, Source, evaluate
from argmap.errors import UnknownRuleError
from argmap.evaluation import Evaluation
from argmap.formats import read
from argmap.rules import RULES, check, check_document, rule
from tests.examples import EXAMPLES
from tests.strategies import argument_maps

ALL = [each.code for each in RULES]


def test_isolated_claim() -> None:
    """A claim neither used nor concluded is a warning that names it."""
    argument_map = ArgumentMap([Claim("a", "A."), Claim("b", "B.")], [])

    first, _ = check(argument_map)

    assert str(first) == "warning[isolated-claim]: no inference uses the claim 'a'"
    assert first.subject == "a"


@given(argument_maps())
def test_findings_are_about_the_map(argument_map: ArgumentMap) -> None:
    """Every map can be checked; subjects are parts of it, in their order."""
    found = check(argument_map, select=ALL)

    places = {part.id: at for at, part in enumerate(argument_map.parts)}
    order = [-1 if each.subject is None else places[each.subject] for each in found]
    assert order == sorted(order)
    assert found == check(argument_map, select=ALL)
    assert all(each.message and each.code in ALL for each in found)
    assert len(set(found)) == len(found)


@given(argument_maps())
def test_select_and_ignore(argument_map: ArgumentMap) -> None:
    """Findings of a rule are there if it runs, and no others change."""
    everything = check(argument_map, select=ALL)
    default = {each.code for each in RULES if each.runs_by_default}

    assert check(argument_map) == tuple(e for e in everything if e.code in default)
    assert check(argument_map, select=ALL, ignore=ALL) == ()
    assert check(argument_map, ignore=["isolated-claim"]) == tuple(
        each
        for each in everything
        if each.code in default and each.code != "isolated-claim"
    )


def test_a_map_is_evaluated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All rules on verdicts look at one evaluation; without them there is none."""
    on_verdicts = [each.code for each in RULES if each.is_on_verdicts]
    evaluated: list[ArgumentMap] = []

    def counted(argument_map: ArgumentMap) -> Evaluation:
        evaluated.append(argument_map)
        return evaluate(argument_map)

    for name in ("argmap.rules", "argmap.rules.rule"):
        monkeypatch.setattr(import_module(name), "evaluate", counted)
    argument_map = EXAMPLES[next(iter(EXAMPLES))]

    check(argument_map, select=ALL)
    assert len(on_verdicts) > 1
    assert len(evaluated) == 1
    check(argument_map, ignore=on_verdicts)
    assert len(evaluated) == 1


def test_rules_on_a_text() -> None:
    """What the rules find in a text is placed in it, behind what reading found."""
    text = "[A]: Rents rose. {speakr: Ann}\n\n[B]: Rents are high.\n"
    found = check_document(read(text, "argdown"), ignore=["unsupported-thesis"])

    assert [(each.code, each.span and each.span.start) for each in found] == [
        ("unused-key", 0),
        ("isolated-claim", 0),
        ("isolated-claim", text.index("[B]")),
    ]


def test_no_rules_on_a_text_with_errors() -> None:
    """Where something could not be read, nothing that follows from that is found."""
    document = read("[A]: Rents rose.\n\n[B]: Rents are high.\n\n+ odd\n", "argdown")

    assert document.has_errors
    assert check_document(document, select=ALL) == document.diagnostics


def test_codes_are_distinct() -> None:
    """No two rules have one code."""
    assert len(set(ALL)) == len(ALL)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "isolated-clam",
            "no rule has the code 'isolated-clam'; did you mean 'isolated-claim'?",
        ),
        ("xyz", "no rule has the code 'xyz'"),
    ],
)
def test_unknown_code(code: str, message: str) -> None:
    """A code that no rule has is refused, to select, to ignore and to explain."""
    for ask in (
        lambda: check(ArgumentMap(), select=[code]),
        lambda: check(ArgumentMap(), ignore=[code]),
        lambda: rule(code),
    ):
        with pytest.raises(UnknownRuleError) as raised:
            ask()
        assert str(raised.value) == message


def test_maps_without_fault() -> None:
    """Nothing is found in an empty map, a first claim and a full argument."""
    thesis = Claim("cap", "Rents should be capped.")
    rose = Claim("rose", "Rents rose by a third.")

    assert check(ArgumentMap()) == ()
    assert check(ArgumentMap([thesis])) == ()
    assert (
        check(
            ArgumentMap(
                [thesis, rose],
                [Inference([rose], thesis)],
                thesis=thesis,
                sections=[Section("why", "Why?", members=[thesis])],
                sources=[Source("gazette")],
            )
        )
        == ()
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(name: str) -> None:
    """Nothing is found in the example maps."""
    assert check(EXAMPLES[name]) == ()


def test_large_maps() -> None:
    """A long chain and a claim that everything leads to are checked all the same."""
    claims = [Claim(f"c{at}", f"Claim {at}.") for at in range(20_000)]
    chain = [Inference([a], b) for a, b in itertools.pairwise(claims)]
    ring = [*chain, Inference([claims[-1]], claims[0])]
    star = [Inference([each], claims[0]) for each in claims[1:]]

    assert check(ArgumentMap(claims, chain)) == ()
    assert [each.code for each in check(ArgumentMap(claims, ring))] == [
        "circular-support"
    ]
    assert check(ArgumentMap(claims, star)) == ()
