"""Rules on argumentation schemes: their names, roles and critical questions."""

from collections.abc import Iterator

from argmap.diagnostics import Severity
from argmap.evaluation.questions import raisable, struck
from argmap.model import ArgumentMap
from argmap.rules.rule import Finding, rule
from argmap.schemes import find_scheme, schemes
from argmap.suggestions import did_you_mean


@rule(Severity.WARNING)
def unknown_scheme(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find steps that name a scheme that is not in the catalogue.

    Only schemes in the catalogue have roles and critical questions; `argmap schemes`
    lists them. Use one of these, or ignore this rule if you name schemes of your own.
    """
    known = [scheme.id for scheme in schemes()]
    for step in argument_map.steps:
        if step.scheme and find_scheme(step.scheme) is None:
            noun = type(step).__name__.lower()
            yield Finding(
                step.id,
                f"there is no scheme '{step.scheme}', which the {noun}"
                f" '{step.id}' names",
                did_you_mean(step.scheme, known),
            )


@rule(Severity.WARNING)
def unknown_role(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find premises in a role that the scheme of their step does not have.

    The role says which premise of the scheme this is, and therefore which critical
    questions concern it. `argmap schemes ID` lists the roles of a scheme.
    """
    for step in argument_map.steps:
        scheme = find_scheme(step.scheme) if step.scheme else None
        roles = [role.id for role in scheme.roles] if scheme else []
        for premise in step.premises:
            if scheme and premise.role and premise.role not in roles:
                yield Finding(
                    step.id,
                    f"the scheme '{scheme.id}' has no role '{premise.role}', which"
                    f" '{step.id}' gives the premise '{premise.claim}'",
                    did_you_mean(premise.role, roles)
                    or f"its roles are {', '.join(roles)}",
                )


@rule(Severity.WARNING)
def unknown_critical_question(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find counterpoints that raise a critical question that no scheme there asks.

    A counterpoint can raise the questions of the step that is its target, or of the
    steps that lead to, or start from, the claim that is its target. `argmap schemes ID`
    lists the questions of a scheme with their ids.
    """
    for each in argument_map.counterpoints:
        if each.raises is not None:
            known = list(dict.fromkeys(raisable(argument_map, each)))
            if each.raises not in known:
                yield Finding(
                    each.id,
                    f"no scheme of what '{each.id}' is about asks '{each.raises}'",
                    did_you_mean(each.raises, known)
                    or (f"it asks {', '.join(known)}" if known else None),
                )


@rule(Severity.INFO, runs_by_default=False)
def unanswered_critical_question(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find the critical questions that the scheme of a step raises.

    Whoever puts the argument forward should be able to answer each question (Walton,
    Reed and Macagno 2008). Ask them one after the other. If an answer is unfavourable
    to the argument, add it as a counterpoint against the part that the finding names.
    The rule cannot decide whether the map already answers a question, so it lists all
    of them.
    """
    for step in argument_map.steps:
        scheme = find_scheme(step.scheme) if step.scheme else None
        for question in scheme.questions if scheme else ():
            part = next(iter(struck(step, question)), step.id)
            yield Finding(
                step.id,
                f"'{step.id}' must answer: {question.text}",
                f"a bad answer counts against '{part}'",
            )
