"""What is written as Argdown JSON."""

import json

import pytest
from hypothesis import given, strategies as st

from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.json.reader import (
    elements_from_json,
    elements_in,
    nodes_of,
)
from argmap.formats.argdown.json.writer import as_document
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from tests.formats.argdown.plain import (
    EVERYTHING,
    SMALL,
    assert_whole,
    elements_as_json,
    elements_of,
    plain,
    plain_relation,
)
from tests.formats.argdown.texts import pieces, texts


@given(texts() | pieces() | st.text(max_size=40))
def test_writing_is_undone_by_reading(text: str) -> None:
    """What was written is read as the same elements, and written as the same text.

    But an undercut of a step is written as plain Argdown reads it.
    """
    if parse(tokenize(text)).faults:
        return
    elements = elements_of(text)
    written = elements_as_json(elements)

    again = elements_from_json(written)

    assert {each.code for each in again.diagnostics} <= {"unfinished-reconstruction"}
    relations = [plain_relation(each.plain) for each in elements.relations]
    assert plain(again) == plain(elements) | {"relations": relations}
    assert again.statements.keys() == elements.statements.keys()
    assert again.arguments.keys() == elements.arguments.keys()
    if all(each.plain is each for each in elements.relations):
        assert elements_as_json(again) == written
    assert_whole(again)


@given(texts())
def test_a_document_is_read_as_its_text_is(text: str) -> None:
    """What is read back while writing is what a reader of the text gets."""
    elements = elements_of(text)

    at_once = elements_in(nodes_of(as_document(elements)))

    assert plain(at_once) == plain(elements_from_json(elements_as_json(elements)))


@given(texts())
def test_elements_from_json_make_a_map(text: str) -> None:
    """The map of what was written and read has the claims that it had before."""
    elements = elements_of(text)

    mapped = to_map(elements_from_json(elements_as_json(elements)))

    claims = to_map(elements).argument_map.claims
    assert len(mapped.argument_map.claims) == len(claims)
    assert {each.text for each in mapped.argument_map.claims} == {
        each.text for each in claims
    }


def test_document() -> None:
    """What is written has the keys, the nesting and the names of the reference."""
    attack = {
        "type": "relation",
        "relationType": "attack",
        "from": "Poverty",
        "fromType": "equivalence-class",
        "to": "Rents",
        "toType": "equivalence-class",
    }
    undercut = {
        "type": "relation",
        "relationType": "undercut",
        "from": "Untitled 2",
        "fromType": "equivalence-class",
        "to": "Wages",
        "toType": "inference",
        "conclusionIndex": 1,
    }
    description = {
        "type": "statement",
        "role": "argument-description",
        "title": "Wages",
        "text": "",
        "isReference": True,
    }
    premise = {
        "type": "statement",
        "role": "premise",
        "title": "Untitled 1",
        "text": "Wages rose.",
        "argumentTitle": "Wages",
    }
    conclusion = {
        "type": "statement",
        "role": "main-conclusion",
        "title": "Poverty",
        "text": " ",
        "isReference": True,
        "argumentTitle": "Wages",
        "inference": {
            "type": "inference",
            "relations": [undercut],
            "inferenceRules": ["Trend"],
            "conclusionIndex": 1,
            "argumentTitle": "Wages",
        },
    }

    document = json.loads(elements_as_json(elements_of(SMALL)))

    assert document == {
        "arguments": {
            "Wages": {
                "type": "argument",
                "title": "Wages",
                "relations": [],
                "members": [
                    description | {"isTopLevel": False},
                    description | {"isTopLevel": True},
                ],
                "pcs": [premise, conclusion],
            }
        },
        "statements": {
            "Rents": {
                "type": "equivalence-class",
                "title": "Rents",
                "relations": [attack],
                "members": [
                    {
                        "type": "statement",
                        "role": "top-level-statement",
                        "title": "Rents",
                        "text": "They rose.",
                        "isTopLevel": True,
                    },
                ],
                "isUsedAsTopLevelStatement": True,
            },
            "Poverty": {
                "type": "equivalence-class",
                "title": "Poverty",
                "relations": [attack],
                "members": [conclusion],
                "isUsedAsIntermediaryConclusion": False,
                "isUsedAsMainConclusion": True,
            },
            "Untitled 1": {
                "type": "equivalence-class",
                "title": "Untitled 1",
                "relations": [],
                "members": [premise],
                "isUsedAsPremise": True,
            },
            "Untitled 2": {
                "type": "equivalence-class",
                "title": "Untitled 2",
                "relations": [undercut],
                "members": [
                    {
                        "type": "statement",
                        "role": "relation-statement",
                        "title": "Untitled 2",
                        "text": "Not all.",
                    }
                ],
                "isUsedAsRelationStatement": True,
            },
        },
        "relations": [attack, undercut],
        "sections": [],
        "tags": {},
        "map": {
            "nodes": [
                _node("n0", "Rents", labelTitle="Rents", labelText="They rose."),
                _node("n1", "Poverty", labelTitle="Poverty"),
                _node("n2", "Untitled 2", labelText="Not all."),
                _node("n3", "Wages", "argument", labelTitle="Wages"),
            ],
            "edges": [
                _edge("e1", "attack", "n1", "n0"),
                _edge("e2", "undercut", "n2", "n3"),
                _edge("e3", "support", "n3", "n1"),
            ],
        },
    }


