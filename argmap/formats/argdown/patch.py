"""The patch in the front matter, for what the text of a map cannot say.

The text says what Argdown can say. Where the map that it makes differs from the
one that was written, the difference stands under the ids of the parts: fields for
a part that there is, a whole part for one that there is not, null for one that
should not be there. Sources, the thesis and an unusual order stand beside them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from argmap.diagnostics import Span
from argmap.errors import InvalidMapError
from argmap.formats.codec import LISTS, record_of
from argmap.formats.located import Findings
from argmap.model import ArgumentMap, Claim, Data, Part, Source
from argmap.model.kinds import is_id
from argmap.model.pieces import by_field
from argmap.model.validation import Fault
from argmap.suggestions import did_you_mean, with_likely

KINDS: Final = {name: kind for name, kind in LISTS.items() if kind is not Source}
_NAMES: Final = "ids"
OWN_KEYS: Final = (*KINDS, "sources", "thesis")
"""The keys that mean something under `argmap` and nothing beside it."""
ORDER: Final = "order"
"""The key of the order of parts, by kinds, where that is not the one of the text."""
KEYS: Final = (*OWN_KEYS, "names", ORDER, "title", "author", "data")
"""All keys under `argmap`."""


def _with_worded_date(fields: object) -> object:
    """Return the fields of a source; a year alone is a number in YAML."""
    if isinstance(fields, dict) and type(fields.get("date")) is int:
        return {**fields, "date": str(fields["date"])}
    return fields


class Patch:
    """What the front matter says under `argmap`, to be put on a map."""

    def __init__(
        self,
        settings: Mapping[str, Any],
        span_of: Callable[..., Span],
        sources: Iterable[Mapping[str, Any]] = (),
    ) -> None:
        """Keep the settings; `span_of` says where the last of some keys stands.

        `sources` are further ones, those that the text itself names.
        """
        self._settings = settings
        self._span_of = span_of
        self.findings: Findings = Findings()
        self._sources = self._listed(sources)
        self.source_ids: list[str] = [each.id for each in self._sources]
        for key in settings:
            if key not in KEYS:
                likely = did_you_mean(str(key), KEYS)
                self._find(f"there is no key {key!r}", key, help_=likely)
        names = settings.get("names")
        self._are_ids = names == _NAMES
        listed = names if isinstance(names, list) else ()
        self._ids = {each for each in listed if isinstance(each, str)}

    def is_id(self, name: str) -> bool:
        """Return whether a name in brackets is an id and no title."""
        return is_id(name) and (self._are_ids or name in self._ids)

    def _find(self, message: str, *keys: str, help_: str | None = None) -> None:
        message = f"argmap in the front matter: {message}"
        span = self._span_of("argmap", *keys)
        self.findings.add("invalid-argmap-settings", message, span, help_)

    def apply(
        self, parts: Iterable[Part], title: str, data: Data, names: Mapping[str, str]
    ) -> ArgumentMap:
        """Return the map of the parts with what the settings say put on it.

        `names` leads from what claims and arguments are called to their ids.
        """
        settings = self._settings
        fields = by_field([*parts, *self._sources])
        known = {*self.source_ids}
        fields["claims"] = [self._sourced(each, known) for each in fields["claims"]]
        fields |= {"title": title, "data": data}
        if not settings:
            return ArgumentMap(**fields)
        changed = dict(fields)
        for name in ("title", "author", "data", "thesis"):
            if name in settings:
                changed[name] = settings[name]
        thesis = changed.get("thesis")
        if isinstance(thesis, str):
            changed["thesis"] = names.get(thesis, thesis)
        order = settings.get(ORDER)
        for name, kind in KINDS.items():
            changed[name] = self._changed(fields[name], settings.get(name), name, kind)
            if isinstance(order, dict) and isinstance(order.get(name), list):
                changed[name] = _reordered(changed[name], order[name])
        try:
            return ArgumentMap(**changed)
        except InvalidMapError as error:
            for fault in error.faults:
                self._find_fault(fault, names)
        except ValueError as error:
            self._find(str(error))
        return ArgumentMap(**fields)

    def _find_fault(self, fault: object, names: Iterable[str]) -> None:
        """Find why no map can be made, where the settings say that."""
        if not isinstance(fault, Fault):
            self._find(str(fault))
            return
        if fault.owner is None:
            thesis = str(self._settings.get(fault.field, ""))
            likely = did_you_mean(thesis, names)
            self._find(str(fault), fault.field, help_=likely)
            return
        kind = next(
            (name for name, kind in LISTS.items() if isinstance(fault.owner, kind)), ""
        )
        self._find(str(fault), kind, fault.owner.id, fault.field)

    def _sourced(self, claim: Claim, known: set[str]) -> Claim:
        """Leave out the quotations from sources that the settings do not list."""
        kept = [each for each in claim.quotations if each.source in known]
        if len(kept) == len(claim.quotations):
            return claim
        for each in claim.quotations:
            if each.source not in known:
                self._find(
                    f"no source has the id '{each.source}', which is quoted", "sources"
                )
        return attrs.evolve(claim, quotations=kept)

    def _listed(self, others: Iterable[Mapping[str, Any]]) -> list[Source]:
        """Return the sources, from a list or a mapping; a path alone names a file."""
        listed = self._settings.get("sources")
        if isinstance(listed, dict):
            listed = [
                {"id": source_id}
                | (fields if isinstance(fields, dict) else {"path": fields})
                for source_id, fields in listed.items()
            ]
        if listed is not None and not isinstance(listed, list):
            self._find("sources must be a list, or a mapping from ids", "sources")
            return []
        by_id: dict[str, Source] = {}
        for each in [*(listed or ()), *others]:
            source = self._new(Source, "sources", _with_worded_date(each))
            if source is None:
                continue
            known = by_id.setdefault(source.id, source)
            if known is not source and source != Source(source.id):
                self._find(f"two sources have the id '{source.id}'", "sources")
        return list(by_id.values())

    def _new(
        self,
        kind: type[Any],
        name: str,
        fields: object,
        about: str = "",
        known: Iterable[str] = (),
    ) -> Any:
        """Return a part made of fields, or None; its id may be a slip."""
        try:
            return record_of(kind).made_of(fields)
        except ValueError as error:
            part_id = fields.get("id") if isinstance(fields, dict) else ""
            message = with_likely(f"{about}{error}", str(part_id), known)
            self._find(message, name, str(part_id), _unknown(kind, fields))
            return None

    def _changed(
        self, parts: Sequence[Any], changes: object, name: str, kind: type[Any]
    ) -> Sequence[Any]:
        if changes is None:
            return parts
        if not isinstance(changes, dict):
            self._find(f"{name} must be a mapping from ids", name)
            return parts
        by_id = {each.id: each for each in parts}
        for part_id, fields in changes.items():
            part = by_id.get(part_id)
            if part is None:
                new = {"id": part_id, **fields} if isinstance(fields, dict) else fields
                made = self._new(kind, name, new, f"{name[:-1]} '{part_id}': ", by_id)
                if made is not None:
                    by_id[part_id] = made
            elif fields is None:
                del by_id[part_id]
            elif isinstance(fields, dict):
                try:
                    by_id[part_id] = attrs.evolve(
                        part, **record_of(kind).from_plain(fields)
                    )
                except ValueError as error:
                    message = f"{name[:-1]} '{part_id}': {error}"
                    self._find(message, name, part_id, _unknown(kind, fields))
            else:
                message = f"{name[:-1]} '{part_id}' must be a mapping or null"
                self._find(message, name, part_id)
        return list(by_id.values())


def _reordered(parts: Sequence[Any], order: Iterable[Any]) -> list[Any]:
    """Put those at these places first, counted from 1, and the rest behind."""
    places = dict.fromkeys(each - 1 for each in order if type(each) is int)
    first = [parts[each] for each in places if 0 <= each < len(parts)]
    rest = [each for place, each in enumerate(parts) if place not in places]
    return first + rest


def difference(wanted: ArgumentMap, got: ArgumentMap) -> dict[str, Any]:
    """Return the settings that turn the map got into the one wanted."""
    settings: dict[str, Any] = {}
    if wanted.thesis is not None:
        settings["thesis"] = wanted.thesis
    for name in ("title", "author"):
        if getattr(wanted, name) != getattr(got, name):
            settings[name] = getattr(wanted, name)
    if wanted.data != got.data:
        settings["data"] = wanted.data
    order: dict[str, list[int]] = {}
    for name in KINDS:
        before = {each.id: each for each in getattr(got, name)}
        after = {each.id: each for each in getattr(wanted, name)}
        changes = {
            part_id: _changes(part, before.get(part_id))
            for part_id, part in after.items()
            if part != before.get(part_id)
        }
        changes |= {part_id: None for part_id in before if part_id not in after}
        if changes:
            settings[name] = changes
        kept = [part_id for part_id in before if part_id in after]
        new = [part_id for part_id in after if part_id not in before]
        if kept + new != list(after):
            places = {part_id: place for place, part_id in enumerate(kept + new, 1)}
            order[name] = [places[part_id] for part_id in after]
    if order:
        settings[ORDER] = order
    return settings


def _changes(part: Any, before: Any) -> dict[str, Any]:
    record = record_of(type(part))
    fields = dict(record.written(part))
    if before is None:
        del fields["id"]
        return fields
    return {
        each.name: fields.get(each.name, each.default)
        for each in record.fields
        if getattr(part, each.name) != getattr(before, each.name)
    }


def _unknown(kind: type[Any], fields: object) -> str:
    """Return the first key among fields that is none of a part of this kind."""
    known = {each.name for each in record_of(kind).fields}
    given = fields if isinstance(fields, dict) else ()
    return next((each for each in given if each not in known), "")
