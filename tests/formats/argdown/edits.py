"""Edits of maps as somebody makes them, and what is to be so of a text edited so.

Run `python -m tests.formats.argdown.edits FOLDER` for a table: for every file in a
folder and every edit, at how many of its claims and arguments the laws hold, and how
often the front matter had to say what no line can.
"""

import difflib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from argmap.formats import Document, read
from argmap.formats.argdown.editing.comparing import (
    differences,
    made_ids,
    settled,
)
from argmap.formats.argdown.tokens import tokenize
from argmap.model import Argument, ArgumentMap, Claim, Counterpoint, Inference

Edit: TypeAlias = Callable[[ArgumentMap, Claim | Argument], ArgumentMap | None]
NEW: Final = Claim("brand-new", "This has not been said.", title="Brand new")
UNTITLED: Final = Claim("brand-new", "This has not been said.")


def _reworded(argument_map: ArgumentMap, part: Any) -> ArgumentMap:
    text = f"{part.text} Indeed so." if part.text else "It is said now."
    return argument_map.with_parts(attrs.evolve(part, text=text))


def _said_otherwise(argument_map: ArgumentMap, part: Any) -> ArgumentMap:
    return argument_map.with_parts(attrs.evolve(part, text="It is 5 of 12, now."))


def _retitled(argument_map: ArgumentMap, part: Any) -> ArgumentMap:
    return argument_map.with_parts(attrs.evolve(part, title="Quite new"))


def _tagged(argument_map: ArgumentMap, part: Any) -> ArgumentMap:
    return argument_map.with_parts(attrs.evolve(part, tags=[*part.tags, "brand-new"]))


