"""Codec of parts: from plain data to values of the model, and back.

All of it follows the fields of the classes: their kinds, defaults and metadata. It
reads fast what is right, decodes from a located tree what can be decoded of the rest
and says why of what cannot, and writes.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, TypeAlias

import attrs

from argmap.formats.located import Findings, Node, shown
from argmap.model import values
from argmap.model.kinds import (
    Kind,
    ListOf,
    Maybe,
    Nested,
    Scalar,
    is_id,
    item_of,
    kind_of,
)
from argmap.model.pieces import FIELDS
from argmap.suggestions import did_you_mean, with_likely
from argmap.words import with_article

Decode: TypeAlias = Callable[[Kind, Node, str, Findings], object]

MISSING: Final = object()
"""The result of decoding a value that is not right."""

_MOST_COMPARED = 5_000


@attrs.frozen
class Field:
    """A field of a record: its kind, what it is for, and whether it must be given."""

    name: str
    kind: Kind
    description: str
    is_required: bool = False
    default: object = None
    since: int = 1


@attrs.frozen
class Record:
    """An object with these fields, of which `make` makes a value."""

    name: str
    description: str
    make: Callable[..., Any]
    fields: tuple[Field, ...]

    @cached_property
    def _by_name(self) -> dict[str, Field]:
        return {each.name: each for each in self.fields}

    @cached_property
    def _nested(self) -> list[tuple[Field, Nested]]:
        pairs = ((each, item_of(each.kind)) for each in self.fields)
        return [(each, item) for each, item in pairs if isinstance(item, Nested)]

    @cached_property
    def _newer(self) -> list[Field]:
        return [each for each in self.fields if each.since > 1]

    def _made(self, fields: dict[str, Any]) -> Any:
        """Make it; only in Python may a text stand in the place of an id."""
        if not is_id(fields.get("id", "none")):
            msg = f"id must look like 'rent-control', not {fields['id']!r}"
            raise ValueError(msg)
        return self.make(**fields)

    def decode(self, node: Node, path: str, findings: Findings) -> Any:
        """Make it of the fields that are right, if they are enough; else MISSING."""
        decoded = self.decoded_fields(node, path, findings)
        required = {each.name for each in self.fields if each.is_required}
        if not required <= decoded.keys():
            return MISSING
        try:
            return self._made(decoded)
        except ValueError as error:
            findings.add("bad-value", f"{path}: {error}", node.span)
        if not required:
            return MISSING
        try:
            return self._made({name: decoded[name] for name in required})
        except ValueError:
            return MISSING

    def decoded_fields(
        self, node: Node, path: str, findings: Findings, decode: Decode | None = None
    ) -> dict[str, Any]:
        """Return the values of those fields that are right."""
        if not isinstance(node.items, dict):
            _wrong_type("an object", node, path, findings)
            return {}
        decoded: dict[str, Any] = {}
        for name, each in node.items.items():
            field = self._by_name.get(name)
            if field is None:
                self._find_unknown_key(name, each, path, findings)
                continue
            inner = f"{path}.{name}"
            value = (decode or decode_value)(field.kind, each, inner, findings)
            if value is not MISSING:
                decoded[name] = value
        if node.end > 0:
            self._find_missing_keys(node, path, findings)
        return decoded

    def _find_unknown_key(
        self, name: str, node: Node, path: str, findings: Findings
    ) -> None:
        message = f"{path} has no key {shown(name)}"
        help_ = suggestion(name, self._by_name, findings)
        findings.add("unknown-key", message, node.key or node.span, help_)

    def _find_missing_keys(self, node: Node, path: str, findings: Findings) -> None:
        for each in self.fields:
            if each.is_required and each.name not in (node.items or ()):
                message = f"{path}.{each.name} is missing"
                help_ = f'write "{each.name}": {each.default}' if each.default else None
                findings.add("missing-key", message, node.span, help_)

    def written(self, value: Any) -> Iterator[tuple[str, object]]:
        """Yield the fields that are not as by default, as plain data."""
        for each in self.fields:
            held = getattr(value, each.name)
            if held is not None and held != each.default:
                yield each.name, _write(each.kind, held)

    def version(self, written: Mapping[str, Any]) -> int:
        """Return the first version of the format that has all that was written."""
        versions = [each.since for each in self._newer if each.name in written]
        for each, item in self._nested:
            held = written.get(each.name)
            if held is None:  # as mostly
                continue
            inside = held if isinstance(held, list) else [held]
            nested = (value for value in inside if isinstance(value, dict))
            versions += map(record_of(item.make).version, nested)
        return max(versions, default=1)

    def build(self, value: Any) -> Any:
        """Return it made of plain data as JSON has it, where null stands for nothing.

        Raises ValueError, or TypeError, without a word where that takes long to find.
        """
        is_known = type(value) is dict and value.keys() <= self._by_name.keys()
        if not is_known or None in value.values():
            raise ValueError(value)
        return self._made(self._with_nested(value, Record.build))

    def from_plain(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields made of plain data, which need not be all.

        Raises ValueError for a field that there is not, and for what is nested.
        """
        for name in fields:
            if name not in self._by_name:
                msg = f"there is no field {name!r}"
                raise ValueError(with_likely(msg, str(name), self._by_name))
        return self._with_nested(fields, Record.made_of)

    def made_of(self, value: object) -> Any:
        """Return it made of plain data; raises ValueError."""
        if not isinstance(value, dict):
            msg = f"{with_article(self.name)} must be a mapping, not {value!r:.60}"
            raise ValueError(msg)
        try:
            return self._made(self._complete(self.from_plain(value)))
        except ValueError as error:
            msg = f"{with_article(self.name)}: {error}"
            raise ValueError(msg) from error

    def _complete(self, fields: dict[str, Any]) -> dict[str, Any]:
        for each in self.fields:
            if each.is_required and each.name not in fields:
                msg = f"{each.name} is missing"
                raise ValueError(msg)
        return fields

    def _with_nested(
        self, fields: Mapping[str, Any], make: Callable[["Record", Any], Any]
    ) -> dict[str, Any]:
        """Return fields with what is nested in them made by a method of its record."""
        made = dict(fields)
        for each, item in self._nested:
            value = made.get(each.name)
            if not isinstance(each.kind, ListOf):
                if value is not None:
                    made[each.name] = _made_inside(item, value, make)
            elif isinstance(value, list | tuple):  # the class refuses anything else
                made[each.name] = [_made_inside(item, one, make) for one in value]
        return made


