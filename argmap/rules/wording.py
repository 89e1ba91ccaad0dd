"""Rules on the wording of claims, and on characters that nobody sees.

What cannot be decided for sure is left alone: these rules look at text, they do not
understand it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from argmap.diagnostics import Severity
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Part,
    Section,
    Source,
)
from argmap.quotations import sentences
from argmap.rules.rule import Finding, rule

_QUESTION_MARKS = ("?", "؟", "？", "⸮")
_ASIDE = re.compile(
    '"[^"]*"|“[^“”]*”|‘[^‘’]*’|«[^«»]*»|„[^„“”]*[“”]'
    r"|\([^()]*\)|\[[^\[\]]*\]|(?<!\S)#\S+"
)
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(
    r"[;:—–] (?:and )?(?:therefore|hence|consequently|because)\b(?! of\b)"
    r"|, (?:and )?(?:therefore|hence|consequently|because)\b(?! of\b| *,)",
    re.IGNORECASE,
)
_LEAST_WORDS = 3


@rule(Severity.WARNING)
def claim_without_text(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims without a text.

    A claim is something that somebody could deny, and an id does not say what that is.
    Write the claim as a full sentence. The rule ignores claims with a title, and maps
    in which no claim has a text, such as abstract frameworks.
    """
    if any(each.text.strip() for each in argument_map.claims):
        for each in argument_map.claims:
            if not each.text.strip() and not each.title.strip():
                yield Finding(each.id, f"the claim '{each.id}' has no text")


