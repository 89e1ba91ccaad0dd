"""Real texts, with what the reference implementation makes of them.

They are not part of the project: without them these tests are skipped.
"""

import json
from typing import Any

import pytest

from argmap.diagnostics import Severity
from argmap.formats import dumps, loads, read
from argmap.formats.argdown.builder import build
from argmap.formats.argdown.elements import Element, Elements, Inference, Occurrence
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from tests.console import ROOT

CASES = ROOT.parent / "shared" / "data" / "argdown-cases"
NAMES = sorted(path.stem for path in CASES.glob("*.argdown"))
pytestmark = pytest.mark.skipif(
    not NAMES, reason="the reference's cases are not beside the project"
)
any_case = pytest.mark.parametrize("name", NAMES or [""])


def text_of(name: str) -> str:
    return (CASES / f"{name}.argdown").read_bytes().decode()


def answer_of(name: str) -> Any:
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


def settings_of(name: str) -> Any:
    path = CASES / f"{name}.set.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def is_read(answer: Any) -> bool:
    """Tell whether the reference reads the text, and as it stands."""
    return not (answer["aborted"] or answer["parserErrors"])


def regroups(settings: Any, answer: Any) -> bool:
    """Tell whether the reference moves elements for its map while it reads."""
    told = [settings, answer.get("frontMatter") or {}]
    return any(
        isinstance(each, dict)
        and (
            (each.get("group") or {}).get("regroup")
            or (each.get("model") or {}).get("explodeArguments")
        )
        for each in told
    )


@any_case
def test_elements_are_those_of_the_reference(name: str) -> None:
    """Without an error all is read as the reference reads it."""
    answer, settings, text = answer_of(name), settings_of(name), text_of(name)
    if not is_read(answer) or "@include" in text or regroups(settings, answer):
        pytest.skip("not read, or moved about for the reference's map")
    tree = parse(tokenize(text, is_reference=True))

    elements = build(tree, settings, is_reference=True)

    assert _plain(_of_ours(elements)) == _plain(_of_answer(answer))


@any_case
@pytest.mark.parametrize("compatibility", ["argmap", "reference"])
def test_the_first_fault_is_where_the_reference_has_it(
    name: str, compatibility: str
) -> None:
    """What the reference cannot read is told at the same line and column."""
    answer, text = answer_of(name), text_of(name)
    document = read(text, "argdown", compatibility=compatibility)
    errors = [each for each in document.diagnostics if each.severity is Severity.ERROR]
    if not answer["parserErrors"]:
        syntactic = {"invalid-data", "several-reconstructions", "failed-include"}
        assert {each.code for each in errors} <= syntactic
        return
    wanted = answer["parserErrors"][0]
    assert errors[0].span is not None
    assert errors[0].span.position(text) == (wanted["line"], wanted["column"])


@any_case
def test_maps_come_back(name: str) -> None:
    """What is read is written, and read again as the same map and the same text."""
    argument_map = read(text_of(name), "argdown").argument_map

    written = dumps(argument_map, "argdown")

    assert loads(written, "argdown") == argument_map
    assert dumps(loads(written, "argdown"), "argdown") == written


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _ranges(ranges: Any) -> list[str]:
    return sorted(json.dumps(each, sort_keys=True) for each in ranges or ())


def _occurrence(each: Occurrence) -> dict[str, Any]:
    inference = each.inference
    return {
        "title": each.element.title,
        "role": str(each.role) if each.role else None,
        "text": each.text,
        "isReference": each.is_reference,
        "tags": list(each.tags),
        "data": each.data,
        "ranges": _ranges(each.ranges),
        "section": each.section.id if each.section else None,
        "argument": each.argument.title if each.argument else None,
        "inference": inference and [inference.rules, inference.data],
    }


def _member(each: Any) -> dict[str, Any]:
    inference = each.get("inference")
    return {
        "title": each["title"],
        "role": each.get("role"),
        "text": each.get("text") or "",
        "isReference": bool(each.get("isReference")),
        "tags": each.get("tags") or [],
        "data": each.get("data") or {},
        "ranges": _ranges(each.get("ranges")),
        "section": each.get("section"),
        "argument": each.get("argumentTitle"),
        "inference": inference
        and [inference.get("inferenceRules") or [], inference.get("data") or {}],
    }


def _element(element: Element) -> dict[str, Any]:
    return {
        "title": element.title,
        "tags": list(element.tags),
        "data": element.data,
        "section": element.section.id if element.section else None,
        "members": [_occurrence(each) for each in element.members],
        "pcs": [_occurrence(each) for each in getattr(element, "structure", ())],
    }


def _end(end: Element | Inference) -> list[Any]:
    if isinstance(end, Inference):
        return ["inference", end.argument.title, end.conclusion_index]
    kind = {"Statement": "equivalence-class", "Argument": "argument"}
    return [kind[type(end).__name__], end.title]


def _end_of_answer(end: Any) -> list[Any]:
    if end["type"] == "inference":
        return ["inference", end["argument"], end["conclusionIndex"]]
    return [end["type"], end["title"]]


def _of_ours(elements: Elements) -> dict[str, Any]:
    return {
        "statements": [_element(each) for each in elements.statements.values()],
        "arguments": [_element(each) for each in elements.arguments.values()],
        "relations": sorted(
            str([str(each.kind), _end(each.source), _end(each.target)])
            for each in elements.relations
        ),
        "sections": [
            [each.id, each.level, each.title, list(each.tags), each.data]
            for each in elements.sections
        ],
        "tags": elements.tags,
    }


def _of_answer(answer: Any) -> dict[str, Any]:
    sections: list[list[Any]] = []
    waiting = list(answer["sections"])
    while waiting:
        each = waiting.pop()
        sections.append(
            [
                each["id"],
                each["level"],
                each["title"],
                each.get("tags") or [],
                each.get("data") or {},
            ]
        )
        waiting += each.get("children") or []
    return {
        "statements": [_element_of_answer(each) for each in answer["statements"]],
        "arguments": [_element_of_answer(each) for each in answer["arguments"]],
        "relations": sorted(
            str(
                [
                    each["relationType"],
                    _end_of_answer(each["from"]),
                    _end_of_answer(each["to"]),
                ]
            )
            for each in answer["relations"]
        ),
        "sections": sorted(sections, key=lambda each: int(each[0][1:])),
        "tags": [
            each["tag"] if isinstance(each, dict) else each for each in answer["tags"]
        ],
    }


def _element_of_answer(each: Any) -> dict[str, Any]:
    return {
        "title": each["title"],
        "tags": each.get("tags") or [],
        "data": each.get("data") or {},
        "section": each.get("section"),
        "members": [_member(one) for one in each["members"]],
        "pcs": [_member(one) for one in each.get("pcs") or ()],
    }
