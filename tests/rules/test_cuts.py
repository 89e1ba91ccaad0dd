"""Quotations that leave out the words on which their sentence turns."""

import pytest

from argmap import ArgumentMap, Claim, Quotation, Source
from tests.rules.finding import messages, subjects

CODE = "cut-quotation"


def _quoting(text: str, *words: str) -> ArgumentMap:
    quotations = [Quotation(each, source="s") for each in words]
    claim = Claim("a", quotations=quotations)
    return ArgumentMap([claim], sources=[Source("s", text=text)])


def _left_out(text: str, *words: str) -> list[str]:
    return [each.split('"')[3] for each in messages(CODE, _quoting(text, *words))]


def test_cut_quotation() -> None:
    """Words cut off before a reservation are found, with what is left out."""
    argument_map = _quoting("They should go, unless it rains. So.", "They should go")

    assert messages(CODE, argument_map) == [
        (
            "\"They should go\", which the claim 'a' quotes, leaves out"
            ' "unless it rains" right behind it'
        )
    ]
    assert subjects(CODE, argument_map) == ["a"]


@pytest.mark.parametrize(
    ("text", "words", "left_out"),
    [
        ("Rents rose except in May.", "Rents rose", "except in May"),
        ("Rents rise only if wages do", "Rents rise", "only if wages do"),
        ("Rents rise (if wages do).", "Rents rise", "if wages do)"),
        ("Rents rose – but not\nin May.", "Rents rose", "but not in May"),
        ("Rents fell if they say so.", "Rents […] if they", None),
        ("Rents rise if wages do. So.", "Rents rise […] So", "if wages do"),
        ("It is not true that rents rose.", "rents rose", "It is not true that"),
        ("This, he denied that\nrents rose.", "rents rose", "This, he denied that"),
        ("Rents didn’t rise.", "rise", "Rents didn’t"),
        (
            "He said: Never, he said, rents rise.",
            "he said, rents rise",
            "He said: Never",
        ),
        ("Not rents rose.", "rents rose", "Not"),
        ("It is false that “rents rose”.", "rents rose", "It is false that"),
    ],
)
def test_what_is_left_out(text: str, words: str, left_out: str | None) -> None:
    """Reservations are looked for behind, and denials before, in the sentence."""
    assert _left_out(text, words) == ([left_out] if left_out else [])


@pytest.mark.parametrize(
    ("text", "words", "left_out"),
    [
        ("They should not go.", "They should […] go", "not"),
        ("They should not, they say, go.", "They […] go", "should not, they say"),
        ("They, unless it rains, go.", "They […] go", "unless it rains"),
        ("They can’t. So they go.", "They […] go", "can’t"),
        ("They go. Let nobody say no, or go.", "They go. […] or go", "say no"),
        ("We ask: do not they go?", "We […] they go", "ask: do not"),
        ("They never rose, nor fell, nor stayed", "They […] fell […] stayed", "never"),
        ("All stayed. They did not go. We did.", "All […] We did", None),
        ("They stayed. They did not go. We did.", "They stayed. […] We did", None),
        ("They (two knots) go.", "They […] go", None),
    ],
)
def test_what_an_omission_leaves_out(
    text: str, words: str, left_out: str | None
) -> None:
    """Denials and reservations count in sentences of which some is quoted."""
    found = messages(CODE, _quoting(text, words))
    assert all(each.endswith(" in between") for each in found)
    assert (left_out or "") in "".join(found)
    assert bool(found) is bool(left_out)


def test_an_omission_that_is_said() -> None:
    """Where the claim has the word, or quotes it elsewhere, nothing is hidden."""
    text = "They should not, they say, go."

    assert _left_out(text, "They should […] go", "should not") == []
    source = Source("s", text=text)
    claim = Claim(
        "a", "They should not.", quotations=[source.quote("They should […] go")]
    )
    assert messages(CODE, ArgumentMap([claim], sources=[source])) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They should go. Unless it rains, they will.", "They should go"),
        ("They should go. unless it rains.", "They should go."),
        ("They should go\n\nunless it rains.", "They should go"),
        ("Rents rose iffily.", "Rents rose"),
        ("Rents rose, provided by law.", "Rents rose"),
        ("They should not. Rents rose.", "Rents rose"),
        ("Not\n\nrents rose", "rents rose"),
        ("Cannot they see it? Rents rose.", "Rents rose"),
        ("A knot rents rose", "rents rose"),
        ("Rents rose unless they fell", "Rents rose unless they"),
        ("Rents rose if they did", "Wages rose"),
    ],
)
def test_what_is_not_left_out(text: str, words: str) -> None:
    """Another sentence, another word or words that do not stand are no cut."""
    assert _left_out(text, words) == []


def test_other_quotations_count() -> None:
    """What another quotation of the same claim has is not left out."""
    text = "They should go, unless it rains. So."

    assert _left_out(text, "They should go", "unless it rains") == []
    assert _left_out(text, "They should go", "So") == ["unless it rains"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They go, unless it rains.", "Unless it rains, they go."),
        ("They don’t go home.", "They don’t."),
        ("It is not true  that they go.", "It's not true that they go."),
    ],
)
def test_the_claim_may_say_it(text: str, said: str) -> None:
    """Where the claim itself has the word, nothing is kept from the reader."""
    source = Source("s", text=text)
    words = source.quote("they go" if "they go" in text.lower() else "go home")

    for claim_text, count in ((said, 0), ("They go.", 1)):
        claim = Claim("a", claim_text, quotations=[words])
        assert len(messages(CODE, ArgumentMap([claim], sources=[source]))) == count


def test_long_sentences_take_linear_time() -> None:
    """A text without a full stop is no trap."""
    text = f"{'if not ' * 20_000}rents rose{' if not' * 20_000}"

    assert len(_left_out(text, "rents rose")) == 2