def _spoken(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    if not isinstance(part, Claim):
        return None
    return argument_map.with_parts(attrs.evolve(part, speaker="Ada"))


def _moved(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    own = argument_map.section_of(part)
    others = [each for each in argument_map.sections if each != own]
    if not others:
        return None
    sections = [
        attrs.evolve(
            each,
            members=[one for one in each.members if one != part.id]
            + [part.id] * (each is others[0]),
        )
        for each in argument_map.sections
    ]
    return argument_map.with_parts(*sections)


def _aimed_elsewhere(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    """Let a counterpoint to a part be one to another claim."""
    for each in argument_map.counterpoints_against(part):
        ends = {part.id, *(one.claim for one in each.premises)}
        for claim in argument_map.claims:
            if claim.id not in ends and claim.title:
                return argument_map.with_parts(attrs.evolve(each, target=claim.id))
    return None


def _turned_round(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    """Let what a reason is for be the reason for it."""
    for each in argument_map.inferences:
        if each.conclusion == part.id and len(each.premises) == 1:
            (premise,) = each.premises
            new = attrs.evolve(each, premises=[part.id], conclusion=premise.claim)
            return argument_map.with_parts(new)
    return None


def _contradicted(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    """Let what spoke for a part speak against it."""
    for each in argument_map.inferences:
        if each.conclusion == part.id and len(each.premises) == 1:
            against = Counterpoint(each.premises, target=part)
            if against.id not in argument_map:
                return argument_map.without(each).with_parts(against)
    return None


def _one_premise_more(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    return _other_premises(argument_map, part, lambda named: [*named, NEW.id])


def _one_premise_less(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    return _other_premises(argument_map, part, lambda named: named[1:])


def _other_premises(
    argument_map: ArgumentMap, part: Any, other: Callable[[list[str]], list[str]]
) -> ArgumentMap | None:
    """Let the first step of several premises to a part have others."""
    for each in argument_map.inferences:
        named = [one.claim for one in each.premises]
        if each.conclusion == part.id and len(named) > 1:
            new = attrs.evolve(each, premises=other(named))
            is_new = NEW.id in other(named)
            return argument_map.with_parts(*([NEW] if is_new else []), new)
    return None


def _strong(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
    """Give the first step to a part a strength."""
    for each in argument_map.inferences:
        if each.conclusion == part.id:
            return argument_map.with_parts(attrs.evolve(each, strength=0.5))
    return None


def _answer_to(kind: str) -> Edit:
    def answered(argument_map: ArgumentMap, part: Any) -> ArgumentMap | None:
        for each in argument_map.counterpoints_against(part):
            target = each.id if kind == "step" else each.premises[0].claim
            return argument_map.with_parts(UNTITLED, Counterpoint([UNTITLED], target))
        return None

    return answered


EDITS: Final[dict[str, Edit]] = {
    "reworded": _reworded,
    "said otherwise": _said_otherwise,
    "retitled": _retitled,
    "renamed": lambda argument_map, part: argument_map.rename(part, "quite-new"),
    "titled claim": lambda argument_map, _: argument_map.with_parts(NEW),
    "untitled claim": lambda argument_map, _: argument_map.with_parts(UNTITLED),
    "removed": lambda argument_map, part: argument_map.without(part),
    "tagged": _tagged,
    "spoken": _spoken,
    "moved": _moved,
    "reason": lambda argument_map, part: argument_map.with_parts(
        NEW, Inference([NEW], conclusion=part)
    ),
    "untitled reason": lambda argument_map, part: argument_map.with_parts(
        UNTITLED, Inference([UNTITLED], conclusion=part)
    ),
    "counterpoint": lambda argument_map, part: argument_map.with_parts(
        NEW, Counterpoint([NEW], target=part)
    ),
    "aimed elsewhere": _aimed_elsewhere,
    "turned round": _turned_round,
    "contradicted": _contradicted,
    "one premise more": _one_premise_more,
    "one premise less": _one_premise_less,
    "strong": _strong,
    "answer": _answer_to("claim"),
    "undercut": _answer_to("step"),
}
ONLY_ADD: Final = {
    *("titled claim", "untitled claim", "reason", "untitled reason", "counterpoint"),
    *("answer", "undercut"),
}
_OF_LINKS: Final = {
    *("removed", "moved", "aimed elsewhere", "turned round", "contradicted"),
    *("one premise more", "one premise less", "strong"),
}
"""The edits that change lines about what a part is linked to."""
_PATCHED: Final = tuple(
    f"\n  {each}:" for each in ("claims", "arguments", "inferences", "counterpoints")
)


def applied(document: Document, edit: str, part: Any) -> str | None:
    """Return a text edited so; None for a part that the edit has nothing to do with."""
    changed = EDITS[edit](document.argument_map, part)
    return None if changed is None else document.edited(changed)


def faults(
    document: Document, edit: str, part: Any, edited: str, path: Path | None = None
) -> Iterator[str]:
    """Yield which laws do not hold of a text that was edited so."""
    changed = EDITS[edit](document.argument_map, part)
    assert changed is not None
    ids = {"quite-new": part.id} if edit == "renamed" else {}
    before = document.argument_map.renamed({old: new for new, old in ids.items()})
    got = read(edited, "argdown", path=path).argument_map
    text, own = document.text, document.excerpts
    text = own[0].text if own else text
    changed = changed.renamed(made_ids(changed, before))
    if edit != "retitled" and differences(settled(changed, got, before), got):
        yield "the map is another"
    if lost := Counter(comments(text)) - Counter(comments(edited)):
        yield f"comments are gone: {[*lost]}"
    if len(lost_lines(text, edited)) > _most_lost(document, edit, part):
        yield "lines are gone"
    if edit in {"answer", "undercut"} and new_lines(text, edited) != 1:
        yield "it takes more than a line"


def _most_lost(document: Document, edit: str, part: Any) -> int:
    """Return how many lines an edit may change: those in which its part stands."""
    if edit in ONLY_ADD:
        return 0
    lines = document.text.splitlines()
    names = [part.title] if part.title else []
    named = [each for each in lines if any(name in each for name in names)]
    spans = [document.spans[part.id]]
    if edit in _OF_LINKS:
        links = document.argument_map.links_of(part)
        spans += [document.spans[each.id] for each in links]
    blocks = sum(_lines_of_block(document.text, each.start) for each in spans)
    # what has no title is counted, and so says an id where counting is another
    return blocks + len(named) + 2 * (not part.title)


def _lines_of_block(text: str, place: int) -> int:
    """Return how many lines there are around a place without an empty one."""
    start = text.rfind("\n\n", 0, place) + 2
    end = text.find("\n\n", place)
    return text.count("\n", start, end if end >= 0 else len(text)) + 1


def comments(text: str) -> list[str]:
    """Return the comments in a text."""
    found = tokenize(text).comments
    return [text[start:end].strip() for start, end in found]


def lost_lines(text: str, edited: str) -> list[str]:
    """Return the lines that are no longer there, but for empty ones."""
    lost = (each for each in _compared(text, edited) if each.startswith("- "))
    return [each for each in lost if each[2:].strip()]


def new_lines(text: str, edited: str) -> int:
    """Return how many lines are new."""
    return sum(each.startswith("+ ") for each in _compared(text, edited))


def _compared(text: str, edited: str) -> list[str]:
    before, after = text.splitlines(), edited.splitlines()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    found: list[str] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            found += [f"- {each}" for each in before[first:last]]
            found += [f"+ {each}" for each in after[start:end]]
    return found


def some(document: Document, most: int) -> Sequence[Claim | Argument]:
    """Return some of the claims and arguments of a document, from all over it."""
    parts = [*document.argument_map.propositions]
    if len(parts) <= most:
        return parts
    return [parts[place * len(parts) // most] for place in range(most)]


def _cell(document: Document, edit: str, path: Path) -> str:
    """Return at how many parts the laws hold, of how many, and how with a patch."""
    held = tried = patched = 0
    for part in some(document, 8):
        edited = applied(document, edit, part)
        if edited is not None:
            tried += 1
            held += not [*faults(document, edit, part, edited, path)]
            own = document.excerpts[0].text if document.excerpts else document.text
            patched += any(each in edited and each not in own for each in _PATCHED)
    return f"{held}/{tried}" + (f" ({patched})" if patched else "")


def table(folder: Path) -> Iterator[str]:
    """Yield the lines of a table of files and edits."""
    yield "".join(each[:10].ljust(11) for each in (*EDITS, "file"))
    whole: Counter[str] = Counter()
    for file in sorted(folder.glob("*.argdown")):
        document = read(file.read_bytes(), "argdown", path=file)
        cells = {each: _cell(document, each, file) for each in EDITS}
        yield "".join(each.ljust(11) for each in (*cells.values(), file.stem))
        for name, cell in cells.items():
            held, _, tried = cell.partition(" ")[0].partition("/")
            whole[name] += held == tried
    yield "".join(str(whole[each]).ljust(11) for each in EDITS) + "files"


if __name__ == "__main__":
    sys.stdout.writelines(f"{each}\n" for each in table(Path(sys.argv[1])))
