"""Which sections are drawn as groups, as the settings and their data say.

By default these are the deepest ones, `group.groupDepth` levels of them. What is in
a section that is no group is in the next one around it that is.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from argmap.formats.argdown.elements import Section
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


def find_groups(
    sections: Sequence[Section], settings: Settings, homes: Iterable[Section | None]
) -> dict[int, Group | None]:
    """Return the group that each section around `homes` is or is in, by its `id()`.

    The sections come from the outside in. None has no group: `id(None)` leads to it.
    """
    least = max((each.level for each in sections), default=0) - settings.group_depth + 1
    wanted = _with_those_around(homes)
    found: dict[int, Group | None] = {id(None): None}
    for section in sections:
        if id(section) in wanted:
            group = found[id(section.parent)]
            if _is_group(section, settings, least):
                group = _group(section, group, settings)
            found[id(section)] = group
    return found


def _with_those_around(homes: Iterable[Section | None]) -> set[int]:
    wanted: set[int] = set()
    for home in homes:
        at = home
        while at is not None and id(at) not in wanted:
            wanted.add(id(at))
            at = at.parent
    return wanted


def _is_group(section: Section, settings: Settings, least: int) -> bool:
    if settings.regroup:
        return True
    said = _said(section, "isGroup", settings, is_ignored=settings.ignores_is_group)
    if said is not None:
        return bool(said)
    listed = settings.sections
    return section.level >= least and (listed is None or section.title in listed)


def _group(section: Section, parent: Group | None, settings: Settings) -> Group:
    return Group(
        section,
        parent,
        parent.level + 1 if parent else 1,
        is_closed=bool(
            _said(section, "isClosed", settings, is_ignored=settings.ignores_is_closed)
        ),
        shut_in=parent.box if parent else None,
    )


def _said(section: Section, key: str, settings: Settings, *, is_ignored: bool) -> Any:
    """Return what the settings say of a section, or else what its data does."""
    listed = settings.sections or {}
    if section.title in listed:
        return listed[section.title].get(key)
    return None if is_ignored else section.data.get(key)
