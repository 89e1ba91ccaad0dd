"""Articles: all that is said of a claim, to the letter."""

from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    draw,
    evaluate,
)
from argmap.diagram.page.articles import Articles
from argmap.diagram.page.elements import tag, written
from argmap.diagram.page.quoted import Texts
from argmap.words import sanitized
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.page.reading import read
from tests.diagram.page.test_document import RENTS, assert_is_safe, read_page
from tests.strategies import argument_maps


@given(argument_maps())
def test_articles_hold_whole_texts(argument_map: ArgumentMap) -> None:
    """Texts, titles, speakers and quotations stand in the article as they are."""
    texts = Texts(argument_map, is_included=False)
    articles = Articles(argument_map, evaluate(argument_map), texts)
    html = read(f"<!DOCTYPE html>{written(tag('body', *articles.all()))}")

    for each in argument_map.propositions:
        article = html.by_id(f"part-{each.id}")
        told = [each.text, each.title]
        if isinstance(each, Claim):
            told += [each.speaker, *(quoted.exact for quoted in each.quotations)]
        for words in told:
            assert sanitized(words) in article.text


def test_left_out_is_told() -> None:
    """What an evaluation leaves out is named where a verdict follows from that."""
    argument_map = EXAMPLES["rent_control"]
    for left_out in [*argument_map.claims, *argument_map.steps]:
        evaluation = evaluate(argument_map, without=[left_out])
        html = read_page(draw(argument_map, evaluation=evaluation))

        assert_is_safe(html)
        told = any(
            each.part == left_out.id and "is left out" in each.words
            for reason in evaluation.explanations.values()
            for each in reason.because
        )
        assert ("is left out" in html.text) is told


def test_what_is_said_of_a_claim() -> None:
    """Its place, its verdict and why, what is for and against it, what is open."""
    html = read_page(draw(RENTS))
    cap, paid, expert = (
        html.by_id(f"part-{each}") for each in ("cap", "paid", "expert")
    )

    assert cap.every("p", "kind")[0].text == (
        "Main conclusion · by the tenants · in “What is to be done?” · core"
        f" {evaluate(RENTS).verdict('cap')}"
    )
    assert [each.text for each in cap.every("h3")] == ["Why", "For it", "Against it"]
    told = cap.text
    assert "Rents rose (deductive, open)" in told
    assert "An expert says so (" in told
    assert "Undercut by She is paid" in told
    assert "It cannot stand together with Rents should be free" in told
    assert "Nobody has answered: " in told
    assert paid.every("p", "kind")[0].text.startswith("Unstated claim")
    assert paid.text.endswith(
        "It counts against the inference from An expert says so"
        " to Rents should be capped"
    )
    assert "It stands: it is granted." in paid.text
    assert expert.every("h2")[0].text == "Her word"
    assert expert.every("p", "words")[0].text == "An expert says so."
    assert html.by_id("page-map").attributes["data-first"] == "cap"
