"""What is shown of a claim or an argument."""

from pathlib import Path

from hypothesis import given

from argmap.evaluation import evaluate
from argmap.language_server.hovers import describe
from argmap.language_server.index import Index, Title
from tests.formats.argdown.texts import texts
from tests.language_server.test_index import DEBATE


def shown(index: Index, title: Title) -> str:
    """Return what is shown of a title."""
    return describe(index, title, index.part_of(title))


@given(texts())
def test_the_verdict_is_explained_as_elsewhere(text: str) -> None:
    """A verdict is shown with the words of `argmap evaluate --explain`."""
    index = Index.of(text)
    if index.document.has_errors:
        return
    evaluation = evaluate(index.document.argument_map)

    for part in index.document.argument_map.propositions:
        words = describe(index, None, part)
        if part.id in evaluation.verdicts:
            lines = str(evaluation.explain(part.id)).splitlines()[:12]
            assert "\n".join(lines) in words


def test_what_a_title_stands_for() -> None:
    """Text, tags and what is near it; a word for what is nowhere defined."""
    index = Index.of(DEBATE)

    assert shown(index, Title("[", "Cap")).startswith("[Cap] #policy #two words\n")
    words = shown(index, Title("[", "Elsewhere"))
    assert "not defined in this file or what it includes" in words


def test_a_text_with_errors_has_no_verdicts() -> None:
    """What could not be read may be what a verdict hangs on."""
    right = DEBATE.replace(" to [Nobody]", "")
    title = Title("[", "Cap")

    words = shown(Index.of(right + "\n(1) a\n"), title)

    assert "Cap rents." in words
    assert "\n\n[" not in words
    assert "\n\n[" in shown(Index.of(right), title)


def test_what_is_much_used_is_plain_in_part() -> None:
    """A hover is no book: long lists end in dots."""
    text = "[A]: a\n" + "".join(f"  + reason {each}\n" for each in range(60))
    text += "\n".join(["", *["[A]\n"] * 60])

    lines = shown(Index.of(text), Title("[", "A")).splitlines()

    assert "…" in lines
    assert lines[-1].endswith(", …")
    assert len(lines) < 70


def test_a_quotation_is_shown_in_its_source(tmp_path: Path) -> None:
    """The words before and behind it are those of the file; marks are around it."""
    long = "Filler words here. " * 20
    (tmp_path / "report.txt").write_text(f"{long}Last year rents\nrose. {long}")
    text = (
        "===\nargmap:\n  sources: {report: report.txt, gone: gone.txt}\n===\n\n"
        "[Rents]: Up. {quotations: [{report: rents rose}, {gone: so it is}]}\n"
    )
    index = Index.of(text, tmp_path / "m.argdown")

    words = shown(index, Title("[", "Rents"))

    assert "report: … " in words
    assert "Last year ▸rents rose◂. Filler words" in words
    assert "gone: “so it is”" in words
