"""From elements to an argument map.

A statement is a claim, an argument an argument; a step of a reconstruction is an
inference from linked premises, a relation one from a single premise or a
counterpoint. What the model does not know stands in `data` under `argdown`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, TypeVar

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.argdown import elements as argdown
from argmap.formats.argdown.content import Range, clipped, trimmed
from argmap.formats.argdown.elements import (
    Element,
    Elements,
    Occurrence,
    Relation,
    RelationKind,
    Step,
)
from argmap.formats.argdown.fields import (
    CLAIM_FIELDS,
    COUNTERPOINT_FIELDS,
    EXCLUSIVE,
    INFERENCE_FIELDS,
    KEY,
    PREFERRED,
    PREMISE_FIELDS,
    QUESTION,
    QUESTION_FIELDS,
    RESTATES,
    STEP_ID,
    STEP_KEYS,
    split,
)
from argmap.formats.argdown.patch import OWN_KEYS, Patch
from argmap.formats.argdown.short import as_plain
from argmap.formats.codec import record_of
from argmap.formats.ids import Ids, slug
from argmap.formats.located import Findings
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Part,
    Preference,
    Premise,
    Question,
    Rephrase,
    Section,
    values,
)
from argmap.model.connections import grouped
from argmap.model.kinds import is_id
from argmap.suggestions import did_you_mean, near_miss
from argmap.words import with_article

SETTINGS: Final = "argmap"
"""The key in the front matter under which stands what only argmap knows."""

_FIELDS: Final = {
    **dict.fromkeys(CLAIM_FIELDS, "it is a field of a claim"),
    **dict.fromkeys(
        STEP_KEYS,
        "it is a field of a step: write it behind the text below the step's sign, or in"
        " the braces of an inference line",
    ),
    STEP_ID: "write it behind the text below a sign; in an inference line it is `id`",
}
"""The fields that data can give, and where each belongs."""
_WORDS: Final = (QUESTION, RESTATES, PREFERRED, "uses", "roles")
"""The keys that are fields of no part and have a meaning behind some."""
_DISTINCT: Final = tuple(each for each in (*_FIELDS, *_WORDS) if len(each) > 5)  # noqa: PLR2004 - *role* is near *rule*, *roles* near *rules*
"""Those that no other word is so near to that an author could mean it.

