"""Elements as plain values, to compare them, and texts to make some of."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.builder import merge
from argmap.formats.argdown.data import write_front_matter
from argmap.formats.argdown.elements import (
    Element,
    Elements,
    End,
    Inference,
    Occurrence,
    Relation,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.json.writer import as_document as document_of, encoded
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
    return parse(tokenize(text, is_reference=is_reference))


def elements_with(settings: dict[str, Any], text: str) -> Elements:
    """Return the elements of a text, as if it had these settings below its own."""
    tokens = tokenize(text, is_reference=True)
    elements = parse(tokens)
    own = elements.front_matter
    if not settings or not isinstance(own, dict | None):
        return elements
    front = deepcopy(settings)
    merge(front, own or {})
    rest = text[elements.front_matter_span.end :] if own else f"\n\n{text}"
    return parse(tokenize(write_front_matter(front) + rest, is_reference=True))


def elements_as_json(elements: Elements) -> str:
    """Return elements as Argdown JSON."""
    return encoded(document_of(elements))


def plain(elements: Elements) -> dict[str, Any]:
    """Return as plain values what elements say, but for places and front matter."""
    return {
        "statements": [plain_element(each) for each in elements.statements.values()],
        "arguments": [
            plain_element(each)
            | {"structure": [plain_occurrence(item) for item in each.structure]}
            for each in elements.arguments.values()
        ],
        "relations": [*map(plain_relation, elements.relations)],
        "sections": [
            {
                "id": each.id,
                "level": each.level,
                "title": each.title,
                "tags": list(each.tags),
                "data": each.data,
                "ranges": [dict(sorted(range_.items())) for range_ in each.ranges],
                "parent": each.parent and each.parent.id,
            }
            for each in elements.sections
        ],
        "tags": elements.tags,
    }


def plain_element(element: Element) -> dict[str, Any]:
    """Return as plain values what is said of an element."""
    return {
        "title": element.title,
        "is_untitled": element.is_untitled,
        "tags": list(element.tags),
        "data": element.data,
        "section": element.section and element.section.id,
        "members": [plain_occurrence(each) for each in element.members],
    }


def plain_occurrence(occurrence: Occurrence) -> dict[str, Any]:
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
        "inference": inference and (*plain_end(inference), inference.rules),
        "inference_data": inference and inference.data,
    }


def plain_relation(relation: Relation) -> tuple[object, ...]:
    """Return as plain values what a relation says."""
    return relation.kind, plain_end(relation.source), plain_end(relation.target)


def plain_end(end: End) -> tuple[object, ...]:
    """Return as plain values what a relation leads to."""
    if isinstance(end, Inference):
        return "inference", end.argument.title, end.conclusion_index
    if isinstance(end, Relation):
        return "relation", *plain_end(end.target), *plain_end(end.source)
    return "statement" if isinstance(end, Statement) else "argument", end.title


def as_document(answer: dict[str, Any]) -> dict[str, Any]:
    """Return in the shape of its JSON what the reference answers."""
    relations = []
    for each in answer["relations"]:
        source, target = each["from"], each["to"]
        relations.append(
            {
                "relationType": each["relationType"],
                "from": source["title"],
                "fromType": source["type"],
                "to": target.get("title") or target["argument"],
                "toType": target["type"],
                "conclusionIndex": target.get("conclusionIndex"),
            }
        )
    document = {
        "statements": {each["title"]: each for each in answer["statements"]},
        "arguments": {each["title"]: each for each in answer["arguments"]},
        "relations": relations,
        "sections": answer["sections"],
        "tags": {each["tag"]: each for each in answer["tags"]},
    }
    text = json.dumps(document)
    without_place = json.loads(
        text, object_hook=lambda items: {k: items[k] for k in items if k != "loc"}
    )
    assert isinstance(without_place, dict)
    return without_place


def in_any_order(elements: dict[str, Any]) -> dict[str, Any]:
    """Return what `plain` returns, with ranges and relations in one order."""
    occurrences = [
        occurrence
        for element in (*elements["statements"], *elements["arguments"])
        for occurrence in (*element["members"], *element.get("structure", ()))
    ]
    for each in (*occurrences, *elements["sections"]):
        each["ranges"].sort(key=repr)
    elements["relations"].sort(key=repr)
    return elements


def meaning(elements: Elements) -> dict[str, Any]:
    """Return what elements say up to the numbers of untitled ones, places and order.

    Untitled ones are told apart by what they say; of several texts of a statement
    the canonical one stands out. Tags at the end of a text are reported as tags only.
    """
    names: dict[int, Any] = {}
    for each in elements.statements.values():
        names[id(each)] = (
            ("untitled", _canonical_words(each), sorted(each.tags))
            if each.is_untitled
            else each.title
        )
    for argument in elements.arguments.values():
        steps = [names[id(each.element)] for each in argument.structure]
        names[id(argument)] = (
            ("untitled", steps) if argument.is_untitled else (argument.title)
        )

    def element(each: Element) -> str:
        structure = [
            (
                step.role,
                names[id(step.element)],
                step.inference and (step.inference.rules, _sorted(step.inference.data)),
            )
            for step in getattr(each, "structure", ())
        ]
        words = sorted({_words(one) for one in each.members if not one.is_reference})
        said = names[id(each)], _canonical_words(each), words, sorted(each.tags)
        return repr((*said, _sorted(each.data), _path(each.section), structure))

    def relation(each: Any) -> str:
        ends = [
            (names[id(end.argument)], end.conclusion_index)
            if isinstance(end, Inference)
            else (names[id(end)], "")
            for end in (each.source, each.target)
        ]
        is_symmetric = each.kind.is_symmetric
        return repr((each.kind, sorted(ends, key=repr) if is_symmetric else ends))

    return {
        "statements": sorted(map(element, elements.statements.values())),
        "arguments": sorted(map(element, elements.arguments.values())),
        "relations": sorted(map(relation, elements.relations)),
        "sections": [
            (_path(each), list(each.tags), _sorted(each.data))
            for each in elements.sections
        ],
        "tags": sorted(elements.tags),
    }


def _canonical_words(element: Element) -> str:
    return _words(element.canonical) if element.canonical else ""


def _words(occurrence: Occurrence) -> str:
    """Return the text without the tags at its end."""
    text = occurrence.text
    ranges = sorted(occurrence.ranges, key=lambda each: -int(each["start"]))
    for each in ranges:
        before = text[: each["start"]]
        is_last = len(text[: each["stop"] + 1].rstrip()) >= len(text.rstrip())
        if each["type"] == "tag" and before.strip() and is_last:
            text = before
    return text.strip()


def _sorted(data: Any) -> str:
    return json.dumps(data, sort_keys=True)


def _path(section: Section | None) -> list[tuple[int, str]]:
    if section is None:
        return []
    return [*_path(section.parent), (section.level, section.title)]


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


def lines_of(diagnostics: list[Diagnostic], text: str) -> Iterator[str]:
    """Yield findings with the stretch of text that they point at."""
    for each in diagnostics:
        assert each.span is not None
        yield f"{each.severity} {each.code} {each.span.of(text)!r}: {each.message}"
