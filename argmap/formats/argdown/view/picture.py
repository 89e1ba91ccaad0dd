"""The view of a text: boxes, groups and lines as parts of a map of their own.

A statement is a box and so is an argument, reconstructed or not: its steps are not
shown, and what its premises and its conclusion have to do with others leads to and
from its box. A closed group is one box, an argument without steps.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.argdown import elements as argdown
from argmap.formats.argdown.elements import Element, Elements, RelationKind
from argmap.formats.argdown.mapping import Mapped
from argmap.formats.argdown.passes import conclusion_of, explode, regroup
from argmap.formats.argdown.texts import body
from argmap.formats.argdown.view.colors import Colors
from argmap.formats.argdown.view.edges import Edge, edges
from argmap.formats.argdown.view.groups import Group, find_groups
from argmap.formats.argdown.view.selection import Scope, select
from argmap.formats.argdown.view.settings import LabelMode, Settings, read_settings
from argmap.formats.document import View
from argmap.formats.ids import Ids, slug
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
_COLOR: Final = "color"
"""The key in data that gives a colour."""


def view(
    elements: Elements, mapped: Mapped, text: str, wishes: AbstractSet[str]
) -> tuple[View | None, tuple[Diagnostic, ...]]:
    """Return what a text wants drawn, and what of its settings is not honoured.

    The wishes are what its data speaks of, beside the settings.
    """
    settings, findings = read_settings(elements, text)
    selects = settings.selects or not wishes <= {_COLOR}
    if not (selects or settings.has_colors or wishes):
        return None, tuple(findings)
    picture = _Picture(elements, mapped, settings)
    wanted = picture.selected() if selects else picture.painted()
    return wanted, (*findings, *picture.findings)


class _Picture:
    """What is drawn, on its way to a view."""

    def __init__(self, elements: Elements, mapped: Mapped, settings: Settings) -> None:
        self._map = mapped.argument_map
        self.findings: list[Diagnostic] = []
        self._settings = settings
        self._mapped = mapped
        if settings.explode_arguments:
            elements = explode(elements)
        self._elements = elements
        all_ = (*elements.statements.values(), *elements.arguments.values())
        self._sections = elements.sections
        self._homes = {id(each): each.section for each in all_}
        if settings.regroup:
            self._sections, homes = regroup(elements, settings.regroup)
            self._homes = {id(each): homes.get(id(each)) for each in all_}
        self._ids = self._named()
        self._colors = Colors(
            settings, {tag: place for place, tag in enumerate(elements.tags)}
        )
        self._colored: dict[str, str] = {}
        self._places: dict[int, str] = {}
        self._closed: set[str] = set()

    def _named(self) -> dict[int, str]:
        """Return all ids, those of what is no part of the whole map too."""
        ids = dict(self._mapped.ids)
        free = Ids()
        for part_id in ids.values():
            free.take(part_id)
        steps: Counter[int] = Counter()
        for each in self._elements.arguments.values():
            conclusion = conclusion_of(each)
            if id(each) in ids or conclusion is None:
                continue
            inference = conclusion.inference
            whole = id(inference.argument)
            if whole in self._mapped.ids:
                steps[whole] += 1
                ids[id(each)] = free.take(f"{ids[whole]}-{steps[whole]}")
            elif id(inference) in ids:
                ids[id(each)] = ids[id(inference)]
        for section in self._sections:
            if id(section) not in ids:
                ids[id(section)] = free.take(slug(section.title), "section")
        return ids

    def selected(self) -> View | None:
        """Return what is selected; None if that is nothing, or far too many lines."""
        relations = self._elements.relations
        scope = select(self._elements, self._settings, self._homes)
        most = _FEW_LINES + _LINES_AN_ELEMENT * (len(relations) + len(self._homes))
        lines = list(islice(edges(relations, scope), most + 1))
        if len(lines) > most:
            self._find(f"the settings ask for over {most} lines; the whole is drawn")
            return None
        parts: list[Piece] = [*self._boxes(scope)]
        if not parts and self._homes:
            self._find("the settings leave nothing to draw; the whole is drawn")
            return None
        parts += self._steps(lines, {each.id for each in parts})
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

    def painted(self) -> View | None:
        """Return all of the map with colours, or None if there are none."""
        elements = self._elements
        for each in (*elements.statements.values(), *elements.arguments.values()):
            part_id = self._ids.get(id(each))
            color = self._colors.of_element(each)
            if isinstance(each, argdown.Argument) and conclusion_of(each):
                if color and part_id:
                    self._find("its steps are drawn, which have no colour", part_id)
            elif part_id:
                self._paint(part_id, color, each.data)
        for section in self._sections:
            color = self._colors.of_group(section, section.level)
            self._paint(self._ids[id(section)], color, section.data)
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

    def _boxes(self, scope: Scope) -> Iterator[Claim | Argument | Section]:
        """Yield what is drawn, then the groups that it is in."""
        drawn = (*scope.statements, *scope.arguments)
        groups = find_groups(
            self._sections, self._settings, (self._homes[id(each)] for each in drawn)
        )
        members: defaultdict[Group | None, list[str]] = defaultdict(list)
        for element in drawn:
            part = self._part(element)
            if part is None:
                continue
            group = groups[id(self._homes[id(element)])]
            box = group.box if group else None
            if box:
                self._places[id(element)] = self._ids[id(box.section)]
                continue
            self._places[id(element)] = part.id
            members[group].append(part.id)
            self._paint(part.id, self._colors.of_element(element), element.data)
            yield part
        yield from self._groups(dict.fromkeys(groups.values()), members)

    def _groups(
        self,
        groups: Iterable[Group | None],
        members: Mapping[Group | None, list[str]],
    ) -> Iterator[Argument | Section]:
        shown = [each for each in groups if each and not each.shut_in]
        for each in shown:
            name = self._ids[id(each.section)]
            color = self._colors.of_group(each.section, each.level)
            self._paint(name, color, each.section.data)
            if each.is_closed:
                self._closed.add(name)
                members[each.parent].append(name)
                yield Argument(name, each.section.title)
        for each in shown:
            if not each.is_closed:
                yield Section(
                    self._ids[id(each.section)],
                    each.section.title,
                    members=members[each],
                    parent=self._ids[id(each.parent.section)] if each.parent else None,
                )

    def _paint(self, part_id: str, color: str | None, data: Mapping[str, Any]) -> None:
        if color:
            self._colored[part_id] = color
        elif _COLOR in data and not self._settings.ignores_color_data:
            self._find(f"there is no colour {data[_COLOR]!r:.60}", part_id)

    def _part(self, element: Element) -> Claim | Argument | None:
        """Return what the map has for an element, or an argument that it has not."""
        part_id = self._ids.get(id(element))
        if part_id is None:
            return None
        part = self._map.find_part(part_id)
        if id(element) not in self._mapped.ids:
            canonical = element.canonical
            text = body(canonical)[0] if canonical else ""
            tags = [each for each in element.tags if each.strip()]
            title = "" if element.is_untitled else element.title
            part = Argument(part_id, title, text=text, tags=tags)
        if not isinstance(part, Claim | Argument):
            return None
        return self._labelled(part, element.title)

    def _labelled(self, part: Claim | Argument, title: str) -> Claim | Argument:
        """Return a part with what is to be written in its box, and without steps."""
        settings, text, own = self._settings, part.text, part.title
        is_argument = isinstance(part, Argument)
        mode = settings.argument_label if is_argument else settings.statement_label
        if mode is LabelMode.TITLE:
            text = ""
        if not text:
            own = own or title
        elif mode is LabelMode.TEXT:
            own = ""
        changes: dict[str, Any] = {"text": text, "title": own}
        if is_argument:
            changes["steps"] = ()
        if not settings.adds_tags:
            changes["tags"] = ()
        if all(getattr(part, key) == value for key, value in changes.items()):
            return part
        return attrs.evolve(part, **changes)

    def _steps(self, lines: Iterable[Edge], boxes: Iterable[str]) -> Iterator[Line]:
        """Yield every line once, with an id that nothing else has."""
        ids = Ids()
        for part_id in boxes:
            ids.take(part_id)
        for kind, tail, head in self._placed(lines):
            step = _line(kind, tail, head)
            part_id = ids.take(step.id)
            yield step if part_id == step.id else attrs.evolve(step, id=part_id)

    def _placed(self, lines: Iterable[Edge]) -> Iterable[tuple[RelationKind, str, str]]:
        """Return what joins which boxes; not what is inside a closed group."""
        placed: dict[object, tuple[RelationKind, str, str]] = {}
        for kind, source, target in lines:
            tail, head = self._places.get(id(source)), self._places.get(id(target))
            if not tail or not head or (tail == head and tail in self._closed):
                continue
            told = RelationKind.ATTACK if kind is RelationKind.UNDERCUT else kind
            ends = frozenset((tail, head)) if kind.is_symmetric else (tail, head)
            placed.setdefault((told, ends), (told, tail, head))
        return placed.values()


def _line(kind: RelationKind, tail: str, head: str) -> Line:
    if kind in {RelationKind.SUPPORT, RelationKind.ENTAILS}:
        return Inference([tail], conclusion=head, strict=kind is RelationKind.ENTAILS)
    if kind.is_symmetric and tail != head:
        return Contradiction([tail, head], str(kind))
    return Counterpoint([tail], target=head)
