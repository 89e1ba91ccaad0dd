"""Discussions of Kialo, in the dialects that are exported; all of our own making."""

from typing import Final

import attrs


@attrs.frozen
class File:
    """A discussion, and what is to be read of it."""

    name: str
    text: str
    claims: tuple[str, ...] = ()
    pros: tuple[tuple[str, str], ...] = ()
    cons: tuple[tuple[str, str], ...] = ()
    title: str = "Trams?"
    answers: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()


_HEAD: Final = "Discussion Title: Trams?\n\n"
_NEW: Final = "Discussion Name:\nTrams?\n\n"

FILES: Final = (
    File("only a title", _HEAD, codes=frozenset({"empty-text"})),
    File("only a thesis", f"{_HEAD}1. Build trams.", ("Build trams.",)),
    File(
        "a claim a line",
        f"{_HEAD}1. Build.\n1.1. Pro: Quiet.\n1.1.1. Con: Not always.\n"
        "1.2. Con: Dear.\n",
        ("Build.", "Quiet.", "Not always.", "Dear."),
        (("1.1", "1"),),
        (("1.1.1", "1.1"), ("1.2", "1")),
    ),
    File(
        "Windows",
        "\ufeffDiscussion Title: Trams?\r\n\r\n1. Build.\r\n1.1. Pro: Quiet.\r\n",
        ("Build.", "Quiet."),
        (("1.1", "1"),),
    ),
    File(
        "no title",
        "1. Build.\n1.1. Pro: Quiet.\n",
        ("Build.", "Quiet."),
        (("1.1", "1"),),
        title="",
    ),
    File(
        "a reference",
        f"{_HEAD}1. Build.\n1.1. Pro: Quiet.\n1.2. Con: Dear.\n"
        "1.2.1. Con: -> See 1.1.\n",
        ("Build.", "Quiet.", "Dear."),
        (("1.1", "1"),),
        (("1.2", "1"), ("1.1", "1.2")),
    ),
    File(
        "a reference ahead",
        f"{_HEAD}1. Build.\n1.1. Pro: -> See 1.2.1.\n1.2. Con: Dear.\n"
        "1.2.1. Con: No.\n",
        ("Build.", "Dear.", "No."),
        (("1.2.1", "1"),),
        (("1.2", "1"), ("1.2.1", "1.2")),
    ),
    File(
        "a reference to nothing",
        f"{_HEAD}1. Build.\n1.1. Pro: -> See 1.4.\n",
        ("Build.",),
        codes=frozenset({"unknown-id"}),
    ),
    File(
        "links",
        f"{_HEAD}1. It is [so](https://example.org/a_\\(b\\)) \\(they say\\).\n",
        ("It is so (they say).",),
    ),
    File(
        "text on several lines",
        f"{_HEAD}1. Build:\n- trams\n- rails\n1.1. Con: Dear\nand loud.\n",
        ("Build:\n- trams\n- rails", "Dear\nand loud."),
        cons=(("1.1", "1"),),
        codes=frozenset({"unnumbered-text"}),
    ),
    File(
        "numbers in a text",
        f"{_HEAD}1. Reasons:\n2. They are quiet\n3.5. per cent\n1.1. Pro: So.\n",
        ("Reasons:\n2. They are quiet\n3.5. per cent", "So."),
        (("1.1", "1"),),
        codes=frozenset({"unclear-number"}),
    ),
    File(
        "several theses",
        f"{_HEAD}1. Which?\n1.1. Trams.\n1.1.1. Pro: Quiet.\n1.2. Buses.\n",
        ("Trams.", "Quiet.", "Buses."),
        (("1.1.1", "1.1"),),
        answers=("1.1", "1.2"),
    ),
    File(
        "two roots",
        f"{_HEAD}1. Trams.\n\n2. Buses.\n2.1. Con: Loud.\n",
        ("Trams.", "Buses.", "Loud."),
        cons=(("2.1", "2"),),
    ),
    File(
        "a label a line",
        f"{_NEW}1. Thesis:\nBuild trams.\n\n  1.1. Con:\n  They are dear.\n\n"
        "    1.1.1. Pro:\n    So it is said.\n",
        ("Build trams.", "They are dear.", "So it is said."),
        (("1.1.1", "1.1"),),
        (("1.1", "1"),),
    ),
    File(
        "sources",
        f"{_NEW}1. Thesis:\nBuild trams. [1]\n\n  1.1. Con:\n  Dear [2][3].\n\n"
        "Sources:\n[1] https://example.org/a\n“They are quiet.”\n"
        "[2] https://example.org/b\n[3] The Gazette\n",
        ("Build trams.", "Dear."),
        cons=(("1.1", "1"),),
        quotations=("They are quiet.",),
    ),
    File(
        "a question with a label",
        f"{_NEW}1. Question:\nWhich?\n\n  1.1. Thesis:\n  Trams.\n\n  1.2. Thesis:\n"
        "  Buses.\n",
        ("Trams.", "Buses."),
        answers=("1.1", "1.2"),
    ),
    File(
        "other letters",
        f"{_HEAD}1. 建设电车。\n1.1. PRO: هادئ\n1.2. con: Zu teuer – 2\u202fMrd. 🚋\n",
        ("建设电车。", "هادئ", "Zu teuer – 2\u202fMrd. 🚋"),
        (("1.1", "1"),),
        (("1.2", "1"),),
    ),
    File(
        "a parent that is not there",
        f"{_HEAD}1. Build.\n1.2.1. Pro: Quiet.\n",
        ("Build.", "Quiet."),
        codes=frozenset({"unknown-id"}),
    ),
    File(
        "a number twice",
        f"{_HEAD}1. Build.\n1.1. Pro: Quiet.\n1.1. Pro: Clean.\n",
        ("Build.", "Quiet."),
        (("1.1", "1"), ("1.1", "1")),
        codes=frozenset({"duplicate-id", "repeated-relation"}),
    ),
    File(
        "no text",
        f"{_HEAD}1. Build.\n1.1. Pro:\n1.2. Con: Dear.\n",
        ("Build.", "", "Dear."),
        (("1.1", "1"),),
        (("1.2", "1"),),
        codes=frozenset({"empty-text"}),
    ),
    File(
        "lines of nobody",
        f"{_HEAD}exported today\n1. Build.\n",
        ("Build.",),
        codes=frozenset({"unplaced-text"}),
    ),
    File(
        "a line that was torn off",
        f"{_HEAD}1. Build.\n1.1. Pro: Quiet.\n\nMore of it.\n1.2. Con: Dear.\n",
        ("Build.", "Quiet.\n\nMore of it.", "Dear."),
        (("1.1", "1"),),
        (("1.2", "1"),),
        codes=frozenset({"unnumbered-text"}),
    ),
    File(
        "numbers without dots",
        f"{_HEAD}1. Build.\n1.1 Pro: Quiet.\n",
        ("Build.\n1.1 Pro: Quiet.",),
        codes=frozenset({"unnumbered-text"}),
    ),
    File(
        "lists with labels",
        f"{_HEAD}1. Build.\n- Pro: Quiet.\n  - Con: Not always.\n",
        ("Build.\n- Pro: Quiet.\n- Con: Not always.",),
        codes=frozenset({"unnumbered-text"}),
    ),
    File(
        "votes on lines of their own",
        f"{_HEAD}1. Build.\nVotes: 1, 2, 0, 5, 3\n1.1. Con: Dear.\n",
        ("Build.", "Dear."),
        cons=(("1.1", "1"),),
    ),
    File(
        "neither for nor against",
        f"{_HEAD}1. Build.\n1.1. Neutral: It is a tram.\n1.1.1. Con: It is a train.\n",
        ("Build.", "It is a tram.", "It is a train."),
        cons=(("1.1.1", "1.1"),),
        codes=frozenset({"left-out"}),
    ),
    File(
        "no number that is one",
        f"{_HEAD}1) Build.\n**1.1.** Pro: Quiet.\n",
        codes=frozenset({"empty-text", "unplaced-text"}),
    ),
    File(
        "no discussion", "x", title="", codes=frozenset({"empty-text", "unplaced-text"})
    ),
    File(
        "a mark at the start, and no title",
        "\ufeff1. Build.\n1.1. Con: Dear.\n",
        ("Build.", "Dear."),
        cons=(("1.1", "1"),),
        title="",
    ),
    File(
        "a title below something",
        "exported today\n\nDiscussion Title: Trams?\n\n1. Build.\n1.1. Con: Dear.\n",
        ("Build.", "Dear."),
        cons=(("1.1", "1"),),
        title="",
        codes=frozenset({"unplaced-text"}),
    ),
    File(
        "tabs",
        f"{_HEAD}1.\tBuild.\n\t1.1.\tPro:\tQuiet.\n\t\t1.1.1.\tCon:\tNo.\n",
        ("Build.", "Quiet.", "No."),
        (("1.1", "1"),),
        (("1.1.1", "1.1"),),
    ),
    File(
        "old Mac",
        "Discussion Title: Trams?\r\r1. Build.\r1.1. Con: Dear.\r",
        ("Build.", "Dear."),
        cons=(("1.1", "1"),),
    ),
    File(
        "a pro before its thesis, and a gap",
        f"{_HEAD}1.2. Pro: Quiet.\n1. Build.\n1.4. Con: Dear.\n",
        ("Quiet.", "Build.", "Dear."),
        (("1.2", "1"),),
        (("1.4", "1"),),
    ),
    File(
        "roots that are not counted on",
        f"{_HEAD}1. Build.\n\n3. Buses.\n3.1. Con: Loud.\n",
        ("Build.\n\n3. Buses.", "Loud."),
        codes=frozenset({"unclear-number", "unknown-id"}),
    ),
    File(
        "a con of a question",
        f"{_HEAD}1. Which?\n1.1. Trams.\n1.1.1.1. What?\n",
        ("Trams.\n1.1.1.1. What?",),
        answers=("1.1",),
        codes=frozenset({"unclear-number"}),
    ),
)
