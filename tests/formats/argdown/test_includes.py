"""`@include(path)`: other files in the place of a word, and where they are not."""

import os
from pathlib import Path

import pytest

from argmap.formats import Document, read
from argmap.formats.argdown import includes

FILES = {
    "main.argdown": "# Main\n\n@include(parts/one.argdown)\n\n[Last]: l\n",
    "parts/one.argdown": "[One]: o\n\n@include(two.ad)\n",
    "parts/two.ad": "[Two]: t\n  + [One]",
}


def laid_out(folder: Path, **files: str) -> Document:
    """Write files, the first one's name being `main`, and read that."""
    for name, text in (FILES | files).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    main = folder / "main.argdown"
    return read(main.read_text(encoding="utf-8"), "argdown", path=main)


def messages(document: Document) -> list[str]:
    """Return what is found, by severity."""
    return [f"{each.severity}: {each.message}" for each in document.diagnostics]


def test_files_are_put_in(tmp_path: Path) -> None:
    """What is included stands in the place of the word, at any depth."""
    document = laid_out(tmp_path)

    assert messages(document) == []
    assert [each.title for each in document.argument_map.claims] == [
        "One",
        "Two",
        "Last",
    ]
    assert {each.id for each in document.argument_map.sections} == {"main"}


def test_every_stretch_knows_its_file(tmp_path: Path) -> None:
    """A place in the whole leads to the same words in a file."""
    document = laid_out(tmp_path)

    for title, name in (("Two", "parts/two.ad"), ("Last", "main.argdown")):
        span = document.spans[title.lower()]
        path, text, place = document.origin(span)
        assert path == str(tmp_path / name)
        assert text == FILES[name]
        assert place.of(text) == span.of(document.text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "@include(../main.argdown)",
            (
                "error: '../main.argdown' cannot be included (by main.argdown"
                " → one.argdown → two.ad): it includes itself: main.argdown"
                " → one.argdown → two.ad → ../main.argdown"
            ),
        ),
        (
            "@include(../one.argdown)",
            (
                "error: '../one.argdown' cannot be included (by main.argdown"
                " → one.argdown → two.ad): no such file or directory"
            ),
        ),
        (
            "@include(../../secret.argdown)",
            (
                "error: '../../secret.argdown' cannot be included (by main.argdown"
                " → one.argdown → two.ad): it is outside the folder of the first file"
            ),
        ),
        (
            "@include(/etc/passwd)",
            (
                "error: '/etc/passwd' cannot be included (by main.argdown → one.argdown"
                " → two.ad): it is outside the folder of the first file"
            ),
        ),
        (
            "@include(a\0b)",
            (
                "error: 'a\0b' cannot be included (by main.argdown → one.argdown"
                " → two.ad): it cannot be a file"
            ),
        ),
        (
            "@include(.)",
            (
                "error: '.' cannot be included (by main.argdown → one.argdown"
                " → two.ad): is a directory"
            ),
        ),
    ],
)
def test_what_cannot_be_included(tmp_path: Path, text: str, message: str) -> None:
    """Loops, escapes and what is not there are reported; the rest is read."""
    (tmp_path / "secret.argdown").write_text("[Secret]: s", encoding="utf-8")
    folder = tmp_path / "project"
    folder.mkdir()
    document = laid_out(folder, **{"parts/two.ad": f"[Two]: t\n\n{text}\n"})

    assert messages(document) == [message]
    assert document.diagnostics[0].code == "failed-include"
    span = document.diagnostics[0].span
    assert span is not None
    path, whole, place = document.origin(span)
    assert path == str(folder / "parts/two.ad")
    assert place.of(whole) == text
    titles = {each.title for each in document.argument_map.claims}
    assert titles == {"One", "Two", "Last"}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """Where a file really is decides."""
    (tmp_path / "secret.ad").write_text("[Secret]: s", encoding="utf-8")
    folder = tmp_path / "project"
    (folder / "parts").mkdir(parents=True)
    (folder / "link.ad").symlink_to(tmp_path / "secret.ad")

    document = laid_out(folder, **{"main.argdown": "@include(link.ad)\n\n[A]: a\n"})

    assert "outside the folder" in document.diagnostics[0].message
    assert [each.title for each in document.argument_map.claims] == ["A"]


def test_a_loop_of_links(tmp_path: Path) -> None:
    """A link that leads to itself is reported, whatever the system calls it."""
    (tmp_path / "loop.ad").symlink_to(tmp_path / "loop.ad")
    document = laid_out(tmp_path, **{"main.argdown": "@include(loop.ad)\n\n[A]: a\n"})

    assert [each.code for each in document.diagnostics] == ["failed-include"]
    assert [each.title for each in document.argument_map.claims] == ["A"]


def test_a_file_is_included_once(tmp_path: Path) -> None:
    """A second time would only repeat it; many times would be a bomb."""
    text = "@include(parts/one.argdown)\n\n" * 50 + "[A]: a\n"
    document = laid_out(tmp_path, **{"main.argdown": text})

    assert len(document.argument_map.claims) == 3
    assert {each.message for each in document.diagnostics} == {
        "'parts/one.argdown' cannot be included: it has been included before"
    }
    assert not document.has_errors


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    """What cannot be decoded is reported, with its name."""
    (tmp_path / "bad.ad").write_bytes(b"[A]: \xff\n")
    document = laid_out(tmp_path, **{"main.argdown": "@include(bad.ad)\n\n[B]: b\n"})

    assert "'bad.ad' cannot be included" in document.diagnostics[0].message
    assert [each.title for each in document.argument_map.claims] == ["B"]


def test_more_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file over its limit, or over that of all, is a located error; others are in."""
    monkeypatch.setattr(includes, "LARGEST", 2048)
    monkeypatch.setattr(includes, "LARGEST_IN_ALL", 4096)
    names = ["a", "b", "c", "d", "large"]
    text = "".join(f"@include({each}.ad)\n\n" for each in names)
    whole, more = f"[A]: {'a' * 2042}\n", f"[D]: {'d' * 2043}\n"

    document = laid_out(
        tmp_path,
        **{"main.argdown": text, "a.ad": whole, "b.ad": "[B]: b\n", "large.ad": more},
        **{"c.ad": whole.replace("A", "C"), "d.ad": "[D]: d\n"},
    )

    assert messages(document) == [
        "error: 'c.ad' cannot be included: with it all are more than 4,096 bytes",
        "error: 'large.ad' cannot be included: it is larger than 2,048 bytes",
    ]
    assert {each.code for each in document.diagnostics} == {"include-limit"}
    assert [each.title for each in document.argument_map.claims] == ["A", "B", "D"]
    assert document.diagnostics[0].span is not None
    assert document.diagnostics[0].span.start == document.text.index("<!--")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no regular file is not opened, since reading it may never end."""
    os.mkfifo(tmp_path / "pipe.ad")

    document = laid_out(tmp_path, **{"main.argdown": "[A]: a\n\n@include(pipe.ad)"})

    assert messages(document) == [
        "error: 'pipe.ad' cannot be included: it is no regular file"
    ]
    assert document.diagnostics[0].code == "include-limit"
