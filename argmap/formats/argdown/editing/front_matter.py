"""Front matter that says of a map what no line of a text says."""

from collections.abc import Mapping
from typing import Any

from argmap.formats.argdown.editing.comparing import in_order_of
from argmap.formats.argdown.editing.reading import Reading
from argmap.formats.argdown.fields import KEY
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.hunks import Hunk, applied
from argmap.formats.argdown.mapping import SETTINGS, to_map
from argmap.formats.argdown.patch import KINDS, difference
from argmap.formats.argdown.settings import with_settings
from argmap.formats.argdown.writing import written_sources
from argmap.model import ArgumentMap


def completed(reading: Reading, wanted: ArgumentMap) -> Hunk | None:
    """Return the hunk that puts what a text does not say of a map into its settings."""
    got = reading.argument_map
    settings = reading.elements.settings
    front = {
        key: each
        for key, each in settings.items()
        if key not in _changed_keys(wanted, got)
    }
    if wanted.title and wanted.title != got.title:
        front["title"] = wanted.title
    front |= {
        key: each
        for key, each in wanted.data.items()
        if key not in {SETTINGS, "title", KEY} and got.data.get(key) != each
    }
    own = dict(reading.elements.settings_of(SETTINGS))
    if wanted.sources != got.sources:
        own["sources"] = written_sources(wanted)
    others = {key: each for key, each in own.items() if key not in KINDS}
    bare = with_settings(reading.text, reading.elements, _with_own(front, others))
    text = applied(reading.text, [bare] if bare else [])
    got = to_map(read_elements(text)[1]).argument_map
    changes = difference(in_order_of(wanted, got), got)
    if got.thesis == wanted.thesis:
        changes.pop("thesis", None)
    if wanted.thesis is None:
        others.pop("thesis", None)
    front = _with_own(front, others | changes)
    return with_settings(reading.text, reading.elements, front)


def _changed_keys(wanted: ArgumentMap, got: ArgumentMap) -> set[str]:
    gone = {key for key in got.data if key not in wanted.data}
    return {*gone, SETTINGS, *(("title",) if wanted.title != got.title else ())}


def _with_own(front: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    return {**front, **({SETTINGS: own} if own else {})}
