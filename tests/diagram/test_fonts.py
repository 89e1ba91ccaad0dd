"""Laws of choosing among the fonts of a system."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import attrs
import pytest

from argmap.diagram import fonts
from argmap.diagram.fonts import Family, families_with, folders, installed, is_unseen
from argmap.errors import MissingExtraError

needs_harfbuzz = pytest.mark.skipif(
    not find_spec("uharfbuzz"), reason="uharfbuzz is not installed"
)


@attrs.frozen(eq=False)
class Made(Family):
    """A family that has some letters."""

    letters: str

    @property
    def _codes(self) -> set[int]:
        return {*map(ord, self.letters)}


def families(*names: str) -> tuple[Family, ...]:
    """Return families with names and letters, as in `Sans:abc`; one may say Color."""
    named = [each.partition(":") for each in names]
    return tuple(
        Made(name, {}, is_colored="Color" in name, letters=letters)
        for name, _, letters in named
    )


def chosen(
    monkeypatch: pytest.MonkeyPatch, letters: str, *names: str, color: bool = True
) -> list[str]:
    """Return which of the families called so are chosen."""
    monkeypatch.setattr(fonts, "installed", lambda: families(*names))
    found = families_with(letters, is_color_wanted=color)
    return [each.name for each in found]


def test_few_families(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has most letters comes first, the rest only if it adds something."""
    names = ("A Sans:ab", "B Sans:abc", "C Sans:cd", "D Sans:x")

    assert chosen(monkeypatch, "abcd", *names) == ["B Sans", "C Sans"]
    assert chosen(monkeypatch, "ez", *names) == []
    assert chosen(monkeypatch, "") == []


def test_plain_ones_are_better(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of families with as many letters, one without serifs that is not narrow."""
    names = ("A Mono Sans:a", "B Serif:a", "C:a", "D Sans:a", "E Sans:a")

    assert chosen(monkeypatch, "a", *names) == ["D Sans"]


@pytest.mark.parametrize(
    ("letters", "region"), [("漢", "SC"), ("漢한", "KR"), ("漢カ", "JP")]
)
def test_han_letters_look_as_their_neighbours_want(
    monkeypatch: pytest.MonkeyPatch, letters: str, region: str
) -> None:
    """Chinese, Japanese or Korean: what else is written says which."""
    names = [f"Sans CJK {each}:漢한カ" for each in ("HK", "JP", "KR", "SC")]

    (found,) = chosen(monkeypatch, letters, *names)

    assert found.removesuffix(region) == "Sans CJK "


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font of pictures does not get into a PDF."""
    names = ("Color Sans:👩👧", "Plain Sans:👩")

    assert chosen(monkeypatch, "👩👧", *names) == ["Color Sans"]
    assert chosen(monkeypatch, "👩👧", *names, color=False) == ["Plain Sans"]


def test_what_cannot_be_seen_needs_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """Joiners, variation selectors and marks of direction are in any family."""
    assert all(map(is_unseen, "\u200b\u200d\u200f\ufe0f\u2060\ufeff\U000e0100"))
    assert not any(map(is_unseen, "a \u0301한"))
    (family,) = families("A Sans:👩👧")
    assert family.has("👩\u200d👧\ufe0f")
    assert chosen(monkeypatch, "\u200d", "A Sans:a") == []


@pytest.fixture
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Fonts are in a folder of the test only."""
    monkeypatch.setattr(fonts, "folders", lambda: [tmp_path, tmp_path / "gone"])
    installed.cache_clear()
    yield tmp_path
    installed.cache_clear()


@needs_harfbuzz
def test_what_is_no_font_is_passed_over(own_folders: Path) -> None:
    """A broken file, an empty one and a missing folder are no error."""
    (own_folders / "a.ttf").write_bytes(b"")
    (own_folders / "b.otf").write_bytes(b"no font")
    (own_folders / "c.ttc").mkdir()
    (own_folders / "d.txt").write_text("text")

    assert installed() == ()


@needs_harfbuzz
def test_installed_fonts_are_measured() -> None:
    """Each family that a letter is found in draws it with some width."""
    for family in families_with("aשع"):
        letters = [each for each in "aשع" if family.has(each)]
        for letter in letters:
            ((index, width, glyphs),) = family.clusters(letter, is_bold=True)
            assert (index, glyphs) == (0, 1)
            assert 0.1 < width < 2


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without uharfbuzz the message holds the command that installs it."""
    installed.cache_clear()
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match=r"pip install 'argmap\[pdf\]'"):
        families_with("한")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_folders(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's fonts come first, then those of whoever is logged in."""
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)

    first, *_, last = folders()

    assert Path.home() in last.parents
    assert Path.home() not in first.parents
