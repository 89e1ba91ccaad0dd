"""Debates made by a seed: sections, named arguments, relations across sections."""

import random

from argmap import Argument, ArgumentMap, Claim, Counterpoint, Inference, Section
from argmap.model import Piece

_SUBJECTS = "The tram", "The market", "The school", "Our harbour", "The old bridge"
_VERBS = "needs", "costs more than", "would replace", "depends on", "harms"
_OBJECTS = "the town's savings", "a quieter street", "three new buses", "its neighbours"
_TAILS = "", " within ten years", ", as the survey of last spring shows", " at night"


def debate(seed: int, count: int = 60, sections: int = 4) -> ArgumentMap:
    """Return a debate of so many claims; the same seed gives the same debate."""
    draw = random.Random(seed)  # noqa: S311 - nothing here is secret
    claims = [Claim(f"c{n}", _sentence(draw, n)) for n in range(count)]
    homes = [n * sections // count for n in range(count)]
    pieces: list[Piece] = [*claims]
    members: list[list[str]] = [[] for _ in range(sections)]
    for each, home in zip(claims, homes, strict=True):
        members[home].append(each.id)
    n = 1
    while n < count:
        is_far = draw.random() < 0.12
        near = [at for at in range(n) if homes[at] == homes[n]]
        goal = draw.choice(range(n) if is_far or not near else near)
        size = min(draw.choice([1, 1, 2, 3]), count - n)
        pieces += _step(draw, n, size, f"c{goal}", members[homes[n]])
        n += size
    frames = [
        Section(f"s{at}", f"Part {at + 1}", members=each)
        for at, each in enumerate(members)
    ]
    return ArgumentMap.of(*pieces, *frames, title=f"Debate {seed}", thesis="c0")


def _step(
    draw: random.Random, n: int, size: int, goal: str, home: list[str]
) -> list[Piece]:
    """Return a step from claims to a goal, sometimes one of a named argument."""
    premises = [f"c{at}" for at in range(n, n + size)]
    if draw.random() < 0.3:
        return [Counterpoint(premises, target=goal, id=f"k{n}")]
    step = Inference(premises, conclusion=goal, id=f"i{n}")
    if draw.random() < 0.7:
        return [step]
    home.append(f"a{n}")
    return [step, Argument(f"a{n}", f"Argument {n}", text="In short.", steps=[step.id])]


def _sentence(draw: random.Random, n: int) -> str:
    words = (draw.choice(each) for each in (_SUBJECTS, _VERBS, _OBJECTS, _TAILS))
    subject, verb, object_, tail = words
    return f"{subject} {verb} {object_}{tail} ({n})."
