"""Verdicts as a value: one for every part that is judged, and what it hangs on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import attrs

from argmap.errors import LimitError, UnknownPartError
from argmap.evaluation.answer import Answer
from argmap.evaluation.causes import Causes
from argmap.evaluation.consistency import Inconsistency, inconsistencies
from argmap.evaluation.explanation import Explainer, Explanation
from argmap.evaluation.grounded import Label, Labelling, label
from argmap.evaluation.network import Excluded, Judged, Network, network
from argmap.evaluation.probability import Interval, probabilities
from argmap.evaluation.strict import (
    strict_steps,
    unused_preferences,
    with_strict_steps,
)
from argmap.gc_pause import gc_paused
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Expectation,
    ProofStandard,
    Semantics,
    Verdict,
    values,
)
from argmap.model.required import require_map

if TYPE_CHECKING:
    from argmap.evaluation.labellings import Search

_MOST_TRANSPOSED: Final = 300
"""Of how many claims each is set aside where that alters what strict steps do."""
_OUTCOMES: Final = {
    Label.IN: Expectation.STANDS,
    Label.UNDECIDED: Expectation.CONTESTED,
    Label.OUT: Expectation.REJECTED,
}


@attrs.frozen(eq=False)
class Evaluation:
    """The verdicts on the parts of a map.

    >>> from argmap import ArgumentMap, Claim, Counterpoint
    >>> argument_map = ArgumentMap.of(
    ...     Claim("rose", "Rents rose."),
    ...     Claim("fell", "The index fell."),
    ...     Counterpoint(["fell"], target="rose"),
    ... )
    >>> evaluation = evaluate(argument_map)
    >>> evaluation.verdict("rose").value
    'defeated'
    >>> print(evaluation.explain("rose"))
    [defeated] “Rents rose.”
      the counterpoint from “The index fell.” holds
        [stands] “The index fell.” is granted
    """

    argument_map: ArgumentMap
    _network: Network = attrs.field(repr=False)
    _grounded: Labelling = attrs.field(repr=False)
    _labelling: Labelling = attrs.field(repr=False)
    _again: "Callable[..., Evaluation]" = attrs.field(repr=False)
    _without: tuple[str | Excluded, ...] = attrs.field(repr=False)

    @property
    def semantics(self) -> Semantics:
        """What the verdicts follow: what is so in all labellings of this kind."""
        return self._labelling.semantics

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The number of every part that is judged; an argument's is its last step's."""
        numbers, arguments = self._network.numbers, self.argument_map.arguments
        excluded = self._network.excluded
        if not excluded and not arguments:
            return numbers
        ends = {each.id: self.argument_map.as_end(each).id for each in arguments}
        numbers = {**numbers, **{name: numbers[end] for name, end in ends.items()}}
        return {name: each for name, each in numbers.items() if each not in excluded}

    def _number(self, part: str | Judged) -> int:
        part_id = values.id_of(part)
        if part_id not in self._numbers:
            self.argument_map.part(part_id)
            msg = f"there is no verdict on '{part_id}'"
            raise UnknownPartError(msg)
        return self._numbers[part_id]

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.argument_map, Causes(self._network, self._labelling))

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict on every claim, argument and step, by id.

        What was left out of the evaluation has none; a reconstructed argument has
        that of its last step.
        """
        verdict = self._explainer.causes.verdict
        with gc_paused():
            return {name: verdict(number) for name, number in self._numbers.items()}

    def verdict(self, part: str | Judged) -> Verdict:
        """Return the verdict on a part; raises UnknownPartError."""
        return self._explainer.causes.verdict(self._number(part))

    def rank(self, part: str | Judged) -> int | None:
        """Return after how many others the verdict fell at the earliest.

        A verdict follows from verdicts of smaller rank. It is None while the grounded
        labelling leaves the part undecided. Raises UnknownPartError.
        """
        rank = self._labelling.ranks[self._number(part)]
        return None if rank < 0 else rank

    def name(self, part: str | Judged) -> str:
        """Return what to call a part in a sentence: claims by their words.

        Raises UnknownPartError.
        """
        return self._explainer.name(self._number(part))

    def explain(self, part: str | Judged) -> Explanation:
        """Return why a claim, an argument or a step has its verdict.

        Raises UnknownPartError.
        """
        return self._explainer.explanation(self._number(part))

    @cached_property
    def explanations(self) -> Mapping[str, Explanation]:
        """Why every part that is judged has its verdict, by id.

        What several rest on is explained once, so that this is linear in the map.
        """
        explanation = self._explainer.explanation
        return {name: explanation(number) for name, number in self._numbers.items()}

    @cached_property
    def granted(self) -> frozenset[str]:
        """The ids of the claims, and sketched arguments, that need no reason."""
        presumptions = self._network.presumptions
        return frozenset(
            self._network.ids[claim]
            for claim, weight in enumerate(presumptions)
            if weight and claim not in self._network.made
        )

    @cached_property
    def decisive(self) -> frozenset[str]:
        """The ids of the steps and contradictions on which some verdict rests.

        Those are the best reason for a claim that stands, what defeats a claim, and
        what undercuts a step: they hold, and without them the verdict might be another.
        """
        return self._explainer.decisive()

    @cached_property
    def pivots(self) -> Mapping[str, tuple[str, ...]]:
        """What each claim hangs on: the parts any one of which flips it, by its id.

        These are the counterpoints that would, if somebody answered them, and the
        premises that would, if they were no longer granted: make a claim stand that
        does not, or fall that does. The grounded labelling decides.
        """
        from argmap.evaluation.pivots import pivots  # noqa: PLC0415 - seldom wanted

        ids = self._network.ids
        found = pivots(self._network, self._grounded)
        return {
            ids[claim]: tuple(ids[each] for each in parts)
            for claim, parts in found.items()
            if claim not in self._network.excluded
        }

    @cached_property
    def without_each(self) -> Mapping[str, Mapping[str, Expectation]]:
        """What changes if one claim or argument is set aside, by the id of each.

        Each leads to the ids of the others whose verdict changes, and to that verdict:
        `stands`, `contested` or `rejected`. It is the verdict of `evaluate` with that
        one in `without`. The grounded labelling decides. Raises LimitError where strict
        steps make each of very many claims a case of its own.

        >>> from argmap import ArgumentMap, Claim, Counterpoint
        >>> claims = Claim("rose", "Rents rose."), Claim("fell", "The index fell.")
        >>> step = Counterpoint(["fell"], target="rose")
        >>> found = evaluate(ArgumentMap.of(*claims, step)).without_each
        >>> {each: dict(changes) for each, changes in found.items()}
        {'fell': {'rose': <Expectation.STANDS: 'stands'>}}
        """
        found: dict[str, dict[str, Expectation]] = {}
        for aside, part, then in self._asides():
            found.setdefault(aside, {})[part] = _OUTCOMES[then]
        return found

    @property
    def dependence(self) -> Mapping[str, Any] | None:
        """What verdicts follow from, as data for JSON, for programs in other languages.

        `numbers` has the number of each part, and all else goes by these. It is None
        where strict steps or preferences count, or the semantics is not the grounded
        one: then the parts that are set aside change what follows from what.

        >>> from argmap import ArgumentMap, Claim, Inference
        >>> claims = Claim("rose", "Rents rose."), Claim("cap", "Cap rents.")
        >>> step = Inference(["rose"], conclusion="cap")
        >>> found = evaluate(ArgumentMap.of(*claims, step)).dependence
        >>> found["numbers"]["cap"], found["pro"][1], found["pro"][2]
        (1, [2], [0])
        """
        from argmap.evaluation.asides import as_data  # noqa: PLC0415 - seldom wanted

        if self._network.made or self.semantics is not Semantics.GROUNDED:
            return None
        return {"numbers": self._numbers, **as_data(self._network)}

    def _asides(self) -> Iterator[tuple[str, str, Label]]:
        """Yield a part that is set aside, one that changes by that, and its label."""
        from argmap.evaluation.asides import without_each  # noqa: PLC0415 - seldom wanted

        judged = {
            each.id: self._numbers[each.id]
            for each in self.argument_map.propositions
            if each.id in self._numbers
        }
        if not self._network.made:
            named = defaultdict(list)
            for name, number in judged.items():
                named[number].append(name)
            changes = without_each(self._network, self._grounded.labels, named)
            for excluded, part, then in changes:
                for aside, other in product(named[excluded], named[part]):
                    yield aside, other, then
            return
        if len(judged) > _MOST_TRANSPOSED:
            msg = f"strict steps of more than {_MOST_TRANSPOSED} claims may transpose"
            raise LimitError(msg)
        for aside in judged:  # strict steps may transpose otherwise without it
            variant = self._again(without=(*self._without, aside))
            for other in filter(variant._numbers.__contains__, judged):  # noqa: SLF001 - of this class
                then = variant._grounded_label(other)  # noqa: SLF001 - likewise
                if then != self._grounded_label(other):
                    yield aside, other, then

    def _grounded_label(self, name: str) -> Label:
        return Label(self._grounded.labels[self._numbers[name]])

    def smallest_changes(
        self,
        claim: str | Claim | Argument,
        at_most: int = 2,
        *,
        only: Iterable[str | Judged] | None = None,
    ) -> tuple[tuple[str, ...], ...]:
        """Return the smallest sets of parts that together flip whether a claim stands.

        The parts are such as in `pivots`, at most so many in a set, and no set
        contains another: they defend a claim that has fallen, or fell one that stands.
        With `only` they are among these. Sets of less weight come first: a premise
        weighs its credence, a counterpoint its strength, both 1 by default. Raises
        UnknownPartError, and LimitError where too many would have to be tried.
        """
        from argmap.evaluation.pivots import (  # noqa: PLC0415 - seldom wanted
            smallest_changes,
        )

        found = smallest_changes(
            self._network,
            self._grounded,
            self._number(claim),
            only=None if only is None else {self._number(each) for each in only},
            at_most=at_most,
        )
        if found.searched is not None and found.searched < at_most:
            msg = f"there are too many sets of over {found.searched} changes to try all"
            raise LimitError(msg)
        ids, weigh = self._network.ids, self.weigh
        sets = sorted(map(sorted, found.one_by_one), key=lambda each: (len(each), each))
        sets.sort(key=lambda each: sum(map(weigh, each)))
        return tuple(tuple(ids[each] for each in parts) for parts in sets)

    def answer(
        self,
        *of: str | Claim | Argument,
        only: Iterable[str | Judged] | None = None,
    ) -> Answer:
        """Return what the map comes to: its thesis or roots, and what counts for them.

        Or what there is to say of some claims. With `only`, nothing else may change
        where it says what would flip them. Raises UnknownPartError.
        """
        from argmap.evaluation.answering import answer  # noqa: PLC0415 - seldom wanted

        may_change = None if only is None else {self._number(each) for each in only}
        named = [self.argument_map.part(values.id_of(each)).id for each in of]
        return answer(self, self._explainer, named, may_change)

    def weigh(self, change: int) -> float:
        """Return what a change weighs: a credence, or a strength."""
        credence = self._credences.get(change)
        return self._network.strengths[change] if credence is None else credence

    def premises_to_give_up(self, claim: str | Claim | Argument) -> tuple[str, ...]:
        """Return the premises of which whoever rejects a claim has to give up one.

        Those are claims from which it strictly follows, and it falls with each of them
        alone. There is none if something else speaks for the claim: then several fall
        together, if any, as in `smallest_changes`. Raises UnknownPartError.

        >>> from argmap import ArgumentMap, Claim, Inference
        >>> argument_map = ArgumentMap.of(
        ...     Claim("human", "Socrates is human."),
        ...     Claim("all-die", "All humans die."),
        ...     Claim("dies", "Socrates dies."),
        ...     Inference(["human", "all-die"], conclusion="dies", strict=True),
        ... )
        >>> evaluate(argument_map).premises_to_give_up("dies")
        ('human', 'all-die')
        """
        number = self._number(claim)
        found = self._explainer.premises_to_give_up(number)
        return tuple(self._network.ids[each] for each in found)

    def probabilities(
        self, *, samples: int = 10_000, seed: int = 0
    ) -> Mapping[str, Interval]:
        """Return how probable it is that each claim stands, by id.

        Claims that are granted are so with the probability that is their `credence`,
        each on its own; without one they are certain. With at most 20 uncertain claims
        the answer is exact. With more it is found in so many worlds drawn at random,
        and has its `confidence`; the same seed gives the same answer everywhere.
        Raises ValueError for less than one sample.
        """
        net = self._network
        found = probabilities(net, self._credences, samples=samples, seed=seed)
        return {
            net.ids[claim]: interval
            for claim, interval in found.items()
            if claim not in net.excluded and claim not in net.made
        }

    chances = probabilities
    """The former name of `probabilities`, which scripts may have."""

    @property
    def _credences(self) -> dict[int, float]:
        """The credences of claims that are not granted for the sake of argument."""
        return {
            number: each.credence
            for number, each in enumerate(self.argument_map.claims)
            if each.credence is not None and number not in self._network.assumed
        }

    @cached_property
    def unused_credences(self) -> tuple[str, ...]:
        """The ids of claims whose `credence` changes nothing: they are not granted.

        How probable they are follows from what is said for and against them. Degrees
        begin with their credence all the same.
        """
        net = self._network
        return tuple(
            net.ids[claim]
            for claim in self._credences
            if not net.presumptions[claim] and claim not in net.excluded
        )

    @cached_property
    def unused_preferences(self) -> Mapping[str, str]:
        """Why preferences cannot decide anything, in words, by their ids."""
        return unused_preferences(self.argument_map, self._network)

    @cached_property
    def inconsistencies(self) -> tuple[Inconsistency, ...]:
        """What cannot be true together of what stands and strictly follows from it."""
        net = self._network.as_given
        strict = strict_steps(self.argument_map, self._network)
        return tuple(inconsistencies(net, self._labelling, sorted(strict)))

    @cached_property
    def possible(self) -> frozenset[str]:
        """The ids of what stands in at least one labelling of the semantics."""
        labelling = self._labelling
        return frozenset(
            name
            for name, number in self._numbers.items()
            if labelling.labels[number] == Label.IN or number in labelling.possible
        )

    def labellings(
        self,
        semantics: Semantics | str | None = None,
        *,
        timeout: float | None = None,
        max_labellings: int | None = None,
    ) -> Iterator[Mapping[str, Label]]:
        """Iterate over the labellings of a semantics as they are found, by part id.

        It is the evaluation's own semantics if no other is named. Raises ValueError for
        one that there is not; LimitError, on the way, after `timeout` seconds and for
        more than `max_labellings`; and MissingExtraError where it needs clingo and that
        is not installed.
        """
        search = self._search(semantics, timeout, max_labellings)
        return (
            {name: Label(labels[each]) for name, each in self._numbers.items()}
            for labels in search.labellings()
        )

    def accepts(
        self,
        part: str | Judged,
        semantics: Semantics | str | None = None,
        *,
        credulously: bool = False,
        timeout: float | None = None,
    ) -> bool:
        """Return whether a part stands in all labellings of a semantics, or in some.

        It is what an evaluation of that semantics says (`verdict`, and `possible` for
        what is accepted credulously), but only what the part depends on is searched.
        Raises as `evaluate` does.

        >>> from argmap import ArgumentMap, Claim, Contradiction
        >>> evaluation = evaluate(
        ...     ArgumentMap.of(
        ...         Claim("war"),
        ...         Claim("peace"),
        ...         Contradiction(["war", "peace"]),
        ...     )
        ... )
        >>> evaluation.accepts("war", "preferred")
        False
        >>> evaluation.accepts("war", "preferred", credulously=True)
        True
        """
        number = self._number(part)
        search = self._search(semantics, timeout, None).about(number)
        return search.accepts(number, credulously=credulously)

    def _search(
        self,
        semantics: Semantics | str | None,
        timeout: float | None,
        max_labellings: int | None,
    ) -> "Search":
        from argmap.evaluation.labellings import Search  # noqa: PLC0415 - needs clingo

        semantics = Semantics(semantics or self.semantics)
        return Search(self._network, self._grounded, semantics, timeout, max_labellings)


def evaluate(
    argument_map: ArgumentMap,
    semantics: Semantics | str = Semantics.GROUNDED,
    *,
    standard: ProofStandard | str = ProofStandard.PREPONDERANCE,
    assume: Iterable[str | Claim | Argument] = (),
    without: Iterable[str | Excluded] = (),
    standpoint: str | None = None,
    timeout: float | None = None,
    max_labellings: int | None = None,
) -> Evaluation:
    """Return the verdicts on the parts of a map.

    A part stands if it is in in every labelling of the semantics. `standard` is the
    proof standard of claims that have none of their own. What is in `assume` is
    granted; what is in `without` is left out: steps and contradictions altogether,
    claims with all that speaks for them, reconstructed arguments with their last step.

    Who reports a view does not grant it. From the `standpoint` of a speaker, claims
    that only others hold are not granted by position: they need a reason. None is the
    author of the map, or "everyone" where it names none: then all is granted that
    anybody says.

    The grounded semantics needs no search. The others search what it leaves undecided,
    with clingo, for `timeout` seconds at most. Raises UnknownPartError;
    UnknownSpeakerError; ValueError for a semantics or standard that there is not;
    MissingExtraError, where clingo is needed and not installed; LimitError; and
    NoLabellingError.
    """
    require_map(argument_map, "evaluate")
    semantics = Semantics(semantics)
    assume, without = values.frozen_list(assume), values.frozen_list(without)
    with gc_paused():
        net = network(
            argument_map,
            standard=standard,
            assume=assume,
            without=without,
            standpoint=standpoint,
        )
        net = with_strict_steps(argument_map, net)
        grounded = label(net)
    labelling = grounded
    if semantics is not Semantics.GROUNDED:
        from argmap.evaluation.labellings import Search  # noqa: PLC0415 - needs clingo

        search = Search(net, grounded, semantics, timeout, max_labellings)
        labelling = search.common()
    again = partial(
        evaluate, argument_map, standard=standard, assume=assume, standpoint=standpoint
    )
    return Evaluation(argument_map, net, grounded, labelling, again, without)
