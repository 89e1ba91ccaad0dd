"""Words are found by their letters, wherever they stand whole."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from argmap.passages import (
    Passage,
    Standing,
    find_passages,
    find_unmarked_omission,
)
from tests.strategies import texts

_MIXED = (
    st.text(st.sampled_from("ab e\u0301éﬁ… \n\u200b“\"’'–-½租กำ.5"), max_size=15)
    | texts()
)


def _found(text: str, words: str) -> list[str]:
    return [each.of(text) for each in find_passages(text, words)]


def _standings(text: str, words: str) -> list[str]:
    return [str(each.standing) for each in find_passages(text, words)]


@given(_MIXED, _MIXED, _MIXED)
def test_words_between_spaces_are_found(before: str, words: str, after: str) -> None:
    """Whatever stands between spaces is found there, and exactly so."""
    text = f"{before} x {words.strip()} y {after}"
    start = len(before) + 1
    span = (start, start + len(words.strip()) + 4)

    found = find_passages(text, text[slice(*span)], span=span)

    assert [each.standing for each in found] == [Standing.EXACT]


@given(_MIXED, _MIXED)
def test_places_lie_in_the_text(text: str, words: str) -> None:
    """Places come in order, each once, within the text and with no space round."""
    places = [(each.start, each.end) for each in find_passages(text, words)]

    assert places == sorted(set(places))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(text[start:end] == text[start:end].strip() for start, end in places)


@given(_MIXED, _MIXED)
def test_the_text_of_a_passage_is_found(text: str, words: str) -> None:
    """What the text has in a place, omissions marked, is found in that place."""
    for each in find_passages(text, words):
        again = list(find_passages(text, each.of(text), span=(each.start, each.end)))

        assert [found.pieces for found in again] == [each.pieces]


@pytest.mark.parametrize(
    ("text", "words", "passage"),
    [
        ("He said: “all is well”.", '"all is well"', "“all is well”"),
        ("He said “never, ever” twice", "said 'never, ever'", "said “never, ever”"),
        ("It’s so", "It's so", "It’s so"),
        ("« Jamais ! » dit-il", '"Jamais!" dit-il', "« Jamais ! » dit-il"),
        ("„Nie“, sagte er", '"Nie," sagte er', "„Nie“, sagte er"),
        ("from 1990–95 on", "1990-95", "1990–95"),
        ("costs – all of them – rose", "costs—all of them—rose", None),
        ("costs—all of them—rose", "costs -- all of them -- rose", None),
        ("one\n  two three", "one two  three", "one\n  two three"),
        ("co\u00adoperate", "cooperate", "co\u00adoperate"),
        ("the ﬁrst", "first", "ﬁrst"),
        ("so… on", "so...", "so…"),
        ("so . . . on", "so… on", None),
        ("a \u200b b", "a b", "a \u200b b"),
        ("ＡＢＣ表", "ABC表", None),
        ("ｶﾞｽ", "ガス", None),
        ("房租上\n涨了", "房租上涨了", None),
        ("an infor-\nmal deal", "an informal deal", None),
        ("a well-\nknown deal", "a well-known deal", None),
        ("a well-\nknown infor-\nmal deal", "a well-known informal deal", None),
        ("the infor-\nmal deal", "the infor- mal deal", None),
        ("the infor- mal deal", "the informal deal", None),
        ("pre- and post-war rents", "pre-\nand post-war rents", None),
        ("( rents , wages ) rose .", "(rents, wages) rose.", None),
        ("房租，工资，米价", "房租, 工资,\n米价", None),
        ("他说「房租」上涨", "他说“房租”上涨", None),
        ("by Anglo-\nSaxon law", "Anglo-Saxon law", "Anglo-\nSaxon law"),
        ("by COVID-\n19 law", "COVID-19 law", "COVID-\n19 law"),
        ("The rents rose", "the rents rose", None),
        ("they say rents rose", "Rents rose", "rents rose"),
        ("The rents rose", "[t]he rents rose", None),
        ("Of these, the Rents rose", "[T]he [r]ents rose", "the Rents rose"),
    ],
)
def test_typography(text: str, words: str, passage: str | None) -> None:
    """Typography, spacing and a first letter's case are granted, and named so."""
    assert _found(text, words) == [passage or text]
    assert _standings(text, words) == ["typographic"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("re\u0301sume\u0301 here", "résumé here"),
        ("résumé here", "re\u0301sume\u0301 here"),
        ("Vie\u0323\u0302t Nam", "Vi\u1ec7t Nam"),
        ("\u1112\u1161\u11ab here", "한 here"),
    ],
)
def test_composition(text: str, words: str) -> None:
    """However its letters are composed, a text is the same."""
    assert unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", words)
    assert _standings(text, words) == ["exact"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See Rents", "see rents"),
        ("the café", "the cafe"),
        ("cafe\u0301", "cafe"),
        ("a", " "),
        ("the unlawful act", "lawful act"),
        ("AT&T lobbied", "T lobbied"),
        ("written in C++ and C#", "written in C"),
        ("the act of war", "the act of wa"),
        ("is non-negotiable", "negotiable"),
        ("a well-known man", "a well"),
        ("it isn’t so", "it isn"),
        ("it isn't so", "it is"),
        ("by 12.5 percent", "5 percent"),
        ("by 12.5 percent", "by 12"),
        ("by 1,200 men", "200 men"),
        ("by 12\u00a0500 men", "500 men"),
        ("by 12 500 men", "by 12"),
        ("by .5 percent", "5 percent"),
        ("at 10:30 sharp", "30 sharp"),
        ("10² tonnes", "102 tonnes"),
        ("10² tonnes", "10"),
        ("½ of them", "1⁄2 of them"),
        ("a change of -3 points", "a change of 3 points"),
        ("a change of -3 points", "3 points"),
        ("a change of −3 points", "3 points"),
        ("a change of ±3 points", "3 points"),
        ("from 10–12 percent", "12 percent"),
        ("it cost $4,000", "4,000"),
        ("it cost €5", "it cost $5"),
        ("up by 12% now", "up by 12"),
        ("up by 12 % now", "up by 12"),
        ("with COVID-19 then", "19 then"),
        ("the snake_case name", "case name"),
        ("pages 12-\n13 of it", "pages 1213 of it"),
        ("an informal deal", "an in-formal deal"),
        ("we re-form it", "we reform it"),
        ("an infor-\nmal deal", "an infor"),
        ("an infor-\nmal deal", "mal deal"),
        ("the ﬁrst", "irst"),
        ("so… on", "so."),
        ("so… on", ". on"),
        ("is non-\u200bnegotiable", "negotiable"),
        ("กำ", "ก"),
        ("👩\u200d👧 x", "👩"),
        ("माता-पिता यहाँ", "पिता यहाँ"),
        ("5 - -3", "5 - 3"),
        ('a 6" pipe', "a 6' pipe"),
        ("some 10⁻³ mol", "some 10"),
        ("some 10⁻³ mol", "³ mol"),
        ("with Na⁺ ions", "with Na"),
        ("a change of \u20113 points", "3 points"),
        ("see №5 there", "5 there"),
        ("a 2×3 grid", "3 grid"),
        ("add 3 1/2 cups", "1/2 cups"),
        ("add 3 ½ cups", "add 3"),
        ("at 5′ depth", "at 5"),
        ("at 5 km/h now", "at 5 km"),
        ("this and/or that", "or that"),
        ("the U.S.A. won", "the U.S"),
        ("the U.S.A. won", "S.A. won"),
        ("for e.g. rents", "g. rents"),
        ("see www.example.org there", "org there"),
        ("write a@example.org", "example.org"),
    ],
)
def test_differences_that_count(text: str, words: str) -> None:
    """Parts of words and numbers, signs, accents and other letters count."""
    assert _found(text, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("房租上涨了，工资没有", "工资"),
        ("ราคาขึ้นแล้ว", "ขึ้น"),
        ("増加は12倍です", "12倍"),
        ("rents—12 percent more—rose", "12 percent more"),
        ("_Rents_ rose", "Rents"),
        ("pre- and post-war rents", "pre- and post-war"),
        ("pre- and post-war rents", "and post-war"),
        ("in 2012 500 men left", "500 men left"),
        ("the tenants’ costs", "the tenants"),
        ("“Rents” rose", "Rents"),
        ("rents rose.12 Wages", "rents rose."),
        ("it is -3", "-3"),
        ("in the U.S. today", "in the U.S."),
        ("they rose.Then they fell", "Then they fell"),
        ("see plan b. Rents rose", "Rents rose"),
        ("at 3 3rd Street", "3rd Street"),
        ("(4,000)", "4,000"),
    ],
)
def test_whole_words(text: str, words: str) -> None:
    """A word ends at punctuation, or, where no spaces are written, at any letter."""
    assert _found(text, words) == [words]
    assert _standings(text, words) == ["exact"]


