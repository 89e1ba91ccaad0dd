"""Values made without checks, and fields that are found when somebody asks."""

import pickle
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given

from argmap.diagnostics import Diagnostic, Span
from argmap.model import ArgumentMap, Claim, Data
from argmap.model.pieces import FIELDS
from argmap.unchecked import maker
from tests.strategies import argument_maps


@given(argument_map=argument_maps())
def test_the_same_as_checked(argument_map: ArgumentMap) -> None:
    """A part, or a map, made of values that fit is what the checked one is."""
    for whole in (argument_map, *argument_map.pieces):
        names = [each.name for each in attrs.fields(type(whole))]

        made = maker(type(whole), *names)(*(getattr(whole, each) for each in names))

        assert made == whole
        assert repr(made) == repr(whole)


def test_defaults() -> None:
    """What is not given is as it is by itself; what there is not is refused."""
    made = maker(ArgumentMap, "claims")((maker(Claim, "id", "text")("a", "So."),))

    assert made == ArgumentMap([Claim("a", "So.")])
    assert all(isinstance(getattr(made, each), tuple) for each in FIELDS.values())
    with pytest.raises(AttributeError, match="tex"):
        maker(Claim, "id", "tex")
    with pytest.raises(ValueError, match="zip"):
        maker(Claim, "id", "text")("a")


@pytest.mark.parametrize(
    "use",
    [
        lambda made: made == ArgumentMap(data={"a": 1}),
        lambda made: hash(made) == hash(ArgumentMap(data={"a": 1})),
        lambda made: pickle.loads(pickle.dumps(made)) == made,  # noqa: S301 - our own
        lambda made: (
            attrs.evolve(made, title="T") == ArgumentMap(title="T", data={"a": 1})
        ),
        lambda made: made.data is made.data,
        lambda made: not hasattr(made, "dat") and made.speakers == (),
    ],
)
def test_lazy_fields(use: Callable[[ArgumentMap], bool]) -> None:
    """A lazy field is found once, of the value itself, however it is asked for."""
    asked: list[ArgumentMap] = []

    def find(made: ArgumentMap) -> Data:
        asked.append(made)
        return Data({"a": 1})

    made = maker(ArgumentMap, is_lazy=True)(find)
    assert use(made)
    assert made.data == {"a": 1}
    assert [each is made for each in asked] == [True]


def test_lazy_spans() -> None:
    """The span of a finding can be lazy; what has no such field yet says so."""
    lazy = maker(Diagnostic, "code", "message", is_lazy=True)

    assert lazy("a", "b", lambda _: Span(1, 2)) == Diagnostic("a", "b", span=Span(1, 2))
    with pytest.raises(
        AttributeError, match="'Diagnostic' object has no attribute 'x'"
    ):
        getattr(Diagnostic("a", "b"), "x")  # noqa: B009 - it is not there
