"""Four times as much of anything costs about four times as much work.

Lines of Python are counted, which are the same on every machine; what loops inside a
built-in function shows in the processor's time only, and the long tier measures that.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import attrs
import pytest

from argmap import draw, evaluate
from argmap.errors import FormatError
from argmap.evaluation.explanation import in_words
from argmap.findings import abridged, as_dict, concise, show
from argmap.formats import Document, dumps, read
from argmap.formats.argdown.builder import _parsed
from argmap.formats.argdown.formatter import format_text
from argmap.model.folded import fold_arguments
from argmap.rules import check
from argmap.suggestions import near_miss
from tests.hostile import HOSTILE
from tests.steps import cost, lines

FEW, MANY = 30, 120
MOST = 6.5
"""How many times the work may grow; linear is 4, quadratic 16.

A long text gets a wider box, so that it takes somewhat more for its size.
"""
PAIRS = {
    ("json", "one contradiction"): {"convert to aif"},
    ("carneades", "one issue"): {
        "check",
        "convert to aif",
        "evaluate",
        "render",
        "show",
    },
}
"""What goes through all pairs of claims that contradict each other: AIF says each."""

TWICE = {
    ("argdown", "nested relations"): {"convert to argdown"},
    ("argdown", "list items below"): {"convert to argdown"},
}
"""What many are written a second time for, to say their order, and few are not."""


def findings(document: Document) -> str:
    """Return all findings as the command line shows them, in full and in a line."""
    found = [
        attrs.evolve(each, span=each.span or document.spans.get(each.subject or ""))
        for each in (*document.diagnostics, *check(document.argument_map))
    ]
    for each in found:
        concise(each, document.text)
        as_dict(each, document.text)
    return "\n".join(show(each, document.text) for each in abridged(found)[0])


def laid_out(text: str) -> str:
    """Return a text in Argdown laid out; what cannot be is named instead."""
    try:
        return format_text(text)
    except FormatError as error:
        return str(error)


def anew(work: Callable[[], object]) -> Callable[[], object]:
    """Return work that finds nothing of what was done before."""

    def done() -> object:
        _parsed.cache_clear()
        near_miss.cache_clear()
        return work()

    return done


def works(format_: str, text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is done with a text, by name."""
    yield "read", anew(lambda: read(text, format_))
    document = read(text, format_)
    argument_map = document.argument_map
    yield "check", lambda: findings(document)
    if format_ == "argdown":
        yield "fmt", lambda: laid_out(text)
    for to in ("json", "argdown", "aif"):
        yield f"convert to {to}", anew(partial(dumps, argument_map, to))
    evaluation = evaluate(argument_map)
    yield "evaluate", lambda: in_words(evaluate(argument_map).explanations.values())
    yield "fold", lambda: fold_arguments(argument_map)
    drawn = partial(draw, argument_map, arguments="steps")
    yield "show", lambda: drawn(evaluation=evaluation).outline
    yield "render", lambda: drawn(evaluation=evaluation).digraph.source
    yield "mermaid", lambda: drawn().render("mermaid")


def growths(
    kind: tuple[str, str], few: int, many: int, measure: Callable[..., float]
) -> Mapping[str, float]:
    """Return by what factor the cost of each work grows from few to many."""
    format_, _ = kind
    for _, work in works(format_, HOSTILE[kind](2)):
        work()  # what is imported when it is used counts for nothing
    less, more = (works(format_, HOSTILE[kind](count)) for count in (few, many))
    return {
        name: measure(many_) / measure(few_)
        for (name, few_), (_, many_) in zip(less, more, strict=True)
        if name not in PAIRS.get(kind, ())
    }


@pytest.mark.parametrize("kind", HOSTILE, ids="-".join)
def test_work_grows_as_the_text_does(kind: tuple[str, str]) -> None:
    """No work on a text takes many more lines of Python than the text is longer."""
    grown = growths(kind, FEW, MANY, lines)

    most = dict.fromkeys(TWICE.get(kind, ()), 2 * MOST)
    assert [name for name, each in grown.items() if each > most.get(name, MOST)] == []


@pytest.mark.long
@pytest.mark.parametrize("kind", HOSTILE, ids="-".join)
def test_time_grows_as_the_text_does(kind: tuple[str, str]) -> None:
    """No work on a text takes many times more of the processor than it is longer."""
    grown = growths(kind, 2_000, 8_000, lambda work: 1 + cost(work))

    assert {name: each for name, each in grown.items() if each > 2 * MOST} == {}
