"""What arguments weigh."""

import pytest

from argmap import Verdict, evaluate
from argmap.formats import loads, read
from argmap.model import Data
from tests.formats.carneades.caes import AT_ISSUE


def arguments_of(text: str) -> list[tuple[list[str], str, float | None]]:
    """Return the premises, the conclusion and the strength of every inference."""
    argument_map = loads(text, "carneades")
    return [
        ([each.claim for each in step.premises], step.conclusion, step.strength)
        for step in argument_map.inferences
    ]


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("a: {conclusion: p, premises: [r, s]}", [(["r", "s"], "p", None)]),
        (
            "a: {conclusion: p, premises: [r, s], weight: 0.7}",
            [(["r", "s"], "p", 0.7)],
        ),
        (
            "a: {conclusion: p, premises: [r, s], scheme: convergent}",
            [(["r"], "p", None), (["s"], "p", None)],
        ),
        (
            "a: {conclusion: p, premises: [r, s], scheme: cumulative}",
            [(["r"], "p", 0.5), (["s"], "p", 0.5)],
        ),
        (
            (
                "a: {conclusion: p, premises: [r, s, t], scheme: cumulative},"
                " b: {conclusion: q, premises: [r]}, c: {conclusion: r, premises: [t]}"
            ),
            [
                (["r"], "p", 1 / 3),
                (["r", "s", "t"], "p", None),
                (["r"], "q", None),
                (["t"], "r", None),
            ],
        ),
        (
            (
                "a: {conclusion: p, premises: [r], scheme: factorized},"
                " b: {conclusion: q, premises: [r, s], scheme: factorized}"
            ),
            [(["r"], "p", 0.5), (["r", "s"], "q", None)],
        ),
        (
            "a: {conclusion: t, premises: [r], scheme: factorized}",
            [(["r"], "t", None)],
        ),
    ],
)
def test_weights(rest: str, wanted: list[tuple[list[str], str, float | None]]) -> None:
    """A weighing function is said with premises and strengths.

    Convergent premises do alone; cumulative ones weigh the share that is in, whose
    ways are all told where it matters; factorized ones their share at issue.
    """
    assert arguments_of(f"{AT_ISSUE}arguments: {{{rest}}}") == wanted


def test_an_argument_without_weight_is_contested() -> None:
    """It is in the map, with or without premises, and supports nothing."""
    argument_map = loads(
        f"{AT_ISSUE}assumptions: [r]\narguments:\n"
        "  a: {conclusion: s, premises: [r], weight: 0}\n"
        "  b: {conclusion: t, scheme: cumulative}\n"
        "  c: {conclusion: t, premises: [r], weight: -1}",
        "carneades",
    )
    found = evaluate(argument_map).verdicts

    assert [each.premises for each in argument_map.counterpoints] == [(), (), ()]
    assert [each.target for each in argument_map.counterpoints] == ["a", "b", "c"]
    assert argument_map.inferences[0].data == Data({"carneades": {"weight": 0.0}})
    assert found["s"] == found["t"] == Verdict.UNSUPPORTED


def ranked(*schemes: str, order: str) -> list[float | None]:
    """Return the strengths of arguments at issue that follow these schemes."""
    arguments = "\n".join(
        f"  a{number}: {{conclusion: {'pq'[number % 2]}, scheme: {scheme}}}"
        for number, scheme in enumerate(schemes)
    )
    text = f"""\
{AT_ISSUE}
weighing_functions: {{Rank: {{preference: {order}}}}}
argument_schemes:
  - {{id: low, weight: rank, meta: {{level: local, year: 1999, day: 1999-05-01}}}}
  - {{id: high, weight: RANK, meta: {{level: state, year: 2003, day: 2003-05-01}}}}
  - {{id: late, weight: rank, meta: {{level: state, year: 2010, day: 2010-05-01}}}}
  - {{id: none, weight: rank}}
arguments:
{arguments}
"""
    return [strength for *_, strength in arguments_of(text)]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("{property: year, order: ascending}", [0.5, 0.75, None, 0.25]),
        ("{property: day, order: ascending}", [0.5, 0.75, None, 0.25]),
        ("{property: day, order: descending}", [None, 0.75, 0.5, 0.25]),
        ("{property: level, order: [local, state]}", [2 / 3, None, None, 1 / 3]),
        (
            "[{property: level, order: [state, local]}, {property: year}]",
            [None, 0.75, 0.5, 0.25],
        ),
        ("[]", [None, None, None, None]),
        ("[{order: [[], a]}]", [None, None, None, None]),
    ],
)
def test_preferences(order: str, wanted: list[float | None]) -> None:
    """Arguments at issue are weighed by their place in the order of their schemes."""
    assert ranked("low", "high", "late", "none", order=order) == wanted


def test_preferences_weigh_nothing_where_nothing_is_at_issue() -> None:
    """Without rivals an argument by preference is like any other."""
    text = (
        "argument_schemes: {s: {weight: {preference: {property: a}}}}\n"
        "statements: {p: , r: }\n"
        "arguments: {a: {conclusion: p, premises: [r], scheme: s}}"
    )

    assert arguments_of(text) == [(["r"], "p", None)]


CRITERIA = """
argument_schemes: [{id: m, weight: {criteria: {}}}]
arguments: {a: {conclusion: p, scheme: m, premises: [r]}}
"""


CUMULATIVE = """
arguments:
  c: {conclusion: p, scheme: cumulative, premises: [a, b, c, d, e]}
  q: {conclusion: q, premises: [a]}
  a: {conclusion: a, premises: [z]}
  b: {conclusion: b, premises: [z]}
  f: {conclusion: c, premises: [z]}
  d: {conclusion: d, premises: [z]}
  e: {conclusion: e, premises: [z]}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            f"{AT_ISSUE.replace('t:', 'a: , b: , c: , d: , e: , z:')}{CUMULATIVE}",
            'the argument "c" by the share of its many premises that are in',
        ),
        (
            f"{AT_ISSUE}{CRITERIA}",
            'the argument "a" by criteria; here it weighs 1',
        ),
    ],
)
def test_what_cannot_be_said_is_told(text: str, found: str) -> None:
    """A weight that a map cannot say is told, with its place."""
    document = read(text, "carneades")

    (finding,) = document.diagnostics
    assert finding.code == "approximate-weight"
    assert finding.message == f"Carneades weighs {found}"
    assert len(document.argument_map.inferences) > 0
