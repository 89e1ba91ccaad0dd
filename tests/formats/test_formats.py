"""Tests of the front door, `argmap.formats`."""

import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from argmap.errors import ArgmapError, FormatError, UnknownFormatError
from argmap.formats import (
    FORMATS,
    Document,
    Format,
    dump,
    dumps,
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
    """All findings are raised together, each with its line, its column and its help."""
    with pytest.raises(FormatError) as caught:
        loads('{"argmap": 1,\n "claim": [],\n "title": 3}')

    assert str(caught.value) == (
        '2:2: error[unknown-key]: $ has no key "claim"\n'
        "  = help: did you mean 'claims'?\n"
        "3:11: error[wrong-type]: $.title must be text, not 3"
    )


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_text_may_come_as_bytes_or_an_open_file(tmp_path: Path, mark: str) -> None:
    """Text, bytes and whatever can be read give the same map, without a format."""
    text = mark + dumps(ONE_CLAIM, "argdown")
    path = tmp_path / "a.argdown"
    path.write_text(text, "utf-8")

    assert loads(text) == loads(text.encode()) == ONE_CLAIM
    assert loads(io.StringIO(text)) == loads(io.BytesIO(text.encode())) == ONE_CLAIM
    for mode in ("r", "rb"):
        with path.open(mode, encoding=None if "b" in mode else "utf-8") as file:
            assert load(file) == ONE_CLAIM


def test_the_name_of_an_open_file_counts(tmp_path: Path) -> None:
    """The suffix of an open file tells its format, but nothing beside it is read."""
    (tmp_path / "a.argdown").write_text("Rents rose.\n\n@include(b.argdown)\n")
    (tmp_path / "b.argdown").write_text("[Wages]: Wages fell.\n")

    assert len(load(tmp_path / "a.argdown").claims) == 2
    with (tmp_path / "a.argdown").open() as file, pytest.raises(FormatError) as caught:
        load(file)
    assert [each.code for each in caught.value.diagnostics] == ["failed-include"]
    with tempfile.TemporaryFile("w+") as file:  # its name is a number
        file.write("[Rents]: Rents rose.")
        file.seek(0)
        assert len(load(file).claims) == 1


@pytest.mark.parametrize(
    ("content", "at", "help_"),
    [
        (
            b"\x89PNG\r\n\x1a\n",
            "1:1",
            "it is a picture (PNG), and no text: save its words as plain text in UTF-8",
        ),
        (b"[R]: caf\xe9", "1:9", "save the file as UTF-8"),
        (
            "[Rents]".encode("utf-16"),
            "1:1",
            "it begins as UTF-16 does; save the file as UTF-8",
        ),
    ],
)
def test_bytes_that_are_no_utf_8(content: bytes, at: str, help_: str) -> None:
    """Bytes in another encoding are an error at the first of them."""
    for source in (content, io.BytesIO(content)):
        with pytest.raises(FormatError) as caught:
            loads(source)
        assert str(caught.value).startswith(f"{at}: error[invalid-utf-8]: ")
        assert caught.value.diagnostics[0].help == help_


def test_what_is_no_text_is_a_type_error() -> None:
    """A path, or nothing, is answered with what is wanted."""
    with pytest.raises(TypeError, match="not PosixPath; `load` takes a path"):
        loads(Path("a.json"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not NoneType"):
        read(None)  # type: ignore[arg-type]


def test_files_are_recognised_by_what_is_in_them(tmp_path: Path) -> None:
    """A file with the suffix of any JSON is loaded as what it is."""
    path = tmp_path / "a.json"
    for each in FORMATS:
        if each.write is None or not each.suffixes[0].endswith(".json"):
            continue
        dump(ONE_CLAIM, path, each)
        assert load(path) == ONE_CLAIM
    path.write_text('{"ideas": {"1": {}}}')
    with pytest.raises(UnknownFormatError, match="this is MindMup"):
        load(path)


@pytest.mark.parametrize("content", ["[A]: Rents rose. {b: ]}", ""])
def test_an_error_names_the_file(content: str, tmp_path: Path) -> None:
    """Who loads many files sees in which of them an error is."""
    path = tmp_path / "rents"
    path.write_text(content)

    with pytest.raises(ArgmapError) as raised:
        load(path)

    assert raised.value.__notes__ == [f"in {path}"]


def test_a_text_file_may_be_argdown(tmp_path: Path) -> None:
    """What a plain editor saves as .txt is Argdown if its lines are."""
    path = tmp_path / "rents.txt"
    path.write_text("[A]: Rents rose.\n  - [B]: They fell.\n")

    assert len(load(path).claims) == 2


@given(argument_maps())
def test_source_text_is_written_when_asked(argument_map: ArgumentMap) -> None:
    """Texts of sources go into the file only when asked for."""
    texts = [each.text for each in argument_map.sources]

    bare = loads(dumps(argument_map))
    whole = loads(dumps(argument_map, with_source_text=True))

    assert bare == whole == argument_map
    assert [each.text for each in bare.sources] == [None] * len(texts)
    assert [each.text for each in whole.sources] == texts


def test_an_original_keeps_the_texts_of_its_sources() -> None:
    """It gets others only when asked, as a map written anew does."""
    argument_map = ArgumentMap(sources=[Source("gazette", text="Rents rose.")])
    bare = dumps(argument_map)
    whole = dumps(argument_map, with_source_text=True)

    assert dumps(argument_map, original=bare) == bare
    assert dumps(argument_map, original=whole) == whole
    assert dumps(loads(bare), original=whole) == bare
    assert dumps(argument_map, original=bare, with_source_text=True) == whole


def test_map_without_source_text_is_written_as_it_is() -> None:
    """A digest stays where the text is left out."""
    source = Source("gazette", text="Rents rose.")

    written = dumps(ArgumentMap(sources=[source]))

    assert f'"sha256": "{source.sha256}"' in written
    assert "Rents rose." not in written


@pytest.mark.parametrize(
    ("original", "complaint"),
    [
        ('{"argmap": 1}', "the original is"),
        ("[A]: a {b: [}\n", "invalid-data"),
        (b"\x89PNG", "invalid-utf-8"),
    ],
)
def test_an_original_in_another_format(original: str | bytes, complaint: str) -> None:
    """What cannot be read in the format wanted is refused as an original."""
    with pytest.raises((FormatError, UnknownFormatError), match=complaint):
        dumps(ONE_CLAIM, "argdown", original=original)


def test_formats_may_go_one_way() -> None:
    """Asking for the way that a format does not go is answered with those that do."""
    picture = Format("picture", "Picture", (".png",), write=lambda _: "")
    import_ = Format("import", "Import", (".imp",), read=_nothing)

    with pytest.raises(UnknownFormatError, match="Picture can be written but not read"):
        read("", picture)
    with pytest.raises(UnknownFormatError, match=r"argmap writes json, argdown"):
        dumps(ONE_CLAIM, import_)
    assert dumps(ONE_CLAIM, picture) == ""
    assert loads("x", import_) == ArgumentMap()


def _nothing(text: str) -> Document:
    return Document(ArgumentMap(), text)


@pytest.mark.parametrize("each", [x for x in FORMATS if x.read], ids=lambda x: x.name)
def test_an_empty_text_is_an_error_and_an_empty_map_a_warning(each: Format) -> None:
    """Every format says so, and an empty map that was written is read all the same."""
    (found,) = read(" \n", each).diagnostics
    assert (found.code, found.severity) == ("empty-text", "error")
    if each.write and "argdown" not in each.name:
        (found,) = read(dumps(ArgumentMap(), each), each).diagnostics
        assert (found.code, found.severity) == ("empty-text", "warning")
        assert loads(dumps(ArgumentMap(), each), each) == ArgumentMap()