def test_overlaps() -> None:
    """Words that overlap themselves stand in each place."""
    assert list(find_passages("a a a", "a a")) == [
        Passage(((0, 3),), Standing.EXACT),
        Passage(((2, 5),), Standing.EXACT),
    ]


def test_the_case_as_written_comes_first() -> None:
    """Another case of the first letter is granted only if the one written is not."""
    assert _found("Rents rose. Then rents fell.", "rents") == ["rents"]


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("Rents rose […] in May", "Rents rose […] in May"),
        ("rents rose (...) in June", "Rents rose […] in June"),
        ("[...] sharply[…]in May […] in June", "sharply […] in May […] in June"),
        ("[…] in May", "in May"),
    ],
)
def test_omissions(words: str, passage: str) -> None:
    """Where a mark says that words are left out, the pieces stand in order."""
    text = "Rents rose sharply in May, and less so in June."

    assert _found(text, words) == [passage]
    assert _standings(text, words) == ["elided"]


@pytest.mark.parametrize(
    "words",
    ["in May […] Rents", "Rents […] fell", "[…]", "Rents […] Ju", "Rents … May"],
)
def test_omissions_that_are_refused(words: str) -> None:
    """Pieces out of order, not there, cut or without the brackets are not found."""
    assert _found("Rents rose sharply in May, less in June.", words) == []


