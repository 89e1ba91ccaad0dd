"""How much of a source is quoted, and where its sentences end."""

import itertools

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Locator, Quotation, Source
from argmap.errors import QuotationError, UnknownPartError
from argmap.passages import Passage, Standing
from argmap.quotations import coverage, passage_of, sentences, verify
from examples.russia_in_syria import ARGUMENT_MAP, ARTICLE
from tests.honest import TEXTS, Printed
from tests.mutations import mutations
from tests.strategies import argument_maps, texts

_TEXTS = st.lists(
    st.sampled_from(["Rents rose", ".", "? ", "! ", " ", "\n", "\n\n", "”", "# ", "a."])
    | texts()
).map("".join)


def _split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@given(_TEXTS)
def test_sentences_hold_every_letter(text: str) -> None:
    """Sentences come in order, do not overlap, and leave out no letter or digit."""
    spans = list(sentences(text))

    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert sum(sum(map(str.isalnum, span.of(text))) for span in spans) == sum(
        map(str.isalnum, text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dr. Jones.",
        "A. Titov wrote it.",
        "Cf. No. 5 and p. 3, vol. 2.",
        "It is so, e.g. In Rome.",
        "There are 1,700 or 2.5m, i.e. many.",
        "He waited … and left.",
        "“Why?” he asked.",
        "Yahoo! was bought.",
        "1. Rents rose",
        "A line that\ngoes on.",
        "See example.org for more.",
        "St. Paul's is in London.",
    ],
)
def test_one_sentence(text: str) -> None:
    """Initials, abbreviations, small letters and line ends do not end a sentence."""
    assert _split(text) == [text]


@pytest.mark.parametrize(
    ("first", "between", "second"),
    [
        ("Rents rose.", " ", "Wages fell."),
        ("Rents rose!", "  ", "“Wages fell.”"),
        ("Did rents rise?”", " ", "He left."),
        ("Rents rose…", " ", "Wages fell."),
        ("(Rents rose.)", " ", "Wages fell"),
        ("It was in 2006.", " ", "EPA"),
        ("It rose by 5 no.", " ", "Then it fell."),
        ("A Heading", "\n\n", "Text begins"),
        ("# A Heading", "\n", "Text begins"),
        ("Text ends", "\n", "## Heading"),
        ("- one", "\n", "- two"),
        ("租金上涨。", "", "工资下降。"),
        ("Is it so?", "\r\n \r\n", "it is"),
        ("Rents rose.", " ", "17m people noticed."),
        ("_Rents rose._", " ", "Wages fell."),
    ],
)
def test_two_sentences(first: str, between: str, second: str) -> None:
    """Stops with closing quotation marks, blank lines, headings and items do."""
    assert _split(first + between + second) == [first, second]


def test_sentences_take_linear_time() -> None:
    """Texts made to look backwards far are split all the same."""
    for text in ("." * 10**5, "\n " * 10**5, 'a."' * 10**5, ".(" * 10**5, "“" * 10**5):
        assert len(list(sentences(text))) <= 10**5


GAZETTE = Source("gazette", text="Rents rose, and wages fell. Why? Nobody knows it.")


def _quoting(*quotations: Quotation, source: Source = GAZETTE) -> ArgumentMap:
    claims = [Claim(f"c{at}", quotations=[each]) for at, each in enumerate(quotations)]
    return ArgumentMap(claims, sources=[source])


def test_coverage() -> None:
    """Every sentence knows who quotes it and what of it nobody does."""
    found = coverage(
        _quoting(GAZETTE.quote("Rents rose"), GAZETTE.quote("wages fell. Why?")),
        GAZETTE,
    )

    first, second, third = found.sentences
    assert first.claims == ("c0", "c1")
    assert [span.of(GAZETTE.text or "") for span in first.unquoted] == [", and"]
    assert first.quoted == pytest.approx(18 / 21)
    assert second.claims == ("c1",)
    assert second.quoted == 1
    assert found.unquoted == (third,)
    assert third.quoted == 0
    assert found.ratio == pytest.approx(21 / 37)


def test_report() -> None:
    """The report counts, then shows what is left out, short stretches not."""
    wages = _quoting(GAZETTE.quote("and wages fell"))
    text = "Rents rose so very fast that wages fell."
    long = Source("gazette", text=text)

    assert str(coverage(wages, "gazette")) == (
        "1 of 3 sentences of 'gazette' are quoted, 32% of its letters\n"
        "\n28: Why?\n"
        "\n33: Nobody knows it."
    )
    assert str(coverage(_quoting(long.quote("wages fell"), source=long), long)) == (
        "1 of 1 sentences of 'gazette' are quoted, 28% of its letters\n"
        "\n0: … Rents rose so very fast that …\n"
        "    the rest is quoted by c0"
    )


def test_passage_of() -> None:
    """The locator decides if it is right, else the words, best as they are written."""
    text = "ha ha"
    there, first = (
        Passage(((3, 5),), Standing.EXACT),
        Passage(((0, 2),), Standing.EXACT),
    )

    located = Quotation("ha", source="s", locator=Locator(3, 5))
    assert passage_of(located, text) == passage_of(located, "ho ha") == there
    moved = Quotation("ha", source="s", locator=Locator(1, 3))
    assert passage_of(moved, text) == first
    assert passage_of(Quotation("ha", source="s"), text) == first
    assert passage_of(Quotation("ho", source="s"), text) is None
    exact = passage_of(Quotation("a b", source="s"), "a\nb, a b")
    assert exact == Passage(((5, 8),), Standing.EXACT)


