"""Lookup of parts and sources by their ids.

Every index is made once, when first asked for, in time linear in the map; after
that a step from one part to the next costs no search.
"""

from functools import cached_property
from typing import Any, TypeVar, get_args

import attrs

from argmap.errors import UnknownPartError
from argmap.model import values
from argmap.model.parts import (
    Argument,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Part,
    Section,
    Step,
)
from argmap.model.pieces import Pieces
from argmap.model.sources import Source
from argmap.model.validation import noun_of
from argmap.suggestions import with_likely
from argmap.words import with_article

_Kind = TypeVar("_Kind")


@attrs.frozen(repr=False)
class Lookup(Pieces):
    """Pieces of which each is found by its id."""

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

    def named(self, words: str) -> Part:
        """Return the part with this id, or else the one with this title or text.

        Upper and lower case make no difference to a title. Raises UnknownPartError if
        there is none, and if there are several.

        >>> from argmap.model import ArgumentMap, Claim
        >>> ArgumentMap([Claim("c1", "Rents rose.")]).named("rents rose.").id
        'c1'
        """
        part = self.find_part(words)
        if part is not None:
            return part
        folded = words.casefold().strip()
        known = {each.id: _titles(each) for each in self.parts}
        found = [name for name, titles in known.items() if folded in titles]
        if len(found) > 1:
            msg = f"'{words}' may be {' or '.join(found)}: name one by its id"
            raise UnknownPartError(msg)
        if found:
            return self.part(found[0])
        msg = f"no part has the id or the title '{words}'"
        titles = (each for one in known.values() for each in one)
        raise UnknownPartError(with_likely(msg, words, [*known, *titles]))

    def __getitem__(self, part: str | Part) -> Part:
        """Return the part with this id; raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim
        >>> ArgumentMap([Claim("a", "Rents rose.")])["a"].text
        'Rents rose.'
        """
        return self.part(values.id_of(part))

    def __contains__(self, part: object) -> bool:
        """Return whether the map has a part with this id, or this very part.

        >>> from argmap.model import ArgumentMap, Claim
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

        >>> from argmap.model import ArgumentMap, Claim
        >>> ArgumentMap([Claim("rose", "Rents rose.")]).claim("rise")
        Traceback (most recent call last):
        ...
        argmap.errors.UnknownPartError: no part has the id 'rise'; did you mean 'rose'?
        """
        return self._of_kind(Claim, claim_id)

    def argument(self, argument_id: str) -> Argument:
        """Return the argument with this id; raises UnknownPartError.

        >>> from argmap.model import Argument, ArgumentMap
        >>> ArgumentMap(arguments=[Argument("supply", "Supply")]).argument("supply")
        Argument('supply', 'Supply')
        """
        return self._of_kind(Argument, argument_id)

    def proposition(self, proposition_id: str) -> Claim | Argument:
        """Return the claim or argument with this id; raises UnknownPartError.

        >>> from argmap.model import Argument, ArgumentMap
        >>> ArgumentMap(arguments=[Argument("supply")]).proposition("supply").name
        'supply'
        """
        part = self.find_part(proposition_id)
        if isinstance(part, Claim | Argument):
            return part
        raise self._unknown(proposition_id, Claim, Argument)

    def inference(self, inference_id: str) -> Inference:
        """Return the inference with this id; raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim
        >>> ArgumentMap([Claim("a")]).inference("a")
        Traceback (most recent call last):
        ...
        argmap.errors.UnknownPartError: 'a' is not an inference, it is a claim
        """
        return self._of_kind(Inference, inference_id)

    def counterpoint(self, counterpoint_id: str) -> Counterpoint:
        """Return the counterpoint with this id; raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim, Counterpoint
        >>> argument_map = ArgumentMap.of(Claim("a"), Counterpoint([], "a", id="doubt"))
        >>> argument_map.counterpoint("doubt").target
        'a'
        """
        return self._of_kind(Counterpoint, counterpoint_id)

    def step(self, step_id: str) -> Step:
        """Return the inference or counterpoint with this id; raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Claim, Counterpoint
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

        >>> from argmap.model import ArgumentMap, Claim, Contradiction
        >>> either = Contradiction(["a", "b"], id="either")
        >>> argument_map = ArgumentMap.of(Claim("a"), Claim("b"), either)
        >>> argument_map.contradiction("either").claims
        ('a', 'b')
        """
        return self._of_kind(Contradiction, contradiction_id)

    def section(self, section_id: str) -> Section:
        """Return the section with this id; raises UnknownPartError.

        >>> from argmap.model import ArgumentMap, Section
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


def _titles(part: Part) -> list[str]:
    """Return what somebody may call a part: its title and its text, case folded."""
    titles = (getattr(part, "title", ""), getattr(part, "text", ""))
    return [each.casefold().strip() for each in titles if each]
