"""Rules on how the map hangs together: what nothing uses, what lacks a reason."""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import ArgumentMap, Claim
from argmap.rules.rule import Finding, rule

_ASIDE: Final = "aside"
"""The tag of what a text says by the way."""


@rule(Severity.WARNING)
def isolated_claim(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims that nothing uses.

    Such a claim is neither premise nor conclusion, nobody speaks against it, it
    contradicts nothing, answers no question and is not said in other words: the map
    does not say why it is there. Arguments that
    are only sketched count as claims; the thesis, and the claim of a map that has
    no other, need no use. Join it to the claim it bears on, or leave it out; what is
    there without bearing on anything has the tag `aside`.
    """
    propositions = list(argument_map.propositions)
    for each in propositions:
        if (
            len(propositions) > 1
            and each.id != argument_map.thesis
            and _ASIDE not in each.tags
            and argument_map.counts_as_claim(each)
            and not argument_map.links_of(each)
        ):
            noun = type(each).__name__.lower()
            yield Finding(each.id, f"no inference uses the {noun} '{each.id}'")


@rule(Severity.WARNING)
def unsupported_thesis(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find a thesis that no inference concludes.

    The thesis is what the map argues for, so it wants a reason. Add the inference
    that leads to it, or say `presumed` if it is granted from the start.
    """
    part = argument_map.find_part(argument_map.thesis or "")
    if (
        isinstance(part, Claim)
        and not part.presumed
        and not argument_map.inferences_for(part)
    ):
        yield Finding(part.id, f"no inference concludes to the thesis '{part.id}'")


@rule(Severity.WARNING)
def unanswered_question(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find questions that have no answer.

    A question says which claims answer it; without any it leads nowhere. Name its
    answers, or ask it in the text of a claim.
    """
    for each in argument_map.questions:
        if not each.answers:
            yield Finding(each.id, f"no claim answers the question '{each.id}'")


@rule(Severity.INFO)
def empty_section(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find sections with nothing in them.

    Neither a part nor another section is in it, so a diagram leaves it out.
    Move into it what its title is about, or leave it out.
    """
    for each in argument_map.sections:
        if not each.members and not argument_map.subsections(each):
            yield Finding(each.id, f"nothing is in the section '{each.id}'")
