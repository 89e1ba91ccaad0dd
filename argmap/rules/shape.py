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

    Such a claim is neither a premise nor a conclusion, has no counterpoint, contradicts
    nothing, answers no question and has no rephrase, so the map does not say why it is
    there. Sketched arguments count as claims. The thesis, and the only claim of a map,
    need no use. Connect the claim to the claim that it concerns, or leave it out. If it
    is meant as a remark beside the argument, give it the tag `aside`.
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

    The map argues for the thesis, so the thesis needs a reason. Add an inference that
    concludes to it, or mark it as `presumed` if it is granted from the start.
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

    A question names the claims that answer it. Name its answers, or ask the question in
    the text of a claim.
    """
    for each in argument_map.questions:
        if not each.answers:
            yield Finding(each.id, f"no claim answers the question '{each.id}'")


@rule(Severity.INFO)
def empty_section(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find sections with nothing in them.

    The section contains neither a part nor another section, so pictures do not show it.
    Move the parts that its title is about into it, or delete it.
    """
    for each in argument_map.sections:
        if not each.members and not argument_map.subsections(each):
            yield Finding(each.id, f"nothing is in the section '{each.id}'")
