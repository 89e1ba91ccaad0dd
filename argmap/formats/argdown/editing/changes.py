"""The changes of a text that bring it nearer to a map, in the order they are made."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar, Final

import attrs

from argmap.formats.argdown.data import write_data
from argmap.formats.argdown.editing.adding import Addition
from argmap.formats.argdown.editing.moving import moved
from argmap.formats.argdown.editing.premises import Premises
from argmap.formats.argdown.editing.reading import Node, Reading
from argmap.formats.argdown.editing.removing import (
    Removal,
    block_hunk,
    widened,
)
from argmap.formats.argdown.editing.wording import (
    REMOVED,
    Way,
    changed_data,
    few_words,
    retitled,
    reworded,
    tagged,
    with_data,
)
from argmap.formats.argdown.elements import (
    NONE,
    Element,
    Inference as Line,
    Relation,
    Section as Heading,
)
from argmap.formats.argdown.fields import PREFERRED, RESTATES
from argmap.formats.argdown.hunks import Hunk
from argmap.formats.argdown.mapping import SETTINGS
from argmap.formats.argdown.settings import with_settings
from argmap.formats.argdown.writing.lines import Lines
from argmap.formats.argdown.writing.names import (
    Names,
    argdown_data,
    is_derived,
    is_only_definable,
    ranges,
)
from argmap.formats.argdown.writing.progress import section_ids
from argmap.formats.argdown.writing.relations import sign_of
from argmap.formats.ids import slug
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Inference,
    Part,
    Question,
    Section,
)

_ALL: Final = "all"
_SIGN: Final = re.compile("[-+]")


@attrs.frozen
class Change:
    """A change and the ways to make it, the one that changes least first."""

    key: str
    ways: Sequence[Way]


class Changes:
    """What is to be changed in a text that was read; `ids` are the old by the new."""

    PHASES: ClassVar = (
        "names",
        "words",
        "tags",
        "data",
        "steps",
        "signs",
        "premises",
        "headings",
        "moves",
        "removals",
        "additions",
    )

    def __init__(
        self,
        reading: Reading,
        wanted: ArgumentMap,
        ids: Mapping[str, str],
        tried: Collection[str] = (),
    ) -> None:
        """Hold the text against the map; what was `tried` need not be yielded."""
        self._tried = tried
        self._reading = reading
        self._got = reading.argument_map
        self._wanted = wanted
        self._ids = ids

    def _pairs(self) -> Iterator[tuple[Any, Any, Element]]:
        """Yield the statements and arguments of the text, as they are and as wanted."""
        for after in (*self._wanted.propositions, *self._wanted.questions):
            before = self._got.find_part(after.id)
            element = self._reading.element(after.id)
            if type(before) is type(after) and element is not None:
                yield before, after, element

    def names(self) -> Iterator[Change]:
        """Yield those of ids and titles."""
        for after in (*self._wanted.propositions, *self._wanted.sections):
            part_id = self._old_id(after)
            before = self._got.find_part(part_id)
            if type(before) is not type(after):
                continue
            if before.id != after.id or before.title != after.title:
                way = self._named(part_id, after)
                if way:
                    yield Change(f"name {after.id}", [way])

    def _named(self, part_id: str, after: Claim | Argument | Section) -> Way | None:
        """Return the way to give a part its id and its title."""
        if isinstance(after, Section):
            heading = self._reading.section(part_id)
            return self._headed(heading, after) if heading else None
        element = self._reading.element(part_id)
        if element is None or self._reading.home(element) is None:
            return None
        title = after.title
        if not title and not element.is_untitled and self._is_id(part_id):
            title = after.id
        way: Way | None = []
        if title != ("" if element.is_untitled else element.title):
            way = retitled(self._reading, element, title)
        if way is None:
            return None
        named = self._naming(element.title, after.id) if way else []
        return [*way, *self._with_id(element, part_id, after, title), *named]

    def _naming(self, title: str, part_id: str) -> Way:
        """Return the hunks that name a part by its id where data has its old title."""
        way: Way = []
        for node in self._reading.nodes:
            data = node.occurrence.data
            changes = {
                key: _with_name(data[key], title, part_id)
                for key in (RESTATES, PREFERRED)
                if key in data
            }
            if any(data[key] != each for key, each in changes.items()):
                way.append(with_data(self._reading, node, changes))
        if self._reading.elements.settings_of(SETTINGS).get("thesis") == title:
            way += self._with_setting("thesis", part_id)
        return way

    def _with_setting(self, key: str, value: object) -> Way:
        elements = self._reading.elements
        own = {**elements.settings_of(SETTINGS), key: value}
        wanted = {**elements.own_settings, SETTINGS: own}
        hunk = with_settings(self._reading.text, elements, wanted)
        return [hunk] if hunk else []

    def _with_id(
        self, element: Element, part_id: str, after: Claim | Argument, title: str
    ) -> Way:
        """Return the hunks that let data say an id, where the title does not."""
        known = {**self._known, **({after.id: title} if title else {})}
        nameless = {*self._nameless, *(() if title else (after.id,))}
        names = Names(self._wanted, nameless, known, are_ids=self._are_ids)
        own = element.data.get("id")
        if names.is_unexpected(after) or (not title and after.id != part_id):
            is_said = own == after.id
            node = self._holder(element, "id")
            return [] if is_said else [with_data(self._reading, node, {"id": after.id})]
        nodes = self._reading.nodes_of[element]
        said = [each for each in nodes if "id" in each.occurrence.data]
        return [with_data(self._reading, each, {"id": REMOVED}) for each in said]

    def _headed(self, heading: Heading, after: Section) -> Way:
        """Return the way to give a heading its words, and its id where it needs one."""
        node = self._reading.node_of_heading(heading)
        way: Way = []
        if heading.title != after.title:
            way += few_words(self._reading, node, after.title)
        is_expected = is_derived(self._wanted, after.id, slug(after.title))
        own = None if is_expected else after.id
        if heading.data.get("id") != own:
            value = REMOVED if own is None else own
            way.append(with_data(self._reading, node, {"id": value}))
        return way

    def words(self) -> Iterator[Change]:
        """Yield those of texts."""
        for before, after, element in self._pairs():
            if before.text != after.text or (
                _ranges(before) != _ranges(after) and before.text == after.text
            ):
                ways = list(
                    reworded(self._reading, element, after.text, _ranges(after))
                )
                if ways:
                    yield Change(f"text {after.id}", ways)

    def tags(self) -> Iterator[Change]:
        """Yield those of tags."""
        for before, after, element in self._pairs():
            if before.tags != after.tags and not isinstance(after, Question):
                way = tagged(self._reading, element, after.tags)
                if way:
                    yield Change(f"tags {after.id}", [way])

    @cached_property
    def _are_ids(self) -> bool:
        return self._reading.elements.settings_of(SETTINGS).get("names") == "ids"

    def _is_id(self, part_id: str) -> bool:
        """Return whether the name of a part in the text is its id and no title."""
        part = self._got.find_part(part_id)
        return not getattr(part, "title", "")

    @cached_property
    def _known(self) -> dict[str, str]:
        """The names of the parts in the text."""
        return {
            each.id: element.title
            for each in self._got.propositions
            if (element := self._reading.element(each.id)) and not element.is_untitled
        }

    @cached_property
    def _nameless(self) -> set[str]:
        """What needs no name: it has none in the text, or is new and has no title."""
        return {
            each.id
            for each in self._wanted.propositions
            if each.id not in self._known
            and (
                each.id in self._got
                or is_only_definable(each)
                or not (each.title or self._are_ids)
            )
        }

    @cached_property
    def _names(self) -> Names:
        return self._names_without(self._nameless)

    def _names_without(self, nameless: set[str]) -> Names:
        return Names(self._wanted, nameless, self._known, are_ids=self._are_ids)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._wanted, self._names)

    @cached_property
    def _old_lines(self) -> Lines:
        nameless = {
            each.id for each in self._got.propositions if each.id not in self._known
        }
        names = Names(self._got, nameless, self._known, are_ids=self._are_ids)
        return Lines(self._got, names)

    def data(self) -> Iterator[Change]:
        """Yield those of the data behind texts, which names other parts as well."""
        links = ("rephrases", "preferences")
        has_others = any(
            getattr(self._got, each) != getattr(self._wanted, each) for each in links
        )
        for before, after, element in self._pairs():
            if isinstance(after, Question) or (before == after and not has_others):
                continue
            changes = _changed(
                self._old_lines.data_of(before), self._lines.data_of(after)
            )
            changes.pop("id", None)
            if changes:
                yield Change(f"data {after.id}", [self._data_way(element, changes)])

    def _data_way(self, element: Element, changes: Mapping[str, Any]) -> Way:
        by_node: dict[Node, dict[str, Any]] = {}
        for key, value in changes.items():
            by_node.setdefault(self._holder(element, key), {})[key] = value
        return [with_data(self._reading, node, own) for node, own in by_node.items()]

    def _holder(self, element: Element, key: str) -> Node:
        """Return the node whose data has a key, or else where it is to be."""
        nodes = self._reading.nodes_of[element]
        holders = [each for each in nodes if key in each.occurrence.data]
        home = self._reading.home(element)
        assert home is not None  # noqa: S101 - it stands somewhere
        return (holders or [home])[-1]

    def steps(self) -> Iterator[Change]:
        """Yield those of what data says of a step, below its sign or in its line."""
        for after in (*self._wanted.steps, *self._wanted.contradictions):
            part_id = self._old_id(after)
            before = self._got.find_part(part_id)
            origin = self._reading.relation(part_id)
            if type(before) is not type(after):
                continue
            if isinstance(origin, Line):
                if ways := [*self._in_line(origin, before, after)]:
                    yield Change(f"step {after.id}", ways)
            elif isinstance(origin, Relation) and before != after:
                changes = _changed(
                    self._old_lines.of_step(before), self._lines.of_step(after)
                )
                node = self._reading.node_of_sign(origin)
                if changes and node is not None:
                    way = [with_data(self._reading, node, changes)]
                    yield Change(f"step {after.id}", [way])

    def _old_id(self, after: Part) -> str:
        """Return the id that a part has in the text, if it is there."""
        return after.id if after.id in self._got else self._ids.get(after.id, "")

    def _in_line(self, line: Line, before: Any, after: Any) -> Iterator[Way]:
        """Yield the ways to let a line say another step: in its data, or as a whole."""
        if before.premises != after.premises:
            return
        listed = line.data.get("uses")
        uses = listed if isinstance(listed, list) else None
        changes = _changed(
            self._old_lines.inference_data(before, uses),
            self._lines.inference_data(after, uses),
        )
        if before == after and not changes:  # what it is preferred to is no field
            return
        found = line.found
        if found and found.data != NONE:
            yield [changed_data(self._reading, found.data, line.data, changes)]
            if not line.data:  # it may be there and cannot be read
                return
        elif found and found.rules:
            end = self._reading.words_end(found.rules[-1][1] - 1)
            yield [Hunk(end, end, f" {write_data(changes)}")]
        words = self._lines.inference(after, uses)
        yield [Hunk(line.span.start, line.span.end, words)]

    def signs(self) -> Iterator[Change]:
        """Yield reasons that are now objections, and the other way round."""
        new = {
            (each.premises[0].claim, each.end): each
            for each in self._wanted.steps
            if each.id not in self._got and len(each.premises) == 1
        }
        for each in self._got.steps:
            origin = self._reading.relation(each.id)
            if each.id in self._wanted or not isinstance(origin, Relation):
                continue
            if after := new.get((each.premises[0].claim, each.end)):
                way = [
                    Hunk(span.start, span.end, _SIGN.sub(sign_of(after), image))
                    for span in origin.spans
                    for image in [span.of(self._reading.text)]
                ]
                yield Change(f"sign {after.id}", [way])

    def premises(self) -> Iterator[Change]:
        """Yield the steps of reconstructions with other premises or conclusions."""
        gone = {
            each.premises: each
            for each in self._got.inferences
            if each.id not in self._wanted
        }
        for after in self._wanted.inferences:
            before = self._got.find_part(self._ids.get(after.id, after.id))
            before = before or gone.get(after.premises)
            line = self._reading.relation(before.id) if before else None
            if not (isinstance(before, Inference) and isinstance(line, Line)):
                continue
            premises = Premises(self._reading, line, after, self._numbered)
            if before.end != after.end and (way := premises.conclusion_way()):
                yield Change(f"conclusion {after.id}", [way])
            if before.premises != after.premises and (way := premises.way()):
                yield Change(f"premises {after.id}", [way])

    def _numbered(self, part_id: str) -> str | None:
        """Return what stands behind the number of a premise that is new there."""
        claim = self._wanted.proposition(part_id)
        if part_id not in self._got:
            return self._lines.definition(claim)
        return self._lines.reference(claim) if part_id in self._known else None

    def headings(self) -> Iterator[Change]:
        """Yield those of sections that are new or gone."""
        for each in self._wanted.sections:
            if each.id not in self._got:
                yield Change(f"heading {each.id}", [[self._new_heading(each)]])
        for each in self._got.sections:
            if each.id not in self._wanted:
                heading = self._reading.section(each.id)
                if heading is not None:
                    reading = self._reading
                    start = reading.line_start(heading.span.start)
                    place = widened(reading, start, reading.line_end(heading.span.end))
                    yield Change(f"heading {each.id}", [[Hunk(*place)]])

    def _new_heading(self, section: Section) -> Hunk:
        level, place = 1, len(self._reading.text.rstrip())
        if section.parent is not None:
            parent = self._reading.section(section.parent)
            if parent is not None:
                level = parent.level + 1
                place = self._end_of_inside(parent)
        return block_hunk(self._reading, place, [self._lines.heading(section, level)])

    def _end_of_inside(self, heading: Heading) -> int:
        """Return the end of a section with all that is inside it."""
        inside = [heading]
        for each in self._reading.elements.sections:
            if each.parent in inside:
                inside.append(each)
        return max(map(self._reading.section_end, inside))

    def moves(self) -> Iterator[Change]:
        """Yield those of sections of parts."""
        got, wanted = section_ids(self._got), section_ids(self._wanted)
        for each in self._wanted.propositions:
            if each.id not in self._got or got.get(each.id) == wanted.get(each.id):
                continue
            element = self._reading.element(each.id)
            section = wanted.get(each.id)
            heading = self._reading.section(section) if section else None
            if element is not None and (heading or section is None):
                way = moved(self._reading, element, heading)
                if way:
                    yield Change(f"section {each.id}", [way])

    def removals(self) -> Iterator[Change]:
        """Yield what is to go: all at once, then one after the other."""
        gone = [each.id for each in self._got.parts if each.id not in self._wanted]
        if gone and _ALL not in self._tried:
            yield Change(_ALL, [self._removed(gone)])
            return
        for each in gone:
            key = f"removal {each}"
            if key not in self._tried:
                links = [link.id for link in self._got.links_of(each)]
                kept = [each, *(link for link in links if link in gone)]
                yield Change(key, [self._removed(kept)])

    def _removed(self, ids: Sequence[str]) -> Way:
        elements = {element for each in ids if (element := self._reading.element(each))}
        relations = {origin for each in ids if (origin := self._reading.relation(each))}
        return Removal(self._reading, elements, relations).run()

    def additions(self) -> Iterator[Change]:
        """Yield what is new, at last what is from claims that get names for it."""
        addition = Addition(self._reading, self._wanted, self._names, self._lines)
        # of what is put at one place the deeper comes first
        ways = sorted(addition.ways(), key=_margin, reverse=True)
        ways = ways or [*self._ways_with_names(addition.unnamed())]
        for way in ways:
            yield Change(repr([each.words for each in way]), [way])

    def _ways_with_names(self, part_ids: Iterable[str]) -> Iterator[Way]:
        """Yield ways to write what is new if a part has its id as a name."""
        for part_id in part_ids:
            element = self._reading.element(part_id)
            naming = element and retitled(self._reading, element, part_id)
            if not naming:
                continue
            if not self._are_ids:
                naming += self._with_setting("names", [*self._names.ids, part_id])
            names = self._names_without(self._nameless - {part_id})
            lines = Lines(self._wanted, names)
            addition = Addition(self._reading, self._wanted, names, lines)
            yield from ([*naming, *way] for way in islice(addition.ways(), 1))


def _with_name(value: object, title: str, part_id: str) -> object:
    """Return a name in data, or several, with an id in the place of a title."""
    if isinstance(value, list):
        return [part_id if each == title else each for each in value]
    return part_id if value == title else value


def _margin(way: Way) -> int:
    """Return by how much the first line of what is put in is indented."""
    words = way[-1].words.lstrip("\r\n")
    return len(words) - len(words.lstrip())


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    changes = {key: each for key, each in after.items() if before.get(key) != each}
    return changes | dict.fromkeys((key for key in before if key not in after), REMOVED)


def _ranges(part: Part) -> list[dict[str, Any]]:
    return ranges(argdown_data(part).get("ranges"))
