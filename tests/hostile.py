"""Texts that hold very many of one thing, as no author writes them.

Each generator takes how many; whatever is done with its text should take a time that
grows as the text does.
"""

import json
from collections.abc import Callable
from typing import Any, Final

Generator = Callable[[int], str]


def _lines(line: str, *, before: str = "") -> Generator:
    """Return a generator of one line many times over, `{}` the number of each."""
    return lambda count: (
        before
        + "".join(line.replace("{}", str(number)) + "\n" for number in range(count))
    )


def _words(word: str, *, before: str = "", after: str = "") -> Generator:
    """Return a generator of one line that holds a word many times over."""
    return lambda count: (
        before + "".join(word.replace("{}", str(each)) for each in range(count)) + after
    )


def _indented(line: str) -> Generator:
    """Return a generator of lines each below the one before, 60 deep at most."""
    return lambda count: (
        "[Claim]: It is so.\n"
        + "".join(
            f"{'  ' * (1 + number % 60)}{line.replace('{}', str(number))}\n"
            for number in range(count)
        )
    )


def _json(make: Callable[[int], Any], *, indent: int | None = None) -> Generator:
    return lambda count: json.dumps(make(count), indent=indent)


def _claims(count: int) -> list[dict[str, Any]]:
    return [{"id": f"c{each}", "text": f"Claim {each}."} for each in range(count)]


def _map(**lists: Callable[[int], dict[str, Any]]) -> Generator:
    """Return a generator of a map in JSON: claims, and lists of what one gives."""
    return _json(
        lambda count: {
            "argmap": 1,
            "claims": _claims(count),
            **{name: [*map(make, range(count))] for name, make in lists.items()},
        }
    )


def _aif(count: int, **extra: Any) -> dict[str, Any]:
    nodes = [
        {"nodeID": f"{each}", "text": f"Claim {each}.", "type": "I"}
        for each in range(count)
    ]
    steps = [
        {"nodeID": f"s{each}", "text": "", "type": "RA"} for each in range(1, count)
    ]
    ends = [(f"{each}", f"s{each}") for each in range(1, count)]
    ends += [(f"s{each}", f"{(each - 1) // 3}") for each in range(1, count)]
    edges = [
        {"edgeID": f"e{number}", "fromID": tail, "toID": head}
        for number, (tail, head) in enumerate(ends)
    ]
    return {"nodes": [*nodes, *steps], "edges": edges, "locutions": [], **extra}


