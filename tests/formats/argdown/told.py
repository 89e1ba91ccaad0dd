"""Elements as plain values, to compare them, and texts to make some of."""

from collections.abc import Iterator
from typing import Any

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.builder import build
from argmap.formats.argdown.elements import (
    Element,
    Elements,
    End,
    Inference,
    Occurrence,
    Role,
    Statement,
)
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize

EVERYTHING = """\
# The *housing* question #city {isGroup: true}

[Cap]: Cap **all** rents. #policy #(two words) {year: 2015}
  + <Fairness>: It is only fair.
  >< [Free market]: Let rents be. 👍 *At once*.

## Detail

<Fairness>

(1) Homes are needed. {seen: true}
-- Modus ponens, Common sense {uses: [1]} --
(2) Needs come first.
----
(3) [Cap]
  <_ <Needs>: They differ.

* Untold.
"""
SMALL = """\
[Rents]: They rose.
  - <Wages>

<Wages>

(1) Wages rose.
-- Trend --
(2) [Poverty]
  <_ Not all.
"""


def elements_of(text: str, *, is_reference: bool = False) -> Elements:
    """Return the elements of a text in Argdown."""
    tokens = tokenize(text, is_reference=is_reference)
    return build(parse(tokens), is_reference=is_reference)


def told(elements: Elements) -> dict[str, Any]:
    """Return as plain values what elements say, but for places and front matter."""
    return {
        "statements": [told_element(each) for each in elements.statements.values()],
        "arguments": [
            told_element(each)
            | {"structure": [told_occurrence(item) for item in each.structure]}
            for each in elements.arguments.values()
        ],
        "relations": [
            (each.kind, told_end(each.source), told_end(each.target))
            for each in elements.relations
        ],
        "sections": [
            {
                "id": each.id,
                "level": each.level,
                "title": each.title,
                "tags": list(each.tags),
                "data": each.data,
                "ranges": [dict(sorted(range_.items())) for range_ in each.ranges],
                "parent": each.parent and each.parent.id,
                "children": [child.id for child in each.children],
            }
            for each in elements.sections
        ],
        "tags": elements.tags,
    }


def told_element(element: Element) -> dict[str, Any]:
    """Return as plain values what is said of an element."""
    return {
        "title": element.title,
        "is_untitled": element.is_untitled,
        "tags": list(element.tags),
        "data": element.data,
        "section": element.section and element.section.id,
        "members": [told_occurrence(each) for each in element.members],
    }


def told_occurrence(occurrence: Occurrence) -> dict[str, Any]:
    """Return as plain values what is said where an element stands."""
    inference = occurrence.inference
    return {
        "title": occurrence.element.title,
        "role": occurrence.role,
        "text": occurrence.text,
        "ranges": [dict(sorted(range_.items())) for range_ in occurrence.ranges],
        "tags": list(occurrence.tags),
        "data": occurrence.data,
        "section": occurrence.section and occurrence.section.id,
        "is_reference": occurrence.is_reference,
        "is_top_level": occurrence.is_top_level,
        "argument": occurrence.argument and occurrence.argument.title,
        "inference": inference and (*told_end(inference), inference.rules),
        "inference_data": inference and inference.data,
    }


def told_end(end: End) -> tuple[object, ...]:
    """Return as plain values what a relation leads to."""
    if isinstance(end, Inference):
        return "inference", end.argument.title, end.conclusion_index
    return "statement" if isinstance(end, Statement) else "argument", end.title


def assert_whole(elements: Elements) -> None:
    """Assert that whatever is named is the very thing that is listed."""
    listed: list[Element] = [
        *elements.statements.values(),
        *elements.arguments.values(),
    ]
    known = {id(each) for each in listed}
    inferences: set[int] = set()
    for each in listed:
        assert all(member.element is each for member in each.members)
    for argument in elements.arguments.values():
        for index, step in enumerate(argument.structure):
            assert step.argument is argument
            assert id(step.element) in known
            assert step in step.element.members
            assert (step.inference is None) is (step.role is Role.PREMISE)
            if step.inference:
                assert step.inference.argument is argument
                assert step.inference.conclusion_index == index
                inferences.add(id(step.inference))
    for relation in elements.relations:
        assert id(relation.source) in known
        assert id(relation.target) in known | inferences
        assert relation in relation.source.relations
        assert relation in relation.target.relations


def lines_of(diagnostics: list[Diagnostic], text: str) -> Iterator[str]:
    """Yield findings with the stretch of text that they point at."""
    for each in diagnostics:
        assert each.span is not None
        yield f"{each.severity} {each.code} {each.span.of(text)!r}: {each.message}"