_RECORDS: dict[type[Any], Record] = {}


def record_of(make: type[Any]) -> Record:
    """Return the record of a class of the model: its id first, free data last."""
    if make not in _RECORDS:
        _RECORDS[make] = _record(make)
    return _RECORDS[make]


def _record(make: type[Any]) -> Record:
    fields = [
        Field(
            each.name,
            kind_of(each),
            each.metadata["description"],
            each.default is attrs.NOTHING,
            each.default,
            each.metadata["since"],
        )
        for each in values.fields_of(make)
    ]
    fields.sort(key=lambda each: each.name != "id")
    description = (make.__doc__ or "").partition("\n")[0]
    return Record(make.__name__.lower(), description, make, tuple(fields))


_LISTS: Final = (
    "sources",
    "claims",
    "questions",
    "arguments",
    "inferences",
    "counterpoints",
    "contradictions",
    "rephrases",
    "preferences",
    "sections",
)
_BY_FIELD: Final = {name: kind for kind, name in FIELDS.items()}
LISTS: Final[dict[str, type[Any]]] = {name: _BY_FIELD[name] for name in _LISTS}
"""The lists of a map, in the order of writing, and the classes that they hold."""


def suggestion(word: str, known: Collection[str], findings: Findings) -> str | None:
    """Return help for a misspelt word, while that is not too much work."""
    if len(known) * (len(findings) + 1) > _MOST_COMPARED:
        return None
    return did_you_mean(word, known)


def decode_value(kind: Kind, node: Node, path: str, findings: Findings) -> object:
    """Return the value of a node; MISSING, and findings, when it is not right."""
    match kind:
        case Maybe():
            return decode_value(kind.kind, node, path, findings)
        case ListOf():
            return _decode_list(kind, node, path, findings)
        case Nested():
            record = record_of(kind.make)
            if kind.is_short and node.items is None:
                return decode_value(record.fields[0].kind, node, path, findings)
            return record.decode(node, path, findings)
        case Scalar():
            return _decode_scalar(kind, node, path, findings)


def _decode_list(kind: ListOf, node: Node, path: str, findings: Findings) -> object:
    if not isinstance(node.items, list):
        return _wrong_type("a list", node, path, findings)
    decoded = [
        decode_value(kind.item, each, f"{path}[{index}]", findings)
        for index, each in enumerate(node.items)
    ]
    if len(decoded) < kind.least:
        message = f"{path} must hold at least {kind.least}, not {len(decoded)}"
        findings.add("bad-value", message, node.span)
    elif all(each is not MISSING for each in decoded):
        return decoded
    return MISSING


def _decode_scalar(kind: Scalar, node: Node, path: str, findings: Findings) -> object:
    if node.faulty:
        return MISSING
    if kind.fits(node.value):
        return node.value
    code = kind.code if type(node.value) in kind.types else "wrong-type"
    findings.add_unwanted(kind.wanted, node, path, code)
    return MISSING


def _wrong_type(wanted: str, node: Node, path: str, findings: Findings) -> object:
    if not (node.faulty and node.items is None):
        findings.add_unwanted(wanted, node, path)
    return MISSING


def _write(kind: Kind, value: Any) -> object:
    match kind:
        case Maybe():
            return _write(kind.kind, value)
        case ListOf(item=Scalar()):
            return list(value)
        case ListOf():
            return [_write(kind.item, each) for each in value]
        case Nested():
            record = record_of(kind.make)
            written = dict(record.written(value))
            first = record.fields[0].name
            return written[first] if kind.is_short and len(written) == 1 else written
        case Scalar():
            return value


def _made_inside(
    kind: Nested, value: object, make: Callable[[Record, Any], Any]
) -> object:
    is_short = kind.is_short and isinstance(value, str)
    return value if is_short else make(record_of(kind.make), value)