ARGDOWN: Final[dict[str, Generator]] = {
    "claims": _lines("[Claim {}]: It is so {}.\n"),
    "untitled": _lines("It is so {}.\n"),
    "one title": _lines("[Claim]: It is so {}.\n"),
    "one title and text": _lines("[Claim]: It is so.\n"),
    "one title with tags": _lines("[Claim]: It is so. #tag-{}\n"),
    "one title with data": _lines("[Claim]: It is so. {key-{}: 1}\n"),
    "one title with a list": _lines("[Claim]: It is so. {key: [{}, 1]}\n"),
    "one title strikes itself": _lines("[Claim]: It is so.\n  - [Claim]\n"),
    "one reference": _lines("[Claim]\n", before="[Claim]: It is so.\n\n"),
    "undefined references": _lines("[Claim {}]\n"),
    "mentions": _words("@[Claim {}] ", before="[Claim 0]: It is so, "),
    "titles of one slug": _lines("[Claim{}!]: So.\n\n[Claim{}?]: So.\n"),
    "titles that differ by signs": lambda count: "".join(
        f"[Claim{each:016b}]: It is so.\n\n".translate({48: "!", 49: "?"})
        for each in range(count)
    ),
    "tags in one line": _words("#tag-{} ", before="[Claim]: It is so. "),
    "tags on claims": _lines("[Claim {}]: It is so. #tag-{} #all\n"),
    "tags on headings": _lines("# Part {} #tag-{}\n"),
    "emphasis": _words("**so** _so_ ", before="[Claim]: It is "),
    "open emphasis": _words("**so _so ", before="[Claim]: It is "),
    "links": _words("[so](https://a.example/{}) ", before="[Claim]: It is "),
    "open brackets": _words("[so ( <so ", before="[Claim]: It is "),
    "short codes": _words(".hashtag. :alpha: ", before="[Claim]: It is "),
    "escapes": _words("\\[ \\# ", before="[Claim]: It is "),
    "comments": _words("/* so */ <!-- so --> ", before="[Claim]: It is "),
    "open comments": _words("/* so <!-- ", before="[Claim]: It is "),
    "long text": _lines("It is so and so and so on {}."),
    "blank lines": _words("\n", before="[Claim]: So.", after="[Other]: So.\n"),
    "blanks": _words(" ", before="[Claim]: So.", after="So.\n"),
    "supports": _lines("  + [Reason {}]: It is so.", before="[Claim]: It is so.\n"),
    "attacks": _lines("  - <Reason {}>: It is so.", before="[Claim]: It is so.\n"),
    "outgoing": _lines("  +> [Claim {}]: It is so.", before="[Reason]: It is so.\n"),
    "contradictions": _lines("  >< [Claim {}]: It is so.", before="[A]: It is so.\n"),
    "one relation": _lines("  + [Reason]", before="[Claim]: It is so.\n"),
    "relations to one": _lines("[Claim {}]: It is so.\n  + [Reason]\n"),
    "nested relations": _indented("+ [Reason {}]: It is so."),
    "bad indents": lambda count: (
        "[Claim]: So.\n"
        + "".join(f"{' ' * (1 + each % 7)}+ [Reason {each}]\n" for each in range(count))
    ),
    "undercuts": _lines(
        "  _> [Claim {}]: It is so.", before="<A>\n\n(1) So.\n----\n(2) [So]: So.\n"
    ),
    "premises": lambda count: (
        "<Long>: It is so.\n\n"
        + "".join(f"({each}) Premise {each}.\n" for each in range(1, count + 1))
        + f"----\n({count + 1}) It is so.\n"
    ),
    "steps": lambda count: (
        "<Long>: It is so.\n\n(1) Premise.\n"
        + "".join(f"----\n({each + 2}) Step {each}.\n" for each in range(count))
    ),
    "reconstructions": _lines(
        "<Argument {}>: It is so.\n\n(1) [P {}]: It is so.\n----\n(2) [C {}]: So.\n"
    ),
    "reconstructions of one": _lines("<A>\n\n(1) It is so {}.\n----\n(2) [C]: So.\n"),
    "untitled reconstructions": _lines("(1) It is so {}.\n----\n(2) [C]: So.\n"),
    "attacks on an argument": lambda count: (
        ARGDOWN["premises"](count)
        + "\n<Long>\n"
        + "".join(f"  - [Objection {each}]\n" for each in range(count))
    ),
    "rules": lambda count: (
        "(1) So.\n-- "
        + ", ".join(f"Rule {each}" for each in range(count))
        + " --\n(2) So.\n"
    ),
    "flat sections": _lines("# Part {}\n\n[Claim {}]: It is so.\n"),
    "nested sections": lambda count: "".join(
        f"{'#' * (1 + each % 40)} Part {each}\n\n[Claim {each}]: It is so.\n\n"
        for each in range(count)
    ),
    "sections of one title": _lines("# Part\n\n[Claim {}]: It is so.\n"),
    "front matter keys": lambda count: (
        "===\n"
        + "".join(f"key-{each}: {each}\n" for each in range(count))
        + "===\n\n[A]: So.\n"
    ),
    "unknown settings": lambda count: (
        "===\nargmap:\n"
        + "".join(f"  key-{each}: {each}\n" for each in range(count))
        + "===\n\n[A]: So.\n"
    ),
    "colours of tags": lambda count: (
        "===\ncolor:\n  tagColors:\n"
        + "".join(f"    tag-{each}: '#ff0000'\n" for each in range(count))
        + "===\n\n"
        + ARGDOWN["tags on claims"](count)
    ),
    "data of one claim": lambda count: (
        "[Claim]: So. {" + ", ".join(f"k{each}: 1" for each in range(count)) + "}\n"
    ),
    "bad data": _lines("[Claim {}]: It is so. {a: [}\n"),
    "open braces": _words("{" * 40, before="[Claim]: So. "),
    "nested data": _words("{a: ", before="[Claim]: So. ", after=""),
    "unknown fields": _lines("[Claim {}]: It is so. {expected: nothing}\n"),
    "includes without a file": _lines("@include(file-{}.argdown)"),
    "lists": _lines("* [Claim {}]: It is so."),
    "ordered lists": _lines("{}. [Claim {}]: It is so."),
    "list items below": _indented("+ [Claim {}]: It is so.\n"),
    "back-slashes": _words("\\" * 40, before="[Claim]: It is "),
    "surrogates": _words("\ud800", before="[Claim]: It is "),
    "bare signs": _lines("+\n-\n_>"),
    "faults": _lines("[Claim {}]: It is so.\n+ [\n+ (\n----\n"),
    "one line of faults": _words("]]>>__** ", before="[Claim]: "),
    "rules without premises": _lines("----\n"),
    "numbers without rules": _lines("({}) It is so.\n"),
}
"""Texts in Argdown."""