def _node(
    name: str, title: str, kind: str = "statement", **label: str
) -> dict[str, str]:
    return {"id": name, "title": title, "type": f"{kind}-map-node", **label}


def _edge(name: str, kind: str, tail: str, head: str) -> dict[str, str]:
    ends = {"from": tail, "to": head}
    return {"id": name, "type": "map-edge", "relationType": kind, **ends}


def test_sections_and_tags() -> None:
    """Sections stand in each other, and a tag has a class for style sheets."""
    document = json.loads(elements_as_json(elements_of(EVERYTHING)))

    (top,) = document["sections"]
    (below,) = top["children"]
    assert top | {"children": [], "ranges": []} == {
        "type": "section",
        "id": "s1",
        "level": 1,
        "title": "The housing question #city",
        "children": [],
        "tags": ["city"],
        "ranges": [],
        "data": {"isGroup": True},
        "isGroup": True,
    }
    assert (below["id"], below["parent"], below["ranges"]) == ("s2", "s1", [])
    assert document["tags"]["two words"] == {
        "tag": "two words",
        "cssClass": "tag-two-words",
        "occurrenceIndex": 2,
    }
    assert document["statements"]["Cap"]["section"] == "s1"


def test_text_is_laid_out() -> None:
    """Lines are indented by two blanks; what is empty stays in its line."""
    assert elements_as_json(Elements(tags=["Ä ß!"])) == (
        "{\n"
        '  "arguments": {},\n'
        '  "statements": {},\n'
        '  "relations": [],\n'
        '  "sections": [],\n'
        '  "tags": {\n'
        '    "Ä ß!": {\n'
        '      "tag": "Ä ß!",\n'
        '      "cssClass": "tag-ae-ss",\n'
        '      "occurrenceIndex": 0\n'
        "    }\n"
        "  },\n"
        '  "map": {\n'
        '    "nodes": [],\n'
        '    "edges": []\n'
        "  }\n"
        "}\n"
    )


def test_lone_surrogates_are_escaped() -> None:
    """What cannot be encoded is written as an escape, and refused in reading."""
    elements = elements_of("[A]: b\n")
    elements.statements["A"].members[0].text = "\ud800 𝗣"

    written = elements_as_json(elements)

    assert '"text": "\\ud800 𝗣"' in written
    assert [each.code for each in elements_from_json(written).diagnostics] == [
        "lone-surrogate"
    ]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_hold_is_refused(value: float) -> None:
    """Data with a number that JSON does not know is a ValueError."""
    elements = elements_of("[A]: b {a: 1}\n")
    elements.statements["A"].data["a"] = value

    with pytest.raises(ValueError, match="not JSON compliant"):
        elements_as_json(elements)


def test_a_made_title_is_not_taken_for_an_authors() -> None:
    """Who writes [Untitled 1] costs no anonymous statement its place."""
    elements = elements_of("First.\n\n[Untitled 1]: Second.\n\n[Untitled 2]: b\n")

    again = elements_from_json(elements_as_json(elements))

    titles = {each.members[0].text: each.title for each in again.statements.values()}
    assert titles == {
        "First.": "Untitled 3",
        "Second.": "Untitled 1",
        "b": "Untitled 2",
    }
    assert all(each.is_untitled for each in again.statements.values())


@pytest.mark.parametrize("depth", [1, 90])
def test_sections_in_sections(depth: int) -> None:
    """Headings may go deeper than anybody writes them."""
    text = "\n\n".join(f"{'#' * level} H{level}" for level in range(1, depth + 1))
    elements = elements_of(f"{text}\n")

    again = elements_from_json(elements_as_json(elements))

    assert again.diagnostics == []
    assert plain(again) == plain(elements)


def test_what_is_very_deep_is_written_but_not_read() -> None:
    """Beyond that they are written all the same, and refused in reading."""
    text = "\n\n".join(f"{'#' * level} H" for level in range(1, 1200))

    written = elements_as_json(elements_of(f"{text}\n"))

    (finding,) = elements_from_json(written).diagnostics
    assert finding.code == "too-deep"
