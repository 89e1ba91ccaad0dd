"""Free data, ids and the validators."""

import copy
import json
import math
import operator
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap import Claim, Inference
from argmap.model import Data
from argmap.model.values import (
    EMPTY,
    Ids,
    decoded_data,
    frozen_data,
    frozen_list,
    id_of,
    made_id,
)
from tests.strategies import data, ids


@given(data())
def test_data_round_trips(items: Mapping[str, object]) -> None:
    """Data is equal to its repr, its pickle and its copies, and hashes alike."""
    frozen = Data(items)

    for other in (
        eval(repr(frozen)),  # noqa: S307 - our own repr
        pickle.loads(pickle.dumps(frozen)),  # noqa: S301 - our own pickle
        copy.deepcopy(frozen),
        copy.copy(frozen),
        Data(frozen),
        Data(dict(reversed(list(frozen.items())))),
    ):
        assert other == frozen
        assert hash(other) == hash(frozen)
    assert len(frozen) == len(items)
    assert list(frozen) == list(items)


def test_data_is_frozen() -> None:
    """Later changes of what it was made from do not reach it."""
    pages = [1]
    frozen = Data({"pages": pages, "place": {"row": [2]}})

    pages.append(2)

    assert frozen == {"pages": (1,), "place": {"row": (2,)}}
    assert isinstance(frozen["place"], Data)


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ({1: "x"}, "data must have strings as keys, not 1"),
        ({"x": math.nan}, "data must be what JSON can hold, not nan"),
        ({"x": {1, 2}}, "data must be what JSON can hold, not {1, 2}"),
        ({"x": b""}, "data must be what JSON can hold, not b''"),
        (
            {"x": ["\ud800"]},
            "data must be Unicode text, not '\\ud800' with a lone surrogate",
        ),
        (
            {"\ud800": 1},
            "data must be Unicode text, not '\\ud800' with a lone surrogate",
        ),
        ([1], "data must be a mapping, not [1]"),
    ],
)
def test_data_refuses(items: Mapping[str, object], message: str) -> None:
    """What JSON cannot hold is refused, and shown."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is compared
        Claim("a", data=items)
    assert str(raised.value) == message


def _nested(levels: int) -> dict[str, object]:
    items: dict[str, object] = {}
    for _ in range(levels - 1):
        items = {"x": items}
    return items


def test_data_has_a_depth() -> None:
    """Fifty levels are held; more are refused, however many, without recursion."""
    assert Data(_nested(50))
    assert Data({"x": [_nested(48) | {"y": 1}]})
    with pytest.raises(ValueError, match="must be at most 50 levels deep"):
        Data({"x": [_nested(49)]})
    for levels in (51, 100_000):
        with pytest.raises(ValueError, match="must be at most 50 levels deep"):
            Data(_nested(levels))


def test_empty_data_is_shared() -> None:
    """Nothing, no items and no data are the one empty value."""
    assert frozen_data(None) is frozen_data({}) is frozen_data(EMPTY) is EMPTY


@given(st.lists(ids(), min_size=1), ids())
def test_made_ids(words: list[str], other: str) -> None:
    """A made id is short, an id itself, the same every time, and tells words apart."""
    made = made_id(*words)

    assert len(made) <= 100
    assert Claim(made).id == made
    assert made == made_id(*words)
    assert made == "-".join(words) or len("-".join(words)) > 100
    assert made_id(*words, other) != made


@given(ids(), st.integers(100, 300), st.integers(100, 300))
def test_long_made_ids_differ(word: str, one: int, other: int) -> None:
    """Ids cut to length still differ where the words do."""
    assert (made_id(word * one) == made_id(word * other)) == (one == other)


@given(st.lists(st.sampled_from(["a" * 100, "a" * 99, "rents", "rents-2"])))
def test_ids_are_taken_once(wanted: list[str]) -> None:
    """Every id is new, of at most 100 characters, and the wanted one if it is free."""
    ids = Ids()

    taken = [ids.take(each) for each in wanted]

    assert len(set(taken)) == len(taken)
    assert all(len(each) <= 100 for each in taken)
    assert not wanted or taken[0] == wanted[0]
    assert Ids().take("rents", "claim") == "rents"


def test_id_of() -> None:
    """A part stands for its id; what has none is refused."""
    assert id_of(Claim("a")) == id_of("a") == "a"
    with pytest.raises(ValueError, match="a part or its id is wanted, not 3"):
        Inference([3], "a")  # type: ignore[list-item]


def test_frozen_list() -> None:
    """Any iterable is a list but what would fall apart: text, and a mapping."""
    assert frozen_list(iter([1, 2])) == (1, 2)
    for bad in ("abc", 3, b"abc", {"speaker": "Ada"}):
        with pytest.raises(ValueError, match=f"^a list is wanted, not {bad!r}$"):
            frozen_list(bad)  # type: ignore[arg-type]


def test_data_is_a_frozen_dict() -> None:
    """Data goes to `json.dumps` as it is; every way to change it is refused."""
    data = Data({"seen": [2015, {"page": 3}]})

    assert json.dumps(dict(data)) == '{"seen": [2015, {"page": 3}]}'
    changes: list[Callable[[Any], object]] = [
        lambda each: each.update(a=1),
        lambda each: each.pop("seen"),
        lambda each: each.clear(),
        lambda each: each.setdefault("a", 1),
        lambda each: operator.setitem(each, "a", 1),
        lambda each: operator.delitem(each, "seen"),
        lambda each: each.__ior__({"a": 1}),
    ]
    for change in changes:
        with pytest.raises(TypeError, match="data cannot be changed"):
            change(data)
    assert copy.deepcopy(data) == pickle.loads(pickle.dumps(data)) == data  # noqa: S301
    assert hash(copy.copy(data)) == hash(data)


@given(value=data())
def test_decoded_data(value: dict[str, object]) -> None:
    """What a decoder gave is frozen as the same data, to the last level."""
    decoded = json.loads(json.dumps(value))

    assert decoded_data(decoded) == Data(decoded)
    assert repr(decoded_data(decoded)) == repr(Data(decoded))


@pytest.mark.parametrize("levels", [49, 50, 51, 60])
@pytest.mark.parametrize("wrap", [lambda value: [value], lambda value: {"x": value}])
def test_levels_of_decoded_data(levels: int, wrap: Callable[[object], object]) -> None:
    """What is too deep, or a number without an end, is refused as by `Data`."""
    for inmost in (1, "x", math.inf):
        value: object = inmost
        for _ in range(levels):
            value = wrap(value)
        assert _refused(decoded_data, value) == _refused(Data, value)


def _refused(make: Callable[[Any], object], value: object) -> str | None:
    try:
        make({"in": value})
    except ValueError as error:
        return str(error)
    return None
