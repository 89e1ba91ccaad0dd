"""A claim as one map of a documentation shows it, and what maps say of each other's."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

import attrs

from argmap.formats import Document
from argmap.model import Argument, ArgumentMap, Claim, Verdict
from argmap.words import one_line, truncate

_Part = TypeVar("_Part", Claim, Argument)
_NOWHERE: Final = dict.fromkeys(("docname", "anchor", "place"), "")


class Shown(NamedTuple):
    """A claim in a document: its anchor there, what is said of it, where it stands.

    Only the first of a name in a document has an anchor. `speakers` are all who hold
    it, the first its own; `sections` the ids of those that it is in, the inner first.
    """

    name: str
    docname: str
    anchor: str
    place: str
    title: str
    text: str
    speaker: str
    speakers: tuple[str, ...]
    tags: tuple[str, ...]
    sections: tuple[str, ...]
    verdict: Verdict | None

    @classmethod
    def of(
        cls,
        part: Claim | Argument,
        argument_map: ArgumentMap,
        verdict: Verdict | None,
        **where: str,
    ) -> "Shown":
        """Return what a map says of a part; `where` is its docname, anchor, place."""
        speaker, speakers = "", tuple[str, ...]()
        if isinstance(part, Claim):
            speaker, speakers = part.speaker, argument_map.holders(part)
        return cls(
            name=part.id,
            title=part.title,
            text=part.text,
            speaker=speaker,
            speakers=speakers,
            tags=part.tags,
            sections=tuple(_sections(part, argument_map)),
            verdict=verdict,
            **where,
        )

    @property
    def called(self) -> str:
        """Its title, or else the beginning of its text."""
        return one_line(self.title) or truncate(one_line(self.text)) or self.name

    @property
    def words(self) -> str:
        """All that it says, with its title before it."""
        words = [one_line(self.title), one_line(self.text)]
        return ": ".join(filter(None, words)) or self.name

    @property
    def says(self) -> tuple[str, ...]:
        """Its title, its speaker and its text, each in one line."""
        return tuple(map(one_line, (self.title, self.speaker, self.text)))

    @property
    def is_mentioned(self) -> bool:
        """Whether it is only named here, and its text is for another map to say."""
        return not self.text.strip()

    def agrees_with(self, other: "Shown") -> bool:
        """Return whether both say the same, or one only names what the other says."""
        if not (self.is_mentioned or other.is_mentioned):
            return self.says == other.says
        pairs = zip(self.says[:2], other.says[:2], strict=True)
        return all(a.casefold() == b.casefold() for a, b in pairs if a and b)


def _sections(part: Claim | Argument, argument_map: ArgumentMap) -> Iterator[str]:
    section = argument_map.section_of(part)
    while section is not None:
        yield section.id
        section = argument_map.section(section.parent) if section.parent else None


def has_mentions(argument_map: ArgumentMap) -> bool:
    """Return whether a map names claims or arguments whose text it does not say."""
    return any(not each.text.strip() for each in argument_map.propositions)


def completed(document: Document, definitions: Mapping[str, Shown]) -> Document:
    """Return a document whose mentions say what another map says under their names."""
    view = document.view
    return attrs.evolve(
        document,
        argument_map=_completed(document.argument_map, definitions),
        view=view
        and attrs.evolve(view, argument_map=_completed(view.argument_map, definitions)),
    )


def _completed(
    argument_map: ArgumentMap, definitions: Mapping[str, Shown]
) -> ArgumentMap:
    def definition(part: Claim | Argument) -> Shown | None:
        found = definitions.get(part.id)
        own = Shown.of(part, argument_map, None, **_NOWHERE)
        return found if found and own.agrees_with(found) else None

    def say(part: _Part) -> _Part:
        found = None if part.text.strip() else definition(part)
        if found is None:
            return part
        title = part.title or found.title
        return attrs.evolve(part, text=found.text, title=title)

    def say_whose(claim: Claim) -> Claim:
        said = say(claim)
        if said is claim or said.speaker:
            return said
        return attrs.evolve(said, speaker=definitions[claim.id].speaker)

    return attrs.evolve(
        argument_map,
        claims=tuple(map(say_whose, argument_map.claims)),
        arguments=tuple(map(say, argument_map.arguments)),
    )
