"""Argument graphs in Carneades' own terms."""

import pytest

from argmap.diagnostics import Span
from argmap.formats.carneades.graph import Graph, Issue, Reason, Statement
from argmap.model import ProofStandard

HERE = Span(0, 0)


def graph(
    *conclusions: str, assumed: str = "", standard: ProofStandard | None = None
) -> Graph:
    """Return a graph with one issue, of p and q, and with reasons for these."""
    return Graph(
        "",
        statements={
            each: Statement(each, HERE, is_assumed=each in assumed) for each in "pqr"
        },
        reasons=[Reason(f"a{each}", HERE, each) for each in conclusions],
        issues=[
            Issue("i", HERE, ("p", "q"), ProofStandard(standard) if standard else None)
        ],
    )


@pytest.mark.parametrize(
    ("found", "is_weighed"),
    [
        (graph("p", "q"), True),
        (graph("p", "p"), False),
        (graph("p", "r"), False),
        (graph("p", "q", assumed="q"), False),
        (graph("p", standard=ProofStandard.CLEAR_AND_CONVINCING), True),
        (graph("p", standard=ProofStandard.PREPONDERANCE), False),
        (graph("p", standard=ProofStandard.CLEAR_AND_CONVINCING, assumed="p"), False),
    ],
)
def test_what_is_at_issue(found: Graph, *, is_weighed: bool) -> None:
    """Weights matter where one position can win that another could have won."""
    (issue,) = found.issues

    assert found.is_weighed(issue) is is_weighed
    assert found.issue_of == {"p": issue, "q": issue}
    names = [each.conclusion for each in found.reasons_at(issue)]
    assert sorted(names) == sorted(
        each.conclusion for each in found.reasons if each.conclusion != "r"
    )
    assert found.contenders(issue) == sorted(set(names))


def test_findings_lie_inside_the_text() -> None:
    """A span that goes on behind the text ends with it."""
    found = Graph("abc")

    found.find("x", "y", Span(5, 9))
    found.find("x", "y", Span(1, 9))

    assert [each.span for each in found.findings] == [Span(3, 3), Span(1, 3)]
