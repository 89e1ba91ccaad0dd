"""The files that a folder or a pattern stands for; tests/cli has more."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from argmap.folders import SUFFIXES, files_fitting, find_maps, is_pattern
from argmap.formats import FORMATS
from argmap.pages import SUFFIXES as PAGES
from tests.folder_files import FILES, MAPS, TEXT


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Lay out three maps, a page with one, and what is none."""
    for name in ("b.argdown", "sub/a.ad", ".git/c.argdown"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "sub" / "c.json").write_text('{"argmap": 1}')
    (tmp_path / "package.json").write_text('{"name": "maps"}')
    (tmp_path / "page.md").write_text(f"```argdown\n{TEXT}```\n")
    (tmp_path / "plain.md").write_text("No map.\n")
    return tmp_path


def names(folder: Path, *suffixes: str, limit: int = 2**20) -> list[str]:
    """Return the maps in a folder, from it on."""
    found = find_maps(folder, suffixes, limit=limit).maps
    return [each.relative_to(folder).as_posix() for each in found]


def test_maps_are_found_by_name_or_content(tree: Path) -> None:
    """Files with a suffix of maps count, others only if a map is in them."""
    assert names(tree, *SUFFIXES) == ["b.argdown", "sub/a.ad", "sub/c.json"]
    assert names(tree, *PAGES) == ["page.md"]


def test_what_is_too_large_to_look_into_counts(tree: Path) -> None:
    """Reading it says that it is too large; it is not passed over."""
    assert names(tree, ".json", limit=5) == ["package.json", "sub/c.json"]


def test_a_folder_that_is_closed(tmp_path: Path) -> None:
    """A folder that is not there raises, it is not one without maps."""
    with pytest.raises(FileNotFoundError):
        find_maps(tmp_path / "nowhere")


def test_a_folder_inside_that_is_closed(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are found, and it is one more that reading says what is wrong with."""
    look = os.scandir

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        if path.endswith("sub"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)

    assert set(names(tree, *SUFFIXES)) == {"b.argdown", "sub"}


def test_a_pattern_fits_what_is_there(tree: Path) -> None:
    """What fits a pattern is sorted; what is hidden fits where the pattern is, too."""
    assert files_fitting(f"{tree}/**/*.a*d*") == [
        f"{tree}/b.argdown",
        f"{tree}/sub/a.ad",
    ]
    assert files_fitting(f"{tree}/.git/*") == [f"{tree}/.git/c.argdown"]
    (tree / "a[1].ad").write_text(TEXT)
    assert is_pattern(f"{tree}/a[2].ad")
    assert not is_pattern(f"{tree}/a[1].ad")


def test_there_is_a_map_in_each_format() -> None:
    """The folders that are made have each format that is read in them."""
    assert set(MAPS) == {each.name for each in FORMATS if each.read}


@given(st.lists(st.sampled_from(FILES), max_size=12), st.data())
@settings(max_examples=60)
def test_a_file_is_a_map_or_left_out(
    tmp_path_factory: pytest.TempPathFactory,
    files: list[tuple[str, str, bool | None]],
    data: st.DataObject,
) -> None:
    """Whatever else is there, each file is a map, left out, or of another kind.

    Which it is depends on its suffix and what is in it, and on nothing else.
    """
    folder = tmp_path_factory.mktemp("maps")
    expected: dict[bool | None, set[Path]] = {True: set(), False: set(), None: set()}
    for number, (suffix, text, is_map) in enumerate(files):
        where = data.draw(st.sampled_from(["", "sub", "sub/sub"]))
        name = data.draw(st.sampled_from([f"{number}{suffix}", f"M{suffix.upper()}"]))
        path = folder / where / str(number) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        expected[is_map].add(path)

    found = find_maps(folder, (*SUFFIXES, *PAGES))

    assert set(found.maps) == expected[True]
    assert set(found.left_out) == expected[False]
