"""Lines of parts: headings, definitions, the lines of inferences."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.formats.argdown.data import write_data
from argmap.formats.argdown.elements import NO_DATA
from argmap.formats.argdown.fields import (
    CLAIM_FIELDS,
    COUNTERPOINT_FIELDS,
    INFERENCE_FIELDS,
    PREFERRED,
    PREMISE_FIELDS,
    RESTATES,
    STEP_ID,
)
from argmap.formats.argdown.short import as_short
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
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Data,
    Inference,
    Preference,
    Premise,
    Rephrase,
    Section,
    Step,
)
from argmap.model.references import made_id_of

_COLUMNS: Final = 80
_LINKED: Final = {"id", "claim", "original", "preferred", "over"}


class Lines:
    """A writer of what there is to say of each part of a map, with its data."""

    def __init__(self, argument_map: ArgumentMap, names: Names) -> None:
        """Keep the map and the names of its parts."""
        self._map = argument_map
        self._names = names
        self._links = _named_links(argument_map)

    def heading(self, section: Section, level: int) -> str:
        """Return the heading of a section."""
        is_expected = is_derived(self._map, section.id, slug(section.title))
        data: dict[str, Any] = {} if is_expected else {"id": section.id}
        words = _data(data | other_data(section))
        tail = f" {words}" if words else ""
        inside = ranges(argdown_data(section).get("ranges"))
        title = write_text(section.title, inside, tail=tail)
        return f"{'#' * level} {title or write_text(section.id, tail=tail)}{tail}"

    def definition(
        self,
        part: Part,
        own: Mapping[str, Any] = NO_DATA,
        *,
        begins_line: bool = False,
    ) -> str:
        """Return what a part says, under its name if it has one.

        `own` is what its data says of the step or of the premise that it is there.
        """
        data = argdown_data(part)
        inside = ranges(data.get("ranges"))
        others = [each for each in items(data.get("texts")) if isinstance(each, Data)]
        in_others = [each for other in others for each in ranges(other.get("ranges"))]
        inline = [each.get("tag") for each in (*inside, *in_others)]
        tags = [write_tag(each) for each in part.tags if each not in inline]
        tail = "".join(map(_blank_and, (*tags, _data({**self.data_of(part), **own}))))
        if not self._names.is_defined(part):
            words = write_text(part.text, inside, begins_line=begins_line, tail=tail)
            return words + tail
        words = write_text(part.text, inside, tail=tail)
        if not words:
            return f"{self._names.reference(part)}{tail}"
        return f"{self._names.reference(part)}: {words}{tail}"

    def reference(self, part: Part, own: Mapping[str, Any] = NO_DATA) -> str:
        """Return the name of a part, and what is said of its use there."""
        return with_data(self._names.reference(part), own)

    def of_step(self, step: Step | Contradiction) -> dict[str, Any]:
        """Return what the data behind the text below its sign says of a step."""
        own = {STEP_ID: step.id} if self._has_own_id(step) else {}
        if isinstance(step, Contradiction):
            return own
        names = INFERENCE_FIELDS if isinstance(step, Inference) else COUNTERPOINT_FIELDS
        own |= _fields(step, (each for each in names if each not in CLAIM_FIELDS))
        return own | _fields(step.premises[0], PREMISE_FIELDS)

    def of_premise(self, premise: Premise) -> dict[str, Any]:
        """Return what the data behind a premise says of its use there."""
        return _fields(premise, ("attributed",))

    def other_texts(self, part: Part) -> list[str]:
        """Return what else a part says, each under the name that holds them together.

        There is none where the part has no name.
        """
        others = items(argdown_data(part).get("texts"))
        is_named = self._names.is_defined(part)
        return [self._other_text(part, each) for each in others if is_named]

    def _other_text(self, part: Part, other: Any) -> str:
        text, inside = other, []
        if isinstance(other, Data):
            text, inside = other.get("text", ""), ranges(other.get("ranges"))
        words = write_text(str(text), inside)
        if not words:
            return self._names.reference(part)
        return f"{self._names.reference(part)}: {words}"

    def inference(self, step: Inference, uses: list[int] | None) -> str:
        """Return the line of a step, in one piece or in three."""
        rules = ", ".join(
            write_rule(each)
            for each in items(argdown_data(step).get("rules"))
            if each and isinstance(each, str)
        )
        inner = " ".join(filter(None, (rules, _data(self.inference_data(step, uses)))))
        if not inner:
            return "----"
        if "\n" not in inner and len(inner) <= _COLUMNS:
            return f"-- {inner} --"
        return f"--\n{inner}\n--"

    def inference_data(self, step: Inference, uses: list[int] | None) -> dict[str, Any]:
        """Return what the data in the line of a step says of it."""
        data: dict[str, Any] = {}
        if self._has_own_id(step):
            data["id"] = step.id
        data |= self._fields(step, INFERENCE_FIELDS)
        preferred = [
            each.over
            for each in self._map.preferences
            if each.preferred == step.id and _is_bare(each)
            if self._is_named_step(each.over)
        ]
        if preferred:
            data[PREFERRED] = _one_or_all(preferred)
        if any(each.role for each in step.premises):
            data["roles"] = [each.role for each in step.premises]
        if uses is not None:
            data["uses"] = uses
        return data | other_data(step)

    def _is_named_step(self, part_id: str) -> bool:
        """Return whether an inference line can name this part: a line says its id."""
        part = self._map.find_part(part_id)
        if not (isinstance(part, Inference) and self._has_own_id(part)):
            return False
        ends = *self._map.premises_of(part), self._map.part(part.conclusion)
        kinds = {*map(type, ends)}
        return kinds == {Claim} or (
            len(part.premises) == 1 and kinds <= {Claim, Argument}
        )

    def _has_own_id(self, step: Step | Contradiction) -> bool:
        return not is_derived(self._map, step.id, made_id_of(step))

    def data_of(self, part: Part) -> dict[str, Any]:
        """Return what the data behind the definition of a part says of it."""
        data: dict[str, Any] = {}
        if self._names.is_unexpected(part):
            data["id"] = part.id
        if isinstance(part, Claim):
            data |= self._fields(part, CLAIM_FIELDS)
            data |= self._links.get(part.id, {})
        return {**data, **other_data(part)}

    def _fields(self, part: Any, names: Iterable[str]) -> dict[str, Any]:
        """Return fields of a part, quotations and utterances in short."""
        sources = [each.id for each in self._map.sources]
        return {
            name: as_short(name, value, sources)
            for name, value in _fields(part, names).items()
        }


def with_data(words: str, data: Mapping[str, Any]) -> str:
    """Return words with data behind them, if there is any."""
    return f"{words}{_blank_and(_data(data))}"


def _fields(part: Any, names: Iterable[str]) -> dict[str, Any]:
    """Return those of these fields of a part that have a value of their own."""
    fields = dict(record_of(type(part)).written(part))
    return {name: fields[name] for name in names if name in fields}


def _named_links(argument_map: ArgumentMap) -> dict[str, dict[str, Any]]:
    """Return by claim what it restates, and what it is preferred to, by its own id."""
    found: defaultdict[str, defaultdict[str, list[str]]]
    found = defaultdict(lambda: defaultdict(list))
    for rephrase in filter(_is_bare, argument_map.rephrases):
        found[rephrase.claim][RESTATES].append(rephrase.original)
    for preference in filter(_is_bare, argument_map.preferences):
        if isinstance(argument_map.find_part(preference.over), Claim | Argument):
            found[preference.preferred][PREFERRED].append(preference.over)
    return {
        part_id: {key: _one_or_all(ids) for key, ids in links.items()}
        for part_id, links in found.items()
    }


def _is_bare(link: Rephrase | Preference) -> bool:
    """Return whether there is nothing to say of it but what it joins."""
    return dict(record_of(type(link)).written(link)).keys() <= _LINKED


def _one_or_all(ids: list[str]) -> str | list[str]:
    return ids[0] if len(ids) == 1 else ids


def _data(data: Mapping[str, Any]) -> str:
    return write_data(dict(data)) if data else ""


def _blank_and(words: str) -> str:
    """Return words behind a blank, long data and quotations on a line of their own."""
    is_own_line = words.startswith("{") and "\n" not in words
    if is_own_line and (len(words) > _COLUMNS or words.startswith("{quotations:")):
        return f"\n  {words}"
    return f" {words}" if words else ""
