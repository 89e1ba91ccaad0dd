"""The labellings of an abstract framework (Dung 1995), by itself.

They are those of the framework's map, in a tenth of the time: no claims and
counterpoints are made.
"""

from array import array
from collections.abc import Iterator

from argmap.evaluation.grounded import Label, Labelling
from argmap.evaluation.network import Network
from argmap.model import Semantics
from argmap.model.framework import Framework


def grounded(framework: Framework) -> list[Label]:
    """Return the label of every argument, in the order of their names.

    What nothing attacks is in, what is attacked by something in is out, and so on;
    the rest is undecided. Every attack is looked at three times at most.

    >>> framework = Framework.of(["a", "b", "c"], [("c", "b"), ("b", "a")])
    >>> [label.name for label in grounded(framework)]
    ['IN', 'OUT', 'IN']
    """
    heads = framework.heads
    first, following = _by_tail(framework)
    alive = [0] * len(framework.names)
    for head in heads:
        alive[head] += 1
    in_, out = Label.IN, Label.OUT
    labels = [Label.UNDECIDED if count else in_ for count in alive]
    waiting = [place for place, count in enumerate(alive) if not count]
    while waiting:
        attack = first[waiting.pop()]
        while attack >= 0:
            struck = heads[attack]
            attack = following[attack]
            if labels[struck]:
                continue
            labels[struck] = out
            answer = first[struck]
            while answer >= 0:
                freed = heads[answer]
                answer = following[answer]
                alive[freed] -= 1
                if not alive[freed] and not labels[freed]:
                    labels[freed] = in_
                    waiting.append(freed)
    return labels


def _by_tail(framework: Framework) -> "tuple[array[int], array[int]]":
    """Return the first attack of every argument and what follows on each, or -1.

    A list of lists would take four times the memory.
    """
    first = array("i", [-1]) * len(framework.names)
    following = array("i", [-1]) * len(framework.tails)
    for attack, tail in enumerate(framework.tails):
        following[attack] = first[tail]
        first[tail] = attack
    return first, following


def labellings(
    framework: Framework,
    semantics: Semantics | str = Semantics.PREFERRED,
    *,
    timeout: float | None = None,
    max_labellings: int | None = None,
) -> Iterator[list[Label]]:
    """Iterate over the labellings of a semantics, in the order of names.

    Raises LimitError after `timeout` seconds and for more than `max_labellings`, and
    MissingExtraError where it needs clingo and that is not installed.

    >>> framework = Framework.of(["a"], [("a", "a")])
    >>> list(labellings(framework, "stable"))
    []
    """
    from argmap.evaluation.labellings import Search  # noqa: PLC0415 - needs clingo

    count = len(framework.names)
    labels = grounded(framework)
    labels += [labels[tail] for tail in framework.tails]
    ranks = [0 if each else -1 for each in labels]
    search = Search(
        _network(framework),
        Labelling(list(map(int, labels)), ranks, set(), {}, {}),
        Semantics(semantics),
        timeout,
        max_labellings,
    )
    return (list(map(Label, found[:count])) for found in search.labellings())


def _network(framework: Framework) -> Network:
    """Return a framework as a network: claims and counterpoints without names."""
    count = len(framework.names)
    net = Network.of([""] * (count + len(framework.tails)), count, 0)
    net.presumptions = [1.0] * count
    attacks = zip(framework.tails, framework.heads, strict=True)
    for step, (tail, head) in enumerate(attacks, count):
        net.counter(step, (tail,), head)
    return net
