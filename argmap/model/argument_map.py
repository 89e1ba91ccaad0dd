"""The map itself: put together from pieces, and changed into other maps."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

import attrs

from argmap import display
from argmap.model import connections, values
from argmap.model.kinds import is_id
from argmap.model.neighbours import Neighbours
from argmap.model.nested import Argued, Asked, Headed, Nested, unfolded
from argmap.model.parts import (
    Argument,
    Claim,
    Part,
    Question,
    Rephrase,
    Step,
)
from argmap.model.pieces import FIELDS, by_field
from argmap.model.references import made_id_of, renamed, without_others
from argmap.model.sources import Source
from argmap.model.validation import Piece, noun_of
from argmap.words import counted


@attrs.frozen(repr=False)
class ArgumentMap(Neighbours):
    """Claims, what is inferred from them, and what is said against them.

    Raises InvalidMapError, which names every reference that does not hold, every
    id given twice, every part in two sections and every section inside itself.

    >>> from argmap.model import ArgumentMap, Claim, Inference
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

    @classmethod
    def of(
        cls,
        *pieces: Piece | Nested,
        title: str = "",
        author: str = "",
        thesis: str | Claim | None = None,
        data: Mapping[str, object] | None = None,
    ) -> "ArgumentMap":
        """Put a map together from its pieces, in any order.

        Pieces of one kind keep their order among themselves. What is `argued`, `asked`
        and `headed` is unfolded, and the first claim of these is the thesis if none is
        given, unless it is in a section.

        >>> from argmap.model import ArgumentMap, Claim, Counterpoint
        >>> ArgumentMap.of(Counterpoint([], target="a"), Claim("a", "A."))
        <ArgumentMap: 1 claim, 1 counterpoint>
        """
        kinds = (Argued, Asked, Headed)
        nested = [each for each in pieces if isinstance(each, kinds)]
        flat = [each for each in pieces if not isinstance(each, kinds)]
        if thesis is None and nested and isinstance(nested[0], Argued):
            thesis = nested[0].claim
        argued = dict.fromkeys(unfolded(*nested))
        fields = by_field([*argued, *(each for each in flat if each not in argued)])
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
    def heading(self) -> str:
        """What stands above it: its title, and the `status` that its data gives.

        >>> from argmap.model import ArgumentMap
        >>> ArgumentMap(title="ADR 7: queue", data={"status": "accepted"}).heading
        'ADR 7: queue (accepted)'
        """
        status = self.data.get("status")
        if not isinstance(status, str) or not status:
            return self.title
        return f"{self.title} ({status})" if self.title else f"Status: {status}"

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Who says something in the map, the author first, in the order of the map."""
        said = (
            [getattr(each, "speaker", ""), *(one.speaker for one in each.utterances)]
            for each in self.parts
            if isinstance(each, Claim | Question | Step | Rephrase)
        )
        names = dict.fromkeys([self.author, *chain.from_iterable(said)])
        return tuple(filter(None, names))

    def holders(self, claim: str | Claim) -> tuple[str, ...]:
        """Return who holds a claim: its speaker, and who asserts it or agrees.

        Where nobody does, it is the map's author, who is "" without a name. Who only
        reports or asks does not hold it. Raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim, Utterance
        >>> asked = Utterance("Bo", "asks")
        >>> closed = Claim("closed", speaker="Ada", utterances=[asked])
        >>> ArgumentMap([closed, Claim("open")], author="Cy").holders("closed")
        ('Ada',)
        """
        found = self.claim(values.id_of(claim))
        said = [
            each.speaker
            for each in found.utterances
            if each.act is None or each.act.holds
        ]
        holders = dict.fromkeys(filter(None, [found.speaker, *said]))
        return tuple(holders) or (self.author,)

    def with_parts(self, *pieces: Piece) -> "ArgumentMap":
        """Return the map with further pieces behind its own.

        A piece with the id of one that the map has takes that one's place.
        Raises InvalidMapError when the result is not a map.
        """
        by_id = {_key(each): each for each in self.pieces}
        by_id.update((_key(each), each) for each in pieces)
        return attrs.evolve(self, **by_field(by_id.values()))

    def rename(self, old: str | Part, new: str) -> "ArgumentMap":
        """Return the map with another id for a part, wherever the map names it.

        Ids that were made from the old one are made anew; `data` stays as it is.
        Raises UnknownPartError, and ValueError for a new id that is none or is taken.

        >>> from argmap.model import ArgumentMap, Claim, Inference
        >>> a, b = Claim("a"), Claim("b")
        >>> argument_map = ArgumentMap([a, b], [Inference([a], conclusion=b)])
        >>> argument_map.rename("a", "rents-rose").inferences[0].id
        'rents-rose-so-b'
        """
        part = self.part(values.id_of(old))
        if not is_id(new):
            msg = f"id must look like 'rent-control', not {new!r}"
            raise ValueError(msg)
        if new != part.id and new in self:
            msg = f"'{new}' is the id of {noun_of(self.part(new))} already"
            raise ValueError(msg)

        return self.renamed({part.id: new})

    def renamed(self, ids: Mapping[str, str]) -> "ArgumentMap":
        """Return the map with other ids, new by old, for several parts; see `rename`.

        Raises InvalidMapError for new ids that other parts have.
        """
        new = dict(ids)

        def new_id(part_id: str) -> str:
            return new.get(part_id, part_id)

        waiting = [*ids]
        while waiting:
            for link in self.links_of(waiting.pop()):
                made = made_id_of(renamed(link, new_id))
                is_made = link.id not in ids and link.id == made_id_of(link)
                if is_made and made != new_id(link.id) and made not in self:
                    new[link.id] = made
                    waiting.append(link.id)

        pieces = (renamed(each, new_id) for each in self.parts)
        thesis = None if self.thesis is None else new_id(self.thesis)
        return attrs.evolve(self, **by_field((*self.sources, *pieces)), thesis=thesis)

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
            **by_field((*self.pieces, *new)),
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

        >>> from argmap.model import ArgumentMap, Claim, Inference
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
            **by_field((*self.sources, *parts)),
            thesis=self.thesis if self.thesis and is_wanted(self.thesis) else None,
        )


def _key(piece: Piece) -> tuple[bool, str]:
    """Return what identifies a piece: sources have a name space of their own."""
    return isinstance(piece, Source), values.id_of(piece)
