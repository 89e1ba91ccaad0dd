"""From elements to an argument map.

A statement is a claim, an argument an argument; a step of a reconstruction is an
inference from linked premises, a relation one from a single premise or a
counterpoint. What the model does not know stands in `data` under `argdown`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.argdown import elements as argdown
from argmap.formats.argdown.elements import (
    Element,
    Elements,
    Occurrence,
    Relation,
    RelationKind,
)
from argmap.formats.argdown.patch import OWN_KEYS, Patch
from argmap.formats.argdown.steps import Step, steps_of
from argmap.formats.argdown.texts import body, clipped, other_texts
from argmap.formats.codec import record_of
from argmap.formats.ids import Ids, slug
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Premise,
    Section,
    values,
)
from argmap.model.kinds import ListOf, is_id
from argmap.suggestions import near_miss

KEY: Final = "argdown"
"""The key in `data` under which stands what only Argdown knows."""
SETTINGS: Final = "argmap"
"""The key in the front matter under which stands what only argmap knows."""

_IN_TEXT: Final = {
    *("id", "text", "title", "tags", "data"),
    *("premises", "conclusion"),
}


def _fields_in_data(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields that the text does not say, lists behind the others."""
    fields = [each for each in record_of(kind).fields if each.name not in _IN_TEXT]
    fields.sort(key=lambda each: isinstance(each.kind, ListOf))
    return tuple(each.name for each in fields)


CLAIM_FIELDS: Final = _fields_in_data(Claim)
"""The fields of a claim that its data can give."""
_INFERENCE_FIELDS: Final = _fields_in_data(Inference)
_FIELDS: Final = dict.fromkeys(CLAIM_FIELDS, "it is one of a claim") | dict.fromkeys(
    _INFERENCE_FIELDS, "it is one of an inference, in the braces of its line"
)
"""The fields that data can give, with the part whose they are in words."""
_Part = TypeVar("_Part", Claim, Inference)
_NOUNS: Final[dict[type[Any], str]] = {Claim: "a claim", Inference: "an inference"}


@attrs.frozen
class Mapped:
    """The map that elements make, where its parts stand, and what they come from.

    `ids` leads from the `id()` of an element or a section to that of its part.
    """

    argument_map: ArgumentMap
    spans: dict[str, Span]
    ids: dict[int, str]
    diagnostics: list[Diagnostic]


def to_map(elements: Elements) -> Mapped:
    """Return the map that elements make."""
    mapper = _Mapper(elements)
    return mapper.run()