_SIMPLE = {"id": "x", "text": "X."}
JSON: Final[dict[str, Generator]] = {
    "claims": _map(),
    "claims over lines": _json(
        lambda count: {"argmap": 1, "claims": _claims(count)}, indent=1
    ),
    "one id": _json(lambda count: {"argmap": 1, "claims": [_SIMPLE] * count}),
    "unknown keys": _json(
        lambda count: {
            "argmap": 1,
            "claims": [{**each, "txt": 1} for each in _claims(count)],
        }
    ),
    "unknown keys of one": _json(
        lambda count: {
            "argmap": 1,
            "claims": [{**_SIMPLE, **{f"key{each}": 1 for each in range(count)}}],
        }
    ),
    "wrong types": _json(lambda count: {"argmap": 1, "claims": [1] * count}),
    "unknown premises": _map(
        inferences=lambda each: {"premises": [f"d{each}" * 60], "conclusion": "c0"}
    ),
    "one inference": _map(
        inferences=lambda _: {"premises": ["c0"], "conclusion": "c0"}
    ),
    "chain": _map(
        inferences=lambda each: {
            "premises": [f"c{each}"],
            "conclusion": f"c{max(0, each - 1)}",
        }
    ),
    "linked premises": _json(
        lambda count: {
            "argmap": 1,
            "claims": _claims(count),
            "inferences": [
                {
                    "premises": [f"c{each}" for each in range(1, count)],
                    "conclusion": "c0",
                }
            ],
        }
    ),
    "unknown roles": _map(
        inferences=lambda each: {
            "premises": [{"claim": f"c{each}", "role": f"role{each}"}],
            "conclusion": "c0",
            "scheme": "expert-opinion",
        }
    ),
    "unknown schemes": _map(
        inferences=lambda each: {
            "premises": [f"c{each}"],
            "conclusion": "c0",
            "scheme": f"expert-{each}",
        }
    ),
    "counterpoints": _map(
        counterpoints=lambda each: {"premises": [f"c{each}"], "target": "c0"}
    ),
    "replies": _map(
        counterpoints=lambda each: {
            "id": f"k{each}",
            "premises": [f"c{each}"],
            "target": f"k{each - 1}" if each else "c0",
        }
    ),
    "mutual attacks": _map(
        counterpoints=lambda each: {
            "premises": [f"c{each}"],
            "target": f"c{each ^ 1}",
        }
    ),
    "contradictions": _map(contradictions=lambda each: {"claims": ["c0", f"c{each}"]}),
    "one contradiction": _json(
        lambda count: {
            "argmap": 1,
            "claims": _claims(count),
            "contradictions": [{"claims": [f"c{each}" for each in range(count)]}],
        }
    ),
    "arguments": _map(
        inferences=lambda each: {
            "id": f"s{each}",
            "premises": [f"c{each}"],
            "conclusion": "c0",
        },
        arguments=lambda each: {"id": f"a{each}", "title": "A", "steps": [f"s{each}"]},
    ),
    "steps of one argument": _json(
        lambda count: {
            "argmap": 1,
            "claims": _claims(count + 1),
            "inferences": [
                {
                    "id": f"s{each}",
                    "premises": [f"c{each}"],
                    "conclusion": f"c{each + 1}",
                }
                for each in range(count)
            ],
            "arguments": [
                {
                    "id": "a",
                    "title": "A",
                    "steps": [f"s{each}" for each in range(count)],
                }
            ],
        }
    ),
    "flat sections": _map(
        sections=lambda each: {"id": f"p{each}", "title": "P", "members": [f"c{each}"]}
    ),
    "nested sections": _map(
        sections=lambda each: {
            "id": f"p{each}",
            "title": "P",
            "members": [f"c{each}"],
            **({"parent": f"p{each - 1}"} if each else {}),
        }
    ),
    "sections in a circle": _map(
        sections=lambda each: {"id": f"p{each}", "title": "P", "parent": f"p{each ^ 1}"}
    ),
    "members twice": _map(
        sections=lambda each: {"id": f"p{each}", "title": "P", "members": ["c0"]}
    ),
    "quotations": _json(
        lambda count: {
            "argmap": 1,
            "claims": [
                {
                    **_SIMPLE,
                    "quotations": [
                        {"source": "s", "locator": {"exact": f"word {each}"}}
                        for each in range(count)
                    ],
                }
            ],
            "sources": [{"id": "s", "title": "S"}],
        }
    ),
    "sources": _map(sources=lambda each: {"id": f"s{each}", "title": "S"}),
    "tags of one claim": _json(
        lambda count: {
            "argmap": 1,
            "claims": [{**_SIMPLE, "tags": [f"tag{each}" for each in range(count)]}],
        }
    ),
    "data of one claim": _json(
        lambda count: {
            "argmap": 1,
            "claims": [{**_SIMPLE, "data": {f"k{each}": 1 for each in range(count)}}],
        }
    ),
    "claims of one text": _json(
        lambda count: {
            "argmap": 1,
            "claims": [{"id": f"c{each}", "text": "So."} for each in range(count)],
        }
    ),
    "open brackets": lambda count: '{"argmap": 1, "claims": ' + "[" * count,
    "syntax": lambda count: '{"argmap": 1, "claims": [' + "," * count + "]}",
    "duplicate keys": lambda count: '{"argmap": 1' + ', "title": "T"' * count + "}",
}
"""Maps in JSON, in one line most of them."""

