"""Columns of a layout that reads sideways, and where a deep map is cut to fit them."""

from collections import defaultdict
from collections.abc import Mapping

from argmap.diagram.graph.sketch import Sketch, sketch
from argmap.diagram.plan import Plan


def columns(drawn: Sketch) -> dict[str, int]:
    """Return in which column every node stands, those first that lead to nothing.

    A box stands behind all that it leads to, a junction between two columns belongs
    to the first. What leads in circles counts from where the circle is entered.
    """
    tails = _tails(drawn)
    waited_for = dict.fromkeys(drawn.nodes, 0)
    for each in tails.values():
        for tail in each:
            waited_for[tail] += 1
    ranks = dict.fromkeys(drawn.nodes, 0)
    ready = [node for node, count in waited_for.items() if not count]
    rest = iter(drawn.nodes)
    found: dict[str, int] = {}
    while len(found) < len(ranks):
        if not ready:  # all that is left leads in circles
            ready = [next(each for each in rest if each not in found)]
        head = ready.pop()
        if head in found:
            continue
        found[head] = ranks[head] // 2
        for tail in tails[head]:
            ranks[tail] = max(
                ranks[tail], ranks[head] + drawn.ranks_between(tail, head)
            )
            waited_for[tail] -= 1
            if not waited_for[tail]:
                ready.append(tail)
    return found


def deep_lines(plan: Plan, far: frozenset[int], most: int) -> frozenset[int]:
    """Return the lines to cut besides the `far` ones, so that `most` columns do.

    A claim at which a line is cut goes on elsewhere as a conclusion of its own. They
    are cut where that happens to the fewest claims, and so on every few columns.
    """
    drawn = sketch(plan, far)
    column = columns(drawn)
    tails = _tails(drawn)
    deepest = dict(column)
    for head in reversed(column):
        deepest[head] = max([deepest[head], *(deepest[each] for each in tails[head])])
    choices = [
        {
            box.part
            for box in plan.boxes
            if column[box.part] % (most - 1) == at % (most - 1)
            and column[box.part] >= at
            and deepest[box.part] > column[box.part]
            and deepest[box.part] >= most
        }
        for at in range(most - 1, 0, -1)
    ]
    chosen = min(filter(None, choices), key=len, default=())
    return frozenset(
        number
        for number, edge in enumerate(plan.edges)
        if edge.tail in chosen and number not in far
    )


def _tails(drawn: Sketch) -> Mapping[str, list[str]]:
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for tail, head in drawn.ends:
        if tail != head:
            tails[head].append(tail)
    return tails
