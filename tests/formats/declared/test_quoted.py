"""Quotations of nodes are verified as all others are."""

from argmap.formats import read
from argmap.formats.declared import Declaration
from argmap.passages import Standing
from argmap.quotations import verify


def test_offsets_are_quotations_of_the_text_in_the_data() -> None:
    """The words are those at the offsets, and so they stand there."""
    text = '{"text": "Rents rose.", "spans": [{"start": 0, "end": 5, "label": "x"}]}'
    (found,) = verify(read(text, Declaration()).argument_map)
    assert (found.quotation.exact, found.standing) == ("Rents", Standing.EXACT)


def test_a_quotation_that_is_not_in_the_text_is_missing() -> None:
    """A quote with the text beside it is looked up in it."""
    text = '{"doc": "Rents rose.", "claims": [{"text": "A.", "quote": "rents fell"}]}'
    document = read(text, Declaration(source_text="doc"))
    assert [x.standing for x in verify(document.argument_map)] == [Standing.MISSING]


def test_a_source_is_a_file_an_address_or_a_title() -> None:
    """Only what ends as a text does is a file."""
    text = """claim,quote,source
A.,a,notes/a.txt
B.,b,https://example.org/b.txt
C.,c,Smith 2020
"""
    sources = read(text, "csv").argument_map.sources
    found = [(each.path, each.url, each.title) for each in sources]
    assert found == [
        ("notes/a.txt", "", ""),
        ("", "https://example.org/b.txt", ""),
        ("", "", "Smith 2020"),
    ]


def test_quotations_of_nothing_are_reported() -> None:
    """Without a source nobody can look them up; a file can be said for all."""
    text = "claim,quote\nA.,a\nB.,b\n"
    codes = [each.code for each in read(text, "csv").diagnostics]
    assert codes == ["guessed", "unnamed-source"]

    document = read(text, Declaration(source_file="a.txt"))
    assert [each.path for each in document.argument_map.sources] == ["a.txt"]


def test_offsets_that_lead_nowhere_are_an_error() -> None:
    """Neither beyond the text, nor backwards, nor in words."""
    for start, end in (("5", "90"), ("5", "2"), ('"x"', "3"), ("-1", "3")):
        text = f'{{"text": "Rents.", "spans": [{{"start": {start}, "end": {end}}}]}}'
        declared = Declaration(
            nodes="spans[*]", node_start="start", node_end="end", source_text="text"
        )
        codes = {each.code for each in read(text, declared).diagnostics}
        assert "bad-value" in codes
