"""Texts in Argdown, drawn by Hypothesis, well made and badly made, and read."""

import re
import textwrap

from hypothesis import strategies as st

from argmap.formats import Document, read
from argmap.model import ArgumentMap

_BREAK = re.compile(r"\r?\n")
_EMPTY = re.compile(r"(\r?\n)[ \t]*\r?\n")
_TITLES = st.sampled_from(["Rents", "Wages rose", "A", "b-1", "constructor", "Ä 1"])
_WORDS = st.sampled_from(
    [
        "Rents rose.",
        "It is *so* and **so**.",
        "snake_case, 3 < 4; x > y",
        "see @[Rents] and @<A> there",
        "a [link](https://example.org/a_b) here",
        "an arrow :->: and :smile:",
        r"a \* star, a \# hash, \[brackets\]",
        "e.g. this, i.e. that: so",
        "two  blanks,  twice",
        "租金太高 👩‍👧",
        "“quoted” – dashed",
    ]
)
_TAGS = st.sampled_from(["", "", " #core", " #(two words) #b"])
_DATA = st.sampled_from(
    [
        "",
        "",
        " {a: 1}",
        ' {b: "x } y", c: [1, 2]}',
        "\n{\n  k: v\n}",
        " {isInMap: true}",
    ]
)
_COMMENTS = st.sampled_from(["", "", "", " // aside", " <!-- aside -->", " /* so */"])
_SIGNS = st.sampled_from(["+", "-", "+>", "->", "<+", "<-", "_", "_>"])


@st.composite
def members(draw: st.DrawFn, *, arguments: bool = True) -> str:
    """Draw one statement or argument, in one line or in several."""
    kind = draw(st.integers(0, 4 if arguments else 2))
    title, end = draw(_TITLES), draw(_TAGS) + draw(_DATA) + draw(_COMMENTS)
    words = draw(_WORDS)
    if draw(st.booleans()):
        words += "\n" + draw(_WORDS)
    return [
        f"{words}{end}",
        f"[{title}]: {words}{end}",
        f"[{title}]{end}",
        f"<{title}>: {words}{end}",
        f"<{title}>{end}",
    ][kind]


@st.composite
def trees(draw: st.DrawFn, *, arguments: bool = True) -> str:
    """Draw a member with relations below it, each two blanks deeper."""
    lines = [draw(members(arguments=arguments))]
    depth = 0
    for _ in range(draw(st.integers(0, 4))):
        depth = draw(st.integers(1, depth + 1))
        below = f"{draw(_SIGNS)} {draw(members())}"
        lines.append(textwrap.indent(below, "  " * depth))
    return "\n".join(lines)


@st.composite
def reconstructions(draw: st.DrawFn) -> str:
    """Draw numbered premises, an inference line and a conclusion; or two of each."""
    title = draw(st.sampled_from(["", "", "<Proof>\n\n", "<Proof>: In short.\n\n"]))
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 2))):
        premises = st.lists(trees(arguments=False), min_size=1, max_size=2)
        lines += [f"(1) {each}" for each in draw(premises)]
        line = draw(
            st.sampled_from(
                ["----", "-----", "-- Modus ponens --", "--\nA, B {uses: [1]}\n--"]
            )
        )
        lines += [line, f"(2) {draw(trees(arguments=False))}"]
    return title + "\n".join(lines)


def blocks() -> st.SearchStrategy[str]:
    """Draw blocks that are right."""
    headings = st.sampled_from(["# One", "## Two {isGroup: false}", "#### Four #tag"])
    lists = st.lists(members(), min_size=1, max_size=3).map(
        lambda items: "\n".join(f"* {item}" for item in items)
    )
    comments = st.sampled_from(["// alone", "<!-- alone\n\nover lines -->"])
    return trees() | reconstructions() | headings | lists | comments


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw texts that are right, but for a title that is reconstructed twice."""
    front = draw(
        st.sampled_from(["", "", "===\ntitle: Rents\nmodel: {mode: strict}\n===\n\n"])
    )
    first = draw(trees())
    rest = draw(st.lists(blocks(), max_size=4))
    breaks = draw(st.sampled_from(["\n\n", "\n\n\n", "\n \t\n", "\r\n\r\n"]))
    return (
        front + breaks.join([first, *rest]) + draw(st.sampled_from(["", "\n", "\n\n"]))
    )


_PIECES = st.sampled_from(
    [
        *("[", "]", "]:", "<", ">", ">:", "@[", "@<", "(1)", "(", ")", "{", "}", "}}"),
        *("+", "-", "_", "*", "**", "__", "><", "_>", "->", "----", "--", "===", "#"),
        *("\n", "\n\n", "\r\n", "\r", " ", "  ", "\t", "'", "\\", "//", "/*", "*/"),
        *("<!--", "-->", ".", ":", ":->:", "1.", ",", "a", "Rents", "\ufeff", "\u2028"),
        *(
            "[a]: b",
            "<a>: b",
            "(1) a",
            "{a: 1}",
            "{a: &x [*x]}",
            "# H",
            "x",
            "\x00",
            "𝗣",
        ),
    ]
)


def pieces() -> st.SearchStrategy[str]:
    """Draw texts of anything, in any order."""
    return st.lists(_PIECES, max_size=25).map("".join)


def read_both(text: str) -> tuple[Document, Document]:
    """Read a text as its author meant it, and as the reference reads it."""
    return read(text, "argdown"), read(text, "argdown", compatibility="reference")


def texts_of(argument_map: ArgumentMap) -> list[str]:
    """Return what is claimed, in order."""
    return [each.text for each in argument_map.claims]


def altered(text: str) -> list[str]:
    """Return a text without each of its empty lines, and with one below each line."""
    without = [text[: m.end(1)] + text[m.end() :] for m in _EMPTY.finditer(text)]
    more = [text[: m.end()] + m[0] + text[m.end() :] for m in _BREAK.finditer(text)]
    return without + more
