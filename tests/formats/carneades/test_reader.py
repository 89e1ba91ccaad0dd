"""Reading Carneades' YAML: what is told of it, and that any text can be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap.formats import loads, read
from argmap.formats.json import reader as json_reader, writer as json_writer
from argmap.model import Data, Expectation
from tests.formats.carneades.caes import graphs
from tests.formats.test_battery import assert_located, mutated
from tests.steps import allowed, calls, cost

WHOLE = """\
meta: {title: Rents, source: The Gazette}
language: {high/1: "The %s is high."}
statements:
  rose: Rents rose.
  ¬rose: {text: Rents fell., meta: {page: 3}}
  high(rent): {assumed: true, label: in}
  year: 2016
assumptions: [rose]
arguments:
  a1:
    conclusion: high(rent)
    premises: {minor: rose, major: year}
    undercutter: ¬rose
    scheme: expert-opinion
    parameters: [x]
issues:
  i1: {positions: [rose, ¬rose], standard: BRD}
tests: {in: [rose], out: ¬rose, undecided: []}
references: {g: {title: The Gazette}}
"""
FINDINGS = Path(__file__).parent / "findings.txt"
WORDS = st.sampled_from(
    ["s", "p(a,b)", "p( a , b )", "¬s", "in", "out", "PE", "linked", "cumulative", ""]
)
KEYS = st.sampled_from(
    [
        *("meta", "language", "statements", "assumptions", "issues", "arguments"),
        *("argument_schemes", "issue_schemes", "weighing_functions", "references"),
        *("tests", "labels", "conclusion", "premises", "scheme", "undercutter"),
        *("weight", "parameters", "positions", "standard", "text", "assumed", "label"),
        *("in", "out", "undecided", "constant", "criteria", "preference", "property"),
        *("order", "id", "title", "carneades", "p/2", "conclusions", "s", "a1"),
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)


def told(text: str) -> list[str]:
    """Return the findings of a text, each with its line."""
    document = read(text, "carneades")
    assert_located(document)
    return [
        f"{each.span.position(text)[0]} {each}"
        for each in document.diagnostics
        if each.span
    ]


def test_all_of_it() -> None:
    """Statements, arguments, issues and tests have their places in the map."""
    document = read(WHOLE, "carneades")
    argument_map = document.argument_map

    assert document.diagnostics == ()
    assert document.spans.keys() == {each.id for each in argument_map.parts}
    assert (argument_map.title, argument_map.data["source"]) == ("Rents", "The Gazette")
    assert [(each.id, each.title, each.text) for each in argument_map.claims] == [
        ("rose", "", "Rents rose."),
        ("not-rose", "¬rose", "Rents fell."),
        ("high-rent", "high(rent)", "The rent is high."),
        ("year", "", "2016"),
    ]
    assert [each.presumed for each in argument_map.claims] == [True, False, True, False]
    assert [each.expected for each in argument_map.claims] == [
        Expectation.STANDS,
        Expectation.REJECTED,
        Expectation.STANDS,
        None,
    ]
    assert argument_map.claim("not-rose").data["page"] == 3
    (inference,) = argument_map.inferences
    assert (inference.id, inference.scheme) == ("a1", "expert-opinion")
    assert [(each.claim, each.role) for each in inference.premises] == [
        ("rose", "minor"),
        ("year", "major"),
    ]
    (undercut,) = argument_map.counterpoints
    assert (undercut.premises[0].claim, undercut.target) == ("not-rose", "a1")
    (issue,) = argument_map.contradictions
    assert (issue.id, issue.claims) == ("i1", ("rose", "not-rose"))


def test_what_no_part_holds_stays_as_data() -> None:
    """What only Carneades knows is in the data, under its name."""
    argument_map = loads(
        """\
meta: {carneades: 1, a: 2}
language: {p/0: It is.}
weighing_functions: {f: {constant: 0.5}}
argument_schemes: [{id: s, conclusions: [X]}]
issue_schemes: {i: [p, q]}
references: {r: {x: 1}}
issues: {j: {positions: [p]}, k l: {positions: [p, q]}}
statements: {p: , q: }
arguments:
  a b: {conclusion: p, premises: [q], parameters: [x], scheme: linked, weight: 1}
  c: {conclusion: p, premises: [q], scheme: é è, meta: {y: 1}}