SHORT = "The  rents rose, and wages fell. Then rents fell."
STANDINGS = [
    (Quotation("wages fell", source="s"), "exact", (21, 31)),
    (Quotation("wages fell", source="s", locator=Locator(21, 31)), "exact", (21, 31)),
    (Quotation("wages fell", source="s", locator=Locator(20, 31)), "exact", (21, 31)),
    (Quotation("wages fell", source="s", locator=Locator(0, 10)), "missing", (21, 31)),
    (Quotation("ages fell", source="s", locator=Locator(22, 31)), "missing", None),
    (Quotation("the rents rose", source="s"), "typographic", (0, 15)),
    (Quotation("Rents fell", source="s"), "typographic", (38, 48)),
    (Quotation("rents […] fell", source="s"), "elided", (5, 31)),
    (Quotation("Wages rose", source="s"), "missing", None),
    (Quotation("wages fell", source="bare"), "unverified", None),
]


@pytest.mark.parametrize(("quotation", "standing", "place"), STANDINGS)
def test_verify(
    quotation: Quotation, standing: str, place: tuple[int, int] | None
) -> None:
    """A quotation stands as its words do, and where its locator says, or not at all."""
    claim = Claim("c", quotations=[quotation])
    sources = [Source("s", text=SHORT), Source("bare")]

    [found] = verify(ArgumentMap([claim], sources=sources))

    assert (found.claim, found.quotation) == ("c", quotation)
    assert found.standing == standing
    passage = found.passage
    assert (passage and (passage.start, passage.end)) == place


def test_verify_keeps_the_order() -> None:
    """Every quotation of every claim is verified, in the order of the map."""
    quotations = [quotation for quotation, _, _ in STANDINGS]
    claims = [
        Claim("a", quotations=quotations),
        Claim("b"),
        Claim("c", quotations=quotations),
    ]
    sources = [Source("s", text=SHORT), Source("bare")]

    found = verify(ArgumentMap(claims, sources=sources))

    assert [each.quotation for each in found] == quotations * 2
    assert [each.claim for each in found] == ["a"] * 10 + ["c"] * 10


def test_no_mutation_of_a_quotation_is_accepted() -> None:
    """Of thousands of spoilt quotations of the article none stands in it."""
    text = ARTICLE.text or ""
    quotations = [each.quotation.exact for each in verify(ARGUMENT_MAP)]

    spoilt = list(mutations(quotations, text))
    accepted = [
        (kind, words)
        for kind, words in spoilt
        if passage_of(Quotation(words, source="article"), text)
    ]

    assert accepted == []
    assert len(spoilt) > 5000
    assert len({kind for kind, _ in spoilt}) == 8


@pytest.mark.parametrize("printed", TEXTS, ids=lambda each: each.name)
def test_honest_quotations_stand(printed: Printed) -> None:
    """What a reader would grant of a text as it was printed is found, and named so."""
    for words, standing in printed.quotations():
        passage = passage_of(Quotation(words, source="s"), printed.text)

        assert (words, passage and passage.standing) == (words, standing)


@pytest.mark.parametrize(
    "printed",
    # in Chinese a quotation may end between any two letters, so cuts are no fault
    [each for each in TEXTS if each.name != "chinese"],
    ids=lambda each: each.name,
)
def test_mutations_of_honest_quotations_do_not(printed: Printed) -> None:
    """However a text is printed, quotations that are spoilt are not in it."""
    honest = [words for words, _ in printed.quotations() if "[" not in words]
    for kind, words in mutations(honest, " ".join(printed.typed)):
        passage = passage_of(Quotation(words, source="s"), printed.text)

        assert (kind, words, passage) == (kind, words, None)


def test_coverage_leaves_out_what_quotations_leave_out() -> None:
    """Between the pieces of a quotation nothing is quoted."""
    found = coverage(_quoting(GAZETTE.quote("Rents rose […] fell")), GAZETTE)

    [gap] = found.sentences[0].unquoted
    assert gap.of(GAZETTE.text or "") == ", and wages"


@given(argument_maps())
def test_coverage_of_any_map(argument_map: ArgumentMap) -> None:
    """Shares lie between nothing and all, and agree with the stretches left out."""
    for source in argument_map.sources:
        if source.text is not None:
            found = coverage(argument_map, source.id)
            assert 0 <= found.ratio <= 1
            assert all(0 <= each.quoted <= 1 for each in found.sentences)
            assert all(
                bool(each.unquoted) == (each.quoted < 1) for each in found.sentences
            )
            assert str(found)


def test_empty_text_is_covered() -> None:
    """A source without letters leaves nothing to quote."""
    assert coverage(_quoting(source=Source("gazette", text="—")), "gazette").ratio == 1


def test_coverage_wants_the_text() -> None:
    """Without the text, and for a source that is not there, an error says so."""
    bare = Source("gazette")

    with pytest.raises(QuotationError, match="text of the source 'gazette' is not"):
        coverage(_quoting(source=bare), bare)
    with pytest.raises(UnknownPartError, match="did you mean 'gazette'"):
        coverage(_quoting(), "gazete")
