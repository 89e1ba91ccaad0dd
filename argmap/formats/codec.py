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
    def _types(self) -> dict[str, tuple[type, ...]]:
        return {each.name: _types(each.kind) for each in self.fields}

    @cached_property
    def _inner(self) -> list[tuple[str, Callable[[Any], object]]]:
        pairs = ((each.name, _builder(each.kind)) for each in self.fields)
        return [(name, build) for name, build in pairs if build]

    def build(self, value: Any) -> Any:
        """Build it of plain data; checks keys and types, and the model the values.

        Raises any of ValueError, TypeError, LookupError, when that is not right.
        """
        if type(value) is not dict:
            raise TypeError(value)
        for key, each in value.items():
            if type(each) not in self._types[key]:
                raise TypeError(key)
        for name, build in self._inner:
            if name in value:
                value[name] = build(value[name])
        return self._made(value)

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

    @cached_property
    def _versioned(self) -> list[Field]:
        return [
            each
            for each in self.fields
            if each.since > 1 or isinstance(item_of(each.kind), Nested)
        ]

    def version(self, written: Mapping[str, Any]) -> int:
        """Return the first version of the format that has all that was written."""
        version = 1
        for each in self._versioned:
            if each.name not in written:
                continue
            version = max(version, each.since)
            item, held = item_of(each.kind), written[each.name]
            if isinstance(item, Nested):
                record = record_of(item.make)
                inside = held if isinstance(held, list) else [held]
                nested = (each for each in inside if isinstance(each, dict))
                version = max([version, *map(record.version, nested)])
        return version

    def from_plain(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields made of plain data, which need not be all.

        Raises ValueError for a field that there is not, and for what is nested.
        """
        made = dict(fields)
        for name, value in fields.items():
            if name not in self._by_name:
                msg = f"there is no field {name!r}"
                raise ValueError(with_likely(msg, str(name), self._by_name))
            made[name] = _from_plain(self._by_name[name].kind, value)
        return made

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


def _types(kind: Kind) -> tuple[type, ...]:
    """Return the types that a decoder of JSON gives for a value."""
    match kind:
        case Maybe():
            return _types(kind.kind)
        case ListOf():
            return (list,)
        case Nested():
            return (str, dict) if kind.is_short else (dict,)
        case Scalar():
            return kind.types


def _builder(kind: Kind) -> Callable[[Any], object] | None:
    """Return what builds a value; None where it stands for itself."""
    match kind:
        case Maybe():
            return _builder(kind.kind)
        case ListOf():
            inner = _builder(kind.item)
            return inner and (lambda value: [inner(each) for each in value])
        case Nested():
            build = record_of(kind.make).build
            if kind.is_short:
                return lambda value: value if type(value) is str else build(value)
            return build
        case Scalar():
            return None


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


def _from_plain(kind: Kind, value: Any) -> Any:
    match kind:
        case Maybe():
            return value if value is None else _from_plain(kind.kind, value)
        case ListOf(item=Nested()):
            listed = values.frozen_list(value)
            return [_from_plain(kind.item, each) for each in listed]
        case Nested() if not (kind.is_short and isinstance(value, str)):
            return record_of(kind.make).made_of(value)
        case _:
            return value
