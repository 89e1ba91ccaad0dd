"""Values that the parts of a map are made of: ids, lists and free data, frozen."""

import math
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, TypeAlias, TypeVar, Union

if TYPE_CHECKING:
    import attrs

_NO_WORD = re.compile(r"\W+")
_LONGEST_MADE_ID = 100
DEEPEST_DATA = 50
_LISTS = (list, tuple)
_CONTAINERS = (*_LISTS, dict, Mapping)
_NESTED = frozenset({list, tuple, dict, float})

_Field: TypeAlias = "attrs.Attribute[Any]"
_Value = TypeVar("_Value")

JsonValue: TypeAlias = Union[
    bool, int, float, str, "tuple[JsonValue, ...]", "Data", None
]
"""A value that JSON can hold, frozen."""


class Data(dict[str, JsonValue]):
    """Free data on a part: JSON values under string keys, frozen all the way down.

    Lists become tuples and mappings become `Data`, so that it can be hashed; the
    standard library writes it as JSON. Raises ValueError for what JSON cannot hold
    and for over 50 levels, TypeError for an attempt to change it.

    >>> Data({"seen": [2015, {"page": 3}]})
    Data({'seen': (2015, Data({'page': 3}))})
    """

    __slots__ = ()

    def __init__(self, items: Mapping[str, object] | None = None) -> None:
        """Freeze a copy of the items."""
        if items is not None and not isinstance(items, Mapping):
            msg = f"data must be a mapping, not {items!r}"
            raise ValueError(msg)
        super().__init__(_frozen_items(items, DEEPEST_DATA) if items else ())

    def __hash__(self) -> int:  # type: ignore[override] # a dict has none
        """Hash without regard to order, as equality has it."""
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        """Return an expression that makes it again."""
        return f"Data({dict(self)!r})"

    def __reduce__(self) -> tuple[type["Data"], tuple[dict[str, JsonValue]]]:
        """Return how to make a copy: not by setting its items."""
        return Data, (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        msg = "data cannot be changed; attrs.evolve(part, data={**part.data, …}) can"
        raise TypeError(msg)

    if not TYPE_CHECKING:  # to type checkers they are those of a dict
        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse


EMPTY = Data()


def _frozen_items(items: Mapping[str, object], depth: int) -> dict[str, JsonValue]:
    frozen: dict[str, JsonValue] = {}
    for key, value in items.items():
        if not isinstance(key, str):
            msg = f"data must have strings as keys, not {key!r}"
            raise ValueError(msg)
        if not key.isascii():
            _check_encodable(key)
        frozen[key] = _frozen(value, depth - 1)
    return frozen


def _frozen(value: object, depth: int) -> JsonValue:
    if isinstance(value, str):  # as most of large data is
        if not value.isascii():
            _check_encodable(value)
        return value
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, _CONTAINERS):
        if depth < 1:
            msg = f"data must be at most {DEEPEST_DATA} levels deep"
            raise ValueError(msg)
        if isinstance(value, _LISTS):
            return tuple([_frozen(each, depth - 1) for each in value])
        return _as_data(_frozen_items(value, depth))
    if isinstance(value, float) and math.isfinite(value):
        return value
    msg = f"data must be what JSON can hold, not {value!r}"
    raise ValueError(msg)


def _as_data(frozen: dict[str, JsonValue]) -> Data:
    """Return items that are frozen as data, without looking at them again."""
    data = Data.__new__(Data)
    dict.update(data, frozen)
    return data


def decoded_data(value: Any, depth: int = DEEPEST_DATA) -> Any:
    """Freeze what a decoder of JSON gave of a text that is Unicode throughout.

    Only its levels, and numbers without an end, are still to be looked at. Raises
    ValueError as `Data` does.

    >>> decoded_data({"seen": [2015, {"page": 3}]})
    Data({'seen': (2015, Data({'page': 3}))})
    """
    kind = type(value)
    if kind not in _NESTED:
        return value
    if kind is float or depth < 1:
        return _frozen(value, depth)
    if kind is not dict:
        return tuple(
            [
                each if type(each) is str else decoded_data(each, depth - 1)
                for each in value
            ]
        )
    if not _NESTED.isdisjoint(map(type, value.values())):
        value = {name: decoded_data(each, depth - 1) for name, each in value.items()}
    return _as_data(value)


