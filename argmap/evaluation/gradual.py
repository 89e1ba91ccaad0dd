"""Gradual semantics: degrees between 0 and 1, where verdicts are too coarse.

A claim begins with a base score and is moved by the degrees of what supports and what
attacks it. A step is worth its strength times the degrees of its premises, and an
undercut attacks it there. Claims that contradict each other attack each other. Where
parts depend on each other the degrees are approached in small steps, until they no
longer move.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import mul
from typing import Final, TypeAlias

from argmap.errors import ConvergenceError, UnweighableError
from argmap.evaluation.components import components, dependencies, is_cycle
from argmap.evaluation.network import Excluded, Network, network
from argmap.model import ArgumentMap
from argmap.model.kinds import Choice

TOLERANCE: Final = 1e-12
"""How far degrees may still move when they have settled."""
_ROUNDS: Final = 10_000
_DAMPING: Final = 0.5
_GRANTED: Final = 0.8
_OTHER: Final = 0.5
_LARGEST_ENERGY: Final = 700.0
"""More would be too much for the exponential function."""


class Gradual(Choice):
    """How the degrees of supporters and attackers move a base score.

    DF-QuAD (Rago and others 2016), the quadratic energy model (Potyka 2018), the
    Euler-based semantics (Amgoud and Ben-Naim 2018), and the h-categoriser (Besnard
    and Hunter 2001), which knows attacks only.
    """

    DF_QUAD = "df-quad"
    QUADRATIC_ENERGY = "quadratic-energy"
    EULER_BASED = "euler-based"
    H_CATEGORISER = "h-categoriser"


Degrees: TypeAlias = Iterable[float]


def _df_quad(base: float, supporters: Degrees, attackers: Degrees) -> float:
    unsupported = math.prod(1 - each for each in supporters)
    push = math.prod(1 - each for each in attackers) - unsupported
    return base + (1 - base) * push if push > 0 else base + base * push


def _quadratic_energy(base: float, supporters: Degrees, attackers: Degrees) -> float:
    energy = math.fsum(supporters) - math.fsum(attackers)
    push = energy * energy / (1 + energy * energy)
    return base + (1 - base) * push if energy > 0 else base - base * push


def _euler_based(base: float, supporters: Degrees, attackers: Degrees) -> float:
    energy = math.fsum(supporters) - math.fsum(attackers)
    return 1 - (1 - base * base) / (1 + base * math.exp(min(energy, _LARGEST_ENERGY)))


def _h_categoriser(base: float, _: Degrees, attackers: Degrees) -> float:
    return base / (1 + math.fsum(attackers))


_INFLUENCES: Final[Mapping[Gradual, Callable[[float, Degrees, Degrees], float]]] = {
    Gradual.DF_QUAD: _df_quad,
    Gradual.QUADRATIC_ENERGY: _quadratic_energy,
    Gradual.EULER_BASED: _euler_based,
    Gradual.H_CATEGORISER: _h_categoriser,
}


def degrees(
    argument_map: ArgumentMap,
    semantics: Gradual | str = Gradual.DF_QUAD,
    *,
    without: Iterable[str | Excluded] = (),
) -> Mapping[str, float]:
    """Return the degree of every claim, sketched argument and step, by id.

    The base score of a claim is its `credence`; without one it is 0.8 for a claim that
    is granted and 0.5 for another, and 1 for the h-categoriser. Degrees are exact to
    nine digits. Raises ValueError for a semantics that there is not; UnweighableError
    for a strength over 1, and for an inference where only attacks are known;
    ConvergenceError where degrees go on moving; and UnknownPartError.

    >>> from argmap import Claim, Counterpoint
    >>> argument_map = ArgumentMap.of(
    ...     Claim("rose", "Rents rose.", credence=0.9),
    ...     Claim("fell", "The index fell.", credence=0.6),
    ...     Counterpoint(["fell"], target="rose"),
    ... )
    >>> round(degrees(argument_map)["rose"], 3)
    0.36
    """
    semantics = Gradual(semantics)
    net = network(argument_map, without=without)
    _check(net, semantics)
    found = _Degrees(net, _base_scores(argument_map, net, semantics), semantics)
    found.settle()
    return {
        name: found.values[number]
        for number, name in enumerate(net.ids)
        if number not in net.excluded
    }


def _check(net: Network, semantics: Gradual) -> None:
    for step in net.steps:
        if net.strengths[step] > 1:
            msg = (
                f"{semantics} wants strengths from 0 to 1, not"
                f" {net.strengths[step]:g} on '{net.ids[step]}'"
            )
            raise UnweighableError(msg)
        if semantics is Gradual.H_CATEGORISER and step < net.counterpoints:
            msg = f"{semantics} knows attacks only, not the inference '{net.ids[step]}'"
            raise UnweighableError(msg)


def _base_scores(
    argument_map: ArgumentMap, net: Network, semantics: Gradual
) -> list[float]:
    granted, other = (
        (1, 1) if semantics is Gradual.H_CATEGORISER else (_GRANTED, _OTHER)
    )
    scores = [granted if weight else other for weight in net.presumptions]
    for number, claim in enumerate(argument_map.claims):
        if claim.credence is not None:
            scores[number] = claim.credence
    return scores


def _swing(before: Sequence[float], moves: Sequence[float]) -> bool:
    """Return whether moves go back where they came from, and as far or farther."""
    back = sum(map(mul, before, moves)) < 0
    return back and math.hypot(*moves) >= math.hypot(*before)


class _Degrees:
    """Degrees on their way to where they settle."""

    def __init__(
        self, net: Network, base_scores: Sequence[float], semantics: Gradual
    ) -> None:
        self._net = net
        self._influence = _INFLUENCES[semantics]
        self._semantics = semantics
        self._base_scores = base_scores
        self.values = [*base_scores, *net.strengths[net.claims :]]

    def settle(self) -> None:
        """Go through the parts in order, and round what depends on itself."""
        needs = dependencies(self._net)
        for component in components(range(len(self._net.ids)), needs):
            if is_cycle(component, needs):
                self._settle_together(component)
            else:
                self.values[component[0]] = self._moved(component[0])

    def _settle_together(self, component: Sequence[int]) -> None:
        values, damping = self.values, _DAMPING
        before = [0.0] * len(component)
        for _ in range(_ROUNDS):
            moves = [self._moved(part) - values[part] for part in component]
            if max(map(abs, moves)) < TOLERANCE:
                return
            if _swing(before, moves):
                damping /= 2
            before = moves
            for part, move in zip(component, moves, strict=True):
                values[part] += damping * move
        msg = (
            f"{self._semantics} does not settle: the degree of"
            f" '{self._net.ids[min(component)]}' still moves after {_ROUNDS} rounds"
        )
        raise ConvergenceError(msg)

    def _moved(self, part: int) -> float:
        """Return the degree of a part, those of what it depends on given."""
        net, values = self._net, self.values
        if part in net.excluded:
            return 0.0
        attackers = [values[each] for each in net.attackers[part]]
        if part < net.claims:
            base, supporters = self._base_scores[part], net.reasons[part]
            attackers += [values[each] for each in net.rivals_of(part)]
        else:
            base, supporters = net.strengths[part], []
            for premise in net.premises[part]:
                base *= values[premise]
        return self._influence(base, [values[each] for each in supporters], attackers)
