"""Two maps held against each other, whatever the order of their parts.

The order is that of the text. So is what only follows from the words: where emphasis
begins in a text that was reworded, and the section of a new part that the map puts
into none.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

import attrs

from argmap.formats.argdown.fields import KEY
from argmap.formats.argdown.writing.names import bracketed
from argmap.formats.argdown.writing.progress import section_ids
from argmap.formats.codec import LISTS, record_of
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Data,
    Inference,
    Part,
    Question,
    Section,
)
from argmap.model.pieces import by_field
from argmap.model.references import made_id_of


def in_order_of(wanted: ArgumentMap, got: ArgumentMap) -> ArgumentMap:
    """Return the wanted map with its parts in the order of the one got."""
    ordered: dict[str, Any] = {}
    for name in LISTS:
        places = {each.id: place for place, each in enumerate(getattr(got, name))}
        parts = sorted(
            getattr(wanted, name), key=lambda each: places.get(each.id, len(places))
        )
        ordered[name] = [_inner_order(each, got) for each in parts]
    return attrs.evolve(wanted, **ordered)


def _inner_order(part: Any, got: ArgumentMap) -> Any:
    """Return a part with what it lists in the order in which the text names that."""
    field = {Section: "members", Question: "answers"}.get(type(part))
    if field is None:
        return part
    listed = getattr(part, field)
    theirs = getattr(got.find_part(part.id), field, ())
    return attrs.evolve(part, **{field: theirs}) if {*listed} == {*theirs} else part


def settled(wanted: ArgumentMap, got: ArgumentMap, before: ArgumentMap) -> ArgumentMap:
    """Return the wanted map with what the text decides, as the map got has it.

    `before` is the map that was changed.
    """
    sections = section_ids(got)
    own = section_ids(wanted)
    new = {
        each.id: sections[each.id]
        for each in wanted.propositions
        if each.id not in before and each.id not in own and each.id in sections
    }
    parts = [_settled_part(each, got, before, new) for each in wanted.parts]
    return in_order_of(attrs.evolve(wanted, **by_field([*wanted.sources, *parts])), got)


def _settled_part(
    part: Part, got: ArgumentMap, before: ArgumentMap, new: Mapping[str, str]
) -> Part:
    if isinstance(part, Section):
        come = [each for each, section in new.items() if section == part.id]
        part = attrs.evolve(part, members=[*part.members, *come]) if come else part
    other, old = got.find_part(part.id), before.find_part(part.id)
    if not (type(other) is type(old) is type(part)):
        return part
    for key in _FOLLOWING.get(type(part), ()):
        is_kept = key == "texts" or _known(old, key) == _known(part, key)
        if is_kept and _follows(key, part, old, other, got):
            part = _with_known(part, key, _known(other, key))
    return part


_FOLLOWING: Final[dict[type, tuple[str, ...]]] = {
    Claim: ("ranges", "texts"),
    Argument: ("ranges", "texts"),
    Question: ("ranges", "texts"),
    Section: ("ranges",),
    Inference: ("structure",),
}
"""What Argdown knows of parts that follows from the words or the ids of others."""


def _follows(key: str, part: Any, old: Any, other: Any, got: ArgumentMap) -> bool:
    """Return whether what is known of a part is that of changed words or ids."""
    if key == "ranges":
        field = "title" if isinstance(part, Section) else "text"
        return bool(getattr(old, field) != getattr(part, field))
    if key == "texts":
        return _words_of(_known(other, key)) == _words_of(_known(part, key))
    # it says of a lone step only that it is no relation, where nothing else does
    usual = tuple(each.claim for each in other.premises)
    named, theirs = _known(part, key) or usual, _known(other, key) or usual
    return len(named) == len(theirs) and all(
        one == two or one not in got for one, two in zip(named, theirs, strict=True)
    )


def _words_of(texts: Any) -> list[Any]:
    return [
        each.get("text") if isinstance(each, Data) else each for each in texts or ()
    ]


def _known(part: Any, key: str) -> Any:
    known = part.data.get(KEY)
    return known.get(key) if isinstance(known, Data) else None


def _with_known(part: Any, key: str, value: Any) -> Any:
    known = part.data.get(KEY)
    inside = dict(known) if isinstance(known, Data) else {}
    inside.pop(key, None)
    if value:
        inside[key] = value
    data = {each: held for each, held in part.data.items() if each != KEY}
    return attrs.evolve(part, data=data | ({KEY: inside} if inside else {}))


_NUMBERS: Final = frozenset({"uses", "from"})
"""Data that names premises by their numbers, which are the author's."""
_MENTION: Final = re.compile(r"@(?:\[[^\]\n]+\]|<[^>\n]+>)")
_MISSING: Final = 10
"""How much a part that is not there counts; a field that is another counts one."""


