"""Files that a page names."""

import os
from pathlib import Path

import pytest

from argmap.formats import named_files
from argmap.formats.named_files import FileError, named_path, read_named


def test_what_a_page_may_not_name(tmp_path: Path) -> None:
    """A file outside the folder is refused, and one that is not there."""
    assert named_path([tmp_path], tmp_path, "m.argdown") == tmp_path / "m.argdown"
    with pytest.raises(FileError, match="documentation's folder"):
        named_path([tmp_path], tmp_path, "../m.argdown")
    with pytest.raises(FileError, match="cannot be read: no such file"):
        read_named(tmp_path / "m.argdown", "m.argdown")


def test_other_folders(tmp_path: Path) -> None:
    """A file in another folder that is allowed may be named, and nothing beside it."""
    docs, decisions = tmp_path / "docs", tmp_path / "adr"
    roots = [docs, decisions]

    assert named_path(roots, docs, "../adr/m.argdown") == decisions / "m.argdown"
    for name in ("../m.argdown", "../adr/../m.argdown", "../adr2/m.argdown", "\0"):
        with pytest.raises(FileError):
            named_path(roots, docs, name)


def test_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is not read."""
    path = tmp_path / "m.argdown"
    path.write_text("[A]: It is so.")
    monkeypatch.setattr(named_files, "LARGEST", 10)

    with pytest.raises(FileError, match=r"cannot be read: .*10 bytes"):
        read_named(path, "m.argdown")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe in the documentation's folder does not hang the build."""
    os.mkfifo(tmp_path / "m.argdown")

    with pytest.raises(FileError, match="it is no regular file"):
        read_named(tmp_path / "m.argdown", "m.argdown")