@rule(Severity.WARNING)
def question_as_claim(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims that are questions.

    A question is neither true nor false, so there can be no reason for it and no
    objection to it. Write the answer as the claim. If several claims answer a question,
    add a question with these answers.
    """
    for each in argument_map.claims:
        if each.text.rstrip().endswith(_QUESTION_MARKS):
            yield Finding(
                each.id,
                f"the claim '{each.id}' is a question",
                "write the answer that is argued for as the claim",
            )


@rule(Severity.INFO)
def two_claims_in_one_box(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims whose text has several sentences, or a reason and a conclusion.

    If one claim contains two, it is unclear which of them a counterpoint is against; a
    `therefore` in the text hides an inference. Make each a separate claim. Words in
    quotation marks or brackets do not count, and the rule knows only English
    conjunctions.
    """
    for each in argument_map.claims:
        count, joined = _claims_in(each.text)
        if count > 1:
            yield Finding(
                each.id,
                f"the claim '{each.id}' holds {count} sentences",
                "make each sentence that can be denied a claim of its own",
            )
        elif joined:
            yield Finding(
                each.id,
                f"the claim '{each.id}' joins two claims with '{joined}'",
                "make an inference of it",
            )


@lru_cache(maxsize=8192)  # an editor asks for the same ones at every letter
def _claims_in(text: str) -> tuple[int, str]:
    """Return how many sentences a text has, and a word that joins two claims."""
    text = _ASIDE.sub("“”", text)
    count = sum(
        len(_WORD.findall(span.of(text))) >= _LEAST_WORDS for span in sentences(text)
    )
    joined = _JOINED.search(text)
    return count, joined[0].split()[-1].lower() if joined else ""


@rule(Severity.WARNING)
def duplicate_claim_text(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims with the same text as another, apart from white space and case.

    The reasons for one are not weighed against the objections to the other, so both
    look less disputed than they are. Use one claim in both places. The same words by
    two speakers are two claims.
    """
    first: dict[tuple[str, str], str] = {}
    for each in argument_map.claims:
        text = _folded(each.text)
        if text:
            other = first.setdefault((text, _folded(each.speaker)), each.id)
            if other != each.id:
                yield Finding(
                    each.id, f"the claims '{other}' and '{each.id}' say the same"
                )


@rule(Severity.WARNING)
def titles_differ_by_case(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find titles that differ from another title only in white space and case.

    In Argdown a claim or an argument is identified by its title, so a mistake in a
    title makes two claims of one: reasons for the one are no reasons for the other. If
    both titles mean the same claim, write them alike; otherwise change one of them. A
    claim and an argument may have the same title.
    """
    first: dict[tuple[type[Part], str], Claim | Argument] = {}
    for each in argument_map.propositions:
        if each.title.strip():
            other = first.setdefault((type(each), _folded(each.title)), each)
            if other.title != each.title:
                noun = type(each).__name__.lower()
                yield Finding(
                    each.id,
                    f"the {noun}s '{other.title}' and '{each.title}' are two",
                    f"if it is one, write '{other.title}' in both places",
                )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_DIRECTION_MARKS = "\u061c\u200e\u200f"
_JOINERS = "\u200c\u200d"
_BREAK = "\u200b"
_TAGS = range(0xE0020, 0xE0080)
_QUOTATION = "quotation"
_WITHOUT_PLACE = (ArgumentMap, Source)
_Owner: TypeAlias = ArgumentMap | Source | Part
_BLACK_FLAG = "\U0001f3f4"


@rule(Severity.WARNING)
def invisible_character(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find invisible characters in the texts of a map.

    Controls of writing direction can make a text look different from what it is
    (Boucher and Anderson 2023, "Trojan Source"), zero-width characters make texts
    differ that look the same, and control characters break files. Delete these
    characters. The rule ignores joiners that scripts and emoji need, and direction
    marks beside letters that are written from right to left.
    """
    for owner, field, text in _texts(argument_map):
        if _INVISIBLE.search(text) and (found := _suspicious(text)):
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            yield Finding(
                None if isinstance(owner, _WITHOUT_PLACE) else owner.id,
                f"{_called(owner, field)} has the invisible character"
                f" {_name(found[0][0])} at {found[0].start()}{more}",
            )


def _suspicious(text: str) -> list[re.Match[str]]:
    found = list(_INVISIBLE.finditer(text))
    if found and any(map(_is_right_to_left, text)):
        found = [each for each in found if each[0] not in _DIRECTION_MARKS]
    return [each for each in found if not _is_due(text, each)]


def _is_right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL") and letter.isalpha()


def _is_due(text: str, match: re.Match[str]) -> bool:
    """Return whether an invisible character does what it is there for."""
    letter, at = match[0], match.start()
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if letter in _JOINERS:
        return _is_joinable(before) and _is_joinable(after)
    if letter == _BREAK:
        return _category(before) in ("Lo", "Mn", "Mc") and _category(after) == "Lo"
    return ord(letter) in _TAGS and _BLACK_FLAG in text[max(0, at - 7) : at]


def _is_joinable(letter: str) -> bool:
    return _category(letter)[:1] in ("L", "M", "S")


def _category(letter: str) -> str:
    return unicodedata.category(letter) if letter else ""


def _name(letter: str) -> str:
    name = unicodedata.name(letter, "control character")
    return f"U+{ord(letter):04X} ({name.lower()})"


def _texts(argument_map: ArgumentMap) -> Iterator[tuple[_Owner, str, str]]:
    """Yield every text that is shown, with whose it is and the name of its field."""
    yield argument_map, "title", argument_map.title
    for source in argument_map.sources:
        for field in ("title", "author", "date", "url"):
            yield source, field, getattr(source, field)
    for claim in argument_map.claims:
        for quotation in claim.quotations:
            yield claim, _QUOTATION, quotation.exact
    for part in argument_map.parts:
        for field, text in _texts_of(part):
            yield part, field, text


def _called(owner: _Owner, field: str) -> str:
    """Return what to call a text."""
    if isinstance(owner, ArgumentMap):
        return f"the {field} of the map"
    article = "a" if field == _QUOTATION else "the"
    return f"{article} {field} of the {type(owner).__name__.lower()} '{owner.id}'"


def _texts_of(part: Part) -> Iterator[tuple[str, str]]:
    match part:
        case Claim():
            yield "text", part.text
            yield "speaker", part.speaker
        case Argument():
            yield "text", part.text
        case Inference() | Counterpoint():
            for premise in part.premises:
                yield "role of a premise", premise.role or ""
    if isinstance(part, Claim | Argument | Section):
        yield "title", part.title
    if isinstance(part, Claim | Argument):
        for tag in part.tags:
            yield "tag", tag
