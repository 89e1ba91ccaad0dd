"""The texts of sources, from the files that their paths name."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Quotation, Source, dumps, evaluate
from argmap.diagnostics import Severity
from argmap.errors import FormatError, LimitError
from argmap.formats import (
    Document,
    load_document,
    read,
    source_text,
    sources as module,
    with_source_texts,
)

WORDS = "Rents rose by a third. Wages fell.\n"
DIGEST = sha256(WORDS.encode()).hexdigest()


def _document(path: str, **fields: str) -> Document:
    return Document(ArgumentMap(sources=[Source("gazette", path=path, **fields)]), "")


def _found(document: Document, path: Path | None, **options: Path) -> str:
    """Return the text of the one source, or else what is said of it."""
    found = with_source_texts(document, path, **options)
    (source,) = found.argument_map.sources
    if source.text is None:
        (finding,) = found.source_findings
        assert finding.code == "unreadable-source"
        assert finding.severity is Severity.ERROR
        return finding.message.removeprefix("the file '")
    return source.text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a project with an article, a folder for maps, and an article outside."""
    (tmp_path / "project" / "maps").mkdir(parents=True)
    (tmp_path / "project" / "article.txt").write_text(WORDS, "utf-8")
    (tmp_path / "outside.txt").write_text("Guarded.", "utf-8")
    return tmp_path / "project"


@pytest.mark.parametrize("mark", ["pyproject.toml", ".git"])
def test_the_project_is_the_root(folder: Path, mark: str) -> None:
    """A path leads from the map's folder, and stays in the project around it."""
    path = folder / "maps" / "rents.argdown"
    document = _document("../article.txt")
    assert "is outside the folder 'maps'" in _found(document, path)

    (folder / mark).mkdir()

    assert _found(document, path) == WORDS
    refused = _found(_document("../../outside.txt"), path)
    assert "is outside the folder 'project'" in refused


def test_a_root_that_is_given(folder: Path) -> None:
    """The root that somebody gives is the only one, wider or narrower."""
    (folder / ".git").mkdir()
    path = folder / "maps" / "rents.argdown"

    wider = _found(_document("../../outside.txt"), path, root=folder.parent)
    assert wider == "Guarded."
    narrower = _found(_document("../article.txt"), path, root=folder / "maps")
    assert "is outside the folder 'maps'" in narrower


def test_a_map_from_no_file(folder: Path) -> None:
    """It names files from the root, if one is given, and else none."""
    assert _found(_document("article.txt"), None, root=folder) == WORDS
    assert "the map comes from no file" in _found(_document("article.txt"), None)


def test_absolute_paths(folder: Path) -> None:
    """A path of one machine is refused even where it leads into the root."""
    refused = _found(_document(str(folder / "article.txt")), folder / "rents.json")

    assert "must be named from the folder of the map's file" in refused


def test_kinds_of_text(folder: Path) -> None:
    """Text is taken as it is, HTML and Markdown as a reader sees them."""
    texts = {
        "a.txt": ("\ufeffOne <b>\r\n", "One <b>\r\n"),
        "a": ("*One*", "*One*"),
        "a.HTML": ("<title>No</title><p>One &amp; all", "One & all\n"),
        "a.md": ("# One\n\n*all*", "One\n\nall\n"),
    }
    for name, (content, seen) in texts.items():
        (folder / name).write_text(content, "utf-8", newline="")

        assert source_text(folder / name) == seen
        assert _found(_document(name), folder / "rents.json") == seen


def test_the_digest_is_that_of_the_text(folder: Path) -> None:
    """A source that is read has the SHA-256 of its text, that of a plain file."""
    found = with_source_texts(_document("article.txt"), folder / "rents.json")

    (source,) = found.argument_map.sources
    file = (folder / "article.txt").read_bytes()
    assert source.sha256 == DIGEST == sha256(file).hexdigest()
    assert found.source_files == (str((folder / "article.txt").resolve()),)
    assert found.files == found.source_files
    assert found.source_findings == ()


@pytest.mark.parametrize("digest", [DIGEST, DIGEST.upper()])
def test_a_pin_that_holds(folder: Path, digest: str) -> None:
    """The SHA-256 of the text, in whatever case it is written, says nothing."""
    document = _document("article.txt", sha256=digest)

    assert not with_source_texts(document, folder / "rents.json").source_findings


def test_a_pin_that_fails(folder: Path) -> None:
    """Another text than was meant is read and checked, and said with its SHA-256."""
    document = _document("article.txt", sha256="0" * 64)

    found = with_source_texts(document, folder / "rents.json")

    (finding,) = found.source_findings
    assert (finding.code, finding.severity) == ("source-changed", Severity.WARNING)
    assert finding.source == "gazette"
    assert finding.help is not None
    assert f"sha256: {DIGEST}" in finding.help
    assert found.argument_map.sources[0].text == WORDS


