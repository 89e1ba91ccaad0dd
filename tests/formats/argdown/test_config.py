"""Settings beside a text hold where it has none, or it is said that they do not."""

import json
from pathlib import Path

import pytest

from argmap.diagnostics import Severity
from argmap.formats import Document, dumps, read
from argmap.formats.argdown.config import NAME, read_config

TEXT = "[A]: a #core\n  + [B]: b #core\n  + [C]: c\n"


def read_beside(folder: Path, config: object, text: str = TEXT) -> Document:
    (folder / NAME).write_text(json.dumps(config), "utf-8")
    return read(text, "argdown", path=folder / "a.argdown")


def test_settings_hold_as_in_front_matter(tmp_path: Path) -> None:
    """The map and the picture are those of a text with the settings in it."""
    config = {"model": {"mode": "strict"}, "selection": {"selectedTags": ["core"]}}
    own = f"===\n{json.dumps(config)}\n===\n\n{TEXT}"

    beside, inside = read_beside(tmp_path, config), read(own, "argdown")

    assert beside.argument_map.inferences == inside.argument_map.inferences
    assert beside.argument_map.inferences[0].strict
    assert beside.drawn.argument_map.claims == inside.drawn.argument_map.claims
    assert beside.diagnostics == ()


def test_the_text_has_the_last_word(tmp_path: Path) -> None:
    """What front matter says counts, key by key; a map keeps only what is its own."""
    config = {"model": {"mode": "strict", "removeTagsFromText": True}, "title": "T"}
    text = f"===\nmodel: {{mode: loose}}\n===\n\n{TEXT}"

    argument_map = read_beside(tmp_path, config, text).argument_map

    assert not argument_map.inferences[0].strict
    assert argument_map.title == ""
    assert "strict" not in dumps(argument_map, "json")


def test_what_changes_nothing_is_reported(tmp_path: Path) -> None:
    """Every setting beside a text that no drawing of argmap knows is a finding."""
    config = {"dot": {"graphname": "x"}, "inputPath": "maps/*.argdown"}

    found = read_beside(tmp_path, config).diagnostics

    assert [each.message for each in found] == [
        f"the setting 'dot' in {NAME} is not honoured",
        f"the setting 'inputPath' in {NAME} is not honoured",
    ]
    assert {each.severity for each in found} == {Severity.INFO}


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        (b"[1]", "must be an object"),
        (b"{", "Expecting property name"),
        (b"\xff", "UTF-8"),
        (b"[" * 100_000, "too deep"),
        (b" " * (2**20 + 1), "1 MiB"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, config: bytes, reason: str) -> None:
    """A file that is no settings is a warning; the text is read without it."""
    (tmp_path / NAME).write_bytes(config)

    document = read(TEXT, "argdown", path=tmp_path / "a.argdown")

    (finding,) = document.diagnostics
    assert finding.code == "unread-config"
    assert reason in finding.message
    assert document.argument_map == read(TEXT, "argdown").argument_map


def test_no_file_and_no_folder(tmp_path: Path) -> None:
    """Without a file beside the text, or a file of its own, there are none."""
    assert read_config(None) == read_config(tmp_path / "a.argdown")
    assert read_config(tmp_path / "none" / "a.argdown").settings == {}


def test_it_is_one_of_the_files(tmp_path: Path) -> None:
    """What watches the files of a text watches this one too."""
    document = read_beside(tmp_path, {})

    assert document.files == (str(tmp_path / NAME),)
    span = document.spans["a"]
    assert document.origin(span) == (None, TEXT, span)


def test_a_link_leads_nowhere_else(tmp_path: Path) -> None:
    """A link to a file outside the folder is not followed."""
    (tmp_path / "secret.json").write_text('{"model": {"mode": "strict"}}')
    (tmp_path / "maps").mkdir()
    try:
        (tmp_path / "maps" / NAME).symlink_to(tmp_path / "secret.json")
    except OSError:
        pytest.skip("no links here")

    config = read_config(tmp_path / "maps" / "a.argdown")

    assert config.settings == {}
    assert "outside" in config.findings[0].message
