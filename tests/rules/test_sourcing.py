"""Rules on sources and quotations."""

import attrs
from hypothesis import given

from argmap import ArgumentMap, Claim, Locator, Quotation, Source
from argmap.rules import rule
from tests.rules.finding import helps, messages, subjects
from tests.strategies import texts

GAZETTE = Source("gazette", text="Rents rose – by a third. Wages fell. Rents fell.")
CODE = "quotation-not-in-source"


def _quoting(*quotations: Quotation, source: Source = GAZETTE) -> ArgumentMap:
    return ArgumentMap([Claim("a", quotations=quotations)], sources=[source])


@given(texts(), texts())
def test_quotations_that_were_found(before: str, words: str) -> None:
    """Whatever stands between spaces in a source, with its place or not, is fine."""
    text = f"{before} so {words} it is"
    source = Source("s", text=text)
    start = len(before) + 1
    end = start + len(words) + 6
    for locator in (Locator(start, end), None):
        quotation = Quotation(text[start:end], source="s", locator=locator)

        assert messages(CODE, _quoting(quotation, source=source)) == []


def test_quotation_not_in_source() -> None:
    """Words that are nowhere are found, with what comes nearest."""
    argument_map = _quoting(Quotation("Wages rose.", source="gazette"))

    assert messages(CODE, argument_map) == [
        (
            "\"Wages rose.\", which the claim 'a' quotes, does not stand"
            " in the source 'gazette'"
        )
    ]
    assert helps(CODE, argument_map) == [
        'the nearest passage, from 25, is "Wages fell."'
    ]
    assert subjects(CODE, argument_map) == ["a"]


def test_quotation_at_another_place() -> None:
    """Words that stand elsewhere than their locator says are found, with the place."""
    argument_map = _quoting(
        Quotation("Wages fell", source="gazette", locator=Locator(3, 13))
    )

    assert messages(CODE, argument_map) == [
        (
            "\"Wages fell\", which the claim 'a' quotes, does not stand"
            " in the source 'gazette' from 3 to 13"
        )
    ]
    assert helps(CODE, argument_map) == ["it stands there from 25 to 35"]


def test_quotation_with_dots() -> None:
    """Dots where words are left out are met with how to say so."""
    argument_map = _quoting(Quotation("Rents rose ... third", source="gazette"))

    assert helps(CODE, argument_map) == ["it does with […] where words are left out"]


def test_quotation_like_nothing() -> None:
    """Where nothing is near, no help is made up; long words are shortened."""
    argument_map = _quoting(Quotation("xyz " * 40, source="gazette"))

    assert helps(CODE, argument_map) == [None]
    assert 'xyz…", which' in messages(CODE, argument_map)[0]


def test_quotation_that_stands() -> None:
    """Typography need not agree, and an unknown text is not judged."""
    for fine in (
        _quoting(GAZETTE.quote("rose - by  a third")),
        _quoting(Quotation("rose - by a", source="gazette")),
        _quoting(Quotation("rose - by", source="gazette", locator=Locator(6, 16))),
        _quoting(
            Quotation("nowhere", source="gazette"),
            source=attrs.evolve(GAZETTE, text=None),
        ),
    ):
        assert messages(CODE, fine) == []


def test_unquoted_sentence() -> None:
    """Each sentence that nobody quotes is told, of sources that are quoted at all."""
    argument_map = _quoting(GAZETTE.quote("Wages fell"))

    assert messages("unquoted-sentence", argument_map) == [
        (
            'no claim quotes "Rents rose – by a third.", which begins at 0 in the'
            " source 'gazette'"
        ),
        "no claim quotes \"Rents fell.\", which begins at 37 in the source 'gazette'",
    ]
    assert messages("unquoted-sentence", _quoting()) == []


def test_unused_source() -> None:
    """A source that no claim quotes is named."""
    assert messages("unused-source", _quoting()) == [
        "no claim quotes the source 'gazette'"
    ]
    assert messages("unused-source", _quoting(GAZETTE.quote("Wages"))) == []


def test_quotation_unverified() -> None:
    """A source without a text is found once, with the number of its quotations."""
    quotation = Quotation("Wages rose.", source="gazette")
    twice = _quoting(quotation, quotation, source=Source("gazette", path="gazette.txt"))
    once = _quoting(quotation, source=Source("gazette", url="https://example.org/a"))

    assert messages("quotation-unverified", twice) == [
        (
            "2 quotations are not verified: the text of the source 'gazette'"
            " is not at hand"
        )
    ]
    assert messages("quotation-unverified", once)[0].startswith("1 quotation is not")
    assert helps("quotation-unverified", twice) == [None]
    assert helps("quotation-unverified", once) == ["say where it is: path: article.txt"]
    (finding,) = rule("quotation-unverified")(once)
    assert (finding.subject, finding.source) == (None, "gazette")


def test_quotation_unverified_knows_addresses() -> None:
    """An address that is a file's is no path, and the help says how it becomes one."""
    source = Source("gazette", url="texts/gazette.txt")
    argument_map = _quoting(Quotation("Wages rose.", source="gazette"), source=source)

    assert helps("quotation-unverified", argument_map) == [
        "say where it is: path: texts/gazette.txt"
    ]


def test_quotations_that_are_verified() -> None:
    """Where the text is at hand, and where nobody quotes, nothing is unverified."""
    quotation = Quotation("Wages rose.", source="gazette")

    assert messages("quotation-unverified", _quoting(quotation)) == []
    assert messages("quotation-unverified", _quoting(source=Source("gazette"))) == []
