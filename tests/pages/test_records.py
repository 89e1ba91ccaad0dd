"""Records on their way to a map."""

from pathlib import Path

import pytest

from argmap import evaluate
from argmap.diagnostics import Span
from argmap.pages import readable_on
from argmap.pages.records import Record
from argmap.rules import check_document
from tests.pages.records.expected import LINES

FOLDER = Path(__file__).parent / "records"
ALL = sorted(FOLDER.glob("*.md"))
SPAN = Span(0, 1)


def _said(path: Path) -> list[tuple[int, str, str]]:
    """Return the lines of a page that are read, as what, and with which words."""
    text = path.read_bytes().decode()
    (document,) = (each.read() for each in readable_on(text, path.name))
    argument_map = document.argument_map
    found = []
    for part in argument_map.parts:
        _, page, span = document.origin(document.spans[part.id])
        found.append((span.position(page)[0], part.id, span.of(page)))
    signs = dict.fromkeys((each.id for each in argument_map.claims), "aside")
    signs |= dict.fromkeys((each.id for each in argument_map.questions), "question")
    for question in argument_map.questions:
        signs |= dict.fromkeys(question.answers, "option")
    for step in argument_map.inferences:
        signs[step.premises[0].claim] = f"for {step.conclusion}"
    for blow in argument_map.counterpoints:
        word = "accepted" if blow.accepted else "against"
        signs[blow.premises[0].claim] = f"{word} {blow.target}"
    return [(line, signs[id_], shown) for line, id_, shown in found if id_ in signs]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_line_is_wrong(path: Path) -> None:
    """Of each record these lines are read, as these, and no other."""
    text = path.read_bytes().decode()
    if path.stem not in LINES:
        assert readable_on(text, path.name) == ()
        return
    said = sorted(_said(path))

    assert [(line, sign) for line, sign, _ in said] == LINES[path.stem]
    assert len(ALL) == 10


@pytest.mark.parametrize("stem", LINES)
def test_records_are_sound(stem: str) -> None:
    """What is chosen stands, and nothing is found in a record that is well written."""
    text = (FOLDER / f"{stem}.md").read_bytes().decode()
    (found,) = readable_on(text, "a.md")
    document = found.read()
    argument_map = document.argument_map

    assert check_document(document) == ()
    thesis = argument_map.thesis or argument_map.claims[0].id
    assert evaluate(argument_map).verdict(thesis) == "stands"


def test_status_is_above_a_record() -> None:
    """The title has the status behind it, of a map in a fence too."""
    headings = {}
    for path in ALL:
        for each in readable_on(path.read_bytes().decode(), path.name):
            headings[path.stem[:4]] = each.read().argument_map.heading

    assert headings["0002"].endswith("(superseded by ADR-0011)")
    assert headings["0004"] == "Draw maps in the browser or on the server? (proposed)"
    assert headings["0005"] == "Name branches after issues"
    assert headings["0008"] == (
        "8. Put orders through a queue (Accepted; Supersedes 3. Call the warehouse)"
    )


def test_names_of_options() -> None:
    """An option is found by its name, without its number, or by how it begins."""
    record = Record()
    redis = record.add("1. Redis", SPAN)
    cluster = record.add("Option 2: Redis Cluster (new)", SPAN)

    assert record.find("redis") is redis
    assert record.find("Redis Cluster") is cluster
    assert record.find("Option 2") is cluster
    assert record.find("Red") is None
    assert record.find("") is None


def test_what_is_said_twice() -> None:
    """Of one option it counts once; of two it is said of each by its name."""
    record = Record()
    one, two = record.add("One", SPAN), record.add("Two", SPAN)
    for option in (one, one, two):
        record.remark(option, "good", "It is there.", SPAN)
    argument_map = record.document("", None).argument_map

    assert [each.text for each in argument_map.claims] == [
        "One",
        "Two",
        "One: It is there.",
        "Two: It is there.",
    ]
    assert argument_map.questions[0].text == "Which option is chosen?"
