"""The map itself: its parts, checked to hold together, and the ways through it.

Every index is made once, when first asked for, in time linear in the map; after
that a step from one part to the next costs no search.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar, get_args

import attrs

from argmap import display
from argmap.errors import InvalidMapError, UnknownPartError
from argmap.model import connections, kinds, values
from argmap.model.choices import AttackKind
from argmap.model.kinds import (
    ListOf,
    Nested,
    about,
    is_id,
    kind_of,
    list_of,
    maybe,
    nested,
)
from argmap.model.nested import Argued, unfolded
from argmap.model.parts import (
    Argument,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Link,
    Part,
    Preference,
    Question,
    Rephrase,
    Section,
    Step,
)
from argmap.model.references import named, renamed, without_others
from argmap.model.sources import Source
from argmap.model.validation import Piece, find_faults, noun_of
from argmap.suggestions import with_likely
from argmap.words import counted, with_article

_Kind = TypeVar("_Kind")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def _claims(pieces: Iterable[Claim]) -> tuple[Claim, ...]:
    return values.frozen_list(pieces)


def _inferences(pieces: Iterable[Inference]) -> tuple[Inference, ...]:
    return values.frozen_list(pieces)


def _counterpoints(pieces: Iterable[Counterpoint]) -> tuple[Counterpoint, ...]:
    return values.frozen_list(pieces)


def _contradictions(pieces: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    return values.frozen_list(pieces)


def _arguments(pieces: Iterable[Argument]) -> tuple[Argument, ...]:
    return values.frozen_list(pieces)


def _questions(pieces: Iterable[Question]) -> tuple[Question, ...]:
    return values.frozen_list(pieces)


def _rephrases(pieces: Iterable[Rephrase]) -> tuple[Rephrase, ...]:
    return values.frozen_list(pieces)


def _preferences(pieces: Iterable[Preference]) -> tuple[Preference, ...]:
    return values.frozen_list(pieces)


def _sections(pieces: Iterable[Section]) -> tuple[Section, ...]:
    return values.frozen_list(pieces)


def _sources(pieces: Iterable[Source]) -> tuple[Source, ...]:
    return values.frozen_list(pieces)


def _thesis(claim: str | Claim | None) -> str | None:
    return None if claim is None else values.id_of(claim)


@attrs.frozen(repr=False)
class ArgumentMap:
    """Claims, what is inferred from them, and what is said against them.

    Raises InvalidMapError, which names every reference that does not hold, every
    id given twice, every part in two sections and every section inside itself.

    >>> rents_rose = Claim("rents-rose", "Rents rose by a third.")
    >>> rent_is_high = Claim("rent-is-high", "Rents are too high.")
    >>> argument_map = ArgumentMap(
    ...     [rents_rose, rent_is_high],
    ...     [Inference([rents_rose], conclusion=rent_is_high)],
    ...     title="Rents",
    ... )
    >>> argument_map
    <ArgumentMap 'Rents': 2 claims, 1 inference>
    >>> [claim.id for claim in argument_map.roots]
    ['rent-is-high']
    """

    claims: tuple[Claim, ...] = attrs.field(
        default=(),
        converter=_claims,
        validator=list_of(nested(Claim)),
        metadata=about("Its claims."),
    )
    inferences: tuple[Inference, ...] = attrs.field(
        default=(),
        converter=_inferences,
        validator=list_of(nested(Inference)),
        metadata=about("Its inferences."),
    )
    counterpoints: tuple[Counterpoint, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_counterpoints,
        validator=list_of(nested(Counterpoint)),
        metadata=about("Its counterpoints."),
    )
    contradictions: tuple[Contradiction, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_contradictions,
        validator=list_of(nested(Contradiction)),
        metadata=about("Its contradictions."),
    )
    arguments: tuple[Argument, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_arguments,
        validator=list_of(nested(Argument)),
        metadata=about("Its arguments."),
    )
    questions: tuple[Question, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_questions,
        validator=list_of(nested(Question)),
        metadata=about("Its questions.", since=2),
    )
    rephrases: tuple[Rephrase, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_rephrases,
        validator=list_of(nested(Rephrase)),
        metadata=about("Its rephrases.", since=2),
    )
    preferences: tuple[Preference, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_preferences,
        validator=list_of(nested(Preference)),
        metadata=about("Its preferences.", since=2),
    )
    sections: tuple[Section, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_sections,
        validator=list_of(nested(Section)),
        metadata=about("Its sections."),
    )
    sources: tuple[Source, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_sources,
        validator=list_of(nested(Source)),
        metadata=about("Its sources."),
    )
    title: str = attrs.field(
        default="", kw_only=True, validator=kinds.text, metadata=about("Its title.")
    )
    author: str = attrs.field(
        default="",
        kw_only=True,
        validator=kinds.text,
        metadata=about("Whose claims are those without a speaker.", since=2),
    )
    thesis: str | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_thesis,
        validator=maybe(kinds.identifier),
        metadata=about("The id of the claim it is about."),
    )
    data: values.Data = attrs.field(
        default=values.EMPTY,
        kw_only=True,
        converter=values.frozen_data,
        metadata=about(
            "Free data; argmap keeps it and does not look at it.", kind=kinds.DATA
        ),
    )

    def __attrs_post_init__(self) -> None:
        """Check that the parts hold together."""
        faults = tuple(find_faults([*self.pieces], self.thesis))
        if faults:
            raise InvalidMapError(faults)

    @classmethod
    def of(
        cls,
        *pieces: Piece | Argued,
        title: str = "",
        author: str = "",
        thesis: str | Claim | None = None,
        data: Mapping[str, object] | None = None,
    ) -> "ArgumentMap":
        """Put a map together from its pieces, in any order.

        Pieces of one kind keep their order among themselves. What is `argued` is
        unfolded, and the first such claim is the thesis if none is given.

        >>> ArgumentMap.of(Counterpoint([], target="a"), Claim("a", "A."))
        <ArgumentMap: 1 claim, 1 counterpoint>
        """
        nested = [each for each in pieces if isinstance(each, Argued)]
        flat = [each for each in pieces if not isinstance(each, Argued)]
        if nested and thesis is None:
            thesis = nested[0].claim
        argued = dict.fromkeys(unfolded(*nested))
        fields = _by_field([*argued, *(each for each in flat if each not in argued)])
        return cls(**fields, title=title, author=author, thesis=thesis, data=data)

    def __repr__(self) -> str:
        """Return its title and what it counts, never its parts."""
        counts = ", ".join(
            counted(len(pieces), name.removesuffix("s"))
            for name in FIELDS.values()
            if (pieces := getattr(self, name))
        )
        title = f" {self.title!r}" if self.title else ""
        return f"<ArgumentMap{title}: {counts or 'empty'}>"

    def _repr_mimebundle_(self, **_: object) -> display.Bundle:
        """Return what a notebook shows."""
        return display.show(self)

    @property
    def parts(self) -> Iterator[Part]:
        """All parts: claims, arguments, steps, contradictions, …, sections last."""
        yield from self.propositions
        yield from self.links
        yield from self.sections

    @property
    def propositions(self) -> Iterator[Claim | Argument]:
        """What can be a premise or the thesis: all claims, then all arguments."""
        yield from self.claims
        yield from self.arguments

    @property
    def steps(self) -> Iterator[Step]:
        """All inferences, then all counterpoints."""
        yield from self.inferences
        yield from self.counterpoints

    @cached_property
    def _parts_by_id(self) -> dict[str, Part]:
        return {part.id: part for part in self.parts}

    def find_part(self, part_id: str) -> Part | None:
        """Return the part with this id, or None."""
        return self._parts_by_id.get(part_id)

    def part(self, part_id: str) -> Part:
        """Return the part with this id; raises UnknownPartError."""
        part = self.find_part(part_id)
        if part is None:
            raise self._unknown(part_id, *get_args(Part))
        return part

    def __getitem__(self, part: str | Part) -> Part:
        """Return the part with this id; raises UnknownPartError.

        >>> ArgumentMap([Claim("a", "Rents rose.")])["a"].text
        'Rents rose.'
        """
        return self.part(values.id_of(part))

    def __contains__(self, part: object) -> bool:
        """Return whether the map has a part with this id, or this very part.

        >>> argument_map = ArgumentMap([Claim("a", "Rents rose.")])
        >>> "a" in argument_map, "b" in argument_map, Claim("a") in argument_map
        (True, False, False)
        """
        if isinstance(part, str):
            return part in self._parts_by_id
        return isinstance(part, Part) and self.find_part(part.id) == part

    __iter__ = None  # else Python asks for the parts 0, 1, 2 …

    def claim(self, claim_id: str) -> Claim:
        """Return the claim with this id; raises UnknownPartError.

        >>> ArgumentMap([Claim("rose", "Rents rose.")]).claim("rise")
        Traceback (most recent call last):
        ...
        argmap.errors.UnknownPartError: no part has the id 'rise'; did you mean 'rose'?
        """
        return self._of_kind(Claim, claim_id)

    def argument(self, argument_id: str) -> Argument:
        """Return the argument with this id; raises UnknownPartError.

        >>> ArgumentMap(arguments=[Argument("supply", "Supply")]).argument("supply")
        Argument('supply', 'Supply')
        """
        return self._of_kind(Argument, argument_id)

    def proposition(self, proposition_id: str) -> Claim | Argument:
        """Return the claim or argument with this id; raises UnknownPartError.

        >>> ArgumentMap(arguments=[Argument("supply")]).proposition("supply").name
        'supply'
        """
        part = self.find_part(proposition_id)
        if isinstance(part, Claim | Argument):
            return part
        raise self._unknown(proposition_id, Claim, Argument)

    def inference(self, inference_id: str) -> Inference:
        """Return the inference with this id; raises UnknownPartError.

        >>> ArgumentMap([Claim("a")]).inference("a")
        Traceback (most recent call last):
        ...
        argmap.errors.UnknownPartError: 'a' is not an inference, it is a claim
        """
        return self._of_kind(Inference, inference_id)

    def counterpoint(self, counterpoint_id: str) -> Counterpoint:
        """Return the counterpoint with this id; raises UnknownPartError.

        >>> argument_map = ArgumentMap.of(Claim("a"), Counterpoint([], "a", id="doubt"))
        >>> argument_map.counterpoint("doubt").target
        'a'
        """
        return self._of_kind(Counterpoint, counterpoint_id)

    def step(self, step_id: str) -> Step:
        """Return the inference or counterpoint with this id; raises UnknownPartError.

        >>> argument_map = ArgumentMap.of(Claim("a"), Counterpoint([], "a", id="doubt"))
        >>> argument_map.step("doubt").end
        'a'
        """
        part = self.find_part(step_id)
        if isinstance(part, Inference | Counterpoint):
            return part
        raise self._unknown(step_id, Inference, Counterpoint)

    def contradiction(self, contradiction_id: str) -> Contradiction:
        """Return the contradiction with this id; raises UnknownPartError.

        >>> either = Contradiction(["a", "b"], id="either")
        >>> argument_map = ArgumentMap.of(Claim("a"), Claim("b"), either)
        >>> argument_map.contradiction("either").claims
        ('a', 'b')
        """
        return self._of_kind(Contradiction, contradiction_id)

    def section(self, section_id: str) -> Section:
        """Return the section with this id; raises UnknownPartError.

        >>> ArgumentMap(sections=[Section("facts", "The facts")]).section("facts").title
        'The facts'
        """
        return self._of_kind(Section, section_id)

    def _of_kind(self, kind: type[_Kind], part_id: str) -> _Kind:
        part = self.find_part(part_id)
        if isinstance(part, kind):
            return part
        raise self._unknown(part_id, kind)

    def _unknown(self, part_id: str, *kinds: type[Any]) -> UnknownPartError:
        """Return the error for an id that no part of these kinds has."""
        part = self.find_part(part_id)
        msg = f"no part has the id '{part_id}'"
        if part is not None:
            nouns = " or ".join(each.__name__.lower() for each in kinds)
            msg = f"'{part_id}' is not {with_article(nouns)}, it is {noun_of(part)}"
        known = (each.id for each in self.parts if isinstance(each, kinds))
        return UnknownPartError(with_likely(msg, part_id, known))

    def find_source(self, source_id: str) -> Source | None:
        """Return the source with this id, or None."""
        return self._sources_by_id.get(source_id)

    def source(self, source_id: str) -> Source:
        """Return the source with this id; raises UnknownPartError."""
        source = self._sources_by_id.get(source_id)
        if source is None:
            msg = f"no source has the id '{source_id}'"
            raise UnknownPartError(with_likely(msg, source_id, self._sources_by_id))
        return source

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _inferences_by_conclusion(self) -> dict[str, tuple[Inference, ...]]:
        return _grouped((each.conclusion, each) for each in self.inferences)

    def inferences_for(self, part: str | Part) -> tuple[Inference, ...]:
        """Return the inferences that conclude to the part: its reasons."""
        return self._inferences_by_conclusion.get(values.id_of(part), ())

    @cached_property
    def _counterpoints_by_target(self) -> dict[str, tuple[Counterpoint, ...]]:
        return _grouped((each.target, each) for each in self.counterpoints)

    def counterpoints_against(self, part: str | Part) -> tuple[Counterpoint, ...]:
        """Return the counterpoints that strike the part."""
        return self._counterpoints_by_target.get(values.id_of(part), ())

    @cached_property
    def _steps_by_premise(self) -> dict[str, tuple[Step, ...]]:
        return _grouped(
            (claim, step)
            for step in self.steps
            for claim in dict.fromkeys(premise.claim for premise in step.premises)
        )

    def uses_of(self, part: str | Claim | Argument) -> tuple[Step, ...]:
        """Return the inferences, then the counterpoints, with it as a premise."""
        return self._steps_by_premise.get(values.id_of(part), ())

    @cached_property
    def _contradictions_by_claim(self) -> dict[str, tuple[Contradiction, ...]]:
        return _grouped(
            (claim, each) for each in self.contradictions for claim in each.claims
        )

    def contradictions_of(self, part: str | Claim) -> tuple[Contradiction, ...]:
        """Return the contradictions that the claim is in."""
        return self._contradictions_by_claim.get(values.id_of(part), ())

    @property
    def links(self) -> Iterator[Link]:
        """All that joins parts: steps, contradictions, questions and the others."""
        yield from self.steps
        yield from self.contradictions
        yield from self.questions
        yield from self.rephrases
        yield from self.preferences

    @cached_property
    def _links_by_id(self) -> dict[str, tuple[Link, ...]]:
        return _grouped(
            (name, link) for link in self.links for name in dict.fromkeys(named(link))
        )

    def links_of(self, part: str | Part) -> tuple[Link, ...]:
        """Return the steps, contradictions, questions, … that name the part."""
        return self._links_by_id.get(values.id_of(part), ())

    @cached_property
    def _arguments_by_step(self) -> dict[str, tuple[Argument, ...]]:
        return _grouped(
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
        return _grouped((each.parent, each) for each in self.sections)

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
        """Return what the counterpoint strikes; it follows from its target."""
        target = self.part(counterpoint.target)
        if isinstance(target, Inference | Counterpoint):
            return AttackKind.UNDERCUTTING
        if self.inferences_for(target) or not self.counts_as_claim(target):
            return AttackKind.REBUTTING
        return AttackKind.UNDERMINING

    def counts_as_claim(self, part: str | Part) -> bool:
        """Return whether a part is a claim, or an argument that is only sketched.

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

        What strikes or backs a reconstructed argument strikes or backs its last step.
        """
        found = self.part(values.id_of(part))
        if isinstance(found, Argument) and found.steps:
            return self.part(found.steps[-1])
        return found

    def premises_of(self, part: str | Part) -> tuple[Claim | Argument, ...]:
        """Return the premises of a step, or of all inferences that conclude to a part.

        Each comes once. Raises UnknownPartError.

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
        return _grouped(self._moves())

    def _above(self, part_id: str) -> tuple[str, ...]:
        return self._parts_above.get(part_id, ())

    @cached_property
    def _parts_below(self) -> dict[str, tuple[str, ...]]:
        return _grouped((end, start) for start, end in self._moves())

    def _below(self, part_id: str) -> tuple[str, ...]:
        return self._parts_below.get(part_id, ())

    def ancestors(self, part: str | Part) -> tuple[Part, ...]:
        """Return all that leads to a part, the nearest first, never the part itself.

        Premises lead to a step, and a step, be it for or against, leads to its end: so
        the ancestors of a claim are the steps that end in it, their premises, what
        ends in these steps and premises, and so on. A reconstructed argument has those
        of its last step, and counts as what it puts forward. Raises UnknownPartError.

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

    @property
    def pieces(self) -> Iterator[Piece]:
        """All sources, then all parts."""
        yield from self.sources
        yield from self.parts

    def with_parts(self, *pieces: Piece) -> "ArgumentMap":
        """Return the map with further pieces behind its own.

        A piece with the id of one that the map has takes that one's place.
        Raises InvalidMapError when the result is not a map.
        """
        by_id = {_key(each): each for each in self.pieces}
        by_id.update((_key(each), each) for each in pieces)
        return attrs.evolve(self, **_by_field(by_id.values()))

    def rename(self, old: str | Part, new: str) -> "ArgumentMap":
        """Return the map with another id for a part, wherever the map names it.

        Ids that were made from the old one, and `data`, stay as they are. Raises
        UnknownPartError, and ValueError for a new id that is none or is taken.

        >>> a, b = Claim("a"), Claim("b")
        >>> argument_map = ArgumentMap([a, b], [Inference([a], conclusion=b)])
        >>> argument_map.rename("a", "rents-rose").inferences
        (Inference(['rents-rose'], 'b', id='a-so-b'),)
        """
        part = self.part(values.id_of(old))
        if not is_id(new):
            msg = f"id must look like 'rent-control', not {new!r}"
            raise ValueError(msg)
        if new != part.id and new in self:
            msg = f"'{new}' is the id of {noun_of(self.part(new))} already"
            raise ValueError(msg)

        def new_id(part_id: str) -> str:
            return new if part_id == part.id else part_id

        pieces = (renamed(each, new_id) for each in self.parts)
        thesis = None if self.thesis is None else new_id(self.thesis)
        return attrs.evolve(self, **_by_field((*self.sources, *pieces)), thesis=thesis)

    def without(self, *parts: str | Part) -> "ArgumentMap":
        """Return the map without these parts and what cannot be without them.

        A step goes with any of its premises, its conclusion or its target, and a
        contradiction with any of its claims. What is in a section or reconstructs
        an argument stays when that goes. Raises UnknownPartError for an id that is
        not there.
        """
        return self._without(self.part(values.id_of(part)).id for part in parts)

    def _without(
        self, parts: Iterable[str], breakable: Container[str] = ()
    ) -> "ArgumentMap":
        """Leave parts out.

        A breakable argument goes with any of its steps, such a question with any of
        its answers.
        """

        def dependents(part_id: str) -> Iterator[str]:
            for link in self.links_of(part_id):
                if not isinstance(link, Question) or link.id in breakable:
                    yield link.id
            for argument in self.arguments_with(part_id):
                if argument.id in breakable:
                    yield argument.id

        gone = set(connections.reached(parts, dependents))
        return self._restricted(lambda part_id: part_id not in gone)

    def __or__(self, other: "ArgumentMap") -> "ArgumentMap":
        """Return both maps as one; pieces that both have must be equal.

        Title, author, thesis and data are the left one's where it has them. Raises
        InvalidMapError when two different pieces have one id.
        """
        if not isinstance(other, ArgumentMap):
            return NotImplemented
        own = {_key(each): each for each in self.pieces}
        new = [each for each in other.pieces if own.get(_key(each)) != each]
        return attrs.evolve(
            self,
            **_by_field((*self.pieces, *new)),
            title=self.title or other.title,
            author=self.author or other.author,
            thesis=self.thesis or other.thesis,
            data=self.data or other.data,
        )

    def restricted_to(self, parts: Iterable[str | Part]) -> "ArgumentMap":
        """Return the map with these claims and arguments, and the steps among them.

        A reconstructed argument comes along if all its steps do and one of them
        names a part that stays, a question if all its answers do. Raises
        UnknownPartError for an id that is not there.

        >>> argument_map = ArgumentMap.of(
        ...     Claim("a"), Claim("b"), Claim("c"),
        ...     Inference(["a"], conclusion="b"), Inference(["b"], conclusion="c"),
        ... )
        >>> argument_map.restricted_to(["a", "b"])
        <ArgumentMap: 2 claims, 1 inference>
        """
        named = {self.part(values.id_of(part)).id for part in parts}
        others = [each for each in self.propositions if each.id not in named]
        whole = {
            each.id
            for each in others
            if isinstance(each, Argument)
            and not named.isdisjoint(self._named_by_steps(each))
        }
        return self._without(
            (each.id for each in others if each.id not in whole),
            breakable=whole | {each.id for each in self.questions},
        )

    def _named_by_steps(self, argument: Argument) -> Iterator[str]:
        for step_id in argument.steps:
            step = self.inference(step_id)
            yield step.conclusion
            yield from (premise.claim for premise in step.premises)

    def _restricted(self, is_wanted: Callable[[str], bool]) -> "ArgumentMap":
        parts = [
            without_others(each, is_wanted) for each in self.parts if is_wanted(each.id)
        ]
        return attrs.evolve(
            self,
            **_by_field((*self.sources, *parts)),
            thesis=self.thesis if self.thesis and is_wanted(self.thesis) else None,
        )


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, tuple[_Value, ...]]:
    groups: dict[_Key, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in groups.items()}


def _fields_by_class() -> Iterator[tuple[type, str]]:
    for field in attrs.fields(ArgumentMap):
        kind = kind_of(field)
        if isinstance(kind, ListOf) and isinstance(kind.item, Nested):
            yield kind.item.make, field.name


FIELDS: dict[type, str] = dict(_fields_by_class())
"""The field of a map that holds pieces of a class."""


def _by_field(pieces: Iterable[Piece]) -> dict[str, Any]:
    fields: dict[str, list[Piece]] = {field: [] for field in FIELDS.values()}
    for piece in pieces:
        field = FIELDS.get(type(piece))
        if field is None:
            msg = f"a map is made of parts and sources, not {piece!r}"
            raise ValueError(msg)
        fields[field].append(piece)
    return fields


def _key(piece: Piece) -> tuple[bool, str]:
    """Return what identifies a piece: sources have a name space of their own."""
    return isinstance(piece, Source), values.id_of(piece)
