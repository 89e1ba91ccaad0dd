"""Circles of claims that may lend themselves weight against their rivals.

What a claim weighs against the claims that contradict it is the strength of its
strongest reason. A reason adds nothing if its premises cannot be had without the very
claim: an argument in ASPIC+ (Prakken 2010) does not go in a circle either. Only where a
claim has rivals, and reasons of different strengths, does that make a difference.
"""

from collections.abc import Callable, Set as AbstractSet

from argmap.evaluation.components import components, supports
from argmap.evaluation.network import Network


def circles(net: Network) -> dict[int, frozenset[int]]:
    """Return the parts that rest on each other, by the claims whose weight that moves.

    >>> net = Network.of(["safe", "unsafe", "begs"], claims=2, inferences=1)
    >>> net.presumptions = [1.0, 0.3]
    >>> net.infer(2, (1,), conclusion=1)
    >>> net.contradict("either", (0, 1))
    >>> sorted(circles(net)[1])
    [1, 2]
    """
    weighed = [claim for claim in net.rivals if len(_weights(net, claim)) > 1]
    found: dict[int, frozenset[int]] = {}
    for component in components(weighed, supports(net)):
        circle = frozenset(component)
        for claim in circle.intersection(weighed):
            if not circle.isdisjoint(net.reasons[claim]):
                found[claim] = circle
    return dict(sorted(found.items()))


def _weights(net: Network, claim: int) -> set[float]:
    own = {net.strengths[each] for each in net.reasons[claim]}
    return own | ({net.presumptions[claim]} - {0.0})


def founded(
    net: Network,
    inside: AbstractSet[int],
    allowed: AbstractSet[int],
    is_enough: Callable[[float, int], bool],
) -> set[int]:
    """Return what can be had step by step, of the parts that are allowed.

    What is not `inside` is there to begin with. `is_enough` says of a weight and a
    claim whether the one would do for the other.
    """
    claims = {part for part in allowed if part < net.claims}
    missing = dict.fromkeys(allowed - claims, 0)
    used_by: dict[int, list[int]] = {}
    for step in missing:
        for premise in inside & {*net.premises[step]}:
            missing[step] += 1
            used_by.setdefault(premise, []).append(step)
    waiting = [step for step, count in missing.items() if not count]
    waiting += [each for each in claims if is_enough(net.presumptions[each], each)]
    found: set[int] = set()
    while waiting:
        part = waiting.pop()
        if part in found:
            continue
        found.add(part)
        for step in used_by.get(part, ()):
            missing[step] -= 1
            if not missing[step]:
                waiting.append(step)
        claim = net.ends[part] if net.claims <= part < net.counterpoints else -1
        if claim in claims and is_enough(net.strengths[part], claim):
            waiting.append(claim)
    return found
