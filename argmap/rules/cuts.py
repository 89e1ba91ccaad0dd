"""A rule on quotations that leave out the words on which their sentence turns."""

import re
from collections import defaultdict
from collections.abc import Iterator

from argmap.diagnostics import Severity
from argmap.model import ArgumentMap, Claim
from argmap.passages import Passage, Standing
from argmap.quotations import verify
from argmap.rules.rule import Finding, finds
from argmap.words import gist, plain

_LONGEST_SHOWN = 60
_FARTHEST_BACK = 200
_BLANKS = r"(?:(?!\n\s*\n)[\s,;:–—\-()\"'“”‘’„«»])+"
# in small letters only, since a capital begins another sentence
_RESERVATION = re.compile(
    rf"{_BLANKS}(?P<left>(?P<word>unless|except|if|only (?:if|when|as)|provided that"
    r"|providing that|on condition that|(?:as|so) long as|but (?:not|only)|other than)"
    r"\b(?:(?!\n\s*\n)[^.!?])*)"
)
_DENIAL = re.compile(
    r"(?P<left>(?:[^\s.!?]+\s+){0,6}[^\s.!?]*(?P<word>n['’]t|\b(?:not|no|never|nor"
    r"|neither|cannot|hardly|scarcely|barely|if|unless|whether|(?:not true|not the case"
    r"|no evidence|untrue|false|wrong|unlikely|doubtful|den(?:y|ies|ied)"
    rf"|doubt(?:s|ed)?)\s+that))){_BLANKS}\Z",
    re.IGNORECASE,
)


@finds(Severity.WARNING)
def cut_quotation(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find quotations that leave out what turns their sentence round.

    “The lights should go” is not what “The lights should go only if the bridge is
    closed” says, nor “It is not true that the lights should go”. Quote the rest too,
    in one quotation or another of the same claim, or have the claim itself say “only
    if”. Looked for are, in English and in the same sentence, right behind the words:
    unless, except, if, only if, only when, only as, provided that, providing that, on
    condition that, as long as, so long as, but not, but only, other than; and right
    before them: not, no, never, nor, neither, cannot, hardly, scarcely, barely, if,
    unless, whether, and “that” after not true, no evidence, false, unlikely, denied,
    doubted and the like.
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
                yield Finding(
                    claim.id,
                    f"\"{_shown(quotation.exact)}\", which the claim '{claim.id}'"
                    f' quotes, leaves out "{_shown(left_out["left"])}" right'
                    f" {where} it",
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
    for start, end in passage.pieces:
        first = max(0, start - _FARTHEST_BACK)
        if before := _DENIAL.search(text, first, start):
            yield "before", before
        if text[end - 1] not in ".!?" and (behind := _RESERVATION.match(text, end)):
            yield "behind", behind


def _shown(text: str) -> str:
    return gist(plain(text), _LONGEST_SHOWN)