def differences(wanted: ArgumentMap, got: ArgumentMap) -> dict[str, int]:
    """Return what differs in two maps, and in how much, whatever their order.

    That is ids of parts, and names of fields of the maps.
    """
    fields = ("title", "author", "thesis", "data")
    found = {name: 1 for name in fields if getattr(wanted, name) != getattr(got, name)}
    for name in LISTS:
        ours = {each.id: each for each in getattr(wanted, name)}
        theirs = {each.id: each for each in getattr(got, name)}
        for part_id in {**ours, **theirs}:
            one, other = ours.get(part_id), theirs.get(part_id)
            if one is None or other is None:
                found[part_id] = _MISSING
            elif one != other:
                found[part_id] = _part_distance(one, other)
    return found


def _part_distance(one: Any, other: Any) -> int:
    """Return how many fields of two parts differ, or members of two sections."""
    fields = [
        each.name for each in record_of(type(one)).fields if each.name != "members"
    ]
    count = [getattr(one, name) != getattr(other, name) for name in fields].count(True)
    if isinstance(one, Section):
        count += len({*one.members} ^ {*other.members})
    return count


def with_mentions(wanted: ArgumentMap, before: ArgumentMap) -> ArgumentMap:
    """Return the wanted map with mentions of titles that were changed as these are now.

    Whoever mentions a title does not change it, and names the same part afterwards.
    """
    words: dict[str, str] = {}
    for part in wanted.propositions:
        old = before.find_part(part.id)
        if (
            type(old) is type(part)
            and old.title
            and part.title
            and old.title != part.title
        ):
            mention = f"@{bracketed(part, old.title)}"
            words[mention] = f"@{bracketed(part, part.title)}"
    if not words:
        return wanted
    parts = [_with_words(each, before, words) for each in wanted.parts]
    return attrs.evolve(wanted, **by_field([*wanted.sources, *parts]))


def _with_words(part: Part, before: ArgumentMap, words: Mapping[str, str]) -> Part:
    old = before.find_part(part.id)
    if not isinstance(part, _WITH_WORDS) or type(old) is not type(part):
        return part
    data = part.data
    known = data.get(KEY)
    if isinstance(known, Data) and "texts" in known:
        texts = _replaced(known["texts"], words)
        data = Data({**data, KEY: {**known, "texts": texts}})
    if isinstance(part, Section):
        return attrs.evolve(part, title=_replaced(part.title, words), data=data)
    return attrs.evolve(part, text=_replaced(part.text, words), data=data)


_WITH_WORDS: Final = (Claim, Argument, Question, Section)


def _replaced(value: Any, words: Mapping[str, str]) -> Any:
    """Return a text with other words, or a list or mapping with texts in it."""
    if isinstance(value, str):
        return _MENTION.sub(lambda match: words.get(match[0], match[0]), value)
    if isinstance(value, tuple):
        return tuple(_replaced(each, words) for each in value)
    if isinstance(value, Data):
        return {key: _replaced(each, words) for key, each in value.items()}
    return value


def made_ids(wanted: ArgumentMap, before: ArgumentMap) -> dict[str, str]:
    """Return other ids for steps that now join other parts, by the ones they have.

    Where an id was made of what a step joins, it is so again: a sign can say no other.
    """
    ids: dict[str, str] = {}
    for link in wanted.steps:
        old, made = before.find_part(link.id), made_id_of(link)
        if (
            isinstance(old, Inference | Counterpoint)
            and link.id == made_id_of(old)
            and (
                len(old.premises) == len(link.premises) == 1
                or old.end == link.end
                or old.premises == link.premises
            )
            and _NUMBERS.isdisjoint(old.data)
            and made not in {link.id, *ids.values()}
            and made not in wanted
        ):
            ids[link.id] = made
    return ids