def test_omissions_are_near() -> None:
    """What is left out in one place is at most some three hundred characters."""
    assert _found(f"Rents{' x' * 149} rose", "Rents […] rose") != []
    assert _found(f"Rents{' x' * 150} rose", "Rents […] rose") == []


def test_the_shortest_omission_counts() -> None:
    """Of several places for a piece the one next to the others is meant."""
    text = "A rose. A rose fell. Then all fell."

    assert [each.pieces for each in find_passages(text, "A […] fell")] == [
        ((8, 9), (15, 19)),
    ]


def test_unmarked_omissions() -> None:
    """Dots that may stand for words left out are recognised, but not granted."""
    found = find_unmarked_omission("Rents rose, we hear, in May.", "Rents … in May")

    assert found == Passage(((0, 5), (21, 27)), Standing.ELIDED)
    assert find_unmarked_omission("Rents rose in May.", "Rents ... fell") is None
    assert find_unmarked_omission("Rents rose in May.", "Rents fell") is None


def test_marks_of_omission_in_the_text() -> None:
    """What a text has in brackets itself is no omission."""
    assert _standings("Rents […] rose", "Rents […] rose") == ["exact"]
    assert _standings("Rents [...] rose", "Rents […] rose") == ["typographic"]


@pytest.mark.parametrize(
    "piece", ["a ", " ", "-", " -", "\n", "-\n", ". ", "a-\n", "«", "\u3000", "'a' "]
)
def test_linear_time(piece: str) -> None:
    """A text of one piece over and over is searched in one go."""
    text = piece * 50_000

    assert _found(text, 'b […] "c" - d') == []