""",
        "carneades",
    )
    kept: Any = argument_map.data["carneades"]

    assert argument_map.data["a"] == 2
    assert dict(kept["meta"]) == {"carneades": 1}
    assert dict(kept["language"]) == {"p/0": "It is."}
    assert list(kept) == [
        "language",
        "weighing_functions",
        "argument_schemes",
        "issue_schemes",
        "references",
        "meta",
        "issues",
    ]
    assert kept["issues"] == Data({"j": {"positions": ["p"]}})
    first, second = argument_map.inferences
    assert first.data == Data(
        {
            "carneades": {
                "argument": "a b",
                "scheme": "linked",
                "weight": 1.0,
                "parameters": ["x"],
            }
        }
    )
    assert second.scheme == "é-è"
    assert second.data == Data({"y": 1, "carneades": {"scheme": "é è"}})
    (issue,) = argument_map.contradictions
    assert issue.id == "k-l"
    assert issue.data == Data({"carneades": {"issue": "k l"}})


def test_names_become_ids() -> None:
    """A name that can be an id is one; the others make way for it."""
    argument_map = loads(
        "statements: {¬a: '', not-a: '', 'p(x, y)': '', a: ''}\n"
        "arguments: {a: {conclusion: a, premises: ['p(x,y)']}}",
        "carneades",
    )

    assert [(each.id, each.title) for each in argument_map.claims] == [
        ("not-a-claim", "¬a"),
        ("not-a", ""),
        ("p-x-y", "p(x, y)"),
        ("a", ""),
    ]
    (inference,) = argument_map.inferences
    assert inference.id == "a-argument"
    assert inference.premises[0].claim == "p-x-y"


@pytest.mark.parametrize("case", FINDINGS.read_text("utf-8").split("==\n"))
def test_what_is_told(case: str) -> None:
    """What is odd is told with its place, and costs nothing else.

    The file has texts, and behind two dashes the findings of each.
    """
    text, _, found = case.partition("--\n")

    assert told(text) == found.splitlines()


def test_an_empty_text_is_told() -> None:
    """Nothing at all is no argument graph; an empty one says so much."""
    assert told("# nothing") == ["1 error[empty-text]: there is nothing in it"]
    (empty,) = told("meta: {title: Empty}")
    assert empty == "1 warning[empty-text]: there is no claim in it"


@pytest.mark.parametrize("weight", ["1e400", "9" * 400])
def test_a_weight_is_a_number(weight: str) -> None:
    """What is too large to be one is none, and the argument is as any other."""
    text = (
        f"statements: {{p: P}}\narguments: {{a: {{conclusion: p, weight: {weight}}}}}"
    )

    (finding,) = told(text)

    assert "$.arguments.a.weight must be a number" in finding
    assert read(text, "carneades").argument_map.inferences[0].strength is None


def test_a_slip_is_answered_with_what_was_meant() -> None:
    """A name that is not among the statements may be a misspelt one."""
    document = read("statements: {rose: }\nassumptions: [rise]", "carneades")

    assert [each.help for each in document.diagnostics] == ["did you mean 'rose'?"]


@given(st.dictionaries(KEYS, VALUES))
def test_any_document_can_be_read(graph: dict[str, Any]) -> None:
    """Whatever stands under the keys, the map holds and JSON can hold it."""
    text = json.dumps(graph)
    document = read(text, "carneades")

    assert_located(document)
    assert document.spans.keys() == {each.id for each in document.argument_map.parts}
    written = json_writer.write(document.argument_map)
    assert json_reader.read(written).argument_map == document.argument_map


@given(st.data())
def test_any_spoilt_document_can_be_read(data: st.DataObject) -> None:
    """Nor does reading raise for what is almost right."""
    graph = data.draw(graphs(is_acyclic=False))
    text = data.draw(mutated(data.draw(st.sampled_from([WHOLE, json.dumps(graph)]))))

    document = read(text, "carneades")

    assert_located(document)
    assert read(text, "carneades") == document


hostile = pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\nb: &b [*a, *a]",
        "statements: {p: !!python/object/apply:os.system [x]}",
        "meta: " + "[" * 100_000,
        "assumptions: ['" + "(" * 100_000 + "']",
        "assumptions: ['p(" + " " * 100_000 + ")']",
        "assumptions: [" + "p, " * 10_000 + "]",
        "assumptions: [" + ", ".join(f"p{number}" for number in range(5_000)) + "]",
        "language: {p/1: '" + "%" * 100_000 + "'}",
        "arguments: {a: {conclusion: p, weight: " + "9" * 100_000 + "}}",
        "arguments: {a: {conclusion: p, weight: 0x" + "f" * 100_000 + "}}",
        "tests: {in: [p], in: [p]}",
        "? [a]\n: b",
        "statements: {p: \ud800}",
        "statements: {p: \x00}",
        'statements: {p: "\\0"}\n' + "é: 1\n" * 2,
    ],
)


@hostile
def test_hostile_texts_are_read_soon(text: str) -> None:
    """What could grow, run or take long is told instead, with its place."""
    document = read(text, "carneades")

    assert_located(document)
    assert document.diagnostics
    assert calls(lambda: read(text, "carneades")) < allowed(text)


@pytest.mark.long
@hostile
def test_hostile_texts_are_cheap(text: str) -> None:
    """Nor does what C does with them cost more."""
    assert cost(lambda: read(text, "carneades")) < 100


@pytest.mark.parametrize(
    "scheme", ["linked", "convergent", "cumulative", "factorized", "ranked"]
)
def test_a_large_issue_takes_no_long_time(scheme: str) -> None:
    """Many arguments for many positions are read in time that grows with them."""
    names = [f"s{number}" for number in range(2_000)]
    graph = {
        "statements": dict.fromkeys([*names, "p"], "S."),
        "issues": {"i": {"positions": names}},
        "argument_schemes": [
            {"id": "ranked", "weight": {"preference": {"property": "rank"}}}
        ],
        "arguments": {
            f"a{name}": {"conclusion": name, "scheme": scheme, "premises": ["p"]}
            for name in names
        },
    }
    text = json.dumps(graph)

    document = read(text, "carneades")

    assert calls(lambda: read(text, "carneades")) < allowed(text)
    assert [each.code for each in document.diagnostics] == ["approximate-weight"]
    assert len(document.argument_map.inferences) == len(names)
