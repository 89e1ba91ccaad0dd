"""From elements to Argdown JSON, and from a map."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, Final

from argmap.formats.argdown.elements import (
    UNTITLED,
    Argument,
    Element,
    Elements,
    Inference,
    Occurrence,
    Relation,
    Role,
    Section,
    Statement,
)
from argmap.formats.argdown.json.map import nodes_and_edges
from argmap.formats.argdown.json.reader import elements_in, nodes_of
from argmap.formats.argdown.json.shapes import ARGUMENT, INFERENCE, STATEMENT
from argmap.formats.argdown.json.units import in_units
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.argdown.writing import completed, draft, with_front_matter
from argmap.model import ArgumentMap

_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_CLASS = re.compile("[^a-z0-9-]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def write(argument_map: ArgumentMap) -> str:
    """Write a map as Argdown JSON; raises ValueError for data it cannot hold.

    >>> json.loads(write(ArgumentMap()))["arguments"]
    {}
    """
    front, body = draft(argument_map)
    elements = parse(tokenize(with_front_matter(front, body)))
    elements.front_matter = json.loads(json.dumps(front)) or None
    document = as_document(elements)
    got = to_map(elements_in(nodes_of(document))).argument_map
    if front := completed(front, argument_map, got):
        document["frontMatter"] = front
    return encoded(document)


def as_document(elements: Elements) -> dict[str, Any]:
    """Return elements as plain data in the shape of Argdown JSON.

    Left out are spans in the text, colours, and the copy of a reconstruction that
    the reference puts into the description above it. An element without a title
    is called `Untitled 1` or the like, as none that has one. Ranges are counted in
    the code units of UTF-16.
    """
    return _Writer(elements).document()


def encoded(document: dict[str, Any]) -> str:
    """Return a document as JSON, one value a line.

    Raises ValueError for data that JSON cannot hold.
    """
    text = "".join(_encoded(document))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


class _Writer:
    """A document of elements, with their titles and relations at hand."""

    def __init__(self, elements: Elements) -> None:
        self._elements = elements
        self._titles = {
            **_titles(elements.statements.values()),
            **_titles(elements.arguments.values()),
        }
        self._relations: list[dict[str, Any]] = []
        self._relations_of: dict[object, list[dict[str, Any]]] = {}
        for each in (relation.plain for relation in elements.relations):
            written = self._relation(each)
            self._relations.append(written)
            for end in dict.fromkeys((each.source, each.target)):
                self._relations_of.setdefault(end, []).append(written)

    def document(self) -> dict[str, Any]:
        """Return all there is, in the order of the reference."""
        elements = self._elements
        document: dict[str, Any] = {
            "arguments": {
                self._titles[each]: self._argument(each)
                for each in elements.arguments.values()
            },
            "statements": {
                self._titles[each]: self._statement(each)
                for each in elements.statements.values()
            },
            "relations": self._relations,
            "sections": _sections(elements.sections),
            "tags": {
                tag: {"tag": tag, "cssClass": _css_class(tag), "occurrenceIndex": index}
                for index, tag in enumerate(elements.tags)
            },
        }
        drawn = nodes_and_edges(elements, self._titles)
        if drawn is not None:
            document["map"] = drawn
        if isinstance(elements.front_matter, dict):
            document["frontMatter"] = elements.front_matter
        return document

    def _relation(self, relation: Relation) -> dict[str, Any]:
        target = relation.target
        written: dict[str, Any] = {
            "type": "relation",
            "relationType": str(relation.kind),
            "from": self._titles[relation.source],
            "fromType": _type(relation.source),
        }
        if isinstance(target, Inference):
            written["to"] = self._titles[target.argument]
            written["toType"] = INFERENCE
            written["conclusionIndex"] = target.conclusion_index
        elif not isinstance(target, Relation):
            written["to"] = self._titles[target]
            written["toType"] = _type(target)
        if relation.data:
            written["data"] = relation.data
        return written

    def _element(self, element: Element, **more: Any) -> dict[str, Any]:
        return _present(
            type=_type(element),
            title=self._titles[element],
            relations=self._relations_of.get(element, []),
            members=[self._occurrence(each) for each in element.members],
            **more,
            tags=list(element.tags) or None,
            data=element.data or None,
            section=element.section.id if element.section else None,
        )

    def _argument(self, argument: Argument) -> dict[str, Any]:
        pcs = [self._occurrence(each) for each in argument.structure]
        return self._element(argument, pcs=pcs)

    def _statement(self, statement: Statement) -> dict[str, Any]:
        roles = {each.role for each in statement.members}
        is_conclusion = Role.CONCLUSION in roles
        return self._element(
            statement,
            isUsedAsTopLevelStatement=Role.TOP_LEVEL in roles or None,
            isUsedAsRelationStatement=Role.RELATION in roles or None,
            isUsedAsPremise=Role.PREMISE in roles or None,
            isUsedAsIntermediaryConclusion=Role.INTERMEDIARY in roles
            or (False if is_conclusion else None),
            isUsedAsMainConclusion=is_conclusion or None,
        )

    def _occurrence(self, occurrence: Occurrence) -> dict[str, Any]:
        text = occurrence.text
        is_description = occurrence.role is Role.DESCRIPTION
        argument, inference = occurrence.argument, occurrence.inference
        is_bare = occurrence.is_reference and not (text or is_description)
        return _present(
            type="statement",
            role=occurrence.role and str(occurrence.role),
            title=self._titles[occurrence.element],
            text=None if is_bare else text,
            ranges=in_units(text, occurrence.ranges) or None,
            tags=list(occurrence.tags) or None,
            data=occurrence.data or None,
            section=occurrence.section.id if occurrence.section else None,
            isReference=occurrence.is_reference or None,
            isTopLevel=occurrence.is_top_level or (False if is_description else None),
            argumentTitle=self._titles[argument] if argument else None,
            inference=self._inference(inference) if inference else None,
        )

    def _inference(self, inference: Inference) -> dict[str, Any]:
        return _present(
            type=INFERENCE,
            relations=self._relations_of.get(inference, []),
            inferenceRules=inference.rules,
            data=inference.data or None,
            conclusionIndex=inference.conclusion_index,
            argumentTitle=self._titles[inference.argument],
        )


def _type(element: Element) -> str:
    return ARGUMENT if isinstance(element, Argument) else STATEMENT


def _titles(elements: Iterable[Element]) -> dict[object, str]:
    """Return the titles of elements, none of them twice."""
    authored = {each.title for each in elements if not each.is_untitled}
    taken = {each.title for each in elements}
    made = (f"{UNTITLED} {number}" for number in count(1))
    free = (each for each in made if each not in taken)
    return {
        each: next(free) if each.is_untitled and each.title in authored else each.title
        for each in elements
    }


def _present(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _sections(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """Return the sections at the top, with those in them."""
    top: list[dict[str, Any]] = []
    inside: dict[object, list[dict[str, Any]]] = {}
    for each in sections:
        children = inside[each] = []
        around = inside[each.parent] if each.parent else top
        around.append(
            _present(
                type="section",
                id=each.id,
                level=each.level,
                title=each.title,
                children=children,
                tags=list(each.tags) or None,
                ranges=in_units(each.title, each.ranges),
                data=each.data or None,
                isGroup=each.data.get("isGroup"),
                isClosed=each.data.get("isClosed"),
                parent=each.parent.id if each.parent else None,
            )
        )
    return top


def _css_class(tag: str) -> str:
    words = re.sub(r"\s", "-", f"tag-{tag}".lower().translate(_UMLAUTS))
    return _NO_CLASS.sub("", words)


def _encoded(value: Any) -> Iterator[str]:
    """Yield JSON in lines, without recursion."""
    open_: list[tuple[Iterator[tuple[str, Any]], str]] = []
    before = ""
    while True:
        if isinstance(value, dict) and value:
            yield f"{before}{{"
            keys = ((f"{_scalar(key)}: ", each) for key, each in value.items())
            open_.append((keys, "}"))
            comma = ""
        elif isinstance(value, list | tuple) and value:
            yield f"{before}["
            open_.append(((("", each) for each in value), "]"))
            comma = ""
        else:
            yield before + _scalar(value)
            comma = ","
        while open_:
            item = next(open_[-1][0], None)
            if item is not None:
                break
            closing = open_.pop()[1]
            yield f"\n{'  ' * len(open_)}{closing}"
            comma = ","
        else:
            return
        before, value = f"{comma}\n{'  ' * len(open_)}{item[0]}", item[1]


_scalar: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
