"""Arguments without their steps: a reconstruction as one box that can be argued about.

So does Argdown draw maps: what leads to the premises of an argument leads to the
argument, and the argument leads to its conclusion.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from itertools import chain

import attrs

from argmap.model.argument_map import ArgumentMap
from argmap.model.parts import Claim, Counterpoint, Inference, Step
from argmap.model.values import Ids


def fold_arguments(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map in which reconstructed arguments have no steps.

    Claims that serve only one argument, and lead to nothing else, are left out.

    >>> from argmap.model import Argument
    >>> one = Inference(["a", "b"], conclusion="c", id="one")
    >>> two = Inference(["c", "d"], conclusion="e", id="two")
    >>> arguments = Argument("first", steps=["one"]), Argument("second", steps=["two"])
    >>> folded = fold_arguments(
    ...     ArgumentMap.of(*map(Claim, "abcde"), one, two, *arguments)
    ... )
    >>> [claim.id for claim in folded.claims]
    ['e']
    >>> [(*step.premises, step.conclusion) for step in folded.inferences]
    [(Premise('first'), 'second'), (Premise('second'), 'e')]
    """
    if not any(each.steps for each in argument_map.arguments):
        return argument_map
    return _Folding(argument_map).result()


@attrs.frozen
class _Folding:
    """The way from a map to one without the steps of its arguments."""

    argument_map: ArgumentMap

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """The argument of every step that is one of a reconstruction."""
        return {
            step: argument.id
            for argument in reversed(self.argument_map.arguments)
            for step in argument.steps
        }

    @cached_property
    def users(self) -> Mapping[str, tuple[str, ...]]:
        """The arguments by what they presuppose: premises that they do not infer."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for argument in self.argument_map.arguments:
            steps = [self.argument_map.inference(each) for each in argument.steps]
            concluded = {step.conclusion for step in steps}
            for premise in chain.from_iterable(step.premises for step in steps):
                if premise.claim not in concluded:
                    found[premise.claim][argument.id] = None
        return {claim: tuple(arguments) for claim, arguments in found.items()}

    @cached_property
    def conclusions(self) -> Mapping[str, str]:
        """What the last step of every reconstructed argument leads to."""
        return {
            argument.id: self.argument_map.inference(argument.steps[-1]).conclusion
            for argument in self.argument_map.arguments
            if argument.steps
        }

    @cached_property
    def makers(self) -> Counter[str]:
        """How many arguments have a claim as their last conclusion."""
        return Counter(self.conclusions.values())

    @cached_property
    def spoken_for(self) -> Mapping[str, str]:
        """The arguments that stand in for the claims that they conclude to.

        Such a claim has no title, and is otherwise a premise of plain steps alone.
        """
        return {
            claim: argument
            for argument, claim in self.conclusions.items()
            if self.makers[claim] == 1 and self._is_a_premise_only(claim)
        }

    def _is_a_premise_only(self, part_id: str) -> bool:
        """Return whether a claim is argued from, and nothing else is made of it."""
        claim = self.argument_map.find_part(part_id)
        if not isinstance(claim, Claim) or claim.title or part_id in self.users:
            return False
        links = {each.id for each in self.argument_map.links_of(claim)}
        plain = links - self.owners.keys()
        used = {
            step.id for step in self.argument_map.uses_of(claim) if step.end != part_id
        }
        is_thesis = part_id == self.argument_map.thesis
        return bool(plain) and not is_thesis and used >= plain

    def stays(self, claim: Claim) -> bool:
        """Return whether a claim does more than serve one argument."""
        if claim.id == self.argument_map.thesis:
            return True
        if claim.id in self.spoken_for:
            return False
        links = self.argument_map.links_of(claim)
        if not links or any(link.id not in self.owners for link in links):
            return True
        makers, users = self.makers[claim.id], len(self.users.get(claim.id, ()))
        return makers > 1 or users > 1 or (makers == 1 and not users)

    def result(self) -> ArgumentMap:
        whole = self.argument_map
        claims = tuple(filter(self.stays, whole.claims))
        inside = {each.id for each in whole.claims}.difference(
            each.id for each in claims
        )
        gone = inside | self.owners.keys()
        preferences = [
            each
            for each in whole.preferences
            if gone.isdisjoint((each.preferred, each.over))
        ]
        gone |= {each.id for each in whole.preferences if each not in preferences}
        steps = [self._aimed(each) for each in whole.steps if each.id not in gone]
        taken = Ids()
        for part in whole.parts:
            taken.take(part.id)
        new = [
            attrs.evolve(step, id=taken.take(step.id))
            for step in self._new_steps(inside)
        ]
        return attrs.evolve(
            whole,
            claims=claims,
            arguments=[attrs.evolve(each, steps=()) for each in whole.arguments],
            inferences=[
                *new,
                *(each for each in steps if isinstance(each, Inference)),
            ],
            counterpoints=[each for each in steps if isinstance(each, Counterpoint)],
            preferences=preferences,
            sections=[
                attrs.evolve(
                    each, members=[part for part in each.members if part not in gone]
                )
                for each in whole.sections
            ],
        )

    def _aimed(self, step: Step) -> Step:
        """Return a step with the argument for an end that is one of its steps."""
        end = self.owners.get(step.end, step.end)
        premises = [
            attrs.evolve(each, claim=self.spoken_for.get(each.claim, each.claim))
            for each in step.premises
        ]
        step = attrs.evolve(step, premises=premises)
        if isinstance(step, Counterpoint):
            return attrs.evolve(step, target=end)
        return attrs.evolve(step, conclusion=end)

    def _new_steps(self, inside: Container[str]) -> Iterator[Inference]:
        """Yield what leads from argument to argument, and from and to claims."""
        for argument, conclusion in self.conclusions.items():
            if conclusion in self.spoken_for:
                continue
            end = self.owners.get(conclusion, conclusion)
            ends = self.users.get(end, ()) if end in inside else (end,)
            yield from (Inference([argument], each) for each in ends)
        for claim, arguments in self.users.items():
            if claim not in inside:
                yield from (Inference([claim], each) for each in arguments)
