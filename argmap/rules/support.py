"""Rules on what supports what: circles, and steps that fall over themselves."""

from collections.abc import Iterator

from argmap.diagnostics import Severity
from argmap.model import ArgumentMap, Counterpoint, Step
from argmap.rules.cycles import cycles
from argmap.rules.rule import Finding, rule

_LONGEST_LOOP = 8


@rule(Severity.WARNING)
def self_support(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find inferences that have their own conclusion among their premises.

    Whoever does not grant the conclusion does not grant the premise either, so the
    inference is no reason for anybody. Replace the premise with what makes it credible,
    or remove the inference.
    """
    for each in argument_map.inferences:
        if each.conclusion == each.id:
            yield Finding(each.id, f"the inference '{each.id}' backs itself")
        elif each.conclusion in {premise.claim for premise in each.premises}:
            yield Finding(
                each.id,
                f"the inference '{each.id}' has its conclusion"
                f" '{each.conclusion}' as a premise",
            )


@rule(Severity.WARNING)
def circular_support(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims that are reasons for one another, in a circle.

    The claims of a circle support only each other; they stand only if there is a reason
    from outside the circle. Remove the step that nobody would give as a reason; often
    it was meant in the opposite direction. Circles that share claims are reported once,
    by one of the shortest.
    """
    for loop in cycles(_supports(argument_map)):
        shown = [f"'{each}'" for each in loop]
        if len(shown) > _LONGEST_LOOP:
            more = len(shown) - _LONGEST_LOOP + 1
            shown[_LONGEST_LOOP - 1 :] = [f"… ({more} more)"]
        path = " → ".join([*shown, f"'{loop[0]}'"])
        yield Finding(loop[0], f"the reasons run in a circle: {path}")


def _supports(argument_map: ArgumentMap) -> dict[str, list[str]]:
    """Return what each claim and argument is a reason for, itself left out.

    A reconstructed argument leans on the conclusion of its last step, which it
    puts forward; a reason for the argument itself only backs that step.
    """
    put_forward = {
        each.id: argument_map.inference(each.steps[-1]).conclusion
        for each in argument_map.arguments
        if each.steps
    }
    supports: dict[str, list[str]] = {each.id: [] for each in argument_map.propositions}
    for argument, conclusion in put_forward.items():
        if conclusion in supports:
            supports[conclusion].append(argument)
    for inference in argument_map.inferences:
        end = inference.conclusion
        if end in supports and end not in put_forward:
            for premise in inference.premises:
                if end not in (premise.claim, put_forward.get(premise.claim)):
                    supports[premise.claim].append(end)
    return supports


@rule(Severity.WARNING)
def counterpoint_against_itself(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find counterpoints that have their own target among their premises.

    If such a counterpoint holds, it defeats one of its own premises and therefore
    fails. Usually the target should be another claim, or the step from the claim to its
    conclusion.
    """
    for each in argument_map.counterpoints:
        if each.target == each.id:
            yield Finding(
                each.id, f"the counterpoint '{each.id}' has itself as its target"
            )
        elif each.target in {premise.claim for premise in each.premises}:
            yield Finding(
                each.id,
                f"the counterpoint '{each.id}' has its target"
                f" '{each.target}' as a premise",
            )


@rule(Severity.WARNING)
def inconsistent_premises(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find inferences with linked premises of which at most one can stand.

    Linked premises support their conclusion only together; if they contradict each
    other, they never do. If each is meant as an independent reason, make two
    inferences.
    """
    for each in argument_map.inferences:
        met: dict[str, str] = {}
        own = (one.claim for one in each.premises if not one.attributed)
        for claim in dict.fromkeys(own):
            for contradiction in argument_map.contradictions_of(claim):
                if contradiction.id in met:
                    yield Finding(
                        each.id,
                        f"the premises '{met[contradiction.id]}' and '{claim}' of the"
                        f" inference '{each.id}' contradict each other",
                    )
                met.setdefault(contradiction.id, claim)


@rule(Severity.WARNING)
def duplicate_step(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find steps that go from the same premises to the same end as another.

    A reason is not stronger if it is given twice, but pictures show it as two arrows.
    Remove one of the steps, or name the schemes in which they differ.
    """
    first: dict[object, Step] = {}
    for each in argument_map.steps:
        premises = frozenset(premise.claim for premise in each.premises)
        kind = type(each)
        other = first.setdefault((kind, premises, each.end, each.scheme), each)
        if other is not each:
            noun = "counterpoints" if kind is Counterpoint else "inferences"
            end = "target" if kind is Counterpoint else "conclusion"
            yield Finding(
                each.id,
                f"the {noun} '{other.id}' and '{each.id}' have the same premises"
                f" and the same {end}",
            )
