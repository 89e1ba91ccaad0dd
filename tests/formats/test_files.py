"""Tests of `argmap.formats.files`."""

import io
import os
import stat
import threading
from pathlib import Path

import pytest

from argmap.diagnostics import Span
from argmap.errors import FormatError, LimitError
from argmap.formats import read_text, write_bytes, write_text
from argmap.formats.files import read_bytes


def test_line_ends_and_letters_come_back(tmp_path: Path) -> None:
    """What was written is read, code point for code point."""
    text = "a\r\nb\rc\nd\u2028 租金\x00"

    write_text(tmp_path / "a.txt", text)

    assert read_text(tmp_path / "a.txt") == text


def test_byte_order_mark_is_left_out(tmp_path: Path) -> None:
    """A byte order mark at the start is no part of the text."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfa")

    assert read_text(str(tmp_path / "a.txt")) == "a"


def test_other_encodings_are_refused_where_they_show(tmp_path: Path) -> None:
    """A byte that is not UTF-8 is named by its offset and its line and column."""
    (tmp_path / "a.txt").write_bytes("\ufeffé\n".encode() + b"caf\xe9")

    with pytest.raises(FormatError) as caught:
        read_text(tmp_path / "a.txt")

    message = (
        "2:4: error[invalid-utf-8]: byte 9 is 0xe9, which is not UTF-8\n"
        "  = help: save the file as UTF-8"
    )
    assert str(caught.value) == message
    assert caught.value.diagnostics[0].span == Span(5, 6)


@pytest.mark.parametrize("size", [0, 1, 2**20 - 1, 2**20, 2**20 + 1, 5 * 2**20])
def test_no_more_than_the_limit_is_read(size: int) -> None:
    """A file of just the limit is read whole, one byte more is refused."""
    file = io.BytesIO(b"a" * size)

    assert read_bytes(file, size) == b"a" * size
    file.seek(0)
    if size:
        with pytest.raises(LimitError, match="larger than"):
            read_bytes(file, size - 1)
        assert file.tell() == size


def test_what_has_no_end_is_refused() -> None:
    """A device that gives bytes for ever is given up at the limit."""
    with pytest.raises(LimitError, match="it is larger than 2 MB"):
        read_text("/dev/zero", limit=2_000_000)


def test_new_file_has_usual_permissions(tmp_path: Path) -> None:
    """A new file may be read by whom the umask lets."""
    (tmp_path / "usual").touch()

    write_text(tmp_path / "a.txt", "a")

    modes = {each.stat().st_mode for each in tmp_path.iterdir()}
    assert len(modes) == 1


def test_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A file that is written again may be read by whom it could be before."""
    path = tmp_path / "a.txt"
    path.touch()
    path.chmod(0o640)

    write_text(path, "a")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_links_are_followed(tmp_path: Path) -> None:
    """Writing to a link writes to the file that it leads to."""
    path, link = tmp_path / "a.txt", tmp_path / "link"
    path.touch()
    link.symlink_to(path)

    write_text(link, "a")

    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "a"


def test_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails the old file is whole, and nothing lies beside it."""
    path = tmp_path / "a.txt"
    write_text(path, "old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space") as caught:
        write_text(path, "new")

    assert caught.value.filename == str(path)
    assert read_text(path) == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_folder_is_named(tmp_path: Path) -> None:
    """The error names the file that was asked for."""
    path = tmp_path / "missing" / "a.txt"

    with pytest.raises(FileNotFoundError) as caught:
        write_bytes(path, b"a")

    assert caught.value.filename == str(path)


def test_failure_names_one_file(tmp_path: Path) -> None:
    """What is said of a file that cannot be written names it, and nothing else."""
    with pytest.raises(OSError, match=r"rents") as caught:
        write_bytes(tmp_path / "nowhere" / "rents.json", b"{}")

    assert str(caught.value).endswith("rents.json'")


def test_an_empty_name_is_no_file() -> None:
    """A name without a letter is not the current folder."""
    with pytest.raises(FileNotFoundError):
        read_text("")


def test_pipes_are_written_to(tmp_path: Path) -> None:
    """What is no regular file is not replaced by one."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()))
    reader.start()

    write_bytes(path, b"a")

    reader.join()
    assert got == [b"a"]
    assert stat.S_ISFIFO(path.stat().st_mode)
