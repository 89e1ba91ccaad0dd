"""Rules on sources: whether quotations stand in them, and what is not quoted."""

from collections import Counter
from collections.abc import Iterator

from argmap.diagnostics import Rewording, Severity
from argmap.links import has_scheme, is_safe
from argmap.model import ArgumentMap, Quotation, Source
from argmap.nearest import nearest_passage
from argmap.passages import Standing
from argmap.quotations import Verification, coverage, verify
from argmap.rules.rule import Finding, rule, shown
from argmap.slips import Slip, find_slip
from argmap.words import counted


@rule(Severity.ERROR)
def quotation_not_in_source(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find quotations whose words are not in the source, or not at that place.

    Readers can check quotations; one that is not in the source makes the whole map
    doubtful. Quote whole words and numbers exactly, including mistakes, and write […]
    where you leave words out. In Python, `source.quote(words)` finds the words, or says
    how they differ. Sources whose text is not available are skipped. Quotation marks,
    dashes, spaces, hyphens at a line end and the case of the first letter need not
    agree.
    """
    for each in verify(argument_map):
        if each.standing is Standing.MISSING:
            quotation = each.quotation
            text = argument_map.source(quotation.source).text or ""
            slip = None if each.passage else find_slip(text, quotation.exact)
            yield Finding(
                each.claim,
                f"\"{shown(quotation.exact)}\", which the claim '{each.claim}'"
                f" quotes, does not stand {_where(quotation)}",
                _said(slip) if slip else _likely(each, text),
                rewording=Rewording(quotation.exact, slip.words) if slip else None,
            )


def _where(quotation: Quotation) -> str:
    span = quotation.span
    place = f" from {span[0]} to {span[1]}" if span else ""
    return f"in the source '{quotation.source}'{place}"


def _said(slip: Slip) -> str:
    """Return in words what the text has for what is quoted."""
    if not slip.differences:
        return "it does with […] where words are left out"
    pairs = [f'"{text}" for "{words}"' for words, text in slip.differences]
    return f"it stands there with {', '.join(pairs)}"


def _likely(missing: Verification, text: str) -> str | None:
    if passage := missing.passage:
        return f"it stands there from {passage.start} to {passage.end}"
    near = nearest_passage(text, missing.quotation.exact)
    if near is None:
        return None
    passage_text = shown(text[near.start : near.end])
    return f'the nearest passage, from {near.start}, is "{passage_text}"'


@rule(Severity.WARNING)
def quotation_unverified(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find sources that are quoted although their text is not available.

    The quotations could not be checked. Name the file with the text as `path:
    article.txt` in the source, relative to the folder of the map's file; plain text,
    Markdown and HTML are read. If you cannot get the text, ignore this rule.
    """
    counts = Counter(
        quotation.source
        for claim in argument_map.claims
        for quotation in claim.quotations
    )
    for source in argument_map.sources:
        count = counts[source.id]
        if count and source.text is None:
            yield Finding(
                None,
                f"{counted(count, 'quotation')} {'is' if count == 1 else 'are'} not"
                f" verified: the text of the source '{source.id}' is not at hand",
                _way_to_text(source),
                source=source.id,
            )


def _way_to_text(source: Source) -> str | None:
    if source.path:
        return None
    is_file = source.url and not has_scheme(source.url) and is_safe(source.url)
    return f"say where it is: path: {source.url if is_file else 'article.txt'}"


@rule(Severity.INFO, runs_by_default=False)
def unquoted_sentence(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find sentences of a source that no claim quotes.

    Each of these sentences may contain a claim or a reason that is missing from the
    map. Read them one after the other; asides and captions need no claim. `argmap
    coverage` shows them in one report, together with the sentences that are quoted only
    in part. Sources whose text is not available, and sources that no claim quotes, are
    skipped.
    """
    quoted = _quoted_sources(argument_map)
    for source in argument_map.sources:
        if source.text is not None and source.id in quoted:
            for sentence in coverage(argument_map, source).unquoted:
                yield Finding(
                    None,
                    f'no claim quotes "{shown(sentence.text)}", which begins at'
                    f" {sentence.span.start} in the source '{source.id}'",
                )


@rule(Severity.INFO, runs_by_default=False)
def unused_source(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find sources that no claim quotes.

    Readers will wonder which part of the map comes from it. Quote it in the claims that
    come from it, or remove it.
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
