"""Hovers: all about the claim or the argument that somebody points at."""

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from argmap.diagram import outline
from argmap.language_server.index import Index, Title, Titled
from argmap.model import Argument, Quotation
from argmap.model.selection import around
from argmap.passages import Passage
from argmap.quotations import passage_of
from argmap.words import one_line, plural

_MOST: Final = 40
_MOST_REASONS: Final = 12
_AROUND: Final = 120
"""How many code points of a source are shown before and behind a quotation."""


def describe(index: Index, title: Title | None, part: Titled | None) -> str:
    r"""Return what is known of a part or a title: text, verdict, place in the map.

    >>> index = Index.of("[Cap]: Cap rents.\n  - <Building>: Fewer flats.\n")
    >>> print(describe(index, None, index.document.argument_map.claims[0]))
    [Cap]
    <BLANKLINE>
    Cap rents.
      - <Building>: Fewer flats.
    <BLANKLINE>
    [defeated] “Cap rents.”
      the counterpoint from “Building” holds
        [stands] “Building” is granted
    <BLANKLINE>
    line 1
    """
    title = title or (index.title_of(part) if part else None)
    tags = [f"#{tag}" for tag in part.tags] if part else []
    head = " ".join([*([str(title)] if title else []), *tags])
    blocks = ["not defined in this file or what it includes"]
    if part:
        blocks = [_near(index, part), _verdict(index, part), *_quotations(index, part)]
    used = _used(index, title) if title else ""
    return "\n\n".join(filter(None, [head, *blocks, used]))


def _near(index: Index, part: Titled) -> str:
    """Return a part in lines, with what is said for and against it."""
    near = around(index.document.argument_map, part)
    return _first(outline(attrs.evolve(near, title="", sections=())).splitlines())


def _first(lines: Iterable[str], most: int = _MOST) -> str:
    shown = list(lines)
    return "\n".join([*shown[:most], *["…"] * (len(shown) > most)])


def _verdict(index: Index, part: Titled) -> str:
    """Return what becomes of a part and why, in the words of `argmap evaluate`."""
    evaluation = index.evaluation
    if evaluation is None or part.id not in evaluation.verdicts:
        return ""
    return _first(str(evaluation.explain(part.id)).splitlines(), _MOST_REASONS)


def _quotations(index: Index, part: Titled) -> Iterator[str]:
    """Yield the words that a claim quotes, with what stands around them."""
    if isinstance(part, Argument):
        return
    sources = {each.id: each for each in index.sourced.argument_map.sources}
    for each in part.quotations:
        source = sources.get(each.source)
        yield _quotation(each, source.text if source else None)


def _quotation(quotation: Quotation, text: str | None) -> str:
    passage = passage_of(quotation, text) if text is not None else None
    if text is None or passage is None:
        return f"{quotation.source}: “{one_line(quotation.exact)}”"
    return f"{quotation.source}: {_in_context(text, passage)}"


def _in_context(text: str, passage: Passage) -> str:
    """Return quoted words between marks, with the words before and behind them."""
    start, end = max(0, passage.start - _AROUND), passage.end + _AROUND
    before, after = text[start : passage.start], text[passage.end : end]
    if start:
        before = f"… {before.partition(' ')[2]}"
    if end < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return one_line(f"{before}▸{text[passage.start : passage.end]}◂{after}")


def _used(index: Index, title: Title) -> str:
    """Return the lines of the text in which a title stands."""
    used = [each for each in index.occurrences(title) if each.file is index.file]
    numbers = [str(index.file.position(each.span.start)[0] + 1) for each in used]
    numbers = list(dict.fromkeys(numbers))
    listed = ", ".join(numbers[:_MOST]) + ", …" * (len(numbers) > _MOST)
    return f"{plural('line', len(numbers))} {listed}" if numbers else ""
