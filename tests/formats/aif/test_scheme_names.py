"""What schemes are called."""

import pytest
from hypothesis import given

from argmap.formats.aif.scheme_names import scheme_id, scheme_name, scheme_of
from argmap.schemes import Scheme, schemes
from tests.strategies import ids, texts

each_scheme = pytest.mark.parametrize("scheme", schemes(), ids=lambda each: each.id)


@each_scheme
def test_names_of_the_catalogue(scheme: Scheme) -> None:
    """A scheme is known by its full name, by what we call it, and run together."""
    name = scheme_name(scheme.id)

    for each in (name, name.replace(" ", ""), scheme.name, scheme.id, f"From {name}"):
        assert scheme_id(each) == scheme.id


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ExpertOpinion", "expert-opinion"),
        ("FalsificationOfHypothesis", "falsification"),
        ("Argument From Ignorance", "ignorance"),
        ("Direct Ad Hominem", "generic-ad-hominem"),
        ("LogicalConflict", "logical-conflict"),
        ("Argument", "argument"),
        ("A", "a"),
    ],
)
def test_names_of_others(name: str, found: str) -> None:
    """A name leads to our id, or where we have none to one made from it."""
    assert scheme_id(name) == found


@pytest.mark.parametrize(
    "name", ["", " ", "?", "72", "RA", "CA", "Default", "Default Inference"]
)
def test_no_scheme(name: str) -> None:
    """A name that every step has is no scheme's, nor is a number."""
    assert scheme_id(name) is None


@given(name=texts())
def test_any_name(name: str) -> None:
    """What a name leads to is called so that it leads there again."""
    found = scheme_id(name)

    assert found is None or scheme_id(scheme_name(found)) == found


@given(scheme=ids())
def test_any_scheme(scheme: str) -> None:
    """A scheme is called what leads to it, or else as it is."""
    assert scheme_id(scheme_name(scheme)) == scheme or scheme_name(scheme) == scheme


def test_where_the_name_stands() -> None:
    """What stands under `scheme` goes before the text, if it is a name."""
    assert scheme_of({"scheme": "Bias", "text": "Example"}) == "bias"
    assert scheme_of({"scheme": "Default Inference", "text": "Example"}) is None
    for no_name in ("", "72", None, 3):
        assert scheme_of({"scheme": no_name, "text": "Example"}) == "example"
    assert scheme_of({"text": 3}) is None
