"""A rule on quotations that leave out the words on which their sentence turns."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from argmap.diagnostics import Severity
from argmap.model import ArgumentMap, Claim
from argmap.passages import Passage, Standing
from argmap.quotations import verify
from argmap.rules.rule import Finding, rule, shown

_FARTHEST_BACK = 200
_BLANKS = r"(?:(?!\n\s*\n)[\s,;:–—\-()\"'“”‘’„«»])+"
_CLAUSE = r"(?:(?!\n\s*\n)[^.!?])*"
_DENIALS = (
    r"(?:n['’]t|\b(?:not|no|never|nor|neither|cannot|hardly|scarcely|barely|if|unless"
    r"|whether|(?:not true|not the case|no evidence|untrue|false|wrong|unlikely"
    r"|doubtful|den(?:y|ies|ied)|doubt(?:s|ed)?)\s+that))\b"
)
_RESERVATIONS = (
    r"\b(?:unless|except|if|only (?:if|when|as)|provided that|providing that"
    r"|on condition that|(?:as|so) long as|but (?:not|only)|other than)\b"
)
_DENIED = re.compile(rf"{_DENIALS}{_BLANKS}\Z", re.IGNORECASE)
"""What has to be there for `_BEFORE`, which takes longer to fail."""
_BEFORE = re.compile(
    rf"(?P<left>(?:[^\s.!?]+\s+){{0,6}}[^\s.!?]*(?P<word>{_DENIALS})){_BLANKS}\Z",
    re.IGNORECASE,
)
# in small letters only, since a capital begins another sentence
_BEHIND = re.compile(rf"{_BLANKS}(?P<left>(?P<word>{_RESERVATIONS}){_CLAUSE})")
_LEFT_BETWEEN = rf"(?P<left>{_CLAUSE}?(?P<word>{_DENIALS}|{_RESERVATIONS}){_CLAUSE})"
_CLAUSE_BEGUN = re.compile(_LEFT_BETWEEN, re.IGNORECASE)
_CLAUSE_ENDED = re.compile(rf"{_LEFT_BETWEEN}\Z", re.IGNORECASE)


@rule(Severity.WARNING)
def cut_quotation(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find quotations that leave out words that reverse their meaning.

    “The lights should go” misquotes “The lights should go only if the bridge is closed”
    and “It is not true that the lights should go”; “The lights should […] go” misquotes
    “The lights should not go”. Quote the rest too, in the same quotation or another one
    of the claim, or say “only if” in the claim itself. The rule looks for these English
    words, in the same sentence. Directly after the quotation: unless, except, if, only
    if, only when, only as, provided that, providing that, on condition that, as long
    as, so long as, but not, but only, other than. Directly before it: not, no, never,
    nor, neither, cannot, hardly, scarcely, barely, if, unless, whether, and “that”
    after not true, no evidence, false, unlikely, denied, doubted and the like. In the
    words that “[…]” leaves out: any of these.
    """
    found = [
        (argument_map.claim(each.claim), each.quotation, each.passage)
        for each in verify(argument_map)
        if each.passage and each.standing is not Standing.MISSING
    ]
    quoted: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for claim, quotation, passage in found:
        quoted[claim.id, quotation.source] += passage.pieces
    for claim, quotation, passage in found:
        text = argument_map.source(quotation.source).text or ""
        for where, left_out in _left_out(text, passage):
            if not _is_said(left_out, claim, quoted[claim.id, quotation.source]):
                words = shown(left_out["left"].strip(" ,;:"))
                yield Finding(
                    claim.id,
                    f"\"{shown(quotation.exact)}\", which the claim '{claim.id}'"
                    f' quotes, leaves out "{words}" {where}',
                    "quote these words too, or say in the claim what they add",
                )


def _is_said(
    left_out: re.Match[str], claim: Claim, quoted: list[tuple[int, int]]
) -> bool:
    """Return whether the claim has the word, or quotes it with other words."""
    word, place = " ".join(left_out["word"].split()), left_out.start("word")
    return re.search(rf"{word}\b", claim.text, re.IGNORECASE) is not None or any(
        start <= place < end for start, end in quoted
    )


def _left_out(text: str, passage: Passage) -> Iterator[tuple[str, re.Match[str]]]:
    first = max(0, passage.start - _FARTHEST_BACK)
    is_denied = _DENIED.search(text, first, passage.start)
    if is_denied and (before := _BEFORE.search(text, first, passage.start)):
        yield "right before it", before
    for (_, start), (end, _) in pairwise(passage.pieces):
        if between := _left_between(text, start, end):
            yield "in between", between
    if not _is_stop(text, passage.end) and (behind := _BEHIND.match(text, passage.end)):
        yield "right behind it", behind


def _left_between(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what is left out of the sentences of which some is quoted."""
    begun = None if _is_stop(text, start) else _CLAUSE_BEGUN.match(text, start, end)
    return begun or _CLAUSE_ENDED.search(text, start, end)


def _is_stop(text: str, end: int) -> bool:
    return text[end - 1] in ".!?"
