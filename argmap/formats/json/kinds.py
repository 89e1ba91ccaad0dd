"""The kinds of JSON value that a map is written in.

One declaration of a kind serves four ends: to read fast what is right, to place
what can be placed of what is not and say why of the rest, to write, and to
publish as JSON Schema.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, Final, Protocol, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic
from argmap.formats.scanner import Node, fault, shown, unwanted
from argmap.suggestions import did_you_mean

Schema: TypeAlias = dict[str, Any]
Findings: TypeAlias = list[Diagnostic]

OMITTED: Final = object()
"""What placing gives for a value that cannot be placed."""

_MOST_COMPARED = 20_000


def suggestion(word: str, known: Collection[str], findings: Findings) -> str | None:
    """Return help for a misspelt word, while that is not too much work."""
    if len(known) * (len(findings) + 1) > _MOST_COMPARED:
        return None
    return did_you_mean(word, known)


class Kind(Protocol):
    """A kind of JSON value: `types` are those the decoder gives for it."""

    @property
    def types(self) -> tuple[type, ...]:
        """The types that the decoder gives for it."""

    def build(self, value: Any) -> object:
        """Build what the model wants from what the decoder gave.

        Raises any of ValueError, TypeError, LookupError, when it is not right.
        """

    def place(self, node: Node, path: str, findings: Findings) -> object:
        """Build it from a node; OMITTED, and findings, when it is not right."""

    def write(self, value: Any) -> object:
        """Turn what the model holds into what the encoder takes."""

    def schema(self) -> Schema:
        """Return its JSON Schema."""

    def shapes(self) -> "Iterator[Shape]":
        """Yield the shapes in it."""


def _anything(_: object) -> bool:
    return True


@attrs.frozen
class Scalar:
    """One value that stands for itself; `wanted` says in words what is right."""

    wanted: str
    types: tuple[type, ...]
    json: Schema
    accepts: Callable[[Any], bool] = _anything
    code: str = "bad-value"

    def build(self, value: Any) -> object:
        """Return it as it is; the model looks at it again."""
        return value

    def place(self, node: Node, path: str, findings: Findings) -> object:
        """Return the value, if it is right."""
        if node.faulty:
            return OMITTED
        is_typed = type(node.value) in self.types
        if is_typed and self.accepts(node.value):
            return node.value
        code = self.code if is_typed else "wrong-type"
        findings.append(unwanted(self.wanted, node, path, code))
        return OMITTED

    def write(self, value: Any) -> object:
        """Return it as it is."""
        return value

    def schema(self) -> Schema:
        """Return its JSON Schema."""
        return self.json

    def shapes(self) -> "Iterator[Shape]":
        """Yield nothing."""
        return iter(())


@attrs.frozen
class ListOf:
    """A list of one kind, placed whole or not at all."""

    item: Kind
    least: int = 0
    are_different: bool = False
    types: tuple[type, ...] = (list,)

    def build(self, value: Any) -> object:
        """Build every item."""
        return [self.item.build(each) for each in value]

    def place(self, node: Node, path: str, findings: Findings) -> object:
        """Place every item."""
        if not isinstance(node.items, list):
            return _wrong_type("a list", node, path, findings)
        placed = [
            self.item.place(each, f"{path}[{index}]", findings)
            for index, each in enumerate(node.items)
        ]
        if len(placed) < self.least:
            message = f"{path} must hold at least {self.least}, not {len(placed)}"
            findings.append(fault("bad-value", message, node.span))
        elif all(each is not OMITTED for each in placed):
            return placed
        return OMITTED

    def write(self, value: Any) -> object:
        """Write every item."""
        return [self.item.write(each) for each in value]

    def schema(self) -> Schema:
        """Return its JSON Schema."""
        schema: Schema = {"type": "array", "items": self.item.schema()}
        if self.least:
            schema["minItems"] = self.least
        if self.are_different:
            schema["uniqueItems"] = True
        return schema

    def shapes(self) -> "Iterator[Shape]":
        """Yield those of its items."""
        return self.item.shapes()


@attrs.frozen
class Field:
    """A key of a shape, what stands under it, and what that is for."""

    name: str
    kind: Kind
    description: str
    is_required: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Shape:
    """An object with these fields, of which `make` makes a value of the model.

    What the model has as a default is left out when writing.
    """

    name: str
    description: str
    make: type[Any]
    fields: tuple[Field, ...]
    types: tuple[type, ...] = (dict,)
    _by_name: dict[str, Field] = attrs.field(init=False, repr=False)
    _types: dict[str, tuple[type, ...]] = attrs.field(init=False, repr=False)
    _inner: tuple[tuple[str, Callable[[Any], object]], ...] = attrs.field(
        init=False, repr=False
    )
    _required: frozenset[str] = attrs.field(init=False, repr=False)

    @_by_name.default
    def _fields_by_name(self) -> dict[str, Field]:
        return {each.name: each for each in self.fields}

    @_types.default
    def _types_by_name(self) -> dict[str, tuple[type, ...]]:
        return {each.name: each.kind.types for each in self.fields}

    @_inner.default
    def _builds_by_name(self) -> tuple[tuple[str, Callable[[Any], object]], ...]:
        return tuple(
            (each.name, each.kind.build) for each in self.fields if _has_shapes(each)
        )

    @_required.default
    def _required_names(self) -> frozenset[str]:
        return frozenset(each.name for each in self.fields if each.is_required)

    def build(self, value: Any) -> object:
        """Check keys and types here; the model checks the values."""
        if type(value) is not dict:
            raise TypeError(value)
        for key, each in value.items():
            if type(each) not in self._types[key]:
                raise TypeError(key)
        for name, build in self._inner:
            if name in value:
                value[name] = build(value[name])
        return self.make(**value)

    def place(self, node: Node, path: str, findings: Findings) -> Any:
        """Make it of the fields that can be placed, if they are enough."""
        placed = self.placed_fields(node, path, findings)
        if not self._required <= placed.keys():
            return OMITTED
        try:
            return self.make(**placed)
        except ValueError as error:
            findings.append(fault("bad-value", f"{path}: {error}", node.span))
        try:
            return self.make(**{name: placed[name] for name in self._required})
        except ValueError:
            return OMITTED

    def placed_fields(
        self, node: Node, path: str, findings: Findings
    ) -> dict[str, object]:
        """Return the values of those fields that can be placed."""
        if not isinstance(node.items, dict):
            _wrong_type("an object", node, path, findings)
            return {}
        placed: dict[str, object] = {}
        for name, each in node.items.items():
            field = self._by_name.get(name)
            if field is None:
                findings.append(self._unknown_key(name, each, path, findings))
            else:
                value = field.kind.place(each, f"{path}.{name}", findings)
                if value is not OMITTED:
                    placed[name] = value
        if node.end > 0:
            findings += self._missing_keys(node, path)
        return placed

    def _unknown_key(
        self, name: str, node: Node, path: str, findings: Findings
    ) -> Diagnostic:
        message = f"{path} has no key {shown(name)}"
        help_ = suggestion(name, self._by_name, findings)
        return fault("unknown-key", message, node.key or node.span, help_)

    def _missing_keys(self, node: Node, path: str) -> Iterator[Diagnostic]:
        for field in self.fields:
            if field.is_required and field.name not in (node.items or ()):
                message = f"{path}.{field.name} is missing"
                only = field.kind.schema().get("const")
                help_ = None if only is None else f'write "{field.name}": {only}'
                yield fault("missing-key", message, node.span, help_)

    def write(self, value: Any) -> object:
        """Write what is not as it would be by default."""
        return dict(self.written(value))

    def written(self, value: Any) -> Iterator[tuple[str, object]]:
        """Yield the keys and values to write."""
        attributes = attrs.fields_dict(type(value))
        for field in self.fields:
            held = getattr(value, field.name)
            if held is not None and held != attributes[field.name].default:
                yield field.name, field.kind.write(held)

    def schema(self) -> Schema:
        """Return a reference; the schema itself is among the definitions."""
        return {"$ref": f"#/$defs/{self.name}"}

    def definition(self) -> Schema:
        """Return its JSON Schema."""
        return {
            "description": self.description,
            "type": "object",
            "properties": {
                each.name: {"description": each.description, **each.kind.schema()}
                for each in self.fields
            },
            "required": [each.name for each in self.fields if each.is_required],
            "additionalProperties": False,
        }

    def shapes(self) -> "Iterator[Shape]":
        """Yield itself and those in it."""
        yield self
        for each in self.fields:
            yield from each.kind.shapes()


@attrs.define(eq=False)
class Entry:
    """An element of a list of pieces: what was made of it, from where.

    `indexes` leads from the items that a field still has to those in the text.
    """

    piece: Any
    node: Node
    path: str
    indexes: dict[str, list[int]] = attrs.field(factory=dict)


@attrs.frozen
class Pieces(ListOf):
    """A list of shapes, each placed on its own; placing it gives entries."""

    def place(self, node: Node, path: str, findings: Findings) -> object:
        """Place those that the scanner has not built; None stands for the rest."""
        if not isinstance(node.items, list):
            return _wrong_type("a list", node, path, findings)
        return [
            self._entry(each, f"{path}[{index}]", findings)
            for index, each in enumerate(node.items)
        ]

    def _entry(self, node: Node, path: str, findings: Findings) -> Entry:
        if node.is_built:
            return Entry(node.value, node, path)
        piece = self.item.place(node, path, findings)
        return Entry(None if piece is OMITTED else piece, node, path)


@attrs.frozen
class OrShort:
    """A shape, or the id in its first field where all others are as by default."""

    shape: Shape
    types: tuple[type, ...] = (str, dict)

    @property
    def _short(self) -> Field:
        return self.shape.fields[0]

    def build(self, value: Any) -> object:
        """Build the one or the other."""
        kind = self.shape if type(value) is dict else self._short.kind
        return kind.build(value)

    def place(self, node: Node, path: str, findings: Findings) -> object:
        """Place the one or the other."""
        kind = self._short.kind if node.items is None else self.shape
        return kind.place(node, path, findings)

    def write(self, value: Any) -> object:
        """Write the short form if it says everything."""
        written = dict(self.shape.written(value))
        return written[self._short.name] if len(written) == 1 else written

    def schema(self) -> Schema:
        """Return its JSON Schema."""
        return {"anyOf": [self._short.kind.schema(), self.shape.schema()]}

    def shapes(self) -> Iterator[Shape]:
        """Yield those of the shape."""
        return self.shape.shapes()


def _has_shapes(field: Field) -> bool:
    return next(field.kind.shapes(), None) is not None


def _wrong_type(wanted: str, node: Node, path: str, findings: Findings) -> object:
    if not (node.faulty and node.items is None):
        findings.append(unwanted(wanted, node, path))
    return OMITTED