def frozen_data(items: Mapping[str, object] | None) -> Data:
    """Convert to `Data`; the empty one is shared."""
    if isinstance(items, Data):
        return items
    return Data(items) if items is not None and items != {} else EMPTY


def encoding_fault(value: str) -> str | None:
    """Return why a string is no Unicode text, or None."""
    if value.isascii():
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        return f"must be Unicode text, not {value!r} with a lone surrogate"
    return None


def _check_encodable(value: str) -> None:
    fault = encoding_fault(value)
    if fault:
        msg = f"data {fault}"
        raise ValueError(msg)


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def id_of(part: str | _Identified) -> str:
    """Convert a part to its id; an id stays as it is."""
    if isinstance(part, str):
        return part
    if not hasattr(part, "id"):
        msg = f"a part or its id is wanted, not {part!r}"
        raise ValueError(msg)
    return part.id


def frozen_list(values: Iterable[_Value]) -> tuple[_Value, ...]:
    """Convert to a tuple; a string, or a mapping, is refused: it would fall apart."""
    if type(values) in _LISTS:
        return tuple(values)
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        msg = f"a list is wanted, not {values!r}"
        raise ValueError(msg)
    return tuple(values)


class Value:
    """What shows itself as an expression that makes it again."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the expression."""
        return expression(self)


def fields_of(kind: type[Any]) -> "list[_Field]":
    """Return the fields of a class: its own, inherited ones, free data last."""
    fields = sorted(kind.__attrs_attrs__, key=lambda field: field.inherited)
    return sorted(fields, key=lambda field: field.name == "data")


def expression(part: Any) -> str:
    """Return an expression that makes a value of `attrs` again.

    Fields that are as they would be by themselves are left out.
    """
    shown: list[str] = []
    for place, field in enumerate(fields_of(type(part))):
        value = getattr(part, field.name)
        if not field.repr or value == _default(field, part):
            continue
        text = field.repr(value) if callable(field.repr) else _shown(value)
        is_positional = not field.kw_only and place == len(shown)
        shown.append(text if is_positional else f"{field.name}={text}")
    return f"{type(part).__name__}({', '.join(shown)})"


def _default(field: _Field, part: Any) -> Any:
    """Return what a field is by itself; what equals nothing if it must be given."""
    default: Any = field.default
    if hasattr(default, "takes_self"):
        return default.factory(part) if default.takes_self else default.factory()
    return default


def _shown(value: Any) -> str:
    if isinstance(value, str):  # a word such as a verdict is one too
        return str.__repr__(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, Data):
        items = (f"{key!r}: {_shown(each)}" for key, each in value.items())
        return f"{{{', '.join(items)}}}"
    return repr(value)


def made_id(*words: str) -> str:
    """Join ids into one of at most 100 characters, the same every time.

    >>> made_id("rents-rose", "so", "rent-is-high")
    'rents-rose-so-rent-is-high'
    """
    whole = "-".join(words)
    if len(whole) <= _LONGEST_MADE_ID:
        return whole
    from hashlib import blake2b  # noqa: PLC0415 - few ids are so long

    digest = blake2b(whole.encode(), digest_size=6).hexdigest()
    return f"{whole[: _LONGEST_MADE_ID - 13].rstrip('-.')}-{digest}"


def slug(title: str) -> str:
    """Return the id that a title, or a text, gives.

    >>> slug("Rents rose (a lot)")
    'rents-rose-a-lot'
    """
    return made_id(_NO_WORD.sub("-", title.lower()).strip("-_") or "claim")


class Ids:
    """The ids that are taken, and new ones that are not."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with those that are taken."""
        self._taken: set[str] = set(taken)
        self._numbers: dict[str, int] = {}

    def take(self, wanted: str, kind: str = "") -> str:
        """Return the id if it is free, else one made from it."""
        taken = self._taken
        if wanted in taken:
            wanted = made_id(wanted, kind) if kind else wanted
            stem, number = wanted, self._numbers.get(wanted, 2)
            while wanted in taken:
                wanted = made_id(stem, str(number))
                number += 1
            self._numbers[stem] = number
        taken.add(wanted)
        return wanted
