"""Rules on the verdicts on claims once every counterpoint is counted."""

from collections.abc import Iterator, Sequence

from argmap.diagnostics import Severity
from argmap.evaluation import Evaluation
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    ProofStandard,
    Question,
    Verdict,
)
from argmap.model.connections import reached
from argmap.rules.rule import Finding, rule, rule_on_verdicts

_EXPLAINING = ("cause-to-effect", "motive-to-action")
_WITH_MARGIN = (
    ProofStandard.CLEAR_AND_CONVINCING,
    ProofStandard.BEYOND_REASONABLE_DOUBT,
)


@rule_on_verdicts(Severity.ERROR)
def unexpected_verdict(evaluation: Evaluation) -> Iterator[Finding]:
    """Find claims whose verdict is not the one that is `expected`.

    A claim can name the verdict that it should have, so that later additions to a
    debate or a decision record cannot change it unnoticed. `rejected` means any of
    defeated, unsupported and circular. `argmap evaluate --explain ID` explains the
    verdict.
    """
    for each in evaluation.argument_map.claims:
        verdict = evaluation.verdicts[each.id]
        if each.expected and not each.expected.is_met_by(verdict):
            yield Finding(
                each.id,
                f"the verdict on '{each.id}' is {verdict}, not {each.expected}",
                f"argmap evaluate --explain {each.id} says why",
            )


@rule_on_verdicts(Severity.INFO)
def unanswered_counterpoint(evaluation: Evaluation) -> Iterator[Finding]:
    """Find unanswered counterpoints that defeat parts the thesis rests on.

    The thesis rests on its reasons, and on the answers to counterpoints against it and
    them. A counterpoint is unanswered if it holds, its target does not stand, and there
    is no counterpoint against it or its premises. Answer it, or mark it as `accepted`
    if you grant it but keep the claim. Maps without a thesis are not checked.
    """
    argument_map, verdicts = evaluation.argument_map, evaluation.verdicts
    for each in _against_the_thesis(argument_map):
        if (
            verdicts[each.id] is Verdict.STANDS
            and verdicts[each.target] is not Verdict.STANDS
            and not (each.accepted or _is_answered(argument_map, each))
        ):
            yield Finding(
                each.id,
                f"nothing answers the counterpoint '{each.id}' against '{each.target}'",
            )


def _against_the_thesis(argument_map: ArgumentMap) -> list[Counterpoint]:
    """Return what strikes the thesis, what it rests on, or an answer to the like."""

    def bears_on(at: tuple[str, bool]) -> Iterator[tuple[str, bool]]:
        part_id, is_for = at
        yield from ((each, is_for) for each in _rests_on(argument_map, part_id))
        yield from ((each.id, not is_for) for each in _strikes(argument_map, part_id))

    thesis = [(argument_map.thesis, True)] if argument_map.thesis else []
    seen = set(reached(thesis, bears_on))
    return [each for each in argument_map.counterpoints if (each.id, False) in seen]


def _rests_on(argument_map: ArgumentMap, part_id: str) -> Iterator[str]:
    part = argument_map.part(part_id)
    yield from (each.id for each in argument_map.inferences_for(part))
    if isinstance(part, Inference | Counterpoint):
        yield from (premise.claim for premise in part.premises)
    elif isinstance(part, Argument) and part.steps:
        yield from part.steps
        yield argument_map.inference(part.steps[-1]).conclusion


def _strikes(argument_map: ArgumentMap, part_id: str) -> Iterator[Counterpoint]:
    """Yield what is against a part; what is against an argument hits its last step."""
    yield from argument_map.counterpoints_against(part_id)
    for argument in argument_map.arguments_with(part_id):
        if argument_map.as_end(argument).id == part_id:
            yield from argument_map.counterpoints_against(argument)


def _is_answered(argument_map: ArgumentMap, counterpoint: Counterpoint) -> bool:
    premises = [each.claim for each in counterpoint.premises]
    return any(
        any(True for _ in _strikes(argument_map, each))
        for each in (counterpoint.id, *premises)
    ) or any(map(argument_map.contradictions_of, premises))


@rule_on_verdicts(Severity.INFO)
def lost_presumption(evaluation: Evaluation) -> Iterator[Finding]:
    """Find claims that would stand if they had no reasons.

    A claim that nobody argues for is granted. When it gets its first reason it is no
    longer granted, so it does not stand if the reason fails. Mark it as `presumed` if
    it is granted nevertheless. The rule looks at claims that other parts rest on, and
    at facts that are only explained: facts that are quoted, or for which every reason
    goes from a cause to its effect or from a motive to an action. If one such claim
    falls because of another, only the other is reported. The rule ignores the thesis,
    because it is there to be argued for, and claims that only others than the author
    hold, because they need a reason.
    """
    argument_map, verdicts = evaluation.argument_map, evaluation.verdicts
    author = argument_map.author
    argued = [
        each
        for each in argument_map.claims
        if each.presumed is None
        and argument_map.inferences_for(each)
        and (not author or author in argument_map.holders(each))
    ]
    lost = {each.id for each in argued if verdicts[each.id] is Verdict.UNSUPPORTED}
    for each in argued:
        is_fact = _is_explained(argument_map, each)
        is_meant = bool(argument_map.uses_of(each)) or is_fact
        if each.id in lost and each.id != argument_map.thesis and is_meant:
            premises = {one.id for one in argument_map.premises_of(each)}
            if lost.isdisjoint(premises) and not any(
                verdicts[reason.id] is Verdict.STANDS
                for reason in argument_map.inferences_for(each)
            ):
                yield Finding(
                    each.id,
                    f"every reason for '{each.id}' fails",
                    f"mark '{each.id}' as `presumed` if it is an observed fact, which"
                    " stands even if its explanation fails"
                    if is_fact
                    else None,
                )


