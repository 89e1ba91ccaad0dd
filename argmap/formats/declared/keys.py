"""Keys with the usual names of what stands in nodes and edges."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from argmap.formats.declared.paths import (
    Steps,
    each_found,
    found,
    is_value,
    keys_in,
    steps_of,
    written,
)
from argmap.formats.declared.words import CHILDREN, folded, usual
from argmap.formats.located import Node

Accepts: TypeAlias = Callable[[Node], bool]

_SUFFIX: Final = re.compile(r"(?:ids?|idx|index|uid|key|node|claim)$")

LISTS: Final = """
    nodes claims components premises conclusions propositions arguments statements
    entities spans adus evidence items vertices concepts positions units segments
    argumentcomponents elements points data theses
    """
IDS: Final = """
    id nodeid claimid componentid entityid argumentid statementid commentid postid
    identifier uid uuid key nodekey no number
"""
TEXTS: Final = """
    text claim statement proposition content sentence claimtext nodetext adutext
    utterance body argument argumenttext claimcorrectedtext thesis value mainclaim
    comment
"""
INNER_TEXTS: Final = f"""
    {TEXTS} reason objection premise evidence counterargument rebuttal answer reply
"""
NAMES: Final = "label name title id"
"""What stands for the text of a node that has nothing else."""
KINDS: Final = """
    labels kind type nodetype componenttype argumenttype role category label entitytype
"""
SPEAKERS: Final = "speaker author participant user username"
QUOTES: Final = """
    quote quotation exactquote supportingquote sourcequote excerpt verbatim
"""
SOURCES: Final = "source sourcefile sourceurl document url reference citation"
STARTS: Final = "start startoffset begin startchar charstart"
ENDS: Final = "end endoffset stop endchar charend"
WHOLE_TEXTS: Final = "text content documenttext sourcetext document"
RELATIONS: Final = """
    relation relationtype relationship relationshiptype edgetype reltype rel stance
    polarity side stancewa relationlabel label goldlabel labels sign predicate
    relationtoparent parentrelation stancetoparent
"""
"""The keys of words for relations, even if a word is not usual."""
WORDS_PERHAPS: Final = "type kind interaction name role category"
EDGE_LISTS: Final = """
    edges links relations relationships arcs triples connections adjacency
"""
EDGE_IDS: Final = "id edgeid relationid step"
PARENTS: Final = "parent replyto inreplyto parentcomment"
TARGETS: Final = ("target", "to", "claim", "node")
"""What an edge inside a node, or a node itself, may call what it leads to."""
_PAIRS: Final = (
    *(("source", "target"), ("from", "to"), ("startnode", "endnode")),
    *(("head", "tail"), ("premise", "conclusion"), ("premises", "conclusion")),
    *(("evidence", "claim"), ("reason", "claim"), ("premise", "claim")),
    ("argument", "topic"),
    *(("claim", "topic"), ("premise", "hypothesis"), ("subject", "object")),
    *(("attacker", "attacked"), ("arg1", "arg2"), ("start", "end"), ("u", "v")),
    *(("claim", "topictext"), ("claimtext", "topictext"), ("child", "parent")),
)
_CLAIMS: Final = """
    mainclaim thesis claim conclusion question motion warrant warrants
