"""Which claims may lend themselves weight against their rivals.

What a claim weighs against the claims that contradict it is the strength of its
strongest reason. A reason adds nothing if its premises cannot be had without the very
claim: an argument in ASPIC+ (Prakken 2010) does not go in a circle either. Only where a
claim has rivals, and reasons of different strengths, does that make a difference.
"""

from argmap.evaluation.network import Network
from argmap.evaluation.order import components, supports


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
