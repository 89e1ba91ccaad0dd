"""The picture in a sentence or two, for who cannot see it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import attrs

from argmap.diagram.outline import describe
from argmap.diagram.style import CHANGES
from argmap.model import Argument, ArgumentMap, Claim, Verdict
from argmap.words import counted

if TYPE_CHECKING:
    from argmap.changes import PartChange
    from argmap.evaluation import Evaluation

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_IN_WORDS: Final[dict[Verdict, tuple[str, str]]] = {
    each: (f"is {each}", f"are {each}") for each in Verdict
} | {Verdict.STANDS: ("stands", "stand")}
"""What the verdict says of one claim, and of several."""


def summary(
    argument_map: ArgumentMap,
    evaluation: "Evaluation | None" = None,
    changes: Mapping[str, "PartChange"] = _NOTHING,
) -> str:
    """Return the map in a sentence or two, for an alternative text.

    >>> summary(ArgumentMap([Claim("a", "A."), Claim("b", "B.")]))
    'Argument map: A. 2 claims.'
    """
    top = _main(argument_map)
    conclusion = f"{_sentence(top)} " if top else ""
    counts = [
        _count(len(argument_map.inferences), "reason"),
        _count(len(argument_map.counterpoints), "objection"),
        _count(len(argument_map.contradictions), "contradiction"),
    ]
    steps = ", ".join(filter(None, counts))
    claims = _count(len(argument_map.claims), "claim") or "no claims"
    judged = "".join(_judged(argument_map, top, evaluation)) if evaluation else ""
    changed = _changed(changes)
    return (
        f"Argument map: {conclusion}{steps}{'; ' if steps else ''}{claims}."
        f"{judged}{changed}"
    )


def _changed(changes: Mapping[str, "PartChange"]) -> str:
    """Return how many marks say that something is new, gone or changed."""
    kinds = Counter(str(each.kind) for each in changes.values())
    counts = [
        f"{kinds[kind]} {look.word}" for kind, look in CHANGES.items() if kinds[kind]
    ]
    return f" Marked: {', '.join(counts)}." if counts else ""


def in_words(verdict: Verdict) -> str:
    """Return a verdict as what it says of a claim.

    >>> in_words(Verdict.DEFEATED)
    'is defeated'
    """
    return _IN_WORDS[verdict][0]


def _main(argument_map: ArgumentMap) -> Claim | Argument | None:
    """Return the thesis, or the first claim that is a premise of nothing."""
    if argument_map.thesis is not None:
        return argument_map.proposition(argument_map.thesis)
    return next(iter(argument_map.roots), None)


def _sentence(top: Claim | Argument) -> str:
    """Return what a claim says with one full stop, and whether it is unstated."""
    if isinstance(top, Claim) and top.implicit:
        stated = attrs.evolve(top, implicit=False)
        return f"{describe(stated).rstrip('.')} (unstated)."
    return f"{describe(top).rstrip('.')}."


def _count(number: int, noun: str) -> str:
    return counted(number, noun) if number else ""


def _judged(
    argument_map: ArgumentMap, top: Claim | Argument | None, evaluation: "Evaluation"
) -> Iterator[str]:
    """Yield the verdict on the main conclusion, and how often each one fell."""
    verdicts = evaluation.verdicts
    if top and top.id in verdicts:
        yield f" The main conclusion {in_words(verdicts[top.id])}."
    boxes = [
        each
        for each in argument_map.propositions
        if each.id in verdicts and argument_map.counts_as_claim(each)
    ]
    found = Counter(verdicts[each.id] for each in boxes)
    if len(boxes) > 1:
        kinds = dict.fromkeys(f"{type(each).__name__.lower()}s" for each in boxes)
        counts = [
            f"{found[each]} {_IN_WORDS[each][found[each] > 1]}"
            for each in Verdict
            if found[each]
        ]
        noun = " and ".join(kinds)
        if len(found) == 1:
            yield f" All {noun} {_IN_WORDS[next(iter(found))][1]}."
        else:
            yield f" Of the {noun} {', '.join(counts)}."