"""
"""What may be a claim, though nothing says how it is related to others."""
_MAY_BE_LISTS: Final = ("premises", "source", "from", "target", "to", "conclusion")


def is_object(node: Node) -> bool:
    """Return whether this is an object."""
    return isinstance(node.items, dict)


def is_word(node: Node) -> bool:
    """Return whether this is a text."""
    return node.items is None and isinstance(node.value, str)


def is_scalar(node: Node) -> bool:
    """Return whether this is a text or a number."""
    return node.items is None and not isinstance(node.value, bool)


def is_end(node: Node) -> bool:
    """Return whether this can name a node: by a text, a number or an object."""
    return is_scalar(node) or is_object(node)


def _is_offset(node: Node) -> bool:
    value = node.value
    return isinstance(value, int) or (isinstance(value, str) and value.isdecimal())


def at(item: Node, path: str) -> Iterator[Node]:
    """Yield what a path leads to, but for nothing."""
    for _, each in each_found(item, steps_of(path)):
        if each.items or is_value(each):
            yield each


def _is_just(key: Steps, name: str) -> bool:
    return folded(str(key[-1])) == name


def keys_called(
    items: Iterable[Node],
    names: str,
    accepts: Accepts,
    fits: Callable[[Steps, str], bool] = _is_just,
) -> Iterator[str]:
    """Yield the paths to keys with these names, if what is there is accepted."""
    items = [*items]
    known = all_keys(items)
    for name in names.split():
        for key in sorted(known, key=len):
            path = written(key)
            if fits(key, name) and _most(
                accepts(node) for each in items for node in at(each, path)
            ):
                yield path


def _most(answers: Iterable[bool]) -> bool:
    """Return whether most are true: an odd one is for the reader to report."""
    found = [*answers]
    return 0 < len(found) <= 2 * sum(found)


def key_called(
    items: Iterable[Node],
    names: str,
    accepts: Accepts,
    fits: Callable[[Steps, str], bool] = _is_just,
) -> str:
    """Return the first of these paths, "" if there is none."""
    return next(keys_called(items, names, accepts, fits), "")


def pair_in(items: Sequence[Node]) -> tuple[str, str] | None:
    """Return the keys of the two ends of edges, if these are edges."""
    known = all_keys(items)
    for source, target in _PAIRS:
        starts = [each for each in known if is_called(each, source)]
        for start in sorted(starts, key=len):
            for end in known:
                is_one = start[:-1] == end[:-1] and is_called(end, target)
                if is_one and _are_ends(items, source, written(start), written(end)):
                    return written(start), written(end)
    return None


def is_called(key: Steps, name: str) -> bool:
    """Return whether a key is called so, as `source_claim_id` is called source."""
    word = folded(str(key[-1]))
    while word != name and (shorter := _SUFFIX.sub("", word)) != word:
        word = shorter
    return word == name


def _are_ends(items: Iterable[Node], name: str, start: str, end: str) -> bool:
    may_be_list = name in _MAY_BE_LISTS
    there = [
        [
            node
            for each in items
            for _, node in found(each, steps_of(path))
            if node.items or is_value(node)
        ]
        for path in (start, end)
    ]
    if name == "start" and all(map(_is_offset, chain(*there))):
        return False
    may_be = [
        [is_end(node) or (may_be_list and bool(node.items)) for node in each]
        for each in there
        if each
    ]
    return bool(may_be) and all(map(_most, may_be))


def offsets_in(items: Sequence[Node]) -> tuple[str, str] | None:
    """Return the keys of where the words of nodes begin and end, if both are there."""
    start, end = (key_called(items, each, _is_offset) for each in (STARTS, ENDS))
    return (start, end) if start and end else None


def all_keys(items: Iterable[Node]) -> Mapping[Steps, None]:
    """Return the paths to all that stands in any of these, two keys deep at most."""
    return dict.fromkeys(key for each in items for key, _ in keys_in(each))


def without_ends(items: Iterable[Node], pair: tuple[str, str]) -> list[Node]:
    """Return the items that have none of the two ends of edges."""
    return [x for x in items if not any([*at(x, end)] for end in pair)]


def name_of(path: Steps) -> str:
    """Return what a list or a key is called.

    >>> name_of(("claims", None, "Sub-claims", None))
    'Sub-claims'
    """
    return next((str(each) for each in path[::-1] if each is not None), "")


def is_named(path: Steps, names: str) -> bool:
    """Return whether a list is called by one of these names."""
    return folded(name_of(path)) in names.split()


def is_child(path: Steps) -> bool:
    """Return whether a list is called as one of answers or reasons is."""
    has_meaning = bool(usual([name_of(path)])) and not is_named(path, "conclusion")
    return has_meaning or is_named(path, CHILDREN)


def may_be_edges(path: Steps) -> bool:
    """Return whether a list is called as one of edges, or after a relation."""
    return is_named(path, EDGE_LISTS) or bool(usual([name_of(path)]))


def may_be_claims(path: Steps, node: Node) -> bool:
    """Return whether this may be claims: texts that somebody states, by their name."""
    is_said = bool(node.items) or (is_word(node) and " " in str(node.value))
    return is_said and (is_child(path) or is_named(path, _CLAIMS))


def may_be_unread(path: Steps, node: Node) -> bool:
    """Return whether this may be nodes or edges, by what it is called.

    >>> may_be_unread(("rebuttals",), Node("It is false.", 0, 14))
    True
    """
    is_list = isinstance(node.items, list) and bool(node.items)
    is_list_of_parts = is_list and is_named(path, f"{LISTS} {EDGE_LISTS}")
    return is_list_of_parts or may_be_claims(path, node)
