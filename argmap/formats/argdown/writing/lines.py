"""Lines of parts: headings, definitions, the lines of inferences."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.formats.argdown.data import write_data
from argmap.formats.argdown.mapping import CLAIM_FIELDS, INFERENCE_FIELDS
from argmap.formats.argdown.writing.markup import write_rule, write_tag, write_text
from argmap.formats.argdown.writing.names import (
    Names,
    Part,
    argdown_data,
    is_derived,
    items,
    other_data,
    ranges,
)
from argmap.formats.codec import record_of
from argmap.formats.ids import slug
from argmap.model import ArgumentMap, Claim, Data, Inference, Section

_COLUMNS: Final = 80


class Lines:
    """A writer of what there is to say of each part of a map, with its data."""

    def __init__(self, argument_map: ArgumentMap, names: Names) -> None:
        """Keep the map and the names of its parts."""
        self._map = argument_map
        self._names = names

    def heading(self, section: Section, level: int) -> str:
        """Return the heading of a section."""
        is_expected = is_derived(self._map, section.id, slug(section.title))
        data: dict[str, Any] = {} if is_expected else {"id": section.id}
        tail = _blank_and(_data(data | other_data(section)))
        inside = ranges(argdown_data(section).get("ranges"))
        title = write_text(section.title, inside, tail=tail)
        return f"{'#' * level} {title or write_text(section.id, tail=tail)}{tail}"

    def definition(self, part: Part, *, begins_line: bool = False) -> str:
        """Return what a part says, under its name if it has one."""
        data = argdown_data(part)
        inside = ranges(data.get("ranges"))
        others = [each for each in items(data.get("texts")) if isinstance(each, Data)]
        in_others = [each for other in others for each in ranges(other.get("ranges"))]
        inline = [each.get("tag") for each in (*inside, *in_others)]
        tags = [write_tag(each) for each in part.tags if each not in inline]
        tail = "".join(map(_blank_and, (*tags, self._data_of(part))))
        if part.id not in self._names:
            words = write_text(part.text, inside, begins_line=begins_line, tail=tail)
            return words + tail
        words = write_text(part.text, inside, tail=tail)
        reference = self._names.reference(part)
        return f"{reference}: {words}{tail}" if words else f"{reference}{tail}"

    def other_text(self, part: Part, other: Any) -> str:
        """Return one more text of a part that has several."""
        text, inside = other, []
        if isinstance(other, Data):
            text, inside = other.get("text", ""), ranges(other.get("ranges"))
        words = write_text(str(text), inside)
        reference = self._names.reference(part)
        return f"{reference}: {words}" if words else reference

    def inference(self, step: Inference, uses: list[int] | None) -> str:
        """Return the line of a step, in one piece or in three."""
        rules = ", ".join(
            write_rule(each)
            for each in items(argdown_data(step).get("rules"))
            if each and isinstance(each, str)
        )
        inner = " ".join(filter(None, (rules, _data(self._inference_data(step, uses)))))
        if not inner:
            return "----"
        if "\n" not in inner and len(inner) <= _COLUMNS:
            return f"-- {inner} --"
        return f"--\n{inner}\n--"

    def _inference_data(
        self, step: Inference, uses: list[int] | None
    ) -> dict[str, Any]:
        data: dict[str, Any] = {}
        default = Inference(step.premises, conclusion=step.conclusion).id
        if not is_derived(self._map, step.id, default):
            data["id"] = step.id
        data |= _fields(step, INFERENCE_FIELDS)
        if any(each.role for each in step.premises):
            data["roles"] = [each.role for each in step.premises]
        if uses is not None:
            data["uses"] = uses
        return data | other_data(step)

    def _data_of(self, part: Part) -> str:
        data: dict[str, Any] = {}
        if self._names.is_unexpected(part):
            data["id"] = part.id
        if isinstance(part, Claim):
            data |= _fields(part, CLAIM_FIELDS)
        return _data(data | other_data(part))


def _fields(part: Any, names: Iterable[str]) -> dict[str, Any]:
    """Return those of these fields of a part that have a value of their own."""
    fields = dict(record_of(type(part)).written(part))
    return {name: fields[name] for name in names if name in fields}


def _data(data: Mapping[str, Any]) -> str:
    return write_data(dict(data)) if data else ""


def _blank_and(words: str) -> str:
    return f" {words}" if words else ""
