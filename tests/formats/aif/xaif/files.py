"""Files in xAIF, in the dialects of the tools that write it; all of our own making."""

import json
from typing import Any, Final

import attrs

_RAIL: Final = "Trams run on rails."
_QUIET: Final = "Trams are quiet."
_BUILD: Final = "Build trams & save."


@attrs.frozen
class File:
    """A file, and what is to be read of it."""

    name: str
    document: Any
    claims: int = 0
    inferences: int = 0
    counterpoints: int = 0
    quotations: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The file as text, or as it stands where it is none of JSON."""
        if isinstance(self.document, str):
            return self.document
        return json.dumps(self.document, ensure_ascii=False)


def _node(name: Any, kind: str, text: str) -> dict[str, Any]:
    return {"nodeID": name, "text": text, "type": kind}


def _edges(*pairs: tuple[Any, Any]) -> list[dict[str, Any]]:
    return [
        {"edgeID": at, "fromID": start, "toID": end}
        for at, (start, end) in enumerate(pairs)
    ]


def _aif(nodes: list[Any], edges: list[Any], **rest: Any) -> dict[str, Any]:
    return {
        "nodes": nodes,
        "edges": edges,
        "schemefulfillments": None,
        "descriptorfulfillments": None,
        "participants": [],
        "locutions": [],
        **rest,
    }


def _span(name: Any, words: str, prefix: str = "") -> str:
    return f'<span class="highlighted" id="{prefix}{name}">{words}</span>'


_STEP: Final = _aif(
    [_node(0, "I", _QUIET), _node(1, "I", _BUILD), _node(2, "RA", "Default Inference")],
    _edges((0, 2), (2, 1)),
)
_IDS: Final = _aif(
    [
        _node("1_16", "I", _QUIET),
        _node("2_16", "I", _BUILD),
        _node("3_16", "CA", "Default Conflict"),
    ],
    _edges(("1_16", "3_16"), ("3_16", "2_16")),
    schemefulfillments=[{"nodeID": "3_16", "schemeID": "71"}],
    cqdescriptorfulfillments=[],
)
_SPOKEN: Final = _aif(
    [
        _node(0, "L", f"Ann : {_RAIL}"),
        _node(1, "YA", "Asserting"),
        _node(2, "I", "Trams are on rails."),
        _node(3, "L", "Bob None: Yes, quiet they are"),
        _node(4, "YA", "Default Illocuting"),
        _node(5, "I", _QUIET),
        _node(6, "TA", "Default Transition"),
    ],
    _edges((0, 1), (1, 2), (3, 4), (4, 5), (0, 6), (6, 3)),
    participants=2 * [{"participantID": 0, "firstname": "Bob", "surname": "None"}],
    locutions=[{"nodeID": 3, "personID": 0}],
)
_LAYOUT: Final = {
    "firstname": "Anon",
    "surname": "User",
    "url": "",
    "nodes": [{"nodeID": "1_16", "visible": True, "x": 4, "y": 2, "timestamp": ""}],
    "edges": [],
}

FILES: Final = (
    File(
        "blank",
        {"AIF": _aif([], []), "text": "", "dialog": True, "OVA": _LAYOUT},
        codes=frozenset({"empty-text"}),
    ),
    File(
        "no lists", {"AIF": {"nodes": [], "edges": []}}, codes=frozenset({"empty-text"})
    ),
    File("lower case", {"aif": _STEP, "ova": [], "text": {"txt": ""}}, 2, 1),
    File("a case title", {"AIF": _STEP, "text": "Case 7", "OVA": []}, 2, 1),
    File(
        "words of a claim in the text",
        {"AIF": _STEP, "text": {"txt": f"They say: {_QUIET}"}, "dialog": True},
        *(2, 1, 0),
        (_QUIET,),
    ),
    File(
        "words twice in the text",
        {"AIF": _STEP, "text": {"txt": f"{_QUIET} {_QUIET}"}},
        *(2, 1),
    ),
    File(
        "words inside a word",
        {"AIF": _aif([_node(1, "I", "tram")], []), "text": "One for trams only."},
        1,
    ),
    File(
        "highlighted, the prefix first",
        {"AIF": _IDS, "text": _span("1_16", _QUIET, "node"), "OVA": _LAYOUT},
        *(2, 0, 1),
        (_QUIET,),
    ),
    File(
        "highlighted in a page",
        {
            "AIF": _IDS,
            "text": {
                "txt": "<p>One &lt;b&gt;<br>"
                f"{_span('1_16', ' They are&nbsp;quiet ', 'node')}</p>"
                f"<div>{_span('2_16', 'Build <b>trams</b> &amp; save', 'node')}.</div>",
                "url": "https://example.org/trams",
            },
        },
        *(2, 0, 1),
        ("They are\xa0quiet", "Build trams & save"),
    ),
    File(
        "locutions highlighted",
        {
            "AIF": _SPOKEN,
            "dialog": True,
            "ova": [],
            "text": {
                "txt": f" Ann {_span(0, _RAIL)}.<br><br> Bob"
                f" {_span(3, 'Yes, quiet they are')}.<br><br>"
            },
        },
        *(2, 0, 0),
        (_RAIL, "Yes, quiet they are"),
    ),
    File(
        "locutions in plain text",
        {"AIF": _SPOKEN, "text": f"{_RAIL}\nYes, quiet they are, said Bob."},
        *(2, 0, 0),
        (_RAIL, "Yes, quiet they are"),
    ),
    File(
        "one inside another",
        {
            "AIF": _IDS,
            "text": _span("1_16", f"If {_span('2_16', 'built', 'node')}, ok", "node"),
        },
        *(2, 0, 1),
        ("If built, ok", "built"),
    ),
    File(
        "highlighted for no node",
        {"AIF": _IDS, "text": _span("9_16", _RAIL, "node")},
        *(2, 0, 1),
        codes=frozenset({"unknown-id"}),
    ),
    File(
        "never closed",
        {"AIF": _IDS, "text": f"<span id='node1_16'>{_QUIET} <!-- x"},
        *(2, 0, 1),
        (_QUIET,),
    ),
    File(
        "less than",
        {"AIF": _aif([_node(1, "I", "a <b1 c")], []), "text": "It is a <b1 c> d."},
        *(1, 0, 0),
        ("a <b1 c",),
    ),
    File(
        "an unfinished step",
        {"AIF": _aif([_node(1, "I", _QUIET), _node(2, "RA", "")], _edges((1, 2)))},
        1,
        codes=frozenset({"unfinished-step"}),
    ),
    File(
        "nodes of a module",
        {
            "AIF": _STEP,
            "text": {"txt": ""},
            "propositionClassifier": {"nodes": [{"nodeID": 0, "type": "Fact"}]},
            "actors": {"nodes": [], "participants": []},
        },
        *(2, 1),
    ),
    File(
        "text of another shape",
        {"AIF": _STEP, "text": [{"txt": _QUIET}], "OVA": None, "dialog": "yes"},
        *(2, 1),
    ),
    File("no graph", {"AIF": [], "text": ""}, codes=frozenset({"missing-key"})),
    File(
        "broken off",
        json.dumps({"AIF": _STEP, "text": _QUIET})[:-3],
        *(2, 1),
        codes=frozenset({"json-syntax"}),
    ),
    File(
        "broken off in the graph",
        json.dumps({"text": _QUIET, "AIF": _STEP})[:-30],
        *(2, 1, 0),
        (_QUIET,),
        frozenset({"json-syntax"}),
    ),
)
