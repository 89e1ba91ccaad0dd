"""Neighbours of parts: what leads to them, what they lead to, and the paths between."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from argmap.model import connections, values
from argmap.model.choices import AttackKind
from argmap.model.lookup import Lookup
from argmap.model.parts import (
    Argument,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Link,
    Part,
    Section,
    Step,
)
from argmap.model.references import named


@attrs.frozen(repr=False)
class Neighbours(Lookup):
    """Pieces, and from each the way to those that it is joined to."""

    @cached_property
    def _inferences_by_conclusion(self) -> dict[str, tuple[Inference, ...]]:
        return connections.grouped((each.conclusion, each) for each in self.inferences)

    def inferences_for(self, part: str | Part) -> tuple[Inference, ...]:
        """Return the inferences that conclude to the part: its reasons."""
        return self._inferences_by_conclusion.get(values.id_of(part), ())

    @cached_property
    def _counterpoints_by_target(self) -> dict[str, tuple[Counterpoint, ...]]:
        return connections.grouped((each.target, each) for each in self.counterpoints)

    def counterpoints_against(self, part: str | Part) -> tuple[Counterpoint, ...]:
        """Return the counterpoints against the part."""
        return self._counterpoints_by_target.get(values.id_of(part), ())

    @cached_property
    def _steps_by_premise(self) -> dict[str, tuple[Step, ...]]:
        return connections.grouped(
            (claim, step)
            for step in self.steps
            for claim in dict.fromkeys(premise.claim for premise in step.premises)
        )

    def uses_of(self, part: str | Claim | Argument) -> tuple[Step, ...]:
        """Return the inferences, then the counterpoints, with it as a premise."""
        return self._steps_by_premise.get(values.id_of(part), ())

    @cached_property
    def _contradictions_by_claim(self) -> dict[str, tuple[Contradiction, ...]]:
        return connections.grouped(
            (claim, each) for each in self.contradictions for claim in each.claims
        )

    def contradictions_of(self, part: str | Claim) -> tuple[Contradiction, ...]:
        """Return the contradictions that the claim is in."""
        return self._contradictions_by_claim.get(values.id_of(part), ())

    @cached_property
    def _links_by_id(self) -> dict[str, tuple[Link, ...]]:
        return connections.grouped(
            (name, link) for link in self.links for name in dict.fromkeys(named(link))
        )

    def links_of(self, part: str | Part) -> tuple[Link, ...]:
        """Return the steps, contradictions, questions, … that name the part."""
        return self._links_by_id.get(values.id_of(part), ())

    @cached_property
    def _arguments_by_step(self) -> dict[str, tuple[Argument, ...]]:
        return connections.grouped(
            (step, each)
            for each in self.arguments
            for step in dict.fromkeys(each.steps)
        )

    def arguments_with(self, step: str | Inference) -> tuple[Argument, ...]:
        """Return the arguments that the inference reconstructs."""
        return self._arguments_by_step.get(values.id_of(step), ())

    @cached_property
    def _sections_by_member(self) -> dict[str, Section]:
        return {
            member: section for section in self.sections for member in section.members
        }

    def section_of(self, part: str | Part) -> Section | None:
        """Return the section that the part is a member of, if any."""
        return self._sections_by_member.get(values.id_of(part))

    @cached_property
    def _sections_by_parent(self) -> dict[str | None, tuple[Section, ...]]:
        return connections.grouped((each.parent, each) for each in self.sections)

    def subsections(self, section: str | Section | None) -> tuple[Section, ...]:
        """Return the sections right inside one, or the outermost for None."""
        parent = None if section is None else values.id_of(section)
        return self._sections_by_parent.get(parent, ())

    @cached_property
    def leaves(self) -> tuple[Claim, ...]:
        """The claims that no inference concludes."""
        return tuple(
            each
            for each in self.claims
            if each.id not in self._inferences_by_conclusion
        )

    @cached_property
    def roots(self) -> tuple[Claim, ...]:
        """The claims that are a premise of nothing."""
        return tuple(
            each for each in self.claims if each.id not in self._steps_by_premise
        )

    def attack_kind(self, counterpoint: Counterpoint) -> AttackKind:
        """Return the kind of the counterpoint; it follows from its target."""
        target = self.part(counterpoint.target)
        if isinstance(target, Inference | Counterpoint):
            return AttackKind.UNDERCUTTING
        if self.inferences_for(target) or not self.counts_as_claim(target):
            return AttackKind.REBUTTING
        return AttackKind.UNDERMINING

    def counts_as_claim(self, part: str | Part) -> bool:
        """Return whether a part is a claim, or an argument that is only sketched.

        >>> from argmap.model import Argument, ArgumentMap, Claim
        >>> argument_map = ArgumentMap([Claim("a")], arguments=[Argument("supply")])
        >>> list(map(argument_map.counts_as_claim, ["a", "supply"]))
        [True, True]
        """
        found = self.part(values.id_of(part))
        return isinstance(found, Claim) or (
            isinstance(found, Argument) and not found.steps
        )

    @cached_property
    def _put_forward(self) -> dict[str, str]:
        propositions = {each.id for each in self.propositions}
        return connections.put_forward(self.arguments, self.inferences, propositions)

    def as_premise(self, part: str | Part) -> Part:
        """Return what a part is at work as a premise: mostly the part itself.

        A reconstructed argument puts forward the conclusion of its last step, and so
        on where that is such an argument again; the last step itself where it backs
        another step, and where arguments conclude to each other in a circle.

        >>> from argmap.model import Argument, ArgumentMap, Claim, Inference
        >>> argument_map = ArgumentMap.of(
        ...     Claim("a"), Claim("b"), Inference(["a"], conclusion="b", id="step"),
        ...     Argument("argument", steps=["step"]),
        ... )
        >>> argument_map.as_premise("argument").id, argument_map.as_end("argument").id
        ('b', 'step')
        """
        part_id = values.id_of(part)
        return self.part(self._put_forward.get(part_id, part_id))

    def as_end(self, part: str | Part) -> Part:
        """Return what a part is as a conclusion or target: mostly the part itself.

        What is for or against a reconstructed argument is so of its last step.
        """
        found = self.part(values.id_of(part))
        if isinstance(found, Argument) and found.steps:
            return self.part(found.steps[-1])
        return found

    def premises_of(self, part: str | Part) -> tuple[Claim | Argument, ...]:
        """Return the premises of a step, or of all inferences that conclude to a part.

        Each comes once. Raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim, Inference
        >>> argument_map = ArgumentMap(
        ...     [Claim("a"), Claim("b"), Claim("c")],
        ...     [Inference(["a"], conclusion="c"), Inference(["b"], conclusion="c")],
        ... )
        >>> [each.id for each in argument_map.premises_of("c")]
        ['a', 'b']
        """
        found = self.part(values.id_of(part))
        steps = (
            [found]
            if isinstance(found, Inference | Counterpoint)
            else self.inferences_for(found)
        )
        ids = dict.fromkeys(one.claim for step in steps for one in step.premises)
        return tuple(map(self.proposition, ids))

    def _moves(self) -> Iterable[tuple[str, str]]:
        return connections.moves(self.steps, self.as_premise, self.as_end)

    @cached_property
    def _parts_above(self) -> dict[str, tuple[str, ...]]:
        return connections.grouped(self._moves())

    def _above(self, part_id: str) -> tuple[str, ...]:
        return self._parts_above.get(part_id, ())

    @cached_property
    def _parts_below(self) -> dict[str, tuple[str, ...]]:
        return connections.grouped((end, start) for start, end in self._moves())

    def _below(self, part_id: str) -> tuple[str, ...]:
        return self._parts_below.get(part_id, ())

    def ancestors(self, part: str | Part) -> tuple[Part, ...]:
        """Return all that leads to a part, the nearest first, never the part itself.

        Premises lead to a step, and a step, be it for or against, leads to its end: so
        the ancestors of a claim are the steps that end in it, their premises, what
        ends in these steps and premises, and so on. A reconstructed argument has those
        of its last step, and counts as what it puts forward. Raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim, Inference
        >>> argument_map = ArgumentMap(
        ...     [Claim("a"), Claim("b"), Claim("c")],
        ...     [Inference(["a"], conclusion="b"), Inference(["b"], conclusion="c")],
        ... )
        >>> [each.id for each in argument_map.ancestors("c")]
        ['b-so-c', 'b', 'a-so-b', 'a']
        """
        end = self.as_end(part).id
        found = connections.reached([end], self._below)
        return tuple(map(self.part, found[1:]))

    def descendants(self, part: str | Part) -> tuple[Part, ...]:
        """Return all that a part leads to: the parts of which it is an ancestor.

        The nearest come first. A reconstructed argument leads to what its conclusion
        leads to. Raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim, Inference
        >>> argument_map = ArgumentMap(
        ...     [Claim("a"), Claim("b")], [Inference(["a"], conclusion="b")]
        ... )
        >>> [each.id for each in argument_map.descendants("a")]
        ['a-so-b', 'b']
        """
        start = self.as_premise(part).id
        found = connections.reached([start], self._above)
        return tuple(map(self.part, found[1:]))

    def paths(self, start: str | Part, end: str | Part) -> Iterator[tuple[str, ...]]:
        """Iterate over the paths from one part up to another, as ids with the steps.

        They are found one by one, and none visits a part twice. There can be more than
        anybody can count: 30 claims in a row, each with two reasons from the one
        before, have 2³⁰. The work for each is at most linear in what is between both
        ends, so take as many as you need with `itertools.islice`. Raises
        UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim, Inference
        >>> argument_map = ArgumentMap(
        ...     [Claim("a"), Claim("b"), Claim("c")],
        ...     [Inference(["a"], conclusion="b"), Inference(["b"], conclusion="c")],
        ... )
        >>> list(argument_map.paths("a", "c"))
        [('a', 'a-so-b', 'b', 'b-so-c', 'c')]
        """
        first, last = self.as_premise(start).id, self.as_end(end).id
        below = connections.reached([last], self._below)
        between = set(connections.reached([first], self._above)).intersection(below)
        return connections.simple_paths(
            first,
            last,
            lambda part_id: [each for each in self._above(part_id) if each in between],
        )
