"""A quoted scalar is the text that it was made of, for JSON, YAML and in Argdown."""

import json

from hypothesis import given

from argmap.formats import read
from argmap.formats.argdown.data import parse_data
from argmap.formats.quoting import quoted_scalar
from tests.strategies import texts


@given(texts())
def test_every_text_comes_back(text: str) -> None:
    """Whatever stands in it, all of it comes back, in data behind a text too."""
    quoted = quoted_scalar(text)

    assert json.loads(quoted) == text
    assert parse_data(quoted).value == text
    claim = read(f"[A]: a {{x: {quoted}}}\n", "argdown").argument_map.claim("a")
    assert claim.data["x"] == text