Data below a sign may speak of a claim or of a step, so that a misspelt key of any
part may stand behind each.
"""
_SUPPORTING: Final = {RelationKind.SUPPORT, RelationKind.ENTAILS}
_LONGEST_NUMBER: Final = 10
_Part = TypeVar("_Part", Claim, Inference, Counterpoint, Question)


@attrs.frozen
class Mapped:
    """The map that elements make, where its parts stand, and what they come from.

    `ids` leads from an element, a section or a line to the id of its part.
    """

    argument_map: ArgumentMap
    spans: dict[str, Span]
    ids: dict[object, str]
    diagnostics: Findings


def to_map(elements: Elements) -> Mapped:
    """Return the map that elements make."""
    return _Mapper(elements).run()


class _Mapper:
    """Elements on their way to parts."""

    def __init__(self, elements: Elements) -> None:
        self._elements = elements
        self._ids = Ids()
        self._id_of: dict[object, str] = {}
        self._claims_by_name: dict[str, str] = {}
        self._questions: set[Element] = set()
        self._named: list[Rephrase | Preference] = []
        self._preferred: list[tuple[argdown.Inference, str]] = []
        self._steps_by_name: dict[str, str] = {}
        self._spans: dict[str, Span] = {}
        self._findings = Findings()
        self._data = dict(elements.own_settings)
        settings = self._data.pop(SETTINGS, None)
        self._patch = Patch(
            settings if isinstance(settings, dict) else {},
            elements.key_span,
            elements.sources,
        )
        if elements.is_plus:
            self._leave_out_syntax()
        if settings is not None and not isinstance(settings, dict):
            message = "front matter: argmap must be a mapping"
            span = elements.key_span(SETTINGS)
            self._find("unusable-field", message, span)
        self._find_misplaced_settings()

    def _leave_out_syntax(self) -> None:
        """Leave out that the text is in Argdown+: the map is in no language."""
        parser = self._data.pop("parser", None)
        if isinstance(parser, dict):
            others = {key: parser[key] for key in parser if key != "syntax"}
            self._data |= {"parser": others} if others else {}

    def run(self) -> Mapped:
        """Make all parts, then the map."""
        elements = self._elements
        statements = _in_order(elements.statements.values())
        arguments = [
            each
            for each in _in_order(elements.arguments.values())
            if not (each.is_untitled and len(list(each.steps())) < 2)  # noqa: PLR2004
        ]
        self._name(statements, arguments)
        self._questions = {*self._answerable(statements)}
        propositions = [*statements, *arguments]
        self._claims_by_name = {
            name: self._id_of[each]
            for name_of in (_title, self._id_of.__getitem__)
            for each in propositions
            if each not in self._questions and (name := name_of(each))
        }
        parts: list[Part] = [
            *(self._claim(each) for each in statements if each not in self._questions),
            *self._links(),
            *map(self._question, filter(self._questions.__contains__, statements)),
            *map(self._argument, arguments),
            *self._sections([*statements, *arguments]),
        ]
        parts += self._named
        title = self._data.get("title")
        if isinstance(title, str):
            del self._data["title"]
        data: dict[str, object] = self._data
        if not isinstance(elements.front_matter, dict | None):
            data = {KEY: {"front-matter": elements.front_matter}}
        argument_map = self._patch.apply(
            parts,
            title=title if isinstance(title, str) else "",
            data=self._frozen(data, elements.front_matter_span),
            names=self._claims_by_name,
        )
        self._findings += self._patch.findings
        spans = {
            part.id: self._spans.get(part.id, elements.front_matter_span)
            for part in argument_map.parts
        }
        return Mapped(argument_map, spans, self._id_of, self._findings)

    def _find(
        self,
        code: str,
        message: str,
        span: Span,
        help_: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        self._findings.add(code, message, span, help_, severity)

    def _find_misplaced_settings(self) -> None:
        for key in self._data:
            help_ = near_miss(key, (SETTINGS,))
            if key in OWN_KEYS:
                help_ = f"indent it below {SETTINGS}:"
            if help_:
                message = f"'{key}' has no meaning at this place in the front matter"
                self._find("unused-key", message, self._elements.key_span(key), help_)

    def _find_unused_fields(
        self, noun: str, data: Iterable[str], fields: tuple[str, ...], span: Span
    ) -> None:
        """Find keys of data that were probably meant as fields of a part."""
        for key in data:
            if key in fields:
                continue
            help_, severity = _FIELDS.get(key), Severity.INFO
            if not help_ and key not in _WORDS:
                help_ = near_miss(key, fields) or near_miss(key, _DISTINCT)
                severity = Severity.WARNING
            if help_:
                message = f"'{key}' is no field of {noun}, so it is kept as data"
                self._find("unused-key", message, span, help_, severity)

    def _frozen(self, data: Mapping[str, object], span: Span) -> values.Data:
        try:
            return values.frozen_data(data)
        except ValueError as error:
            self._find("unusable-field", f"data: {error}", span)
            return values.EMPTY

    def _name(
        self, statements: Sequence[Element], arguments: Sequence[Element]
    ) -> None:
        """Give every element and section its id, the author's first."""
        named: list[tuple[Any, str, str]] = []
        for kind, elements in (("claim", statements), ("argument", arguments)):
            count = 0
            prefix = "untitled" if kind == "claim" else "untitled-argument"
            for each in elements:
                wanted = ""
                if each.is_untitled:
                    count = number_of_untitled(_own_id(each.data), prefix, count)
                    wanted = f"{prefix}-{count}"
                named.append((each, wanted or self._slug(each.title), kind))
        named += [
            (each, slug(each.title), "section") for each in self._elements.sections
        ]
        for part, _, _ in named:
            if own := _own_id(part.data):
                self._give(part, self._ids.take(own))
        for untitled in (True, False):
            for part, wanted, kind in named:
                if part not in self._id_of and untitled is getattr(
                    part, "is_untitled", False
                ):
                    self._give(part, self._ids.take(wanted, kind))

    def _slug(self, title: str) -> str:
        return title if self._patch.is_id(title) else slug(title)

    def _give(self, part: Any, part_id: str) -> None:
        self._id_of[part] = part_id
        is_element = isinstance(part, Element)
        first = (part.canonical or _occurrences(part)[0]) if is_element else part
        self._spans[part_id] = first.span
        self._find_other_id(part.data, "id", part_id)

    def _find_other_id(self, data: Mapping[str, Any], key: str, part_id: str) -> None:
        """Find an id in the data of a part that is not the part's, and why."""
        own = data.get(key, part_id)
        if own == part_id:
            return
        code = "duplicate-id"
        message = f"another part has the id '{own}', so this one is '{part_id}'"
        if _own_id(data, key) is None:
            code = "unusable-field"
            message = f"{key}: an id must look like 'rent-control', not {own!r:.60}"
        self._find(code, message, self._spans[part_id])

    def _title(self, element: Element) -> str:
        if element.is_untitled or self._patch.is_id(element.title):
            return ""
        return element.title

    def _described(self, element: Element) -> tuple[str, dict[str, Any]]:
        """Return the text and the data of an element, without the id it was given."""
        text, ranges = element.body
        data = dict(element.data)
        if data.get("id") == self._id_of[element]:
            del data["id"]
        others = [
            {"text": words, "ranges": inside} if inside else words
            for words, inside in _other_texts(element, text)
        ]
        _add_argdown(data, ranges=ranges or None, texts=others or None)
        return text, data

    def _claim(self, statement: Element) -> Claim:
        part_id = self._id_of[statement]
        text, data = self._described(statement)
        claim = Claim(
            part_id,
            text,
            title=self._title(statement),
            tags=statement.worded_tags,
        )
        span = self._spans[part_id]
        for each in self._names_in(data, RESTATES, self._claims_by_name, span):
            self._name_link(Rephrase(part_id, original=each), span)
        for each in self._names_in(data, PREFERRED, self._claims_by_name, span):
            self._name_link(Preference(part_id, over=each), span)
        return self._with_fields(claim, data, CLAIM_FIELDS, span)

    def _names_in(
        self, data: dict[str, Any], key: str, ids: Mapping[str, str], span: Span
    ) -> list[str]:
        """Take a name, or several, out of data; return the ids of what they name."""
        if key not in data:
            return []
        value = data[key]
        names = value if isinstance(value, list) else [value]
        unknown = [x for x in names if not isinstance(x, str) or x not in ids]
        if not unknown:
            del data[key]
            return [ids[each] for each in names]
        message = f"{key}: there is no {unknown[0]!r:.60}"
        help_ = did_you_mean(str(unknown[0]), ids)
        self._find("unusable-field", message, span, help_)
        return []

    def _name_link(self, link: Rephrase | Preference, span: Span) -> None:
        """Keep what one part says of another one, under an id that is free."""
        part_id = self._ids.take(link.id)
        self._spans[part_id] = span
        self._named.append(
            link if part_id == link.id else attrs.evolve(link, id=part_id)
        )

    def _answerable(self, statements: Iterable[Element]) -> Iterator[Element]:
        """Yield the statements that are questions, of which a step makes no use."""
        wanted = [each for each in statements if QUESTION in each.data]
        if not wanted:
            return
        used: set[object] = {
            each.element
            for argument in self._elements.arguments.values()
            for each in argument.structure
        }
        for each in self._elements.relations:
            used.add(each.source)
            if each.kind not in _SUPPORTING:
                used.add(each.target)
        for statement in wanted:
            value = statement.data[QUESTION]
            if value is not True and value != EXCLUSIVE:
                message = (
                    f"{QUESTION}: true or {EXCLUSIVE} is wanted, not {value!r:.60}"
                )
            elif statement in used:
                message = "a question can have answers below it, and nothing else"
            else:
                yield statement
                continue
            span = self._spans[self._id_of[statement]]
            self._find("unusable-field", message, span)

    def _question(self, statement: Element) -> Question:
        """Return a statement as a question, with the answers that support it."""
        part_id = self._id_of[statement]
        text, data = self._described(statement)
        span = self._spans[part_id]
        _add_argdown(
            data,
            title=self._title(statement) or None,
            tags=statement.worded_tags or None,
        )
        question = Question(
            part_id,
            text,
            answers=self._answers(statement),
            exclusive=data.pop(QUESTION) == EXCLUSIVE,
        )
        return self._with_fields(question, data, QUESTION_FIELDS, span)

    def _answers(self, statement: Element) -> Iterator[str]:
        relations = [
            each for each in self._elements.relations if each.target is statement
        ]
        for each in sorted(relations, key=lambda each: each.spans[0].start):
            self._find_unused_fields("an answer", each.data, (), each.spans[0])
            yield self._id_of[each.source]

    def _with_fields(
        self,
        part: _Part,
        data: dict[str, Any],
        fields: tuple[str, ...],
        span: Span,
    ) -> _Part:
        """Move what is a field of the part out of its data into it."""
        if not data:
            return part
        for key in fields:
            if key in data:
                value = as_plain(key, data[key], self._patch.source_ids)
                try:
                    changed = attrs.evolve(
                        part, **record_of(type(part)).from_plain({key: value})
                    )
                except ValueError as error:
                    self._find("unusable-field", f"{key}: {error}", span)
                    continue
                if changed != part:
                    part = changed
                    del data[key]
        noun = with_article(type(part).__name__.lower())
        self._find_unused_fields(noun, data, fields, span)
        return attrs.evolve(part, data=self._frozen(data, span)) if data else part

    def _argument(self, element: argdown.Argument) -> Argument:
        part_id = self._id_of[element]
        text, data = self._described(element)
        self._find_unused_fields("an argument", data, (), self._spans[part_id])
        return Argument(
            part_id,
            self._title(element),
            text=text,
            steps=[self._id_of[each.inference] for each in element.steps()],
            tags=element.worded_tags,
            data=self._frozen(data, self._spans[part_id]),
        )

    def _links(self) -> list[Inference | Counterpoint | Contradiction]:
        """Return inferences in the order of the text, then what counts against."""
        relations = sorted(
            self._elements.relations, key=lambda each: each.spans[0].start
        )
        undercut = {each.target for each in relations}
        self._steps_by_name = self._own_ids()
        made: list[tuple[Span, Inference, Any]] = [
            (each.spans[0], self._supported(each), each)
            for each in relations
            if each.kind in _SUPPORTING and each.target not in self._questions
        ]
        for argument in self._elements.arguments.values():
            steps = list(argument.steps())
            for step in steps:
                own = step.inference
                is_bare = argument.is_untitled and len(steps) == 1
                is_bare = is_bare and own not in undercut
                made.append((own.span, self._inferred(step, is_bare=is_bare), own))
        made.sort(key=lambda each: each[0].start)
        links = [self._added(*each) for each in made]
        # these come later, since they may lead to an inference
        conflicts = [
            self._added(each.spans[0], conflict, each)
            for each in relations
            if each.kind not in _SUPPORTING and (conflict := self._conflict(each))
        ]
        for line, over in self._preferred:
            self._name_link(Preference(self._id_of[line], over=over), line.span)
        return links + conflicts

    def _own_ids(self) -> dict[str, str]:
        """Return the ids that authors give to steps, where these are free.

        No id that is made is one of them.
        """
        lines = (each.inference for each in self._elements.steps)
        own = map(_own_step_id, chain[Any](lines, self._elements.relations))
        found = {each: each for each in own if each and each not in self._spans}
        for each in found:
            self._ids.take(each)
        return found

    def _added(self, span: Span, step: Any, origin: Any) -> Any:
        """Give a step an id, its own if that is free, and remember where it stands."""
        key, own = _key_of_id(origin), _own_step_id(origin)
        is_own = own in self._steps_by_name and own not in self._spans
        part_id = own if own and is_own else self._ids.take(own or step.id)
        self._id_of[origin] = part_id
        self._spans[part_id] = span
        self._find_other_id(origin.data, key, part_id)
        if own is None and key in origin.data:  # it cannot be one
            data = self._frozen({**step.data, key: origin.data[key]}, span)
            return attrs.evolve(step, id=part_id, data=data)
        return step if part_id == step.id else attrs.evolve(step, id=part_id)

    def _supported(self, relation: Relation) -> Inference:
        premise, data = self._premise(relation)
        inference = Inference(
            [premise],
            conclusion=self._id_of[relation.target],
            strict=relation.kind is RelationKind.ENTAILS,
        )
        return self._with_fields(inference, data, INFERENCE_FIELDS, relation.spans[0])

    def _premise(self, relation: Relation) -> tuple[Premise, dict[str, Any]]:
        """Return what a relation starts from, and what its data says of the step."""
        own, rest = split(relation.data, PREMISE_FIELDS)
        rest.pop(STEP_ID, None)
        premise = Premise(self._id_of[relation.source])
        return self._with_own(premise, own, relation.spans[0]), rest

    def _with_own(self, premise: Premise, data: dict[str, Any], span: Span) -> Premise:
        """Return a premise with what the data behind it says of it."""
        if not data:
            return premise
        try:
            return attrs.evolve(premise, **record_of(Premise).from_plain(data))
        except ValueError as error:
            self._find("unusable-field", str(error), span)
            return premise

    def _inferred(self, step: Step, *, is_bare: bool) -> Inference:
        """Return the inference of a step; a bare one could pass for a relation."""
        own = step.inference
        premises = [self._id_of[each.element] for each in step.premises]
        data = dict(own.data)
        data.pop("id", None)
        if "isStrict" in data:  # as some write it
            data.setdefault("strict", data.pop("isStrict"))
        roles = data.get("roles")
        named = [Premise(each) for each in premises]
        if isinstance(roles, list) and _are_roles(roles, len(premises)):
            named = [Premise(*each) for each in zip(premises, roles, strict=True)]
            del data["roles"]
        for place, each in enumerate(step.premises):
            if each.role is argdown.Role.PREMISE and each.data:
                fields, _ = split(each.data, PREMISE_FIELDS)
                named[place] = self._with_own(named[place], fields, each.span)
        preferred_to = self._names_in(data, PREFERRED, self._steps_by_name, own.span)
        self._preferred += [(own, each) for each in preferred_to]
        inference = Inference(named, conclusion=self._id_of[step.conclusion.element])
        listed = [self._id_of[each.element] for each in step.listed]
        _add_argdown(
            data,
            rules=own.rules or None,
            structure=listed if step.is_explicit else None,
        )
        inference = self._with_fields(inference, data, INFERENCE_FIELDS, own.span)
        if is_bare and len(named) == 1 and not _has_own_fields(inference):
            inference = attrs.evolve(
                inference, data=values.frozen_data({KEY: {"structure": premises}})
            )
        return inference

    def _conflict(self, relation: Relation) -> Counterpoint | Contradiction | None:
        """Return what a relation says against its target, if that is in the map."""
        kind, span = relation.kind, relation.spans[0]
        source = self._id_of[relation.source]
        # what was redundant, or is no step, is struck as plain Argdown has it
        struck = relation.target
        is_pair = isinstance(struck, Relation) and struck.kind.is_symmetric
        if is_pair or struck not in self._id_of:
            relation = relation.plain
        target = self._id_of.get(relation.target)
        if target is None:  # an inference that leads to no conclusion
            return None
        if kind.is_symmetric and source != target:
            self._find_unused_fields("a contradiction", relation.data, (STEP_ID,), span)
            return Contradiction([source, target], kind=str(kind))
        premise, data = self._premise(relation)
        if kind is not RelationKind.ATTACK and isinstance(relation.target, Element):
            data[KEY] = {"relation": str(kind)}
        counterpoint = Counterpoint([premise], target=target)
        return self._with_fields(counterpoint, data, COUNTERPOINT_FIELDS, span)

    def _sections(self, elements: Iterable[Element]) -> list[Section]:
        members = grouped((each.section, self._id_of[each]) for each in elements)
        return [
            self._section(each, members.get(each, ()))
            for each in self._elements.sections
        ]

    def _section(self, section: argdown.Section, members: Iterable[str]) -> Section:
        part_id = self._id_of[section]
        data = dict(section.data)
        if data.get("id") == part_id:
            del data["id"]
        parent = section.parent
        is_expected = section.level == (parent.level + 1 if parent else 1)
        inside = clipped(section.ranges, 0, len(section.title))
        _add_argdown(
            data,
            level=None if is_expected else section.level,
            ranges=inside if section.ranges else None,
        )
        return Section(
            part_id,
            section.title,
            members=members,
            parent=self._id_of[parent] if parent else None,
            data=self._frozen(data, section.span),
        )


