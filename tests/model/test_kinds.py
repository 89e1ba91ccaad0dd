"""Kinds of value, and the validators that hold fields to them."""

import attrs
import pytest

from argmap import Claim, Locator
from argmap.model import (
    Argument,
    ArgumentMap,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    Premise,
    Question,
    Quotation,
    Rephrase,
    Section,
    Source,
    Utterance,
)
from argmap.model.kinds import (
    IDENTIFIER,
    TEXT,
    Choice,
    ListOf,
    Maybe,
    Nested,
    Scalar,
    is_id,
    kind_of,
    one_of,
)

CLASSES = (
    *(ArgumentMap, Claim, Question, Argument, Premise, Inference, Counterpoint),
    *(Contradiction, Rephrase, Preference, Section),
    *(Source, Quotation, Locator, Utterance),
)


class Colour(Choice):
    """Three words."""

    RED = "red"
    GREEN = "green"
    DEFEATED = "defeated"


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_field_says_what_it_holds(kind: type[attrs.AttrsInstance]) -> None:
    """Each field has a kind, and a description that is a sentence."""
    for field in attrs.fields(kind):
        assert isinstance(kind_of(field), Scalar | Nested | ListOf | Maybe)
        description = field.metadata["description"]
        assert description[0].isupper()
        assert description.endswith(".")


def test_a_scalar_accepts_what_its_validator_accepts() -> None:
    """What a format may write in a field is what the field accepts."""
    assert TEXT.accepts("")
    assert not TEXT.accepts(3)
    assert not TEXT.accepts("\udc80")
    assert IDENTIFIER.accepts("rent-control")
    assert not IDENTIFIER.accepts("rent control")
    assert is_id("größe_2.b")
    assert not is_id("-a")


def test_choices() -> None:
    """A word that was meant is named; a former name counts as the present one."""
    with pytest.raises(ValueError, match="Colour must be one of red, green, defeated"):
        Colour("blue")
    with pytest.raises(ValueError, match="did you mean 'green'"):
        Colour("gren")
    assert Colour("refuted") is Colour.DEFEATED
    assert one_of(Colour).schema == {"enum": ["red", "green", "defeated", "refuted"]}


@pytest.mark.parametrize(
    "bad", ["", " ", "a b", "-a", ".a", "a\n", "a/b", 3, None, "é "]
)
def test_bad_ids(bad: str) -> None:
    """An id is one word of letters, digits, `_`, `-` and `.`, no sign first."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is compared
        Claim(bad, "A.")
    assert str(raised.value) == f"id must look like 'rent-control', not {bad!r}"
