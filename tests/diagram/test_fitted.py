"""Laws of lines that are fitted with fonts for PNG and PDF."""

import re
from collections.abc import Iterable
from html import unescape
from itertools import chain

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, draw
from argmap.diagram import fitted as module
from argmap.diagram.fitted import fitted
from argmap.words import graphemes
from tests.strategies import texts


class Made:
    """A family that has some letters, each one em wide."""

    def __init__(self, name: str, letters: Iterable[str]) -> None:
        """Have these letters."""
        self.name = name
        self.letters = {*letters, " "}

    def has(self, letters: str) -> bool:
        """Return whether it has all of them."""
        return self.letters.issuperset(letters)

    def clusters(self, text: str, *, is_bold: bool) -> list[tuple[int, float, int]]:
        """Return one letter after the other; vowel signs belong to what is before."""
        del is_bold
        starts = [at for at, each in enumerate(text) if each not in "ािी"]
        ends = [*starts[1:], len(text)]
        sizes = [end - start for start, end in zip(starts, ends, strict=True)]
        return [(at, 1.0 * size, size) for at, size in zip(starts, sizes, strict=True)]


FAMILIES = [
    Made("Latin & Hebrew", "abcdefghijklmnopqrstuvwxyz.אבגדהוזחטיכלמנסעפצקרשת"),
    Made("Hangul", "임대료"),
    Made("Devanagari", "कराियबढ़"),
]


@pytest.fixture(autouse=True)
def _families(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(_: object, *, is_color_wanted: bool) -> list[Made]:
        del is_color_wanted
        return FAMILIES

    monkeypatch.setattr(module, "families_with", found)


def line(words: str, looks: str = "") -> str:
    """Return a line as pictures have it."""
    return f'<text x="10" y="20"{looks}>{words}</text>'


def pieces(svg: str) -> list[tuple[float, str, str]]:
    """Return place, font and words of every piece."""
    found = re.findall(
        r'<tspan x="([-.0-9]+)"(?: font-family="([^"]*)")?>(.*?)</tspan>', svg
    )
    return [(float(x), unescape(font), unescape(words)) for x, font, words in found]


def test_latin_lines_stay() -> None:
    """A picture in letters that the converter has is not touched."""
    svg = line("Rents rose by 5 %: “Жильё”, λόγος &amp; café → □.", ' font-size="9"')

    assert fitted(svg, is_color_wanted=True) == module.Fitted(svg, "")


def test_one_font_if_one_has_all() -> None:
    """Then no piece begins elsewhere, and Latin letters are in that font too."""
    assert pieces(fitted(line("rent שכר."), is_color_wanted=True).svg) == [
        (10, "Latin & Hebrew", "rent שכר.")
    ]


def test_pieces_follow_each_other() -> None:
    """Each stands where the one before it ends, as wide as its letters are."""
    (first, second, third) = pieces(
        fitted(line("임대 שכר 료", ' font-size="20"'), is_color_wanted=True).svg
    )

    assert first == (10, "Hangul", "임대 ")
    assert second == (10 + 3 * 20, "Latin & Hebrew", "שכר ")
    assert third == (10 + 7 * 20, "Hangul", "료")


def test_right_to_left_is_ranged_right() -> None:
    """The first piece ends at the line's x, the next one where that begins."""
    svg = fitted(line("שכר 임", ' direction="rtl"'), is_color_wanted=True).svg

    assert "rtl" not in svg
    assert ' text-anchor="end"' in svg
    assert pieces(svg) == [
        (10, "Latin & Hebrew", "\u202bשכר \u202c"),
        (10 - 4 * 11, "Hangul", "\u202b임\u202c"),
    ]


def test_a_right_to_left_line_of_numbers() -> None:
    """A line that has no letter of its own is ranged right like its text."""
    both = line("שכר", ' direction="rtl"') + line("(2023)", ' direction="rtl"')

    (_, last) = pieces(fitted(both, is_color_wanted=True).svg)

    assert last == (10, "", "\u202b(2023)\u202c")


def test_letters_of_several_parts_have_places() -> None:
    """Behind one a piece begins, for the converter mistakes its width."""
    assert [
        words
        for _, _, words in pieces(fitted(line("किराबढ़"), is_color_wanted=True).svg)
    ] == ["कि", "रा", "बढ़"]


def test_numbers_stand_first() -> None:
    """The number of a claim comes before its words, at the right if they do."""
    number = '<tspan font-weight="bold">7</tspan> '
    svg = line(f"{number}임대") + line(f"{number}שכר", ' direction="rtl"')

    shown = fitted(svg, is_color_wanted=True).svg

    assert shown.count(' font-weight="bold">7</tspan>') == 2
    (left, right) = shown.split("</text>")[:2]
    assert left.index(">7<") < left.index("임대")
    assert '<tspan x="10.00" font-weight="bold">7</tspan>' in right
    assert pieces(left)[0][0] - 10 == pytest.approx(10 - pieces(right)[0][0])
    assert pieces(left)[0][0] > 10


def test_what_no_font_has_is_a_box() -> None:
    """It is listed, and what cannot be seen is not."""
    found = fitted(line("a 料 👩\u200d👧\ufe0f \u2060b"), is_color_wanted=True)

    assert found.missing == "料👧👩"
    assert "".join(words for _, _, words in pieces(found.svg)) == "a □ □ b"


BOLD = '<tspan font-weight="bold">{}</tspan>'
LINK = '<a href="{}"><tspan text-decoration="underline">{}</tspan></a>'


def test_marks_stay_where_no_font_is_needed() -> None:
    """The converter sets bold words and links in its own letters."""
    svg = line(f"{BOLD.format('2023')} rents {LINK.format('a?임', 'rose')}.")

    assert fitted(svg, is_color_wanted=True) == module.Fitted(svg, "")
    assert line("임") not in fitted(svg + line("임"), is_color_wanted=True).svg
    assert svg in fitted(svg + line("임"), is_color_wanted=True).svg


def test_in_other_fonts_marks_are_plain() -> None:
    """All words of a line with marks are there, with a font or as boxes."""
    svg = line(f"{BOLD.format('임')} {LINK.format('a', '料')} &amp; a")

    found = fitted(svg, is_color_wanted=True)

    assert found.missing == "料"
    assert "".join(words for _, _, words in pieces(found.svg)) == "임 □ & a"


@given(st.lists(texts(), min_size=1, max_size=3))
def test_no_letter_is_lost(words: list[str]) -> None:
    """What a font has stays, in its order; lines stay XML and others stay alone.

    A letter whose accent no font has is a box as a whole.
    """
    claims = [Claim(f"c{index}", each) for index, each in enumerate(words)]
    svg = draw(ArgumentMap(claims)).on_paper

    shown = fitted(svg, is_color_wanted=False)

    before, after = (
        [
            re.sub(r"<[^>]*>", "", each)
            for each in re.findall(r"<text.*?</text>", picture)
        ]
        for picture in (svg, shown.svg)
    )
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        lost = {*graphemes(unescape(one))}.difference(graphemes(unescape(other)))
        for letter in filter(str.isalnum, chain.from_iterable(lost)):
            (cluster, *_) = (each for each in lost if letter in each)
            assert not {*cluster}.isdisjoint(shown.missing)
    assert re.sub(r"<text.*?</text>", "", svg) == re.sub(
        r"<text.*?</text>", "", shown.svg
    )
