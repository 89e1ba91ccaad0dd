"""Marks of what is new, gone or changed since another map: a sign and some words."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeVar, get_args

import attrs

from argmap.diagram.outline import quoted_name
from argmap.diagram.plan import Box, Junction, Text
from argmap.diagram.style import CHANGES
from argmap.model import ArgumentMap, Contradiction, Preference, Rephrase, Section, Step
from argmap.model.references import named, referring
from argmap.words import one_line, truncate

if TYPE_CHECKING:
    from argmap.changes import FieldChange, PartChange

_Marked = TypeVar("_Marked", Box, Junction)
_LINES: Final = (*get_args(Step), Contradiction, Rephrase, Preference)


def changes_to_show(
    argument_map: ArgumentMap, changes: Mapping[str, "PartChange"]
) -> Mapping[str, "PartChange"]:
    """Return changes without those of links that come or go with what they join.

    A reconstructed argument has no box: its last step shows what has become of it.
    """
    own: dict[str, PartChange] = {}
    for name, change in changes.items():
        part = argument_map.find_part(name)
        if part is None or isinstance(part, Section):
            continue
        is_link = isinstance(part, _LINES) and not change.fields
        ends = filter(None, map(changes.get, named(part) if is_link else ()))
        if change.kind not in {each.kind for each in ends}:
            own[name] = change
    for each in argument_map.arguments:
        if each.steps and each.id in changes:
            own.setdefault(each.steps[-1], changes[each.id])
    return own


def marked(
    argument_map: ArgumentMap, changes: Mapping[str, "PartChange"], drawn: _Marked
) -> _Marked:
    """Return a box or a junction with what has become of it as its first words."""
    if drawn.part not in changes:
        return drawn
    found = changes[drawn.part]
    look = CHANGES[found.kind]
    said = _said(argument_map, found)
    label = Text(f"{look.sign} {said}", is_label=True, is_bold=True)
    name = f"{said[0].upper()}{said[1:]}: {drawn.name}"
    texts, kind = (label, *drawn.texts), str(found.kind)
    return attrs.evolve(drawn, name=name, texts=texts, change=kind)


def _said(argument_map: ArgumentMap, change: "PartChange") -> str:
    return ", ".join((CHANGES[change.kind].word, *_details(argument_map, change)))


def _details(argument_map: ArgumentMap, change: "PartChange") -> Iterator[str]:
    references = {each.field for each in referring(type(change.part))}
    for field in change.fields:
        if field.name == "premises":
            yield from _other_premises(argument_map, field)
        elif (
            field.before and type(field.before) is str and field.name not in references
        ):
            was = truncate(one_line(field.before))
            yield f"{field.name} was “{was}”"
        else:
            yield field.name


def _other_premises(argument_map: ArgumentMap, field: "FieldChange") -> Iterator[str]:
    """Yield which premises a step has lost, and which are new."""
    before, after = (
        [each.claim for each in premises] for premises in (field.before, field.after)
    )
    for how, claims, others in (("no longer", before, after), ("now", after, before)):
        linked = "linked " if len(claims) > 1 else ""
        names = (
            quoted_name(argument_map, each) for each in claims if each not in others
        )
        if words := " and ".join(names):
            yield f"{how} {linked}with {words}"
    if {*before} == {*after}:
        yield field.name
