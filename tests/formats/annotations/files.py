"""Annotations in the formats of other tools; all of our own making."""

import json
from typing import Any, Final

import attrs

Fields = dict[str, Any]


@attrs.frozen
class File:
    """A file, and what is to be read of it; a step is `premises + end` or `… - …`."""

    format: str
    name: str
    content: Any
    claims: list[str] = attrs.field(factory=list)
    steps: list[str] = attrs.field(factory=list)
    quotations: list[str] = attrs.field(factory=list)
    thesis: str | None = None
    codes: list[str] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """The file as text."""
        content = self.content
        return content if isinstance(content, str) else json.dumps(content, indent=1)


def _atom(text: str, **rest: Any) -> Fields:
    return {"atom": {"text": text, **rest}, "metadata": {}}


def _scheme(**kind: Any) -> Fields:
    return {"scheme": kind}


def _joined(*pairs: tuple[str, str]) -> Fields:
    return {
        f"e{at}": {"source": start, "target": end}
        for at, (start, end) in enumerate(pairs)
    }


_ARGUEBUF: Final = (
    File(
        "arguebuf",
        "an undercut",
        {
            "nodes": {
                "a": _atom("Quiet."),
                "b": _atom("Build."),
                "c": _atom("Not always."),
                "s": _scheme(
                    support="SUPPORT_EXPERT_OPINION", premiseDescriptors=["a"]
                ),
                "t": _scheme(attack="ATTACK_DEFAULT"),
            },
            "edges": _joined(("a", "s"), ("s", "b"), ("c", "t"), ("t", "s")),
            "majorClaim": "b",
            "schemaVersion": 1,
        },
        ["Quiet.", "Build.", "Not always."],
        ["a + b", "c - s"],
        thesis="b",
    ),
    File(
        "arguebuf",
        "references",
        {
            "nodes": {
                "a": _atom("A", reference={"resource": "r", "text": "Quiet."}),
                "b": _atom(
                    "B", reference={"resource": "r", "offset": 7, "text": "Dear."}
                ),
                "c": _atom("C", reference={"resource": "q", "text": "x"}),
                "d": _atom("D", reference={"text": "x"}, participant="p"),
            },
            "edges": {},
            "resources": {"r": {"text": "Quiet. Dear.", "title": "T"}},
            "participants": {"p": {"name": "Ann"}},
        },
        ["A", "B", "C", "D"],
        quotations=["Quiet.", "Dear."],
        codes=["unknown-id"],
    ),
    File(
        "arguebuf",
        "odd",
        {
            "nodes": {
                "a": _atom(""),
                "b": _atom("B"),
                "s": _scheme(),
                "x": {},
            },
            "edges": _joined(("a", "s"), ("s", "b"), ("a", "b"), ("b", "z")),
        },
        ["", "B", ""],
        codes=[
            "empty-text",
            "unknown-relation",
            "missing-key",
            "unknown-relation",
            "unknown-id",
        ],
    ),
)


def _sadface(nodes: list[Fields], *pairs: tuple[str, str], **rest: Any) -> Fields:
    return {
        "metadata": {"core": {"id": "m", "analyst_name": "Ann", **rest}},
        "resources": [{"id": "r", "content": "Quiet. Dear.", "type": "text"}],
        "nodes": nodes,
        "edges": [
            {"id": f"e{at}", "source_id": start, "target_id": end}
            for at, (start, end) in enumerate(pairs)
        ],
    }


def _node(node: str, kind: str, **rest: Any) -> Fields:
    return {"id": node, "type": kind, "metadata": {}, **rest}


_SADFACE: Final = (
    File(
        "sadface",
        "the first dialect",
        _sadface(
            [
                _node("a", "atom", text="A", sources=[]),
                _node("b", "atom", text="B"),
                _node("s", "scheme", name="support"),
                _node("t", "scheme", name="Conflict"),
            ],
            *(("a", "s"), ("s", "b"), ("b", "t"), ("t", "a")),
            claim="b",
        ),
        ["A", "B"],
        ["a + b", "b - a"],
        thesis="b",
    ),
    File(
        "sadface",
        "the second dialect",
        _sadface(
            [
                _node(
                    "a",
                    "atom",
                    text="A",
                    sources=[
                        {"resource_id": "r", "text": "Dear.", "offset": 7, "length": 5}
                    ],
                ),
                _node("b", "atom", text="B"),
                _node("s", "inference", name="Expert Opinion"),
                _node("t", "conflict", name="disagree"),
            ],
            *(("a", "s"), ("s", "b"), ("b", "t"), ("t", "a")),
        ),
        ["A", "B"],
        ["a + b", "b - a"],
        ["Dear."],
    ),
    File(
        "sadface",
        "odd",
        _sadface(
            [
                _node("a", "atom", text="A"),
                _node("b", "idea", text="B"),
                _node("s", "scheme", name="Magic"),
                {"type": "atom"},
            ],
            *(("a", "s"), ("a", "a")),
        ),
        ["A"],
        codes=[
            "unknown-node-type",
            "unknown-relation",
            "unfinished-step",
            "missing-key",
            "unknown-relation",
        ],
    ),
)


def _ova(nodes: list[Fields], *pairs: tuple[int, int], **analysis: Any) -> Fields:
    copies = {each["id"]: each for each in nodes}
    return {
        "nodes": nodes,
        "edges": [
            {"from": copies.get(start, {"id": start}), "to": copies[end]}
            for start, end in pairs
        ],
        "participants": [],
        "analysis": analysis,
    }


def _ova_node(
    name: int, kind: str, text: str, scheme: str = "0", **rest: Any
) -> Fields:
    return {"id": name, "type": kind, "text": text, "scheme": scheme, "x": 1.5, **rest}


