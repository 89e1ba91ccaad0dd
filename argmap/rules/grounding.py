"""A rule on what a text draws between arguments, which these have to bear out."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from typing import TypeAlias

import attrs

from argmap.diagnostics import Severity
from argmap.formats.document import Reconstruction, Relation, Relations
from argmap.rules.rule import Finding, rule_on_relations

_Said: TypeAlias = tuple[str, str, bool]
"""That a claim speaks for or against another, in so many words."""


@attrs.frozen
class Known:
    """What is said of arguments and between claims, in one text or in several."""

    reconstructions: Mapping[str, Reconstruction]
    said: AbstractSet[_Said]

    def bears_out(self, relation: Relation) -> bool:
        """Return whether claims of both ends bear a relation out, or may still do so.

        What is not reconstructed may come to anything.
        """
        sources = self._claims(relation.source, is_source=True)
        targets = self._claims(relation.target, is_source=False)
        if _is_between_claims(relation) or not sources or not targets:
            return True
        is_used = relation.is_reason and not sources.isdisjoint(targets)
        return is_used or any(
            (source, target, relation.is_reason) in self.said
            for source in sources
            for target in targets
        )

    def _claims(self, title: str, *, is_source: bool) -> AbstractSet[str]:
        """Return the claims that an end of a relation can stand for."""
        if title.startswith("["):
            return {title}
        found = self.reconstructions.get(title)
        if found is None:
            return set()
        return {found.conclusion} | (set() if is_source else found.premises)


def _is_between_claims(relation: Relation) -> bool:
    return relation.source.startswith("[") and relation.target.startswith("[")


def known_together(texts: Sequence[Relations]) -> Iterator[tuple[Relations, Known]]:
    """Yield each text's relations, and what is known of them by all texts together.

    A title means the same in all of them; of several reconstructions the text's own
    counts, or else the first.
    """
    own = [_of_text(each, number) for number, each in enumerate(texts)]
    said = {
        (each.source, each.target, each.is_reason)
        for text in own
        for each in text.written
        if _is_between_claims(each)
    }
    everywhere: dict[str, Reconstruction] = {}
    for text in reversed(own):
        everywhere |= text.reconstructions
    for text in own:
        known = ChainMap(dict(text.reconstructions), everywhere)
        yield text, Known(known, said)


def _of_text(text: Relations, number: int) -> Relations:
    """Return relations in which what has no title is that of this text alone."""

    def own(title: str) -> str:
        return title.replace("\n", f"\n{number} ")

    written = [
        attrs.evolve(each, source=own(each.source), target=own(each.target))
        for each in text.written
    ]
    return Relations(
        tuple(written),
        {
            title: Reconstruction(
                frozenset(map(own, each.premises)), own(each.conclusion)
            )
            for title, each in text.reconstructions.items()
        },
    )


@rule_on_relations(Severity.WARNING)
def ungrounded_relation(written: Iterable[Relation], known: Known) -> Iterator[Finding]:
    """Find reasons and objections that no reconstruction bears out.

    An argument that is reconstructed is a reason for what it concludes, and for what
    starts from its conclusion. It is an objection to what its conclusion is said to
    speak against. A relation that is drawn to anything else says more than the
    arguments do: let the argument conclude that claim, relate the claims themselves, or
    take the relation out. In several files the same title means the same part. An
    argument that is not reconstructed yet may still bear the relation out.
    """
    for each in written:
        if not known.bears_out(each):
            what = "a reason for" if each.is_reason else "an objection to"
            yield Finding(
                None,
                f"{_called(each.source)} is drawn as {what} {_called(each.target)},"
                f" and no reconstruction bears that out",
                "let a conclusion and a premise be the same claim, or relate the two"
                if each.is_reason
                else "say between claims which one speaks against which",
                span=each.span,
            )


def _called(title: str) -> str:
    return "an untitled claim" if "\n" in title else title
