"""What hypothesis draws: documents in AIF with every quirk there is, and more."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from tests.strategies import data, texts

Document = dict[str, Any]

ODD_IDS = ("", None, True, 1.5, ["1"], {"id": 1}, "claim-2", "1-2", "2-locution", "99")
TYPES = ("I", "I", "I", "RA", "RA", "CA", "CA", "L", "L", "YA", "YA", "MA", "PA", "TA")
ODD_TYPES = ("", "i", "XA", None, 3, ["I"])
NAMES = (
    *("RA", "CA", "Default Inference", "Default", "ExpertOpinion", "Expert Opinion"),
    *("Argument from sunk costs, or waste", "Logical Conflict", "72", "?"),
)
SPEECH = ("Ann : it rose", "Bo: it fell", "it is 10:30", ": no", "Cy says 'so'")
_SOURCES = {"RA": ("I",), "CA": ("I",), "YA": ("L",), "MA": ("I",), "TA": ("L",)}
_TARGETS = {
    "RA": ("I", "I", "RA", "CA"),
    "CA": ("I", "I", "RA", "CA"),
    "YA": ("I", "I", "RA", "L"),
    "MA": ("I", "MA"),
    "TA": ("L",),
}
_ID_STYLES = ("{}", "{}", "{}_23", "a b {}", "-{}")


def _one(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Document]:
    return values.map(lambda value: {name: value})


def _maybe(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Document]:
    return st.just({}) | _one(name, values)


@st.composite
def _merged(draw: st.DrawFn, *parts: st.SearchStrategy[Document]) -> Document:
    """Draw one object out of several; later ones win."""
    whole: Document = {}
    for part in parts:
        whole.update(draw(part))
    return whole


@st.composite
def _nodes(draw: st.DrawFn, *, odd: bool) -> list[Document]:
    """Draw nodes, each with an id of its own if they are not `odd`."""
    style = draw(st.sampled_from(_ID_STYLES))
    ids = [style.format(number) for number in range(1, draw(st.integers(0, 12)) + 1)]
    words = st.sampled_from(NAMES + SPEECH) | texts()
    return [draw(_node(st.just(each), words, odd=odd)) for each in ids]


def _node(
    node_id: st.SearchStrategy[Any], words: st.SearchStrategy[str], *, odd: bool
) -> st.SearchStrategy[Document]:
    right = _merged(
        data(),
        _one("nodeID", node_id),
        _one("text", words),
        _one("type", st.sampled_from(TYPES)),
        _maybe("timestamp", st.just("2015-12-14 12:09:13")),
        _maybe("scheme", st.sampled_from([*NAMES, None])),
        _maybe("schemeID", st.just("72")),
    )
    if not odd:
        return right
    numbers = node_id.map(lambda each: int(each) if each.isdecimal() else each)
    return right | _merged(
        data(),
        _maybe("nodeID", numbers | st.sampled_from(ODD_IDS) | st.just("1")),
        _maybe("text", words | st.sampled_from([None, 3])),
        _maybe("type", st.sampled_from(TYPES + ODD_TYPES)),
    )


@st.composite
def _ends(draw: st.DrawFn, nodes: Sequence[Document]) -> list[tuple[Any, Any]]:
    """Draw what edges join: mostly what the types of nodes are for."""
    by_type: dict[str, list[Any]] = {}
    for each in nodes:
        by_type.setdefault(str(each.get("type")), []).append(each.get("nodeID"))
    ends: list[tuple[Any, Any]] = []
    for kind, targets in _TARGETS.items():
        near = [each for kind_ in _SOURCES[kind] for each in by_type.get(kind_, ())]
        far = [each for kind_ in targets for each in by_type.get(kind_, ())]
        for node in by_type.get(kind, ()):
            ends += [(each, node) for each in draw(_some(near))]
            ends += [(node, each) for each in draw(_some(far))]
    return draw(st.permutations(ends))


def _some(values: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(values), max_size=2) if values else st.just([])


@st.composite
def _edges(draw: st.DrawFn, nodes: Sequence[Document], *, odd: bool) -> list[Document]:
    ends = draw(_ends(nodes))
    ids = [each.get("nodeID") for each in nodes] or ["1"]
    some = st.sampled_from([*ids, *ODD_IDS] if odd else ids)
    ends += draw(st.lists(st.tuples(some, some), max_size=3))
    return [
        draw(_edge(str(number), start, end, odd=odd))
        for number, (start, end) in enumerate(ends, 100)
    ]


def _edge(
    edge_id: str, start: Any, end: Any, *, odd: bool
) -> st.SearchStrategy[Document]:
    right: Document = {
        "edgeID": edge_id,
        "fromID": start,
        "toID": end,
        "formEdgeID": None,
    }
    if not odd:
        return st.just(right)
    return st.just(right) | _merged(
        data(),
        _maybe("edgeID", st.integers(0, 9) | st.sampled_from(["1", "", "e 4"])),
        _maybe("fromID", st.just(start)),
        _maybe("toID", st.just(end)),
        _maybe("formEdgeID", st.none() | st.just("5")),
    )


def _participants() -> st.SearchStrategy[Document]:
    return _merged(
        _maybe("participantID", st.sampled_from([1, "1", "2", None])),
        _maybe("firstname", st.sampled_from(["Ann", "Bo", "", None])),
        _maybe("surname", st.sampled_from(["None", "Low", "", 3])),
    )


def _locutions(ids: Sequence[Any]) -> st.SearchStrategy[Document]:
    return _merged(
        _maybe("nodeID", st.sampled_from([*ids, "98"])),
        _maybe("personID", st.sampled_from([1, "1", "2", None])),
        _maybe("start", st.none()),
    )


@st.composite
def documents(draw: st.DrawFn, *, odd: bool = True) -> Document:
    """Draw documents; if they are not `odd`, objects are as they should be."""
    nodes = draw(_nodes(odd=odd))
    ids = [each.get("nodeID") for each in nodes]
    locutions: st.SearchStrategy[Any] = st.lists(_locutions(ids), max_size=4)
    participants: st.SearchStrategy[Any] = st.lists(_participants(), max_size=3)
    if odd:
        locutions |= st.none() | st.lists(st.integers(), max_size=2)
        participants |= st.just("Ann")
    document = draw(
        _merged(
            data() if odd else st.just({}),
            _one("nodes", st.just(nodes)),
            _one("edges", _edges(nodes, odd=odd)),
            _maybe("locutions", locutions),
            _maybe("participants", participants),
        )
    )
    return {name: document[name] for name in draw(st.permutations(list(document)))}