def test_texts_at_hand(folder: Path) -> None:
    """A text that the map has is not looked for, wherever its path leads."""
    document = _document("../../etc/passwd", text=WORDS)

    assert with_source_texts(document, folder / "rents.json") is document


def test_sources_without_paths(folder: Path) -> None:
    """An address is not a path: nothing is opened."""
    document = _document("", url="article.txt")

    assert with_source_texts(document, folder / "rents.json") is document


def test_what_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there, no text, no file or too large is an error, not waited for."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "null.txt").symlink_to("/dev/zero")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "report.pdf").write_bytes(b"%PDF-1.7\n\xff")
    (folder / "large.txt").write_bytes(b"x" * 65)
    monkeypatch.setattr(module, "LARGEST", 64)
    reasons = {
        "gone.txt": "no such file",
        "maps": "is a directory",
        "pipe.txt": "no regular file",
        "loop.txt": "cannot be a file",
        "null.txt": "is outside",
        "report.pdf": "byte 9 is 0xff, which is not UTF-8",
        "large.txt": "it is larger than 64 bytes",
        "x" * 5000: "cannot be",
        "a\0b": "cannot be a file",
    }
    for name, reason in reasons.items():
        assert reason in _found(_document(name), folder / "rents.json")

    device = _found(_document("zero"), Path("/dev/x"), root=Path("/dev"))
    assert "no regular file" in device
    with pytest.raises(LimitError):
        source_text(folder / "large.txt")
    with pytest.raises(FormatError):
        source_text(folder / "report.pdf")


def test_all_sources_together(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files within the limit of one are no more than the limit of all."""
    monkeypatch.setattr(module, "LARGEST_IN_ALL", 2 * len(WORDS))
    sources = [Source(f"s-{each}", path="article.txt") for each in range(3)]
    document = Document(ArgumentMap(sources=sources), "")

    found = with_source_texts(document, folder / "rents.json")

    (finding,) = found.source_findings
    assert finding.source == "s-2"
    assert "more than" in finding.message


def test_what_is_too_large_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file over a limit costs nothing, however often a map names it."""
    read: list[object] = []
    monkeypatch.setattr("argmap.formats.files.read_bytes", lambda *_: read.append(_))
    for limit in ("LARGEST", "LARGEST_IN_ALL"):
        with monkeypatch.context() as patch:
            patch.setattr(module, limit, len(WORDS) - 1)
            _found(_document("article.txt"), folder / "rents.json")

    assert not read


@given(path=st.text(), digest=st.none() | st.text())
def test_any_path(path: str, digest: str | None) -> None:
    """No path and no SHA-256 raises, and no path leads out."""
    document = _document(path, **({} if digest is None else {"sha256": digest}))
    found = with_source_texts(document, "/nowhere/rents.json")

    assert found.argument_map.sources[0].text is None
    assert len(found.source_findings) == bool(path)


@pytest.mark.parametrize("format_", ["json", "argdown"])
def test_findings_have_their_place(folder: Path, format_: str) -> None:
    """A finding stands at the path of its source in the text of the map."""
    text = dumps(_document("gone.txt").argument_map, format_)
    document = with_source_texts(read(text, format_), folder / "rents")

    (finding,) = document.source_findings
    assert finding.span is not None
    assert finding.span.of(document.text).strip('"') == "gone.txt"


def test_what_is_drawn_has_the_texts_too(folder: Path) -> None:
    """The view that a text wants is of the same sources."""
    file = folder / "rents.argdown"
    file.write_text(
        "===\nselection:\n  excludeDisconnected: true\nargmap:\n  sources:\n"
        "    - {id: gazette, path: article.txt}\n===\n\n"
        "[Rents]: They rose.\n  + [Index]: It says so.\n\n[Alone]: Nobody says so.\n",
        "utf-8",
    )

    document = with_source_texts(load_document(file), file)

    assert document.view is not None
    for each in (document.argument_map, document.view.argument_map):
        assert each.source("gazette").text == WORDS


def test_reading_opens_no_source(folder: Path) -> None:
    """A map is read, evaluated and written without a look at its sources."""
    rose = Claim("rose", quotations=[Quotation("Rents rose", source="gazette")])
    sources = [Source("gazette", path="article.txt", sha256=DIGEST)]
    argument_map = ArgumentMap([rose], sources=sources)
    file = folder / "rents.json"
    file.write_text(dumps(argument_map), "utf-8")

    document = load_document(file)

    assert document.argument_map == argument_map
    assert document.argument_map.source("gazette").text is None
    assert evaluate(document.argument_map).verdicts
