"""The table of formats: their names and suffixes."""

from pathlib import Path

import pytest

from argmap.errors import UnknownFormatError
from argmap.formats import (
    FORMATS,
    Format,
    format_for,
    known,
)
from argmap.formats.json import JSON


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("jsom", "; did you mean 'json'?"),
        ("a.jsn", "; did you mean '.json'?"),
        ("", ""),
    ],
)
def test_unknown_format_is_answered_with_what_there_is(name: str, likely: str) -> None:
    """The error lists names and suffixes, and the likely one."""
    with pytest.raises(UnknownFormatError) as caught:
        format_for(name)

    message = str(caught.value)
    assert message.startswith(f"no format is called '{name}' or fits a file")
    assert "json" in message
    assert message.endswith(likely)


def test_longest_suffix_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of two suffixes belongs to the format that knows both."""
    special = Format("special", "Special", (".special.json",))
    monkeypatch.setattr(known, "FORMATS", (JSON, special))

    assert format_for(Path("a.special.json")) is special
    assert format_for("special") is special
    assert format_for("b.json") is JSON


def test_names_and_suffixes_belong_to_one_format() -> None:
    """No two formats share a name or a suffix."""
    names = [each.name for each in FORMATS]
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]

    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)
