"""Rules on the wording of claims, and on characters that nobody sees."""

import pytest
from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Premise,
    Quotation,
    Section,
    Source,
)
from tests.rules.finding import helps, messages, subjects


def _map(*texts: str) -> ArgumentMap:
    return ArgumentMap([Claim(f"c{at}", text) for at, text in enumerate(texts)])


def test_claim_without_text() -> None:
    """A claim says something, by its text or at least its title."""
    argument_map = ArgumentMap(
        [Claim("a", "A."), Claim("b", " \n"), Claim("c", title="C"), Claim("d")]
    )

    assert messages("claim-without-text", argument_map) == [
        "the claim 'b' has no text",
        "the claim 'd' has no text",
    ]


def test_titles_differ_by_case() -> None:
    """Titles of one kind of part that differ by case or blanks alone are a slip."""
    argument_map = ArgumentMap(
        [
            Claim("a", "A.", title="Use Postgres"),
            Claim("b", title="Use postgres"),
            Claim("c", title="USE  POSTGRES"),
            Claim("d", title="Use Postgres"),
            Claim("e", "E."),
            Claim("f", "F."),
        ],
        arguments=[Argument("g", "use postgres", text="G.")],
    )

    assert subjects("titles-differ-by-case", argument_map) == ["b", "c"]
    assert (
        helps("titles-differ-by-case", argument_map)
        == ["if it is one, write 'Use Postgres' in both places"] * 2
    )


def test_abstract_framework() -> None:
    """Where no claim has a text, none is missing."""
    assert messages("claim-without-text", _map("", "", "")) == []


def test_question_as_claim() -> None:
    """A claim that ends with a question mark, in any script, is a question."""
    asked = _map("Are rents high?", "هل؟ ", "高い？", "He asked “why?”", "Why? So.")

    assert subjects("question-as-claim", asked) == ["c0", "c1", "c2"]
    assert messages("question-as-claim", asked)[0] == "the claim 'c0' is a question"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Rents rose fast. Wages fell far.", "holds 2 sentences"),
        ("Rents rose fast.\n\nWages fell far.", "holds 2 sentences"),
        ("It is so; therefore rents fall.", "joins two claims with 'therefore'"),
        ("It is so; Hence, rents fall.", "joins two claims with 'hence'"),
        ("It is so, and therefore rents fall.", "joins two claims with 'therefore'"),
        ("Cap rents, because they rose.", "joins two claims with 'because'"),
        ("It is so — consequently it is.", "joins two claims with 'consequently'"),
    ],
)
def test_two_claims_in_one_box(text: str, message: str) -> None:
    """Several sentences, and clauses joined as reason and conclusion, are found."""
    assert messages("two-claims-in-one-box", _map(text)) == [
        f"the claim 'c0' {message}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose by 2.5 per cent in St. Ives, e.g. for Mr. A. Jones.",
        "He said: “Rents rose fast. Wages fell, because they did.”",
        'The sign says "Keep out here. Beware of dogs."',
        "Prices rose because demand rose.",
        "It is, therefore, wrong to say so.",
        "Who is hence called a fool is not therefore one.",
        "Rents rose fast. Really!",
        "Rents rose fast. (Gazette, 4.1 and 4.3) #rents #news",
        "Tenants who, because of their rents, move, are many.",
        "The U.S. Army left.",
        "If rents rise, people move, and shops close.",
        "",
    ],
)
def test_one_claim_in_one_box(text: str) -> None:
    """Causes, abbreviations, speech in quotation marks and asides are left alone."""
    assert messages("two-claims-in-one-box", _map(text)) == []


def test_asides_take_linear_time() -> None:
    """Many marks and brackets without a partner are passed over in one go."""
    for mark in '“‘«„"([#':
        assert messages("two-claims-in-one-box", _map(mark * 10**5)) == []