_OVA: Final = (
    File(
        "ova",
        "highlighted",
        _ova(
            [
                _ova_node(1, "I", "A"),
                _ova_node(2, "I", "B", majorClaim=True),
                _ova_node(3, "RA", "Sign", "30"),
                _ova_node(4, "CA", "Default Conflict", "71"),
            ],
            *((1, 3), (3, 2), (1, 4), (4, 3)),
            txt='<span id="node1">Quiet &amp; </span><br> <span id="node2">B</span>.',
            documentTitle="T",
        ),
        ["A", "B"],
        ["1 + 2", "1 - 3"],
        ["Quiet &", "B"],
        "2",
    ),
    File(
        "ova",
        "a dialogue",
        _ova(
            [
                _ova_node(1, "I", "A"),
                _ova_node(2, "L", "Ann : A"),
                _ova_node(3, "YA", "Asserting"),
                _ova_node(4, "Q", "?"),
            ],
            *((2, 3), (3, 1), (9, 1)),
        ),
        ["A"],
        codes=["left-out", "unknown-node-type", "unknown-id"],
    ),
)

_HEAD: Final = (
    '<?xml version="1.0"?>\n<arggraph id="m" topic_id="trams" stance="pro">\n'
    '<edu id="e1"><![CDATA[Trams are quiet]]></edu>\n<edu id="e2">and run</edu>\n'
    '<edu id="e3">on rails &amp; roads,</edu>\n<edu id="e4" implicit="true">So.</edu>\n'
)

_ARGGRAPH: Final = (
    File(
        "arggraph",
        "added, undercut, joined",
        _HEAD
        + '<joint id="j1"/><adu id="a1" type="pro"/><adu id="a2" type="opp"/>\n'
        + '<adu id="a3" type="pro"/><adu id="a4" type="opp"/>\n'
        + '<edge id="s1" src="e1" trg="a1" type="seg"/>\n'
        + '<edge id="s2" src="e2" trg="j1" type="seg"/>\n'
        + '<edge id="s3" src="e3" trg="j1" type="seg"/>\n'
        + '<edge id="s4" src="j1" trg="a2" type="seg"/>\n'
        + '<edge id="s5" src="e4" trg="a3" type="seg"/>\n'
        + '<edge id="s6" src="e3" trg="a4" type="seg"/>\n'
        + '<edge id="c2" src="a3" trg="c1" type="add"/>\n'
        + '<edge id="c3" src="a4" trg="c1" type="und"/>\n'
        + '<edge id="c1" src="a2" trg="a1" type="reb"/>\n</arggraph>',
        ["Trams are quiet", "and run on rails & roads,", "So.", "on rails & roads,"],
        ["a4 - c1", "a2 a3 - a1"],
        ["Trams are quiet", "and run", "on rails & roads,", "on rails & roads,"],
        "a1",
    ),
    File(
        "arggraph",
        "an example",
        _HEAD
        + '<adu id="a1" type="pro"/><adu id="a2" type="pro"/>\n'
        + '<edge id="s1" src="e1" trg="a1" type="seg"/>\n'
        + '<edge id="s2" src="e3" trg="a2" type="seg"/>\n'
        + '<edge id="c1" src="a2" trg="a1" type="exa"/></arggraph>',
        ["Trams are quiet", "on rails & roads,"],
        ["a2 + a1"],
        ["Trams are quiet", "on rails & roads,"],
        "a1",
    ),
    File(
        "arggraph",
        "odd",
        _HEAD
        + '<adu id="a1"/><node/>\n<edge id="s1" src="e9" trg="a1" type="seg"/>\n'
        + '<edge id="c1" src="a1" trg="c9" type="add"/>\n'
        + '<edge id="c2" src="a1" trg="a1" type="xyz"/></arggraph>',
        [""],
        codes=[
            "empty-text",
            "unknown-element",
            "unknown-id",
            "unknown-id",
            "unknown-relation",
        ],
    ),
)

_BRAT: Final = (
    File(
        "brat",
        "an essay",
        "T1\tMajorClaim 2 13\tBuild trams\r\nA1\tStance T2 Against\r\n"
        'T2\tClaim 20 25\tDear \r\nT3\tPremise 30 38\t"so" much\r\n'
        "R1\tsupports Arg1:T3 Arg2:T2\t\r\n",
        ["Build trams", "Dear", '"so" much'],
        ["T3 + T2", "T2 - T1"],
        ["Build trams", "Dear", '"so" much'],
        "T1",
    ),
    File(
        "brat",
        "two major claims",
        "T1\tMajorClaim 0 1\tA\nT2\tMajorClaim 2 3\tB\nT3\tClaim 4 5\tC\n"
        "A1\tStance T3 For\n",
        ["A", "B", "C"],
        ["T3 + T1"],
        ["A", "B", "C"],
        "T1",
    ),
    File(
        "brat",
        "a span with gaps",
        "T1\tMajorClaim 0 5;9 14\tRents  rose\n",
        ["Rents  rose"],
        quotations=["Rents", "rose"],
        thesis="T1",
    ),
    File(
        "brat",
        "odd",
        "T1\tClaim 0 1;3 5\tA B\nT2\tClaim 9 3\tC\n#1\tNote T1\tx\nTx\ty\n"
        "A1\tStance T1 Maybe\nR1\tis Arg1:T1 Arg2:T2\n",
        ["A B", "C"],
        codes=[
            "bad-value",
            "bad-value",
            "left-out",
            "brat-syntax",
            "bad-value",
            "unknown-relation",
        ],
    ),
)

FILES: Final = (*_ARGUEBUF, *_SADFACE, *_OVA, *_ARGGRAPH, *_BRAT)