class _Mapper:
    """Elements on their way to parts."""

    def __init__(self, elements: Elements) -> None:
        self._elements = elements
        self._ids = Ids()
        self._id_of: dict[int, str] = {}
        self._spans: dict[str, Span] = {}
        self._diagnostics: list[Diagnostic] = []
        front_matter = elements.front_matter
        self._data = dict(front_matter) if isinstance(front_matter, dict) else {}
        settings = self._data.pop(SETTINGS, None)
        span = elements.front_matter_span
        self._patch = Patch(settings if isinstance(settings, dict) else {}, span)
        self._are_ids = self._patch.names_are_ids
        if settings is not None and not isinstance(settings, dict):
            self._warn("front matter", "argmap must be a mapping", span)
        self._find_misplaced_settings(span)

    def run(self) -> Mapped:
        """Make all parts, then the map."""
        elements = self._elements
        statements = _in_order(elements.statements.values())
        arguments = [
            each
            for each in _in_order(elements.arguments.values())
            if not (each.is_untitled and len(list(steps_of(each))) < 2)  # noqa: PLR2004
        ]
        self._name(statements, arguments)
        claims = [self._claim(each) for each in statements]
        inferences, steps = self._inferences()
        counterpoints, contradictions = self._conflicts()
        pieces: dict[str, Sequence[Any]] = {
            "claims": claims,
            "inferences": inferences,
            "counterpoints": counterpoints,
            "contradictions": contradictions,
            "arguments": [
                self._argument(each, steps.get(id(each), ())) for each in arguments
            ],
            "sections": self._sections(statements, arguments),
        }
        title = self._data.get("title")
        if isinstance(title, str):
            del self._data["title"]
        data: dict[str, object] = self._data
        if not isinstance(elements.front_matter, dict | None):
            data = {KEY: {"front-matter": elements.front_matter}}
        argument_map = self._patch.apply(
            pieces,
            title=title if isinstance(title, str) else "",
            data=self._frozen(data, elements.front_matter_span),
        )
        self._diagnostics += self._patch.diagnostics
        spans = {
            part.id: self._spans.get(part.id, elements.front_matter_span)
            for part in argument_map.parts
        }
        return Mapped(argument_map, spans, self._id_of, self._diagnostics)

    def _warn(self, subject: str, message: str, span: Span) -> None:
        self._diagnostics.append(
            Diagnostic("unusable-field", f"{subject}: {message}", span=span)
        )

    def _find_misplaced_settings(self, span: Span) -> None:
        for key in self._data:
            help_ = near_miss(key, (SETTINGS,))
            if key in OWN_KEYS:
                help_ = f"indent it below {SETTINGS}:"
            if help_:
                message = f"'{key}' has no meaning at this place in the front matter"
                self._find_unused(message, help_, span)

    def _find_unused_fields(
        self, noun: str, data: Iterable[str], fields: tuple[str, ...], span: Span
    ) -> None:
        """Find keys of data that were probably meant as fields of a part."""
        for key in data:
            if key in fields:
                continue
            help_, severity = _FIELDS.get(key), Severity.INFO
            if not help_:
                help_, severity = near_miss(key, fields), Severity.WARNING
            if help_:
                message = f"{noun} has no field '{key}', which stays in the data"
                self._find_unused(message, help_, span, severity)

    def _find_unused(
        self,
        message: str,
        help_: str,
        span: Span,
        severity: Severity = Severity.WARNING,
    ) -> None:
        self._diagnostics.append(
            Diagnostic("unused-key", message, severity=severity, span=span, help=help_)
        )

    def _frozen(self, data: Mapping[str, object], span: Span) -> values.Data:
        try:
            return values.frozen_data(data)
        except ValueError as error:
            self._warn("data", str(error), span)
            return values.EMPTY

    def _name(
        self, statements: Sequence[Element], arguments: Sequence[Element]
    ) -> None:
        """Give every element and section its id, the author's first."""
        named: list[tuple[Any, str, str]] = []
        for kind, elements in (("claim", statements), ("argument", arguments)):
            count = 0
            for each in elements:
                count += each.is_untitled
                prefix = "untitled" if kind == "claim" else "untitled-argument"
                wanted = f"{prefix}-{count}" if each.is_untitled else ""
                named.append((each, wanted or self._slug(each.title), kind))
        named += [
            (each, slug(each.title), "section") for each in self._elements.sections
        ]
        for part, _, _ in named:
            own = part.data.get("id")
            if isinstance(own, str) and is_id(own):
                self._give(part, self._ids.take(own))
        for untitled in (True, False):
            for part, wanted, kind in named:
                if id(part) not in self._id_of and untitled is getattr(
                    part, "is_untitled", False
                ):
                    self._give(part, self._ids.take(wanted, kind))

    def _slug(self, title: str) -> str:
        return title if self._are_ids and is_id(title) else slug(title)

    def _give(self, part: Any, part_id: str) -> None:
        self._id_of[id(part)] = part_id
        if isinstance(part, Element):
            part = part.canonical or _occurrences(part)[0]
        self._spans[part_id] = part.span

    def _title(self, element: Element) -> str:
        if element.is_untitled or (self._are_ids and is_id(element.title)):
            return ""
        return element.title

    def _described(self, element: Element) -> tuple[str, dict[str, Any]]:
        """Return the text and the data of an element, without the id it was given."""
        canonical = element.canonical
        text, ranges = body(canonical) if canonical else ("", [])
        data = dict(element.data)
        if data.get("id") == self._id_of[id(element)]:
            del data["id"]
        extra: dict[str, Any] = {}
        if ranges:
            extra["ranges"] = ranges
        others = [
            {"text": words, "ranges": marks} if marks else words
            for words, marks in other_texts(element, text)
        ]
        if others:
            extra["texts"] = others
        if extra:
            data[KEY] = extra
        return text, data

    def _claim(self, statement: Element) -> Claim:
        part_id = self._id_of[id(statement)]
        text, data = self._described(statement)
        claim = Claim(
            part_id,
            text,
            title=self._title(statement),
            tags=[each for each in statement.tags if each.strip()],
        )
        return self._with_fields(claim, data, CLAIM_FIELDS, self._spans[part_id])

    def _with_fields(
        self,
        part: _Part,
        data: dict[str, Any],
        fields: tuple[str, ...],
        span: Span,
    ) -> _Part:
        """Move what is a field of the part out of its data into it."""
        for key in fields:
            if key in data:
                try:
                    changed = attrs.evolve(
                        part, **record_of(type(part)).from_plain({key: data[key]})
                    )
                except ValueError as error:
                    self._warn(key, str(error), span)
                    continue
                if changed != part:
                    part = changed
                    del data[key]
        self._find_unused_fields(_NOUNS[type(part)], data, fields, span)
        return attrs.evolve(part, data=self._frozen(data, span)) if data else part

    def _argument(self, element: Element, steps: Iterable[str]) -> Argument:
        part_id = self._id_of[id(element)]
        text, data = self._described(element)
        self._find_unused_fields("an argument", data, (), self._spans[part_id])
        return Argument(
            part_id,
            self._title(element),
            text=text,
            steps=steps,
            tags=[each for each in element.tags if each.strip()],
            data=self._frozen(data, self._spans[part_id]),
        )

    def _inferences(self) -> tuple[list[Inference], dict[int, list[str]]]:
        """Return all inferences in their order, and the steps of arguments."""
        undercut = {
            id(each.target)
            for each in self._elements.relations
            if isinstance(each.target, argdown.Inference)
        }
        made: list[tuple[Span, Inference, Any]] = [
            (each.spans[0], self._supported(each), each)
            for each in self._elements.relations
            if each.kind in {RelationKind.SUPPORT, RelationKind.ENTAILS}
        ]
        steps: dict[int, list[str]] = {}
        for argument in self._elements.arguments.values():
            for step in steps_of(argument):
                inference = self._inferred(argument, step, undercut)
                made.append((step.inference.span, inference, step.inference))
        made.sort(key=lambda each: each[0].start)
        inferences = [self._placed(*each) for each in made]
        for _, _, origin in made:
            if isinstance(origin, argdown.Inference):
                steps.setdefault(id(origin.argument), []).append(
                    self._id_of[id(origin)]
                )
        return inferences, steps

    def _placed(self, span: Span, step: Any, origin: Any) -> Any:
        """Give a step an id that is free, and remember where it stands."""
        own = origin.data.get("id") if isinstance(origin, argdown.Inference) else None
        wanted = own if isinstance(own, str) and is_id(own) else step.id
        part_id = self._ids.take(wanted)
        self._id_of[id(origin)] = part_id
        self._spans[part_id] = span
        return step if part_id == step.id else attrs.evolve(step, id=part_id)

    def _supported(self, relation: Relation) -> Inference:
        return Inference(
            [self._id_of[id(relation.source)]],
            conclusion=self._id_of[id(relation.target)],
            strict=relation.kind is RelationKind.ENTAILS,
        )

    def _inferred(
        self, argument: argdown.Argument, step: Step, undercut: set[int]
    ) -> Inference:
        own = step.inference
        premises = [self._id_of[id(each.element)] for each in step.premises]
        data = dict(own.data)
        if isinstance(data.get("id"), str) and is_id(data["id"]):
            del data["id"]
        if "isStrict" in data:  # as some write it
            data.setdefault("strict", data.pop("isStrict"))
        roles = data.get("roles")
        named = [Premise(each) for each in premises]
        if isinstance(roles, list) and _are_roles(roles, len(premises)):
            named = [Premise(*each) for each in zip(premises, roles, strict=True)]
            del data["roles"]
        inference = Inference(
            named, conclusion=self._id_of[id(step.conclusion.element)]
        )
        extra: dict[str, Any] = {}
        if own.rules:
            extra["rules"] = own.rules
        if step.is_explicit:
            extra["structure"] = [self._id_of[id(each.element)] for each in step.listed]
        if extra:
            data[KEY] = extra
        inference = self._with_fields(inference, data, _INFERENCE_FIELDS, own.span)
        is_bare = argument.is_untitled and len(list(steps_of(argument))) == 1
        if (
            is_bare
            and len(named) == 1
            and id(own) not in undercut
            and not _says_more(inference)
        ):
            inference = attrs.evolve(
                inference, data=values.frozen_data({KEY: {"structure": premises}})
            )
        return inference

    def _conflicts(self) -> tuple[list[Counterpoint], list[Contradiction]]:
        counterpoints: list[Counterpoint] = []
        contradictions: list[Contradiction] = []
        relations = [
            each
            for each in self._elements.relations
            if each.kind not in {RelationKind.SUPPORT, RelationKind.ENTAILS}
        ]
        relations.sort(key=lambda each: each.spans[0].start)
        for each in relations:
            source = self._id_of[id(each.source)]
            target = self._id_of.get(id(each.target))
            if target is None:  # an inference that leads to no conclusion
                continue
            span = each.spans[0]
            if each.kind.is_symmetric and source != target:
                kind = str(each.kind)
                conflict = Contradiction([source, target], kind=kind)
                contradictions.append(self._placed(span, conflict, each))
                continue
            is_plain = each.kind is RelationKind.ATTACK or isinstance(
                each.target, argdown.Inference
            )
            counterpoint = Counterpoint(
                [source],
                target=target,
                data=None if is_plain else {KEY: {"relation": str(each.kind)}},
            )
            counterpoints.append(self._placed(span, counterpoint, each))
        return counterpoints, contradictions

    def _sections(
        self, statements: Sequence[Element], arguments: Sequence[Element]
    ) -> list[Section]:
        members: dict[int, list[str]] = {}
        for each in (*statements, *arguments):
            if each.section is not None:
                members.setdefault(id(each.section), []).append(self._id_of[id(each)])
        return [
            self._section(each, members.get(id(each), ()))
            for each in self._elements.sections
        ]

    def _section(self, section: argdown.Section, members: Iterable[str]) -> Section:
        part_id = self._id_of[id(section)]
        data = dict(section.data)
        if data.get("id") == part_id:
            del data["id"]
        extra: dict[str, Any] = {}
        parent = section.parent
        if section.level != (parent.level + 1 if parent else 1):
            extra["level"] = section.level
        if section.ranges:
            extra["ranges"] = clipped(section.ranges, 0, len(section.title))
        if extra:
            data[KEY] = extra
        return Section(
            part_id,
            section.title,
            members=members,
            parent=self._id_of[id(parent)] if parent else None,
            data=self._frozen(data, section.span),
        )


def _says_more(inference: Inference) -> bool:
    return (
        bool(inference.data)
        or inference.scheme is not None
        or inference.strength is not None
        or inference.strict
        or any(each.role for each in inference.premises)
    )


def _are_roles(roles: list[object], count: int) -> bool:
    return len(roles) == count and all(
        each is None or (isinstance(each, str) and each.strip()) for each in roles
    )


def _in_order(elements: Iterable[Any]) -> list[Any]:
    """Sort elements by where they are defined, or else first named."""
    return sorted(elements, key=_place)


def _place(element: Element) -> int:
    written = [each.span.start for each in element.members if not each.is_reference]
    named = [each.span.start for each in _occurrences(element)]
    return min(written or named, default=0)


def _occurrences(element: Element) -> list[Occurrence]:
    """Return where an element is named, or else its first numbered statement."""
    return element.members or getattr(element, "structure", [])
