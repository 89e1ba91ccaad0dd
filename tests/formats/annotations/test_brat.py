"""Reading of BRAT's standoff, with the text beside it."""

from pathlib import Path

from argmap.formats import load_document, with_source_texts
from argmap.quotations import verify

TEXT = "Should we?\n\nBuild trams. They are “quiet” \nand fast."
ANN = (
    "T1\tMajorClaim 12 23\tBuild trams\nT2\tClaim 25 42\tThey are “quiet” \n"
    "A1\tStance T2 For\nT3\tClaim 0 6\tSurely\n"
)


def test_spans_are_verified_against_the_text(tmp_path: Path) -> None:
    """The text is the file of the same name; what is not there is missing."""
    (tmp_path / "essay.ann").write_text(ANN, "utf-8")
    (tmp_path / "essay.txt").write_text(TEXT, "utf-8")

    document = load_document(tmp_path / "essay.ann")
    whole = with_source_texts(document, tmp_path / "essay.ann")

    assert not whole.source_findings
    standings = [each.standing for each in verify(whole.argument_map)]
    assert standings == ["exact", "exact", "missing"]


def test_a_text_that_is_not_there_is_reported(tmp_path: Path) -> None:
    """Without the file nothing is verified, and that is an error."""
    (tmp_path / "essay.ann").write_text(ANN, "utf-8")

    document = load_document(tmp_path / "essay.ann")
    whole = with_source_texts(document, tmp_path / "essay.ann")

    assert [each.code for each in whole.source_findings] == ["unreadable-source"]