AIF: Final[dict[str, Generator]] = {
    "debate": _json(_aif),
    "over lines": _json(_aif, indent=1),
    "edges to nowhere": _json(
        lambda count: {
            "nodes": [{"nodeID": "a", "text": "A.", "type": "I"}],
            "edges": [
                {"edgeID": f"{each}", "fromID": "a", "toID": f"b{each}"}
                for each in range(count)
            ],
        }
    ),
    "one id": _json(
        lambda count: {
            "nodes": [{"nodeID": "a", "text": "A.", "type": "I"}] * count,
            "edges": [],
        }
    ),
    "edges between claims": _json(
        lambda count: {
            "nodes": _aif(count)["nodes"][:count],
            "edges": [
                {"edgeID": f"{each}", "fromID": f"{each}", "toID": "0"}
                for each in range(count)
            ],
        }
    ),
    "one step": _json(
        lambda count: {
            "nodes": [
                *_aif(count)["nodes"][:count],
                {"nodeID": "s", "text": "", "type": "RA"},
            ],
            "edges": [
                {"edgeID": f"{each}", "fromID": f"{each}", "toID": "s"}
                for each in range(1, count)
            ]
            + [{"edgeID": "last", "fromID": "s", "toID": "0"}],
        }
    ),
    "steps in a row": _json(
        lambda count: {
            "nodes": [
                {"nodeID": "a", "text": "A.", "type": "I"},
                *(
                    {"nodeID": f"s{each}", "text": "", "type": "CA"}
                    for each in range(count)
                ),
            ],
            "edges": [
                {
                    "edgeID": f"{each}",
                    "fromID": f"s{each}",
                    "toID": f"s{each - 1}" if each else "a",
                }
                for each in range(count)
            ],
        }
    ),
    "unknown types": _json(
        lambda count: {
            "nodes": [
                {"nodeID": f"{each}", "text": "A.", "type": "Q"}
                for each in range(count)
            ],
            "edges": [],
        }
    ),
    "locutions": _json(
        lambda count: {
            **_aif(count),
            "locutions": [
                {"nodeID": f"{each}", "personID": f"p{each}"} for each in range(count)
            ],
        }
    ),
    "speech": _json(
        lambda count: {
            "nodes": [
                node
                for each in range(count)
                for node in (
                    {"nodeID": f"i{each}", "text": f"Claim {each}.", "type": "I"},
                    {"nodeID": f"y{each}", "text": "Asserting", "type": "YA"},
                    {"nodeID": f"l{each}", "text": f"A: Claim {each}.", "type": "L"},
                )
            ],
            "edges": [
                {
                    "edgeID": f"{way}{each}",
                    "fromID": f"{way}{each}",
                    "toID": f"{to}{each}",
                }
                for each in range(count)
                for way, to in ("ly", "yi")
            ],
        }
    ),
}
"""Maps in AIF."""

