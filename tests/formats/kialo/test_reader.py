"""Reading of Kialo's text: what is odd in it has its place."""

from argmap.diagnostics import Span
from argmap.formats import dumps, read
from argmap.model import ArgumentMap, Claim


def test_a_finding_is_at_the_number() -> None:
    """A line that fits no place is found at its number."""
    text = "Discussion Title: T\n\n1. A\n1.3.1. Pro: B\n"

    (found,) = read(text, "kialo").diagnostics

    assert found.code == "unknown-id"
    assert found.span
    assert found.span.of(text) == "1.3.1"


def test_a_source_has_its_place_and_its_words() -> None:
    """A source is an address, a title, or an address with the words quoted from it."""
    text = (
        "1. A [1] [2] [3]\n1.1. Pro: B\n\nSources:\n[1] https://example.org\n"
        '"So it is."\n[2] Gazette\n[3] https://example.org/b\n'
    )
    document = read(text, "kialo")

    claim = document.argument_map.claim("1")
    one, two, three = document.argument_map.sources
    assert claim.text == "A"
    assert [(each.exact, each.source) for each in claim.quotations] == [
        ("So it is.", "source-1")
    ]
    assert (one.url, two.title, three.url) == (
        "https://example.org",
        "Gazette",
        "https://example.org/b",
    )
    assert document.source_spans["source-2"].of(text) == "2"


def test_nothing_at_all_is_an_error() -> None:
    """A text without a claim says so."""
    assert [each.code for each in read(" ", "kialo").diagnostics] == ["empty-text"]


def test_many_lines_take_no_longer_than_they_are() -> None:
    """Numbers that are deep, and tens of thousands of claims, are read."""
    deep = "\n".join(f"1{'.1' * each}. Pro: A" for each in range(1, 500))
    wide = "\n".join(f"1.{each}. Con: A" for each in range(1, 20_000))

    assert len(read(f"1. A\n{deep}", "kialo").argument_map.claims) == 500
    assert len(read(f"1. A\n{wide}", "kialo").argument_map.claims) == 20_000


def test_a_neutral_claim_stands_by_itself() -> None:
    """What is below it is for or against it, and the finding says where it was."""
    text = "1. A.\n1.1. Neutral: B.\n1.1.1. Pro: C.\n"
    document = read(text, "kialo")
    (finding,) = document.diagnostics

    assert finding.code == "left-out"
    assert finding.span == Span(text.index("1.1."), text.index("1.1.") + 3)
    assert [each.end for each in document.argument_map.steps] == ["1.1"]


def test_votes_below_a_claim_are_its_data() -> None:
    """Only numbers are votes; a text that begins so remains a text when written."""
    text = "1. A.\n1.1. Pro: B.\nVotes: 3, 1\nImpact: 2.5\nVotes: none\n"
    _, claim = read(text).argument_map.claims
    assert (claim.data["votes"], claim.data["impact"]) == ("3, 1", "2.5")
    assert claim.text == "B.\nVotes: none"

    claim = Claim("1", "A\nVotes: 3\nNeutral: x", data={"votes": "7"})
    written = dumps(ArgumentMap([claim]), "kialo")
    (again,) = read(written, "kialo").argument_map.claims
    assert (again.text, again.data["votes"]) == (claim.text, "7")


def test_a_question_can_have_a_source() -> None:
    """No question quotes anything, so the words of the source are its data."""
    text = (
        "1. Should rents be capped? [1]\n1.1. Yes.\n1.1.1. Pro: They rose.\n\n"
        'Sources:\n[1] https://example.org "Rents rose."\n'
    )
    (question,) = read(text, "kialo").argument_map.questions
    assert question.answers == ("1.1",)
    assert question.data["quotations"] == ("Rents rose.",)
