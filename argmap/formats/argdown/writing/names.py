"""Names of parts in a text, their ids, and what of their data is Argdown's."""

import re
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from itertools import count
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from argmap.formats.argdown.content import Range
from argmap.formats.argdown.fields import KEY
from argmap.formats.argdown.mapping import number_of_untitled
from argmap.formats.ids import UNTITLED_ARGUMENT, UNTITLED_CLAIM, slug
from argmap.model import Argument, ArgumentMap, Claim, Data
from argmap.model.kinds import is_id

Part: TypeAlias = Claim | Argument

_UNSAYABLE: Final = {
    Claim: re.compile(r"[\n\r\u2028\u2029\]]|^-"),
    Argument: re.compile(r"[\n\r\u2028\u2029>]|^[-+_!]"),
}
"""What no name has in it."""
_UNDEFINABLE: Final = {
    Claim: re.compile(r"[\n\r\u2028\u2029]|\](?=[:(])|^-"),
    Argument: re.compile(r"[\n\r\u2028\u2029]|>(?=:)|^[-+_!]"),
}
"""What no title has in it that stands where its part is defined, and nowhere else."""
_SUFFIX = re.compile(r"(?:-(?:claim|argument|section))?(?:-\d+)?")


def argdown_data(part: Any) -> Mapping[str, Any]:
    """Return what only Argdown knows of a part."""
    data = part.data.get(KEY)
    return data if isinstance(data, Data) else {}


def other_data(part: Any) -> dict[str, Any]:
    """Return the rest of the data."""
    return {key: each for key, each in part.data.items() if key != KEY}


def items(value: object) -> tuple[Any, ...]:
    """Return the items of a list, and none of anything else."""
    return value if isinstance(value, tuple) else ()


def ranges(value: object) -> list[Range]:
    """Return the ranges of a text that have a kind and a position in it."""
    return [
        dict(each)
        for each in items(value)
        if isinstance(each, Data) and _is_range(each)
    ]


def _is_range(data: Data) -> bool:
    """Return whether data is a range; a map from elsewhere may have anything there."""
    needed = {"type": str, "start": int, "stop": int}
    if data.get("type") == "link":
        needed["url"] = str
    return all(type(data.get(key)) is kind for key, kind in needed.items())


def bracketed(part: Part, name: str) -> str:
    """Return a name of a part in the brackets of its kind."""
    return f"[{name}]" if isinstance(part, Claim) else f"<{name}>"


def is_derived(argument_map: ArgumentMap, part_id: str, default: str) -> bool:
    """Return whether reading gives the id: the usual one, or it with a number."""
    if part_id == default:
        return True
    return part_id.startswith(f"{default}-") and bool(
        _SUFFIX.fullmatch(part_id, len(default))
        and argument_map.find_part(default) is not None
    )


def is_anonymous(part: Part) -> bool:
    """Return whether a part needs no name as far as its id goes."""
    pattern = UNTITLED_CLAIM if isinstance(part, Claim) else UNTITLED_ARGUMENT
    return not part.title and pattern.fullmatch(part.id) is not None


def is_only_definable(part: Part) -> bool:
    """Return whether a title can be read where its part says something, and only there.

    >>> is_only_definable(Claim("a", "Rents rose.", title="Rule [2]"))
    True
    """
    kind, title = type(part), part.title
    is_defined = bool(title and part.text) and not _UNDEFINABLE[kind].search(title)
    return is_defined and _UNSAYABLE[kind].search(title) is not None


def ids_are_names(argument_map: ArgumentMap) -> bool:
    """Return whether names in brackets are best taken for ids wherever they can be.

    So it is where parts have an id and no title, and no other's title could be an id.
    """
    parts = [*argument_map.propositions]
    is_wanted = any(not each.title and not is_anonymous(each) for each in parts)
    return is_wanted and not any(is_id(each.title) for each in parts)


class Names:
    """Words in brackets for each part that is named in a text.

    All have a name but the `nameless`, by their ids, which may have titles where they
    are defined. Those that are `known` have it from a text, and whether names `are_ids`
    is known then, too.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        nameless: Container[str],
        known: Mapping[str, str] = MappingProxyType({}),
        *,
        are_ids: bool | None = None,
    ) -> None:
        """Choose names: titles, or else ids."""
        self._map = argument_map
        self.are_ids: bool = ids_are_names(argument_map) if are_ids is None else are_ids
        self._names: dict[str, str] = dict(known)
        self._titles: dict[str, str] = {}
        taken = {
            (type(part), known[part.id])
            for part in argument_map.propositions
            if part.id in known
        }
        for part in argument_map.propositions:
            if part.id in known:
                continue
            if part.id in nameless:
                if part.title and (type(part), part.title) not in taken:
                    taken.add((type(part), part.title))
                    self._titles[part.id] = part.title
                continue
            for name in _candidates(part):
                if (type(part), name) in taken or _UNSAYABLE[type(part)].search(name):
                    continue
                taken.add((type(part), name))
                self._names[part.id] = name
                break

    def __contains__(self, part_id: str) -> bool:
        """Return whether a part is named."""
        return part_id in self._names

    @cached_property
    def _ids(self) -> dict[str, None]:
        """The names of parts that have no titles, where they are ids."""
        named = (
            self._names.get(each.id, "")
            for each in self._map.propositions
            if not each.title
        )
        return dict.fromkeys(filter(is_id, named))

    @cached_property
    def _miscounted(self) -> set[str]:
        """The claims without a name whose ids are not those that counting gives."""
        found: set[str] = set()
        number = 0
        for each in self._map.claims:
            if not self.is_defined(each):
                own = each.id if each.id != f"untitled-{number + 1}" else None
                number = number_of_untitled(own, "untitled", number)
                found |= {own} if own else set()
        return found

    @property
    def ids(self) -> list[str]:
        """The names that are ids and no titles, where not all are that can be."""
        return [] if self.are_ids else [*self._ids]

    def is_defined(self, part: Part) -> bool:
        """Return whether a part has a name or a title where it is defined."""
        return part.id in self._names or part.id in self._titles

    def reference(self, part: Part) -> str:
        """Return a part's name in its brackets, also where it is defined."""
        name = self._names.get(part.id) or self._titles.get(part.id, part.id)
        return bracketed(part, name)

    def is_unexpected(self, part: Part) -> bool:
        """Return whether the id of a part does not follow from its name."""
        name = self._names.get(part.id) or self._titles.get(part.id)
        if name is None:
            return not is_anonymous(part) or part.id in self._miscounted
        if is_id(name) and (self.are_ids or name in self._ids):
            return name != part.id
        return not is_derived(self._map, part.id, slug(name))


def _candidates(part: Part) -> Iterator[str]:
    if part.title:
        yield part.title
    yield part.id
    for number in count(2):
        yield f"{type(part).__name__.lower()}-{part.id}-{number}"