def test_duplicate_claim_text() -> None:
    """White space and case do not tell claims apart; the speaker does."""
    argument_map = ArgumentMap(
        [
            Claim("a", "Rents rose."),
            Claim("b", " rents\nROSE. "),
            Claim("c", "Rents rose.", speaker="Ann"),
            Claim("d", "Wages rose."),
            Claim("e"),
            Claim("f", " "),
        ]
    )

    assert messages("duplicate-claim-text", argument_map) == [
        "the claims 'a' and 'b' say the same"
    ]
    assert subjects("duplicate-claim-text", argument_map) == ["b"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ab\u202ecd", "U+202E (right-to-left override) at 2"),
        ("\u2066ab\u2069", "U+2066 (left-to-right isolate) at 0 and 1 more"),
        ("a\x00", "U+0000 (control character) at 1"),
        ("\x1b[2J", "U+001B (control character) at 0"),
        ("a\x9bb", "U+009B (control character) at 1"),
        ("ad\u200bmin", "U+200B (zero width space) at 2"),
        ("a \u200db", "U+200D (zero width joiner) at 2"),
        ("a\u200d", "U+200D (zero width joiner) at 1"),
        ("\u200c", "U+200C (zero width non-joiner) at 0"),
        ("a\u200eb", "U+200E (left-to-right mark) at 1"),
        ("\ufeffa", "U+FEFF (zero width no-break space) at 0"),
        ("a\U000e0041", "U+E0041 (tag latin capital letter a) at 1"),
        ("שלום\u202e", "U+202E (right-to-left override) at 4"),
    ],
)
def test_invisible_character(text: str, place: str) -> None:
    """Controls, overrides and zero-width characters are named, with their place."""
    assert messages("invisible-character", _map(text)) == [
        f"the text of the claim 'c0' has the invisible character {place}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "one\ttwo\r\nthree",
        "👩\u200d👧 and 👩🏽\u200d🚀 and ❤\ufe0f\u200d🔥",
        "می\u200cخواهم",
        "क्\u200dष",
        "שלום\u200f a",
        "ภาษา\u200bไทย",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "co\u00adoperate 10\u00a0%",
    ],
)
def test_character_that_is_due(text: str) -> None:
    """What scripts, emoji and typesetting need is left alone."""
    assert messages("invisible-character", _map(text)) == []


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_characters_that_are_seen(text: str) -> None:
    """Letters, marks, digits, signs and spaces are never called invisible."""
    assert messages("invisible-character", _map(text.replace("\u3164", ""))) == []


def test_invisible_character_in_any_text() -> None:
    """All texts that are shown are looked at, each with its owner."""
    evil = "x\u202e"
    source = Source("s", evil, author=evil, date=evil, url=evil)
    argument_map = ArgumentMap(
        [
            Claim(
                "a",
                evil,
                title=evil,
                speaker=evil,
                tags=[evil],
                quotations=[Quotation(evil, source=source)],
            )
        ],
        [Inference([Premise("a", evil)], "a", id="i")],
        counterpoints=[Counterpoint([Premise("a", evil)], "a", id="k")],
        arguments=[Argument("x", evil, text=evil, tags=[evil])],
        sections=[Section("p", evil)],
        sources=[source],
        title=evil,
    )

    said = messages("invisible-character", argument_map)

    assert [each.partition(" has ")[0] for each in said] == [
        "the title of the map",
        "the title of the source 's'",
        "the author of the source 's'",
        "the date of the source 's'",
        "the url of the source 's'",
        "a quotation of the claim 'a'",
        "the text of the claim 'a'",
        "the speaker of the claim 'a'",
        "the title of the claim 'a'",
        "the tag of the claim 'a'",
        "the text of the argument 'x'",
        "the title of the argument 'x'",
        "the tag of the argument 'x'",
        "the role of a premise of the inference 'i'",
        "the role of a premise of the counterpoint 'k'",
        "the title of the section 'p'",
    ]
    assert set(helps("invisible-character", argument_map)) == {None}