def _is_explained(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Return whether what is said for a claim may explain a fact, not prove it.

    An answer to a question is no fact.
    """
    if any(isinstance(each, Question) for each in argument_map.links_of(claim)):
        return False
    reasons = argument_map.inferences_for(claim)
    return bool(claim.quotations) or all(each.scheme in _EXPLAINING for each in reasons)


@rule_on_verdicts(Severity.WARNING)
def presumed_contradiction(evaluation: Evaluation) -> Iterator[Finding]:
    """Find contradictions between granted claims, at least one of them presumed.

    At most one of them can stand, but all are granted, because they are `presumed` or
    because nobody argues for them. The verdict on each is therefore contested. Remove
    `presumed`, argue for one of them, or argue against the others.
    """
    for each, rivals in _granted_rivals(evaluation, are_presumed=True):
        yield Finding(each, f"{_joined(rivals)} contradict each other and are granted")


@rule_on_verdicts(Severity.INFO)
def undecided_contradiction(evaluation: Evaluation) -> Iterator[Finding]:
    """Find contradictions between claims that nobody argues for.

    All of them are granted, so none outweighs the others. The verdict on each, and on
    claims that rest on it, is contested. If the matter is open, ignore this finding;
    otherwise argue for one of them, or against the others.
    """
    for each, rivals in _granted_rivals(evaluation, are_presumed=False):
        yield Finding(each, f"nothing decides between {_joined(rivals)}")


def _granted_rivals(
    evaluation: Evaluation, *, are_presumed: bool
) -> Iterator[tuple[str, list[str]]]:
    """Yield contradictions with the claims in them that fall by being all granted.

    Some of these are `presumed`, or else none is.
    """
    argument_map = evaluation.argument_map
    presumed = {each.id for each in argument_map.claims if each.presumed}
    for each in argument_map.contradictions:
        rivals = [
            name
            for name in each.claims
            if name in evaluation.granted
            and evaluation.verdicts[name] is Verdict.CONTESTED
        ]
        if len(rivals) > 1 and are_presumed != presumed.isdisjoint(rivals):
            yield each.id, rivals


@rule_on_verdicts(Severity.WARNING)
def inconsistent_acceptance(evaluation: Evaluation) -> Iterator[Finding]:
    """Find contradictions between claims that strictly follow from what stands.

    A strict step has no exceptions: if its premises are true, so is its conclusion. If
    strict steps lead from claims that stand to claims that contradict each other, or
    that contradict a claim that stands, they cannot all be true. Verdicts exclude this,
    except for claims with the standard `scintilla` and for strict steps that start from
    a step or only from attributed premises. Use a higher standard, argue against one of
    the claims, or do not mark a step as strict if it has exceptions.
    """
    for each in evaluation.inconsistencies:
        message = f"{_joined(each.claims)} contradict each other and stand"
        if follow := [name for name in each.claims if name not in each.because]:
            message = (
                f"{_with_verb(each.because, 'stand')}, and by strict steps"
                f" {_with_verb(follow, 'follow')};"
                f" {_joined(each.claims)} contradict each other"
            )
        yield Finding(each.contradiction, message)


def _joined(names: Sequence[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)


def _with_verb(names: Sequence[str], verb: str) -> str:
    return f"{_joined(names)} {verb}{'s' if len(names) == 1 else ''}"


@rule_on_verdicts(Severity.WARNING)
def unused_credence(evaluation: Evaluation) -> Iterator[Finding]:
    """Find claims with a credence that has no effect on any probability.

    The credence of a claim is used only if the claim is granted. If it is argued for,
    its probability follows from its reasons and the counterpoints to it. Give their
    premises a credence, or mark the claim as `presumed` if it is granted nevertheless.
    Degrees, as in `argmap evaluate --semantics df-quad`, use every credence.
    """
    for each in evaluation.unused_credences:
        message = f"the credence of '{each}' is not used: the claim is not granted"
        yield Finding(each, message)


@rule_on_verdicts(Severity.WARNING)
def unused_preference(evaluation: Evaluation) -> Iterator[Finding]:
    """Find preferences that cannot decide anything.

    A preference decides between two sides that conflict and are equally strong. It
    changes nothing if they do not conflict or if one of them is stronger. Name the
    steps of which one counts against the other: of an objection its counterpoint, not
    its premise.
    """
    for name, why in evaluation.unused_preferences.items():
        yield Finding(name, f"the preference '{name}' decides nothing: {why}")


@rule(Severity.WARNING)
def strength_off_the_scale(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find strengths over 1 where a standard of proof requires a margin.

    The standards `clear-and-convincing` and `beyond-reasonable-doubt` require that the
    case for a claim is better than the case against it by a fixed margin, on a scale
    from 0 to 1. Strengths over 1 exceed the margin too easily. Use strengths from 0 to
    1 for the steps that lead to this claim, or the standard `preponderance`.
    """
    for claim in argument_map.claims:
        if claim.standard not in _WITH_MARGIN:
            continue
        steps: list[Inference | Counterpoint] = [*argument_map.inferences_for(claim)]
        steps += argument_map.counterpoints_against(claim)
        for step in steps:
            if step.strength is not None and step.strength > 1:
                yield Finding(
                    step.id,
                    f"the standard of '{claim.id}' requires strengths up to 1, but"
                    f" '{step.id}' has {step.strength:g}",
                )
