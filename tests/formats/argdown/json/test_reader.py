"""What is read from Argdown JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Severity
from argmap.formats.argdown.elements import Elements, RelationKind
from argmap.formats.argdown.json.reader import elements_from_json
from argmap.formats.argdown.mapping import to_map
from tests.console import REAL_FILES
from tests.formats.argdown.plain import (
    EVERYTHING,
    SMALL,
    assert_whole,
    elements_as_json,
    elements_of,
    lines_of,
    plain,
    plain_end,
)
from tests.formats.test_battery import mutated

REAL_JSON = sorted(REAL_FILES.glob("argdown-json*/*.json"))
NOT_ALL = '$.statements["Untitled 2"].members[0]'


def small(change: str, into: str) -> str:
    """Return a small document with a change in it."""
    written = json.dumps(json.loads(elements_as_json(elements_of(SMALL))))
    assert change in written
    return written.replace(change, into)


SECTIONS = '"sections": []'
ANOTHER = '"text": "Not all."'
"""What stands in one place only, to be changed; the latter is `@` in findings."""


@pytest.mark.parametrize(
    ("change", "into", "findings"),
    [
        ('"nodes": [{', '"nodes": [3, {', []),
        ('"tags": {}', '"tags": null', []),
        (
            SECTIONS,
            '"section": []',
            [
                'info unknown-key \'"section"\': $ has a key "section", which is not read'  # noqa: E501
            ],
        ),
        (
            SECTIONS,
            '"sections": 3',
            ["error wrong-type '3': $.sections must be a list, not 3"],
        ),
        (
            SECTIONS,
            '"sections": [3, {"id": "s1", "title": "T"}]',
            [
                "error wrong-type '3': $.sections[0] must be an object, not 3",
                "error missing-key '{': $.sections[1].level is missing",
            ],
        ),
        (
            SECTIONS,
            '"sections": [{"id": "s", "title": "T", "level": 0}]',
            [
                (
                    "error wrong-type '0': $.sections[0].level must be a whole number"
                    " from 1 to 1000, not 0"
                )
            ],
        ),
        (
            SECTIONS,
            (
                '"sections": [{"id": "s", "title": "T", "level": 1},'
                ' {"id": "s", "title": "U", "level": 1}]'
            ),
            [
                (
                    "warning repeated-section '{': $.sections[1]"
                    ' has the id "s", as one before it'
                )
            ],
        ),
        (
            ANOTHER,
            '"section": "s1"',
            [
                (
                    "warning unknown-section '{':"
                    ' @ is in a section "s1", which there is not'
                )
            ],
        ),
        (
            ANOTHER,
            '"text": ["Not all."], "isReference": 1, "tags": ["a", 1]',
            [
                "error wrong-type '[': @.text must be text, not a list",
                "error wrong-type '1': @.isReference must be true or false, not 1",
                "error wrong-type '[': @.tags must be a list of texts, not a list",
            ],
        ),
        (
            '"relation-statement"',
            '"relation"',
            [
                (
                    "error wrong-type '\"relation\"': @.role must be one of"
                    " top-level-statement, relation-statement, argument-description,"
                    " premise, intermediary-conclusion, main-conclusion,"
                    ' not "relation"'
                )
            ],
        ),
        (
            '"relation-statement"',
            '"argument-description"',
            ["error bad-value '{': @ must not have the role argument-description"],
        ),
        (
            '"relation-statement"',
            '"premise"',
            ["warning unused-statement '{': @ is a premise that no argument repeats"],
        ),
        (
            '"argument-description"',
            "null",
            [
                f"error bad-value '{{': $.arguments.Wages.members[{index}]"
                " must have the role argument-description"
                for index in range(2)
            ],
        ),
        (
            '"title": "Wages", "relations"',
            '"title": "Other", "relations"',
            ["error bad-value '{': $.arguments.Wages must have the title \"Wages\""],
        ),
        (
            '"conclusionIndex": 1}], "sections"',
            '"conclusionIndex": 0}], "sections"',
            [
                (
                    "error unknown-title '{': $.relations[1]"
                    ' leads to "Wages", and there is no such inference'
                )
            ],
        ),
        (
            '"conclusionIndex": 1}], "sections"',
            '"conclusionIndex": 1e3}], "sections"',
            [
                (
                    "error unknown-title '{': $.relations[1]"
                    ' leads to "Wages", and there is no such inference'
                ),
                (
                    "error wrong-type '1e3': $.relations[1].conclusionIndex"
                    " must be a whole number below 2147483648, not 1000.0"
                ),
            ],
        ),
        (
            '"relationType": "undercut"',
            '"relationType": "support"',
            [
                "error bad-value '{': $.relations[1] must be an undercut, of an inference"  # noqa: E501
            ],
        ),
        (
            '], "sections"',
            (
                ', {"relationType": "attack", "from": "X", "fromType": "argument",'
                ' "to": "<Y>", "toType": "equivalence-class"}, {}], "sections"'
            ),
            [
                (
                    "error unknown-title '{': $.relations[2]"
                    ' leads from "X", and there is no such argument'
                ),
                (
                    "error unknown-title '{': $.relations[2]"
                    ' leads to "<Y>", and there is no such equivalence-class'
                ),
                *(
                    f"error missing-key '{{': $.relations[3].{key} is missing"
                    for key in ("relationType", "from", "fromType", "to", "toType")
                ),
            ],
        ),
        (
            ANOTHER,
            (
                '"ranges": [{"type": "tag", "start": 0, "stop": 0, "tag": "t"},'
                ' {"type": "bold", "start": -1, "stop": 3},'
                ' {"type": "link", "start": 0, "stop": 3},'
                ' {"type": "bold"},'
                ' {"type": "bold", "start": 0, "stop": -1}]'
            ),
            [
                "error bad-value '{': @.ranges[0] is too short for a tag",
                "error bad-value '{': @.ranges[1] is too short for a bold",
                "error missing-key '{': @.ranges[2] is a link without url",
                "error missing-key '{': @.ranges[3].start is missing",
                "error missing-key '{': @.ranges[3].stop is missing",
            ],
        ),
        (
            ANOTHER,
            '"data": {"a": NaN}',
            ["error not-a-number 'NaN': @.data.a must be a number that JSON knows"],
        ),
        (
            ANOTHER,
            '"data": [[]]',
            [
                (
                    "error wrong-type '[': @.data"
                    " must be an object of at most 64 levels, not a list"
                )
            ],
        ),
        (
            ANOTHER,
            f'"data": {{"a": {"[" * 63}{"]" * 63}}}',
            [],
        ),
        (
            ANOTHER,
            f'"data": {{"a": {"[" * 64}{"]" * 64}}}',
            [
                (
                    "error wrong-type '{': @.data"
                    " must be an object of at most 64 levels, not an object"
                )
            ],
        ),
        (
            '"Untitled 2": {',
            '"\\n": {"members": []}, "X": {"members": []}, "Untitled 2": {',
            [
                "error bad-value '{': $.statements[\"\\n\"] must have a title of one line",  # noqa: E501
                "error bad-value '{': $.statements.X must have a member",
            ],
        ),
        (
            '"Untitled 2": {',
            '"X": NaN, "Y": {"members": [NaN]}, "Untitled 2": {',
            [
                (
                    "error not-a-number 'NaN': $.statements.X"
                    " must be a number that JSON knows"
                ),
                "error bad-value 'NaN': $.statements.X must have a member",
                "error bad-value '{': $.statements.Y must have a member",
                (
                    "error not-a-number 'NaN': $.statements.Y.members[0]"
                    " must be a number that JSON knows"
                ),
            ],
        ),
        (
            '"main-conclusion"',
            '"intermediary-conclusion"',
            [
                (
                    "error unfinished-reconstruction '{': $.arguments.Wages"
                    " does not end with its one main conclusion"
                )
            ],
        ),
    ],
)
def test_findings(change: str, into: str, findings: list[str]) -> None:
    """What is wrong is reported where it stands, and costs nothing else."""
    text = small(change, into)

    elements = elements_from_json(text)

    shown = [
        each.replace(NOT_ALL, "@") for each in lines_of(elements.diagnostics, text)
    ]
    assert shown == findings
    assert list(elements.statements) == [
        "Rents",
        "\nUntitled 1",
        "Poverty",
        "\nUntitled 2",
    ]
    assert_whole(elements)
    to_map(elements)


@pytest.mark.parametrize(
    ("steps", "findings", "roles"),
    [
        (
            [{}, {"title": "A"}, {"title": "Z"}],
            [
                "$.arguments.G.pcs[0].title is missing",
                '$.arguments.G.pcs[2] repeats no member of the statement "Z"',
            ],
            ["premise"],
        ),
        (
            [{"title": "A"}, {"title": "B"}],
            ["$.arguments.G.pcs[1] is a conclusion without an inference"],
            ["premise", "main-conclusion"],
        ),
        (
            [{"title": "A"}, {"title": "B", "inference": []}],
            [
                "$.arguments.G.pcs[1].inference must be an object, not a list",
                "$.arguments.G.pcs[1] is a conclusion without an inference",
            ],
            ["premise", "main-conclusion"],
        ),
        (
            [
                {"title": "A", "inference": {}},
                {"title": "B", "inference": {"inferenceRules": ["M"], "x": 1}},
            ],
            ['$.arguments.G.pcs[1].inference has a key "x", which is not read'],
            ["premise", "main-conclusion"],
        ),
    ],
)
def test_reconstructions(
    steps: list[dict[str, Any]], findings: list[str], roles: list[str]
) -> None:
    """A step is the member of a statement that says it is used in the argument."""
    member = {"argumentTitle": "G"}
    text = json.dumps(
        {
            "statements": {
                "A": {"members": [member | {"title": "A", "role": "premise"}]},
                "B": {"members": [member | {"title": "B", "role": "main-conclusion"}]},
            },
            "arguments": {"G": {"members": [], "pcs": steps}},
            "relations": [],
        }
    )

    elements = elements_from_json(text)

    messages = {each.message for each in elements.diagnostics}
    assert messages >= set(findings)
    assert [each.role for each in elements.arguments["G"].structure] == roles
    assert_whole(elements)


def test_an_exploded_argument() -> None:
    """Where the reference has split an argument, inferences keep their names.

    A premise may then carry the inference that it was once the conclusion of.
    """
    line = {"argumentTitle": "G", "conclusionIndex": 5}
    step = {"argumentTitle": "G - 2"}
    premise = step | {"title": "A", "role": "premise", "inference": line}
    conclusion = step | {"title": "B", "role": "main-conclusion", "inference": line}
    undercut = {"relationType": "undercut", "toType": "inference", "to": "G"}
    attacker = {"from": "A", "fromType": "equivalence-class", "conclusionIndex": 5}

    elements = elements_from_json(
        json.dumps(
            {
                "arguments": {"G - 2": {"members": [], "pcs": [premise, conclusion]}},
                "statements": {
                    "A": {"members": [premise]},
                    "B": {"members": [conclusion]},
                },
                "relations": [undercut | attacker],
            }
        )
    )

    (relation,) = elements.relations
    assert elements.diagnostics == []
    assert relation.kind is RelationKind.UNDERCUT
    assert plain_end(relation.target) == ("inference", "G - 2", 1)
    assert_whole(elements)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "json-syntax"),
        ("3", "wrong-type"),
        ("NaN", "not-a-number"),
        ("{", "json-syntax"),
        ("[" * 100_000, "too-deep"),
        ('{"a": 1, "a": 2}', "duplicate-key"),
        ('{"tags": {"\\ud800": 1}}', "lone-surrogate"),
        ('{"sections": 1' + "0" * 5000 + "}", "number-too-large"),
    ],
)
def test_what_is_no_document(text: str, code: str) -> None:
    """What is not Argdown JSON at all is an error, and there are no elements."""
    elements = elements_from_json(text)

    assert code in {each.code for each in elements.diagnostics}
    assert any(each.severity is Severity.ERROR for each in elements.diagnostics)
    assert plain(elements) == plain(Elements(tags=elements.tags))


def test_tags_stand_in_the_order_of_their_first_use() -> None:
    """The index says it, since JavaScript lists numbers before all other keys."""
    tags = {"1": {"occurrenceIndex": 1}, "b": {"occurrenceIndex": 0}, "c": {}}
    document = {"arguments": {}, "statements": {}, "relations": [], "tags": tags}

    assert elements_from_json(json.dumps(document)).tags == ["b", "1", "c"]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw documents with values, at any depth, that should not be there."""
    document = json.loads(elements_as_json(elements_of(EVERYTHING)))
    places = list(_places(document))
    odd: st.SearchStrategy[Any] = st.sampled_from(
        [None, True, -1, 10**30, 0.5, "", "Cap", "Untitled 1", "premise", [], {}, [1]]
    )
    for _ in range(draw(st.integers(1, 4))):
        holder, key = draw(st.sampled_from(places))
        holder[key] = draw(odd)
    return json.dumps(document)


