"""Titles in the files of a folder."""

import os
from pathlib import Path

from argmap.language_server.files import File
from argmap.language_server.folders import defined_below, defined_in, is_like
from argmap.language_server.index import Title


def test_definitions_only() -> None:
    """A title is found where it gets its text, not where it is used."""
    found = defined_in(File(None, "[A]: see @[B]\n  + <C>: c\n\n[A]\n"))

    assert [str(each.title) for each in found] == ["[A]", "<C>"]


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    """Argdown in a folder and below is found; other and unreadable files are not."""
    (tmp_path / "in").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("a.argdown", "in/b.AD", "c.txt", ".hidden/d.ad"):
        (tmp_path / name).write_text(f"[{name[-1]}]: x\n", "utf-8")
    (tmp_path / "bad.argdown").write_bytes(b"\xff\xfe[x]: y")

    def found() -> list[tuple[str, str]]:
        return [
            (each.title.words, Path(each.file.path or "").name)
            for each in defined_below(tmp_path)
        ]

    assert found() == [("n", "a.argdown"), ("D", "b.AD")]
    (tmp_path / "a.argdown").write_text("[new]: x\n", "utf-8")
    os.utime(tmp_path / "a.argdown", (1, 1))
    assert found() == [("new", "a.argdown"), ("D", "b.AD")]


def test_letters_in_their_order() -> None:
    """A title fits what is typed of it, in any case, with letters left out."""
    title = Title("[", "Rents rose")

    assert all(is_like(title, each) for each in ("", "rents", "RR", "rs ro", "trs"))
    assert not any(is_like(title, each) for each in ("sents", "rrr", "x"))
