"""Colours that the author of a text gives to what is drawn.

Only what somebody asked for is coloured: where the reference would fall back on its
own colours, argmap's palette is used.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from argmap.formats.argdown.elements import Argument, Element, Section
from argmap.formats.argdown.view.color_schemes import DEFAULT, GROUPS, SCHEMES
from argmap.formats.argdown.view.settings import Color, Settings, is_hex


@attrs.frozen
class Colors:
    """The colours of elements and groups; `tags` are in the order of first use."""

    settings: Settings
    tags: Mapping[str, int]

    def of_element(self, element: Element) -> str | None:
        """Return the colour of a statement or an argument.

        >>> from argmap.formats.argdown.elements import Statement
        >>> statement = Statement("Rents", is_untitled=False, data={"color": "#1b9e77"})
        >>> Colors(Settings(), {}).of_element(statement)
        '#1b9e77'
        """
        settings = self.settings
        scheme = settings.color_scheme or SCHEMES[DEFAULT]
        named = (
            settings.argument_colors
            if isinstance(element, Argument)
            else settings.statement_colors
        )
        if "color" in element.data and not settings.ignore_color_data:
            return _chosen(element.data["color"], scheme)
        if element.title in named:
            return _chosen(named[element.title], scheme)
        if settings.colorize_by_tag and element.tags:
            return self._of_tags(element.tags, scheme)
        return scheme[0] if settings.color_scheme else None

    def of_group(self, section: Section, level: int) -> str | None:
        """Return the colour of a group; the outermost have the level 1."""
        settings = self.settings
        scheme = settings.group_color_scheme or GROUPS
        if "color" in section.data and not settings.ignore_color_data:
            return _chosen(section.data["color"], scheme)
        if section.title in settings.group_colors:
            return _chosen(settings.group_colors[section.title], scheme)
        if settings.colorize_groups_by_tag and section.tags:
            return self._of_tags(section.tags, scheme)
        if settings.group_color_scheme:
            return scheme[min(level, len(scheme)) - 1]
        return None

    def _of_tags(self, tags: Iterable[str], scheme: Sequence[str]) -> str | None:
        """Return the colour of the tag that comes first in priority, then in order."""
        tag = max(tags, key=self._priority)
        own = self.settings.tag_colors.get(tag)
        if own is not None:
            return _chosen(own, scheme)
        return _chosen(self.tags[tag] + 1, scheme) if self.settings.has_colors else None

    def _priority(self, tag: str) -> float:
        own = self.settings.tag_colors.get(tag)
        priority = own.get("priority") if isinstance(own, Mapping) else None
        return priority if isinstance(priority, int | float) else 0


def _chosen(color: Color | Any, scheme: Sequence[str]) -> str | None:
    if isinstance(color, Mapping):
        color = color.get("color")
    if isinstance(color, str):
        return color if is_hex(color) else None
    if type(color) is int and 0 <= color < len(scheme):
        return scheme[color]
    return None
