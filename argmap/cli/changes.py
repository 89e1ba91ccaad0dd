"""Reports of what has changed from one map to another: as text, Markdown and JSON.

Each line of the text begins with a sign, as in a diff of lines: so a terminal and a
code host can colour it, and it says the same without colours.
"""

import json
import re
from collections.abc import Iterator, Sequence, Sized
from functools import cached_property
from typing import Any, Final

import attrs

from argmap.changes import Diff, FieldChange, PartChange
from argmap.diagram.outline import quoted_name
from argmap.diagram.style import CHANGES
from argmap.evaluation import Change, compare, evaluate
from argmap.formats.argdown.fields import KEY
from argmap.formats.codec import record_of
from argmap.model import ArgumentMap, Piece
from argmap.model.references import SOURCES, referring
from argmap.model.validation import noun
from argmap.words import counted, quoted, visible_lines

_BACKTICKS: Final = re.compile("`+")


@attrs.frozen
class Report:
    """What has changed from one map to another, and which verdicts with it."""

    old: ArgumentMap
    new: ArgumentMap
    changes: Diff

    @cached_property
    def verdicts(self) -> Sequence[Change]:
        """The verdicts that have changed on claims and arguments in both maps."""
        if not self.changes:
            return ()
        evaluations = evaluate(self.old), evaluate(self.new)
        found = compare(*evaluations, self.changes.same)
        ids = {each.id for each in self.new.propositions}
        return [each for each in found if each.before and each.part in ids]

    @property
    def summary(self) -> str:
        """How much has changed, in a line."""
        found = self.changes.counts
        counts = [f"{number} {kind.value}" for kind, number in found.items()]
        others: dict[str, Sized] = {
            "field of the map": self.changes.fields,
            "list in another order": self.changes.order,
            "verdict changed": self.verdicts,
        }
        counts += [_count(noun, each) for noun, each in others.items() if each]
        return ", ".join(counts) or "nothing has changed"

    @property
    def lines(self) -> Iterator[str]:
        """The text."""
        for change in self.changes:
            yield from self._lines_of(change)
        for field in self.changes.fields:
            yield f"~ {field.name} of the map"
            yield from _field_lines(field)
        for name in self.changes.order:
            yield f"~ {name} in another order"
        for verdict in self.verdicts:
            yield f"! {verdict.in_a_line}"
            yield from (f"!   {each}" for each in verdict.reasons)

    def _lines_of(self, change: PartChange) -> Iterator[str]:
        argument_map = self.new if change.after else self.old
        piece = change.part
        name = f"{noun(piece)} {called(piece, argument_map)}"
        before = change.before.id if change.before else piece.id
        ids = piece.id if before == piece.id else f"{before} → {piece.id}"
        yield f"{CHANGES[change.kind].plain} {name} ({ids})"
        for field in change.fields:
            yield from _field_lines(field)

    @property
    def markdown(self) -> str:
        """The text as a code block, so that nothing in it is markup, a link or a name.

        Its fence is longer than any row of backticks in it.
        """
        text = "\n".join(map(visible_lines, self.lines))
        longest = max(map(len, _BACKTICKS.findall(text)), default=0)
        fence = "`" * max(3, longest + 1)
        block = f"\n\n{fence}diff\n{text}\n{fence}" if text else ""
        return f"**Argument map:** {self.summary}{block}"

    @property
    def data(self) -> dict[str, Any]:
        """All of it as JSON has it."""
        return {
            "changes": [_as_data(each) for each in self.changes],
            "map": _fields_as_data(self.changes.fields),
            "ids": self.changes.ids,
            "order": self.changes.order,
            "verdicts": [
                {
                    "part": each.part,
                    "before": each.before,
                    "after": each.after,
                    "because": each.reasons,
                }
                for each in self.verdicts
            ],
        }


def called(piece: Any, argument_map: ArgumentMap) -> str:
    """Return what a piece says, or what it joins: from the left to the right.

    >>> from argmap import Claim, Inference
    >>> step = Inference(["a", "b"], conclusion="c")
    >>> called(step, ArgumentMap([*map(Claim, "abc")], [step]))
    '“a”, “b” → “c”'
    """
    words = getattr(piece, "text", "") or getattr(piece, "title", "")
    if words:
        return quoted(words)
    ends = [
        ", ".join(quoted_name(argument_map, each) for each in field.ids(piece))
        for field in referring(type(piece))
        if field.to != SOURCES
    ]
    return " → ".join(filter(None, ends)) or f"“{piece.id}”"


def _count(noun: str, found: Sized) -> str:
    first, _, rest = noun.partition(" ")
    return f"{counted(len(found), first)} {rest}"


def _as_data(change: PartChange) -> dict[str, Any]:
    """Return a change as JSON has it: a part as in argmap's own format."""
    pieces = {"before": change.before, "after": change.after}
    return {
        "change": change.kind,
        "kind": noun(change.part),
        "id": change.part.id,
        "fields": _fields_as_data(change.fields),
        **{name: _written(each) for name, each in pieces.items() if each},
    }


def _written(piece: Piece) -> dict[str, object]:
    return dict(record_of(type(piece)).written(piece))


def _fields_as_data(fields: Sequence[FieldChange]) -> dict[str, object]:
    return {
        each.name: {"before": plain(each.before), "after": plain(each.after)}
        for each in fields
    }


def plain(value: Any) -> Any:
    """Return the value of a field as JSON has it."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if attrs.has(type(value)):
        written = dict(record_of(type(value)).written(value))
        return written if len(written) > 1 else next(iter(written.values()))
    return value


def _field_lines(field: FieldChange) -> Iterator[str]:
    """Yield a field as it was and as it is; of free data only what differs."""
    before, after = plain(field.before), plain(field.after)
    if isinstance(before, dict) and isinstance(after, dict):
        same = {key for key in before if key in after and before[key] == after[key]}
        before, after = (
            {key: held for key, held in each.items() if key not in same}
            for each in (before, after)
        )
        if all(isinstance(each.get(KEY, {}), dict) for each in (before, after)):
            yield from _argdown_lines(before.pop(KEY, {}), after.pop(KEY, {}))
    for sign, value in (("-", before), ("+", after)):
        if value not in (None, "", [], {}):
            yield f"{sign}   {field.name}: {json.dumps(value, ensure_ascii=False)}"


def _argdown_lines(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """Yield in words what differs in the data that only Argdown has of a part."""
    texts = [_further_texts(each.get("texts")) for each in (before, after)]
    for sign, own, others in (("-", *texts), ("+", *reversed(texts))):
        for each in own:
            if each not in others:
                yield f"{sign}   further text: {json.dumps(each, ensure_ascii=False)}"
    for key in dict.fromkeys((*before, *after)):
        if key != "texts" and before.get(key) != after.get(key):
            yield f"~   in Argdown: {_IN_ARGDOWN.get(key, key)}"


def _further_texts(texts: Any) -> list[Any]:
    """Return the texts of a part besides the one that counts, without emphasis."""
    listed = texts if isinstance(texts, tuple) else ()
    return [each.get("text") if isinstance(each, dict) else each for each in listed]


_IN_ARGDOWN: Final = {
    "ranges": "emphasis, links or mentions",
    "rules": "names of rules",
    "structure": "numbered statements",
    "level": "level of the heading",
    "relation": "sign of the relation",
}
