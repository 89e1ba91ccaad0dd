"""The parts of a view: boxes, groups and lines as parts of a map of their own.

A statement is a box and so is an argument, reconstructed or not: its steps are not
shown, and what its premises and its conclusion have to do with others leads to and
from its box. A closed group is one box, an argument without steps.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.argdown.elements import Element, Elements, RelationKind
from argmap.formats.argdown.fields import KEY
from argmap.formats.argdown.mapping import Mapped
from argmap.formats.argdown.transforms import explode, regroup
from argmap.formats.argdown.view.colors import Colors
from argmap.formats.argdown.view.map import BoxMap, Group, box_map
from argmap.formats.argdown.view.scope import Box, Edge
from argmap.formats.argdown.view.settings import LabelMode, Settings
from argmap.formats.document import View
from argmap.formats.ids import Ids, slug
from argmap.formats.located import Findings
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Piece,
    Section,
)

Line: TypeAlias = Inference | Counterpoint | Contradiction
_FEW_LINES: Final = 1000
_LINES_AN_ELEMENT: Final = 10
"""Statements without a box can multiply lines; more than these nobody could read."""


class ViewBuilder:
    """The view of some elements; what of it is not honoured is in `findings`."""

    def __init__(self, elements: Elements, mapped: Mapped, settings: Settings) -> None:
        """Take the elements as the settings have them, and name all that is new."""
        self.findings: Findings = Findings()
        self._map = mapped.argument_map
        self._mapped = mapped
        self._settings = settings
        if settings.explode_arguments:
            elements = explode(elements)
        self._homes = {each: each.section for each in elements.all}
        if settings.regroup:
            sections, homes = regroup(elements, settings.regroup)
            elements = attrs.evolve(elements, sections=sections)
            self._homes = {key: homes.get(key) for key in self._homes}
        self._elements = elements
        self._ids = self._named()
        self._colors = Colors(
            settings, {tag: index for index, tag in enumerate(elements.tags)}
        )
        self._colored: dict[str, str] = {}
        self._box_ids: dict[Box, str] = {}
        self._closed: set[str] = set()

    def _named(self) -> dict[object, str]:
        """Return all ids, those of what is no part of the whole map too."""
        ids = dict(self._mapped.ids)
        free = Ids(ids.values())
        steps: Counter[object] = Counter()
        for each in self._elements.arguments.values():
            inference = each.conclusion and each.conclusion.inference
            if each in ids or inference is None:
                continue
            whole = inference.argument
            if whole in self._mapped.ids:
                steps[whole] += 1
                ids[each] = free.take(f"{ids[whole]}-{steps[whole]}")
            elif inference in ids:
                ids[each] = ids[inference]
        for section in self._elements.sections:
            if section not in ids:
                ids[section] = free.take(slug(section.title), "section")
        return ids

    def selected(self) -> View | None:
        """Return what is selected; None if that is nothing, or far too many lines."""
        count = len(self._elements.relations) + len(self._homes)
        most = _FEW_LINES + _LINES_AN_ELEMENT * count
        drawn = box_map(self._elements, self._settings, self._homes, most)
        if drawn is None:
            self._find(f"the settings ask for over {most} lines; the whole is drawn")
            return None
        parts: list[Piece] = [*self._boxes(drawn)]
        if not parts and self._homes:
            self._find("the settings leave nothing to draw; the whole is drawn")
            return None
        parts += self._lines(drawn.edges, {each.id for each in parts})
        thesis = self._map.thesis
        return View(
            ArgumentMap.of(
                *parts,
                *self._map.sources,
                title=self._map.title,
                thesis=thesis if any(each.id == thesis for each in parts) else None,
            ),
            self._colored,
        )

    def colored(self) -> View | None:
        """Return all of the map with colours, or None if there are none."""
        for each in self._elements.all:
            part_id = self._ids.get(each)
            color = self._colors.of_element(each)
            if part_id:
                self._color(part_id, color, each.data)
        for section in self._elements.sections:
            color = self._colors.of_group(section, section.level)
            self._color(self._ids[section], color, section.data)
        return View(self._map, self._colored) if self._colored else None

    def _find(self, message: str, subject: str | None = None) -> None:
        span = self._mapped.spans.get(subject or "", self._elements.front_matter_span)
        self.findings.append(
            Diagnostic(
                "setting-not-honoured",
                message,
                severity=Severity.INFO,
                subject=subject,
                span=span,
            )
        )

    def _boxes(self, drawn: BoxMap) -> Iterator[Claim | Argument | Section]:
        """Yield what is drawn, then the groups that it is in."""
        members: defaultdict[Group | None, list[str]] = defaultdict(list)
        for element in drawn.boxes:
            part = self._part(element)
            if part is None:
                continue
            group = drawn.group_of[element]
            if group and group.box:
                self._box_ids[element] = self._ids[group.box.section]
                continue
            self._box_ids[element] = part.id
            members[group].append(part.id)
            self._color(part.id, self._colors.of_element(element), element.data)
            yield part
        yield from self._groups(drawn.groups, members)

    def _groups(
        self, groups: Iterable[Group], members: Mapping[Group | None, list[str]]
    ) -> Iterator[Argument | Section]:
        shown = [each for each in groups if not each.shut_in]
        for each in shown:
            part_id = self._ids[each.section]
            color = self._colors.of_group(each.section, each.level)
            self._color(part_id, color, each.section.data)
            if each.is_closed:
                self._closed.add(part_id)
                members[each.parent].append(part_id)
                yield Argument(part_id, each.section.title)
        for each in shown:
            if not each.is_closed:
                yield Section(
                    self._ids[each.section],
                    each.section.title,
                    members=members[each],
                    parent=self._ids[each.parent.section] if each.parent else None,
                )

    def _color(self, part_id: str, color: str | None, data: Mapping[str, Any]) -> None:
        if color:
            self._colored[part_id] = color
        elif "color" in data and not self._settings.ignore_color_data:
            self._find(f"there is no colour {data['color']!r:.60}", part_id)

    def _part(self, element: Element) -> Claim | Argument | None:
        """Return what the map has for an element, or an argument that it has not."""
        part_id = self._ids.get(element)
        if part_id is None:
            return None
        part = self._map.find_part(part_id)
        if element not in self._mapped.ids:
            title = "" if element.is_untitled else element.title
            text, ranges = element.body
            part = Argument(
                part_id,
                title,
                text=text,
                tags=element.worded_tags,
                data={KEY: {"ranges": ranges}} if ranges else {},
            )
        if not isinstance(part, Claim | Argument):
            return None
        return self._labelled(part, element.title)

    def _labelled(self, part: Claim | Argument, title: str) -> Claim | Argument:
        """Return a part with what is to be written in its box, and without steps."""
        settings, text, own = self._settings, part.text, part.title
        is_argument = isinstance(part, Argument)
        mode = settings.statement_label_mode
        if is_argument:
            mode = settings.argument_label_mode
        if mode is LabelMode.TITLE:
            text = ""
        if not text:
            own = own or title
        elif mode is LabelMode.TEXT:
            own = ""
        changes: dict[str, Any] = {"text": text, "title": own}
        if is_argument:
            changes["steps"] = ()
        if not settings.add_tags:
            changes["tags"] = ()
        if all(getattr(part, key) == value for key, value in changes.items()):
            return part
        return attrs.evolve(part, **changes)

    def _lines(self, edges: Iterable[Edge], boxes: Iterable[str]) -> Iterator[Line]:
        """Yield every line once, with an id that nothing else has."""
        ids = Ids(boxes)
        for kind, tail, head in self._joined(edges):
            line = _line(kind, tail, head)
            part_id = ids.take(line.id)
            yield line if part_id == line.id else attrs.evolve(line, id=part_id)

    def _joined(self, edges: Iterable[Edge]) -> Iterable[tuple[RelationKind, str, str]]:
        """Return what joins which boxes; not what is inside a closed group."""
        joined: dict[object, tuple[RelationKind, str, str]] = {}
        for kind, source, target in edges:
            tail, head = self._box_ids.get(source), self._box_ids.get(target)
            if not tail or not head or (tail == head and tail in self._closed):
                continue
            drawn = RelationKind.ATTACK if kind is RelationKind.UNDERCUT else kind
            ends = frozenset((tail, head)) if kind.is_symmetric else (tail, head)
            joined.setdefault((drawn, ends), (drawn, tail, head))
        return joined.values()


def _line(kind: RelationKind, tail: str, head: str) -> Line:
    if kind in {RelationKind.SUPPORT, RelationKind.ENTAILS}:
        return Inference([tail], conclusion=head, strict=kind is RelationKind.ENTAILS)
    if kind.is_symmetric and tail != head:
        return Contradiction([tail, head], str(kind))
    return Counterpoint([tail], target=head)
