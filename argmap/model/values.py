"""What the parts of a map are made of: ids, texts, numbers and free data.

Each validator raises ValueError and says what is wanted, then what came.
"""

import math
import re
import sys
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, Union

if TYPE_CHECKING:
    import attrs

_ID = re.compile(r"\w[\w.-]*")
_LONGEST_MADE_ID = 100
_DEEPEST_DATA = 50
_LISTS = (list, tuple)
_CONTAINERS = (*_LISTS, dict, Mapping)

_Field: TypeAlias = "attrs.Attribute[Any]"
Validator: TypeAlias = Callable[[Any, _Field, Any], None]
_Value = TypeVar("_Value")

JsonValue: TypeAlias = Union[
    bool, int, float, str, "tuple[JsonValue, ...]", "Data", None
]
"""A value that JSON can hold, frozen."""


class Data(Mapping[str, JsonValue]):
    """Free data on a part: JSON values under string keys, frozen all the way down.

    Lists become tuples and mappings become `Data`, so that it can be hashed.
    Raises ValueError for what JSON cannot hold and for over 50 levels.

    >>> Data({"seen": [2015, {"page": 3}]})
    Data({'seen': (2015, Data({'page': 3}))})
    """

    __slots__ = ("_items",)
    _items: dict[str, JsonValue]

    def __init__(self, items: Mapping[str, object] | None = None) -> None:
        """Freeze a copy of the items."""
        self._items = {} if not items else _frozen_items(items, _DEEPEST_DATA)

    def __getitem__(self, key: str) -> JsonValue:
        """Return the value under the key; KeyError if there is none."""
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in their order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._items)

    def items(self) -> ItemsView[str, JsonValue]:
        """Return the keys with their values; quicker than what a mapping inherits."""
        return self._items.items()

    def __hash__(self) -> int:
        """Hash without regard to order, as equality has it."""
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        """Return an expression that makes it again."""
        return f"Data({self._items!r})"


EMPTY = Data()


def _frozen_items(items: Mapping[str, object], depth: int) -> dict[str, JsonValue]:
    frozen: dict[str, JsonValue] = {}
    for key, value in items.items():
        if not isinstance(key, str):
            msg = f"data must have strings as keys, not {key!r}"
            raise ValueError(msg)
        if not key.isascii():
            _check_encodable("data", key)
        frozen[key] = _frozen(value, depth - 1)
    return frozen


def _frozen(value: object, depth: int) -> JsonValue:
    if isinstance(value, str):  # as most of large data is
        if not value.isascii():
            _check_encodable("data", value)
        return value
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, _CONTAINERS):
        if depth < 1:
            msg = f"data must be at most {_DEEPEST_DATA} levels deep"
            raise ValueError(msg)
        if isinstance(value, _LISTS):
            return tuple([_frozen(each, depth - 1) for each in value])
        frozen = Data()
        frozen._items = _frozen_items(value, depth)  # noqa: SLF001
        return frozen
    if isinstance(value, float) and math.isfinite(value):
        return value
    msg = f"data must be what JSON can hold, not {value!r}"
    raise ValueError(msg)


def frozen_data(items: Mapping[str, object] | None) -> Data:
    """Convert to `Data`; the empty one is shared."""
    if isinstance(items, Data):
        return items
    if items is not None and not isinstance(items, Mapping):
        msg = f"data must be a mapping, not {items!r}"
        raise ValueError(msg)
    return Data(items) if items else EMPTY


def _check_encodable(name: str, value: str) -> None:
    if value.isascii():
        return
    try:
        value.encode()
    except UnicodeEncodeError as error:
        msg = f"{name} must be Unicode text, not {value!r} with a lone surrogate"
        raise ValueError(msg) from error


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


def is_id(_: object, attribute: _Field, value: Any) -> None:
    """Accept letters, digits, `_`, `-` and `.`, in any script."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        msg = f"{attribute.name} must look like 'rent-control', not {value!r}"
        raise ValueError(msg)


def is_text(_: object, attribute: _Field, value: Any) -> None:
    """Accept any string that can be encoded, an empty one too."""
    if not isinstance(value, str):
        msg = f"{attribute.name} must be text, not {value!r}"
        raise ValueError(msg)
    _check_encodable(attribute.name, value)


def is_word(instance: object, attribute: _Field, value: Any) -> None:
    """Accept text that is not blank."""
    is_text(instance, attribute, value)
    if not str(value).strip():
        msg = f"{attribute.name} must not be blank"
        raise ValueError(msg)


def is_flag(_: object, attribute: _Field, value: Any) -> None:
    """Accept True and False."""
    if not isinstance(value, bool):
        msg = f"{attribute.name} must be True or False, not {value!r}"
        raise ValueError(msg)


def _is_finite(value: Any) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    # an integer may be too large to be compared with fractions
    return -sys.float_info.max <= value <= sys.float_info.max


def is_strength(_: object, attribute: _Field, value: Any) -> None:
    """Accept positive finite numbers."""
    if not _is_finite(value) or value <= 0:
        msg = f"{attribute.name} must be a positive number, not {value!r}"
        raise ValueError(msg)


def is_probability(_: object, attribute: _Field, value: Any) -> None:
    """Accept numbers from 0 to 1."""
    if not _is_finite(value) or not 0 <= value <= 1:
        msg = f"{attribute.name} must be a number from 0 to 1, not {value!r}"
        raise ValueError(msg)


def optional(
    validator: Validator,
) -> Validator:
    """Accept None besides what the validator accepts."""

    def check(instance: object, attribute: _Field, value: Any) -> None:
        if value is not None:
            validator(instance, attribute, value)

    return check


def each(
    validator: Validator,
) -> Validator:
    """Apply the validator to every member of a tuple."""

    def check(instance: object, attribute: _Field, value: Any) -> None:
        for member in value:
            validator(instance, attribute, member)

    return check


def instances(
    *kinds: type,
) -> Validator:
    """Accept tuples whose members are all of these kinds."""

    def check(_: object, attribute: _Field, value: Any) -> None:
        for member in value:
            if not isinstance(member, kinds):
                wanted = " or ".join(kind.__name__ for kind in kinds)
                msg = f"{attribute.name} must hold {wanted}, not {member!r}"
                raise ValueError(msg)

    return check


def frozen_list(values: Iterable[_Value]) -> tuple[_Value, ...]:
    """Convert to a tuple; a bare string is refused, it would fall into letters."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        msg = f"a list is wanted, not {values!r}"
        raise ValueError(msg)
    return tuple(values)


class Value:
    """What shows itself as an expression that makes it again."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the expression."""
        return expression(self)


def expression(part: Any) -> str:
    """Return an expression that makes a value of `attrs` again.

    Fields that are as they would be by themselves are left out.
    """
    shown: list[str] = []
    for place, field in enumerate(type(part).__attrs_attrs__):
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
