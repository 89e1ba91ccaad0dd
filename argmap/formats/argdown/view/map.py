"""Argdown's own map: boxes in groups, and the edges between them.

By default the groups are the deepest sections, `group.groupDepth` levels of them.
What is in a section that is no group is in the next one around it that is.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import attrs

from argmap.formats.argdown.elements import Elements, Section
from argmap.formats.argdown.view.scope import Box, Edge
from argmap.formats.argdown.view.selection import select
from argmap.formats.argdown.view.settings import Settings


@attrs.frozen(eq=False)
class Group:
    """A section that is drawn, the group around it, and its level from 1 on.

    `shut_in` is the outermost closed group around it.
    """

    section: Section
    parent: "Group | None"
    level: int
    is_closed: bool
    shut_in: "Group | None"

    @property
    def box(self) -> "Group | None":
        """The group whose box stands for what is in this one, if it is closed."""
        return self.shut_in or (self if self.is_closed else None)


@attrs.frozen(eq=False)
class BoxMap:
    """Boxes, groups from the outside in, and edges, some of these more than once.

    `group_of` has the group that a box is in.
    """

    boxes: Sequence[Box]
    groups: Sequence[Group]
    group_of: Mapping[Box, Group | None]
    edges: Sequence[Edge]


def box_map(
    elements: Elements,
    settings: Settings,
    homes: Mapping[Box, Section | None],
    most_edges: int,
) -> BoxMap | None:
    """Return what is drawn of elements; None if that has more than so many edges.

    `homes` has the section of each statement and argument.
    """
    scope = select(elements, settings, homes)
    edges = list(islice(scope.edges(elements.relations), most_edges + 1))
    if len(edges) > most_edges:
        return None
    boxes: list[Box] = [*scope.statements, *scope.arguments]
    groups = _groups(elements.sections, settings, (homes[each] for each in boxes))
    return BoxMap(
        boxes,
        [each for each in dict.fromkeys(groups.values()) if each],
        {each: groups[homes[each]] for each in boxes},
        edges,
    )


def _groups(
    sections: Sequence[Section], settings: Settings, homes: Iterable[Section | None]
) -> dict[Section | None, Group | None]:
    """Return the group that each section around `homes` is or is in.

    The sections come from the outside in. None has no group: `None` leads to it.
    """
    least = max((each.level for each in sections), default=0) - settings.group_depth + 1
    wanted = _with_those_around(homes)
    found: dict[Section | None, Group | None] = {None: None}
    for section in sections:
        if section in wanted:
            group = found[section.parent]
            if _is_group(section, settings, least):
                group = _group(section, group, settings)
            found[section] = group
    return found


def _with_those_around(homes: Iterable[Section | None]) -> set[Section]:
    wanted: set[Section] = set()
    for home in homes:
        at = home
        while at is not None and at not in wanted:
            wanted.add(at)
            at = at.parent
    return wanted


def _is_group(section: Section, settings: Settings, least: int) -> bool:
    if settings.regroup:
        return True
    given = _given(section, "isGroup", settings, is_ignored=settings.ignore_is_group)
    if given is not None:
        return bool(given)
    listed = settings.sections
    return section.level >= least and (listed is None or section.title in listed)


def _group(section: Section, parent: Group | None, settings: Settings) -> Group:
    return Group(
        section,
        parent,
        parent.level + 1 if parent else 1,
        is_closed=bool(
            _given(section, "isClosed", settings, is_ignored=settings.ignore_is_closed)
        ),
        shut_in=parent.box if parent else None,
    )


def _given(section: Section, key: str, settings: Settings, *, is_ignored: bool) -> Any:
    """Return what the settings say of a section, or else what its data does."""
    listed = settings.sections or {}
    if section.title in listed:
        return listed[section.title].get(key)
    return None if is_ignored else section.data.get(key)
