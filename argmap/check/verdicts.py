"""Rules on what becomes of claims once every counterpoint is counted."""

from collections.abc import Iterator

from argmap.check.rule import Finding, finds
from argmap.diagnostics import Severity
from argmap.evaluation import evaluate
from argmap.model import ArgumentMap, Verdict


@finds(Severity.ERROR)
def unexpected_verdict(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims whose verdict is not the one that is `expected`.

    A map can say of a claim what should become of it, so that a debate or a record
    of decisions is under test: what is added later may not change it unseen.
    `rejected` is wanted where any of refuted, unsupported and circular will do.
    `argmap evaluate --explain ID` tells why the verdict is what it is.
    """
    expected = {each.id: each.expected for each in argument_map.claims if each.expected}
    if not expected:
        return
    evaluation = evaluate(argument_map)
    for claim_id, wanted in expected.items():
        verdict = evaluation.verdict(claim_id)
        if not wanted.is_met_by(verdict):
            yield Finding(
                claim_id,
                f"the verdict on '{claim_id}' is {verdict}, not {wanted}",
                f"argmap evaluate --explain {claim_id} tells why",
            )


@finds(Severity.INFO, runs_by_default=False)
def lost_presumption(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find claims that would stand if nothing had been said for them.

    What nobody argues for is granted; a first reason takes that away, and where it
    fails the claim has nothing left. Say `presumed` if it is granted all the same.
    """
    evaluation = evaluate(argument_map)
    for each in argument_map.claims:
        reasons = argument_map.inferences_for(each)
        if (
            reasons
            and each.presumed is None
            and evaluation.verdict(each) is Verdict.UNSUPPORTED
        ):
            yield Finding(each.id, f"every reason for '{each.id}' fails")


@finds(Severity.WARNING)
def presumed_contradiction(argument_map: ArgumentMap) -> Iterator[Finding]:
    """Find contradictions between claims that are all presumed.

    At most one of them can stand, and none does while all are granted: the verdict
    on each is contested. Take `presumed` from all but one, or argue for one.
    """
    for each in argument_map.contradictions:
        claims = [argument_map.find_part(name) for name in each.claims]
        if all(getattr(claim, "presumed", None) for claim in claims):
            names = " and ".join(f"'{name}'" for name in each.claims)
            yield Finding(each.id, f"{names} contradict each other and are presumed")
