"""A trial, what maps grant, and maps with changes, for several tests."""

from argmap import ArgumentMap, Claim, Counterpoint, Inference, evaluate
from argmap.evaluation import Evaluation

TRIAL = ArgumentMap.of(
    Claim("guilty", "The accused is guilty."),
    Claim("seen", "A witness saw it."),
    Claim("heard", "A neighbour heard it."),
    Claim("away", "The accused was away."),
    Claim("blind", "The witness is blind."),
    Inference(["seen"], conclusion="guilty"),
    Inference(["heard"], conclusion="guilty"),
    Counterpoint(["away"], target="guilty", id="alibi"),
    Counterpoint(["blind"], target="seen", id="doubt"),
    Counterpoint([], target="alibi", id="answer"),
    thesis="guilty",
)


def is_granted(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Return whether a claim is granted, by position if nobody says."""
    if claim.presumed is not None:
        return claim.presumed
    author = argument_map.author
    is_option = any(
        each.exclusive and claim.id in each.answers for each in argument_map.questions
    )
    is_held = not author or author in argument_map.holders(claim)
    return is_held and not is_option and not argument_map.inferences_for(claim)


def changed(argument_map: ArgumentMap, parts: tuple[str, ...]) -> Evaluation:
    """Return the verdicts with counterpoints answered and claims no longer granted."""
    claims = [
        Claim(each.id, each.text, presumed=False, standard=each.standard)
        for each in argument_map.claims
        if each.id in parts
    ]
    steps = [
        each
        for each in parts
        if argument_map.find_part(each) in argument_map.counterpoints
    ]
    return evaluate(argument_map.with_parts(*claims), without=steps)
