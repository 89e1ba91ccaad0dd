"""Maps as lists of edges in a table: a row for each premise of each step.

Claims stand in the order of the map: where an edge would mention one too early, those
before it have rows of their own. Such a table is read without a declaration.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, TypeAlias

from argmap.formats.declared.declaration import Declaration
from argmap.formats.declared.paths import found
from argmap.formats.located import Node
from argmap.formats.nodes import Meaning
from argmap.model import (
    ArgumentMap,
    Contradiction,
    Counterpoint,
    Inference,
    Link,
    Preference,
    Question,
    Rephrase,
)

_Row: TypeAlias = tuple[str, str, str, str, str]
"""The step, where it begins, its relation, where it ends, and its strength."""

HEADER: Final = (
    *("step", "source", "source_text", "relation", "target", "target_text"),
    "strength",
)
DECLARED: Final = Declaration(
    edges="[*]",
    edge_id="step",
    edge_source="source",
    edge_source_text="source_text",
    edge_relation="relation",
    edge_target="target",
    edge_target_text="target_text",
    edge_strength="strength",
)
"""Where things are in a table that was written here."""
_TEXTS: Final = ("source_text", "target_text")
_FORMULA: Final = re.compile(r"'*[=+@\t\r-]")
"""What a spreadsheet would take for a formula, behind apostrophes of our own."""


def is_own(text: str) -> bool:
    """Return whether a table has the header of one that was written here."""
    line = text.removeprefix("\ufeff").partition("\n")[0].rstrip("\r")
    return line in {",".join(HEADER), "\t".join(HEADER)}


def unguard(root: Node) -> None:
    """Take off the apostrophes that keep texts from being formulas."""
    for _, cell in chain.from_iterable(found(root, (None, each)) for each in _TEXTS):
        if isinstance(cell.value, str) and cell.value.startswith("'"):
            is_guarded = _FORMULA.match(cell.value)
            cell.value = cell.value[1:] if is_guarded else cell.value


def edge_list(argument_map: ArgumentMap, delimiter: str = ",") -> str:
    r"""Return a map as a table of its edges, as far as it can be one.

    >>> from argmap.model import Claim
    >>> rose, high = Claim("rose", "Rents rose."), Claim("high", "Rents are high.")
    >>> argument_map = ArgumentMap([rose, high], [Inference([rose], high, id="s")])
    >>> print(edge_list(argument_map), end="")
    step,source,source_text,relation,target,target_text,strength
    s,rose,Rents rose.,support,high,Rents are high.,
    """
    bare = _writable(argument_map)
    texts = _texts(bare)
    rows = [
        (step, a, texts.get(a, ""), relation, b, texts.get(b, ""), strength)
        for step, a, relation, b, strength in _in_order(bare, [*texts])
    ]
    lines = [delimiter.join(_cell(each, delimiter) for each in row) for row in rows]
    return "\n".join([delimiter.join(HEADER), *lines, ""])


def _writable(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map without what a row cannot say, and what cannot be without that."""
    reconstructed = [each for each in argument_map.arguments if each.steps]
    groundless = [each for each in argument_map.counterpoints if not each.premises]
    return argument_map.without(*reconstructed, *groundless)


def _texts(argument_map: ArgumentMap) -> dict[str, str]:
    """Return the texts of all that is no step, by id; what is a claim comes first."""
    texts = {each.id: each.text for each in argument_map.claims}
    texts |= {each.id: each.text or each.title for each in argument_map.arguments}
    questions = sorted(argument_map.questions, key=lambda each: bool(each.answers))
    return texts | {each.id: each.text for each in questions}


def _in_order(argument_map: ArgumentMap, claims: Sequence[str]) -> Iterator[_Row]:
    """Yield rows in which claims are met in this order, each of them somewhere."""
    places = {claim: at for at, claim in enumerate(claims)}
    at = 0
    for row in _rows(argument_map):
        new = [each for each in dict.fromkeys((row[1], row[3])) if each in places]
        while new := [each for each in new if places[each] >= at]:
            if claims[at : at + len(new)] == new:
                at += len(new)
            else:
                yield "", claims[at], "", "", ""
                at += 1
        yield row
    for each in claims[at:]:
        yield "", each, "", "", ""


def _rows(argument_map: ArgumentMap) -> Iterator[_Row]:
    """Yield a row for each pair that a link joins."""
    for link in argument_map.links:
        starts, relation, end = _joined(link)
        strength = getattr(link, "strength", None)
        number = "" if strength is None else repr(float(strength))
        link_id = "" if isinstance(link, Question) else link.id
        for start in starts:
            yield link_id, start, relation, end, number


def _joined(link: Link) -> tuple[Sequence[str], Meaning, str]:
    """Return what a link leads from, how, and to what."""
    match link:
        case Inference():
            return [each.claim for each in link.premises], Meaning.SUPPORT, link.end
        case Counterpoint():
            return [each.claim for each in link.premises], Meaning.ATTACK, link.end
        case Contradiction():
            return link.claims[:-1], Meaning.CONTRADICTION, link.claims[-1]
        case Question():
            return link.answers, Meaning.ANSWER, link.id
        case Rephrase():
            return [link.claim], Meaning.REPHRASE, link.original
        case Preference():
            return [link.preferred], Meaning.PREFERENCE, link.over


def _cell(text: str, delimiter: str) -> str:
    """Return a text as a cell, in quotation marks where it needs them."""
    guarded = f"'{text}" if _FORMULA.match(text) else text
    if guarded == guarded.strip() and not set(guarded) & {delimiter, '"', "\r", "\n"}:
        return guarded
    escaped = guarded.replace('"', '""')
    return f'"{escaped}"'