def _places(document: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    waiting: list[Any] = [document]
    while waiting:
        holder = waiting.pop()
        pairs = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, value in pairs:
            yield holder, key
            if isinstance(value, dict | list):
                waiting.append(value)


@given(
    documents()
    | mutated(elements_as_json(elements_of(EVERYTHING)))
    | st.text(max_size=40)
)
def test_nothing_that_is_written_raises(text: str) -> None:
    """Any text gives elements that hold together, and findings inside the text."""
    elements = elements_from_json(text)

    for each in elements.diagnostics:
        assert each.span is not None
        assert 0 <= each.span.start <= each.span.end <= len(text)
        assert f"{each}".encode()
    assert_whole(elements)
    to_map(elements)


@pytest.mark.skipif(not REAL_JSON, reason="ARGMAP_REAL_FILES names no folder")
@pytest.mark.parametrize("path", REAL_JSON or [Path()], ids=lambda path: path.stem)
def test_real_files(path: Path) -> None:
    """What the reference wrote is read without an error, and written again.

    Only a file whose sections were regrouped names sections that there are not.
    """
    elements = elements_from_json(path.read_text(encoding="utf-8"))

    assert {each.code for each in elements.diagnostics} <= {"unknown-section"}
    assert plain(elements_from_json(elements_as_json(elements))) == plain(elements)
    assert_whole(elements)
