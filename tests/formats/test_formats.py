"""Tests of the front door, `argmap.formats`."""

from pathlib import Path

import pytest
from hypothesis import given

from argmap import formats
from argmap.errors import FormatError, UnknownFormatError
from argmap.formats import (
    Document,
    Format,
    dump,
    dumps,
    format_for,
    format_of_json,
    load,
    loads,
    read,
)
from argmap.formats.json import JSON
from argmap.model import ArgumentMap, Claim, Source
from tests.strategies import argument_maps

ONE_CLAIM = ArgumentMap([Claim("a", "Rents rose.")])


def test_file_gives_the_map_back(tmp_path: Path) -> None:
    """What was dumped is loaded, the suffix telling the format."""
    dump(ONE_CLAIM, tmp_path / "a.JSON")

    assert load(tmp_path / "a.JSON") == ONE_CLAIM


def test_named_format_overrides_suffix(tmp_path: Path) -> None:
    """A format that is named is taken whatever the suffix."""
    dump(ONE_CLAIM, tmp_path / "a.txt", "json")

    assert load(tmp_path / "a.txt", JSON) == ONE_CLAIM


def test_front_door_raises_for_errors_only() -> None:
    """All findings are raised together, each with its line and column."""
    with pytest.raises(FormatError) as caught:
        loads('{"argmap": 1,\n "claim": [],\n "title": 3}')

    assert str(caught.value) == (
        '2:2: error[unknown-key]: $ has no key "claim"\n'
        "3:11: error[wrong-type]: $.title must be text, not 3"
    )
    assert caught.value.diagnostics[0].help == "did you mean 'claims'?"


@given(argument_maps())
def test_source_text_is_written_when_asked(argument_map: ArgumentMap) -> None:
    """Texts of sources go into the file only when asked for."""
    texts = [each.text for each in argument_map.sources]

    bare = loads(dumps(argument_map))
    whole = loads(dumps(argument_map, with_source_text=True))

    assert bare == whole == argument_map
    assert [each.text for each in bare.sources] == [None] * len(texts)
    assert [each.text for each in whole.sources] == texts


def test_map_without_source_text_is_written_as_it_is() -> None:
    """A digest stays where the text is left out."""
    source = Source("gazette", text="Rents rose.")

    written = dumps(ArgumentMap(sources=[source]))

    assert f'"sha256": "{source.sha256}"' in written
    assert "Rents rose." not in written


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
    monkeypatch.setattr(formats, "FORMATS", (JSON, special))

    assert format_for(Path("a.special.json")) is special
    assert format_for("special") is special
    assert format_for("b.json") is JSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"argmap": 1}', "json"),
        ('{"argmap": 1, "data": {"nodes": [], "edges": [], "nodeID": 1}}', "json"),
        ('{"statements": {}, "map": {"nodes": [], "edges": []}}', "argdown-json"),
        ('{"edges": [], "nodes": [ ]}', "aif"),
        ('{"nodes": [{"text": "{", "nodeID" : 1}], "edges": []}', "aif"),
        ('{"nodes": [{"id": 1}], "edges": []}', "json"),
        ('{"nodes": [{"nodeID": 1}]}', "json"),
        ("{", "json"),
    ],
)
def test_json_is_told_by_its_keys(text: str, name: str) -> None:
    """What is JSON is the format that has its keys, or else our own."""
    assert format_of_json(text).name == name


def test_formats_may_go_one_way() -> None:
    """Asking for the way that a format does not go is answered with those that do."""
    picture = Format("picture", "Picture", (".png",), write=lambda _: "")
    import_ = Format("import", "Import", (".imp",), read=_nothing)

    with pytest.raises(UnknownFormatError, match="Picture can be written but not read"):
        read("", picture)
    with pytest.raises(UnknownFormatError, match=r"json, argdown.* can$"):
        dumps(ONE_CLAIM, import_)
    assert dumps(ONE_CLAIM, picture) == ""
    assert loads("", import_) == ArgumentMap()


def _nothing(text: str) -> Document:
    return Document(ArgumentMap(), text)