CARNEADES: Final[dict[str, Generator]] = {
    "statements": _lines("  s{}: It is so {}.", before="statements:\n"),
    "arguments": lambda count: (
        CARNEADES["statements"](count)
        + "arguments:\n"
        + "".join(
            f"  a{each}: {{premises: [s{each}], conclusion: s0}}\n"
            for each in range(count)
        )
    ),
    "unknown premises": lambda count: (
        CARNEADES["statements"](1)
        + "arguments:\n"
        + "".join(
            f"  a{each}: {{premises: [q{each}], conclusion: s0}}\n"
            for each in range(count)
        )
    ),
    "issues": lambda count: (
        CARNEADES["statements"](2 * count)
        + "issues:\n"
        + "".join(
            f"  i{each}: {{positions: [s{2 * each}, s{2 * each + 1}]}}\n"
            for each in range(count)
        )
    ),
    "one issue": lambda count: (
        CARNEADES["statements"](count)
        + "issues:\n  i: {positions: ["
        + ", ".join(f"s{each}" for each in range(count))
        + "]}\n"
    ),
    "assumptions": lambda count: (
        CARNEADES["statements"](count)
        + "assumptions:\n"
        + "".join(f"  - s{each}\n" for each in range(count))
    ),
    "unknown keys": _lines("key{}: so", before="statements:\n  s: So.\n"),
    "unknown keys of a statement": _lines(
        "  s{}: {label: what, txt: So.}", before="statements:\n"
    ),
    "one key": _lines("  s: It is so.", before="statements:\n"),
    "undercutters": lambda count: (
        CARNEADES["statements"](count)
        + "arguments:\n  a: {premises: [s0], conclusion: s0}\n"
        + "".join(
            f"  u{each}: {{premises: [s{each}], conclusion: undercut(a)}}\n"
            for each in range(count)
        )
    ),
}
"""Argument graphs of Carneades."""


def _framework(fact: str, attack: str, between: str = "") -> Generator:
    return lambda count: (
        "".join(fact.format(each + 1) for each in range(count))
        + between
        + "".join(
            attack.format(each + 1, (each + 1) % count + 1) for each in range(count)
        )
    )


