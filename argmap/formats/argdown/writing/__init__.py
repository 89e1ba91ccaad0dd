"""From an argument map to text in Argdown.

What is a reconstruction and what a relation is decided first, then how parts are
named; then the body is written block by block, and the front matter last: the map's
data, and what the body cannot say.
"""

from typing import Any

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.data import write_front_matter
from argmap.formats.argdown.fields import KEY
from argmap.formats.argdown.mapping import SETTINGS, to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.patch import KINDS, ORDER, difference
from argmap.formats.argdown.plus import SYNTAX
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.argdown.writing.body import Body
from argmap.formats.argdown.writing.questions import with_questions_as_claims
from argmap.formats.codec import record_of
from argmap.formats.losses import NO_LINE, loss
from argmap.model import ArgumentMap, Data, Source
from argmap.words import counted


def write(argument_map: ArgumentMap) -> str:
    """Write a map in Argdown, with the texts of its sources where they are at hand.

    >>> from argmap.model import Claim
    >>> print(write(ArgumentMap([Claim("rents", "They rose.", title="Rents")])), end="")
    [Rents]: They rose.
    """
    front, body, got = _drafted(argument_map)
    return with_front_matter(completed(front, argument_map, got), body)


def losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Return which parts the front matter says, since a line of Argdown cannot.

    >>> from argmap.model import Claim, Counterpoint
    >>> claims = [Claim(each, f"{each}.", title=each) for each in "abc"]
    >>> linked = Counterpoint(["a", "b"], target="c", id="both")
    >>> for each in losses(ArgumentMap(claims, counterpoints=[linked])):
    ...     print(each)
    info[no-line]: Argdown has no line for 1 counterpoint ('both')
    """
    _, _, got = _drafted(argument_map)
    unsaid = {
        name: [each.id for each in getattr(argument_map, name) if each.id not in got]
        for name in KINDS
    }
    return tuple(
        loss(NO_LINE, "Argdown", counted(len(ids), name[:-1]), ids)
        for name, ids in unsaid.items()
        if ids
    )


def _drafted(argument_map: ArgumentMap) -> tuple[dict[str, Any], str, ArgumentMap]:
    """Return the best draft of a text, and the map that is read of it."""
    drafts = []
    for is_ordered in (False, True):
        front, body = draft(argument_map, is_ordered=is_ordered)
        got = to_map(parse(tokenize(with_front_matter(front, body)))).argument_map
        drafts.append((front, body, got))
        if ORDER not in difference(argument_map, got):
            break
    return min(drafts, key=lambda each: _burden(argument_map, each[0], each[2]))


def _burden(
    wanted: ArgumentMap, front: dict[str, Any], got: ArgumentMap
) -> tuple[int, ...]:
    """Return how much must be said of parts and names, and whether of their order."""
    settings = difference(wanted, got)
    parts = sum(len(settings.get(name, ())) for name in KINDS)
    names = front.get(SETTINGS, {}).get("names", ())
    return parts, len(names), ORDER in settings


def draft(
    argument_map: ArgumentMap, *, is_ordered: bool = False
) -> tuple[dict[str, Any], str]:
    """Return the front matter and the body of a text, but for what it lacks.

    One that `is_ordered` has steps in the order of the map, and more blocks for that.
    """
    body, text = _body(with_questions_as_claims(argument_map), is_ordered=is_ordered)
    front: dict[str, Any] = {"title": argument_map.title} if argument_map.title else {}
    front |= {
        key: value
        for key, value in argument_map.data.items()
        if key not in {SETTINGS, "title", KEY} and not _is_syntax(key, value)
    }
    names: Any = "ids" if body.names.are_ids else body.names.ids
    settings: dict[str, Any] = {"names": names} if names else {}
    if argument_map.sources:
        settings["sources"] = written_sources(argument_map)
    return front | ({SETTINGS: settings} if settings else {}), text


def _body(argument_map: ArgumentMap, *, is_ordered: bool) -> tuple[Body, str]:
    """Return a body and its text; what needs a name is seen when it is written."""
    named: set[str] = set()
    while True:
        body = Body(argument_map, named, is_ordered=is_ordered)
        text = body.write() or "Nothing is claimed."
        if not (more := body.unsayable):
            return body, text
        named |= more


def _is_syntax(key: str, value: object) -> bool:
    """Return whether a setting would have the text read as Argdown+."""
    return key == "parser" and isinstance(value, Data) and value.get("syntax") == SYNTAX


def written_sources(argument_map: ArgumentMap) -> dict[str, Any]:
    """Return the sources of a map as its front matter lists them."""
    return dict(map(_source, argument_map.sources))


def _source(source: Source) -> tuple[str, Any]:
    """Return the id of a source and what is written of it, a path alone in short."""
    fields = dict(record_of(Source).written(source))
    del fields["id"]
    return source.id, fields["path"] if [*fields] == ["path"] else fields


def completed(
    front: dict[str, Any], wanted: ArgumentMap, got: ArgumentMap
) -> dict[str, Any]:
    """Return a front matter with what turns the map got into the one wanted.

    Reading is what makes ids, texts and the order of parts: only what has been read
    shows what is missing.
    """
    settings = front.get(SETTINGS, {}) | difference(wanted, got)
    return front | {SETTINGS: settings} if settings else front


def with_front_matter(front: dict[str, Any], body: str) -> str:
    """Return a body below its front matter, where there is any."""
    return f"{write_front_matter(front)}\n\n{body}\n" if front else f"{body}\n"