def _other_texts(element: Element, text: str) -> Iterator[tuple[str, list[Range]]]:
    """Yield the texts of an element besides the one that counts, each once."""
    canonical = element.canonical
    seen = {text}
    for each in element.members:
        if not each.is_reference and each is not canonical:
            words, ranges = trimmed(each.text, each.ranges)
            if words not in seen:
                seen.add(words)
                yield words, ranges


def _title(element: Element) -> str:
    return "" if element.is_untitled else element.title


def _own_id(data: Mapping[str, Any], key: str = "id") -> str | None:
    """Return the id that an author gives to a part, if it can be one."""
    own = data.get(key)
    return own if isinstance(own, str) and is_id(own) else None


def _own_step_id(origin: argdown.Inference | Relation) -> str | None:
    """Return the id that an author gives to a step, in its line or below its sign."""
    return _own_id(origin.data, _key_of_id(origin))


def _key_of_id(origin: argdown.Inference | Relation) -> str:
    return STEP_ID if isinstance(origin, Relation) else "id"


def number_of_untitled(own: str | None, prefix: str, before: int) -> int:
    """Return the number of an untitled part, or still the one before.

    An id of its own that has a number says where counting goes on; another does not
    count, so that a part with one changes the ids of no others.
    """
    if own is None:
        return before + 1
    stem, _, number = own.rpartition("-")
    is_number = stem == prefix and number.isascii() and number.isdecimal()
    return int(number) if is_number and len(number) < _LONGEST_NUMBER else before


def _add_argdown(data: dict[str, Any], **known: object) -> None:
    """Put what only Argdown knows of a part into its data, where that is anything."""
    present = {key: value for key, value in known.items() if value is not None}
    if present:
        data[KEY] = present


def _has_own_fields(inference: Inference) -> bool:
    return (
        bool(inference.data)
        or inference.scheme is not None
        or inference.strength is not None
        or inference.strict
        or bool(inference.utterances)
        or any(each.role for each in inference.premises)
    )


def _are_roles(roles: list[object], count: int) -> bool:
    return len(roles) == count and all(
        each is None or (isinstance(each, str) and each.strip()) for each in roles
    )


def _in_order(elements: Iterable[Any]) -> list[Any]:
    """Sort elements by where they are defined, or else first named."""
    return sorted(elements, key=_position)


def _position(element: Element) -> int:
    written = [each.span.start for each in element.members if not each.is_reference]
    named = [each.span.start for each in _occurrences(element)]
    return min(written or named, default=0)


def _occurrences(element: Element) -> list[Occurrence]:
    """Return where an element is named, or else its first numbered statement."""
    return element.members or getattr(element, "structure", [])