APX: Final[dict[str, Generator]] = {
    "ring": _framework("arg(a{}).\n", "att(a{},a{}).\n"),
    "one line": _framework("arg(a{}).", "att(a{},a{})."),
    "unknown arguments": _lines("att(a{},b{})."),
    "one argument": _lines("arg(a)."),
    "one attack": _lines("att(a,a).", before="arg(a).\n"),
    "faults": _lines("arg(a"),
    "one line of faults": _words("arg(a "),
}
"""Frameworks in the notation of ASPARTIX."""

TGF: Final[dict[str, Generator]] = {
    "ring": _framework("{}\n", "{} {}\n", "#\n"),
    "unknown arguments": _lines("a{} b{}", before="a\n#\n"),
}
"""Frameworks in the trivial graph format."""

AF: Final[dict[str, Generator]] = {
    "ring": lambda count: (
        f"p af {count}\n"
        + "".join(f"{each + 1} {(each + 1) % count + 1}\n" for each in range(count))
    ),
    "comments": _lines("# so", before="p af 2\n"),
    "unknown arguments": _lines("1 2{}", before="p af 1\n"),
}
"""Frameworks in the notation of ICCMA 2023."""


def _xaif(count: int, html: str) -> dict[str, Any]:
    nodes = [
        {"nodeID": each, "type": "I", "text": f"Claim {each}."} for each in range(count)
    ]
    edges = [{"edgeID": 0, "fromID": 0, "toID": 1}]
    text = "".join(html.replace("{}", str(each)) for each in range(count))
    return {"AIF": {"nodes": nodes, "edges": edges}, "text": text}


XAIF: Final[dict[str, Generator]] = {
    "highlights": _json(
        lambda count: _xaif(count, "<span id='node{}'>Claim {}.</span> ")
    ),
    "plain text": _json(lambda count: _xaif(count, "Claim {}. ")),
}
"""AIF with a text."""

KIALO: Final[dict[str, Generator]] = {
    "pros": _lines("1.1{}. Pro: It is so.", before="1. It is.\n"),
    "references": _lines("1.1{}. Con: -> See 1.", before="1. It is.\n"),
    "faults": _lines("9.9{}. It is.", before="1. It is.\n"),
}
"""Discussions of Kialo."""

BRAT: Final[dict[str, Generator]] = {
    "stances": _lines("T{}\tMajorClaim 0 1\tA\nA{}\tStance T{} For"),
    "faults": _lines("R{}\tsupports Arg1:T1 Arg2:T{}"),
}
"""Standoff of BRAT."""

ARGGRAPH: Final[dict[str, Generator]] = {
    "joints": lambda count: (
        '<arggraph id="m"><joint id="j"/>'
        + "".join(
            f'<edu id="e{each}">A{each}</edu><adu id="a{each}"/>'
            f'<edge id="s{each}" src="e{each}" trg="j" type="seg"/>'
            f'<edge id="t{each}" src="j" trg="a{each}" type="seg"/>'
            for each in range(count)
        )
        + "</arggraph>"
    )
}
"""XML of arg-microtexts."""

ARGUEBUF: Final[dict[str, Generator]] = {
    "participants": _json(
        lambda count: {
            "nodes": {
                f"a{each}": {"atom": {"text": "A.", "participant": f"p{each}"}}
                for each in range(count)
            },
            "edges": {},
            "participants": {f"p{each}": {"name": "Ann"} for each in range(count)},
        }
    )
}
"""Graphs of arguebuf."""

HOSTILE: Final[dict[tuple[str, str], Generator]] = {
    (name, kind): generator
    for name, kinds in (
        ("argdown", ARGDOWN),
        ("json", JSON),
        ("aif", AIF),
        ("carneades", CARNEADES),
        ("apx", APX),
        ("tgf", TGF),
        ("af", AF),
        ("xaif", XAIF),
        ("kialo", KIALO),
        ("brat", BRAT),
        ("arggraph", ARGGRAPH),
        ("arguebuf", ARGUEBUF),
    )
    for kind, generator in kinds.items()
}
"""All of them, by the name of their format and what they hold."""
