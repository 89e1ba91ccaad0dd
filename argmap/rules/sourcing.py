"""Rules on sources: whether quotations stand in them, and what is not quoted."""

from collections.abc import Iterator

from argmap.diagnostics import Severity, Span
from argmap.model import ArgumentMap, Quotation
from argmap.passages import find_passages, nearest_passage
from argmap.quotations import coverage, place_of
from argmap.rules.rule import Finding, finds

_LONGEST_SHOWN = 60


@finds(Severity.ERROR)
def quotation_not_in_source(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find quotations whose words do not stand in the source, or not there.

    A quotation is what a reader can check; one that is not in the source makes
    the whole map doubtful. Quote the words as they stand, slips included: in
    Python `source.quote(words)` finds them and says where they differ. Sources
    whose text is not at hand are passed over, and white space, quotation marks
    and dashes need not agree.
    """
    for claim in argument_map.claims:
        for quotation in claim.quotations:
            text = argument_map.source(quotation.source).text
            if text is not None and not _stands(quotation, text):
                yield Finding(
                    claim.id,
                    f"\"{_shortened(quotation.exact)}\", which the claim '{claim.id}'"
                    f" quotes, does not stand {_where(quotation)}",
                    _likely(quotation, text),
                )


def _stands(quotation: Quotation, text: str) -> bool:
    locator = quotation.locator
    if locator is None:
        return place_of(quotation, text) is not None
    passage = text[locator.start : locator.end]
    return passage == quotation.exact or (0, len(passage.strip())) in find_passages(
        passage.strip(), quotation.exact
    )


def _where(quotation: Quotation) -> str:
    locator = quotation.locator
    place = f" from {locator.start} to {locator.end}" if locator else ""
    return f"in the source '{quotation.source}'{place}"


def _likely(quotation: Quotation, text: str) -> str | None:
    place = place_of(quotation, text)
    if place:
        return f"it stands there from {place.start} to {place.end}"
    near = nearest_passage(text, quotation.exact)
    if near is None:
        return None
    passage = Span(*near).of(text)
    return f'the nearest passage, from {near[0]}, is "{_shortened(passage)}"'


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


@finds(Severity.INFO, runs_by_default=False)
def unquoted_sentence(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find sentences of a source that no claim quotes.

    Each may hold a claim or a reason that the map leaves out. Read them in turn;
    asides and captions need no claim. `argmap coverage` shows the same as one
    report, with what is quoted only in part. Sources whose text is not at hand,
    and those that nothing quotes, are passed over.
    """
    quoted = _quoted_sources(argument_map)
    for source in argument_map.sources:
        if source.text is not None and source.id in quoted:
            for sentence in coverage(argument_map, source).unquoted:
                yield Finding(
                    None,
                    f"no claim quotes, from {sentence.span.start} in the source"
                    f" '{source.id}', \"{_shortened(sentence.text)}\"",
                )


@finds(Severity.INFO, runs_by_default=False)
def unused_source(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find sources that no claim quotes.

    A reader will look for what in the map comes from it. Quote it where a claim
    rests on it, or leave it out.
    """
    quoted = _quoted_sources(argument_map)
    for source in argument_map.sources:
        if source.id not in quoted:
            yield Finding(None, f"no claim quotes the source '{source.id}'")


def _quoted_sources(argument_map: ArgumentMap) -> set[str]:
    return {
        quotation.source
        for claim in argument_map.claims
        for quotation in claim.quotations
    }
