"""Findings as they are shown."""

import json
import re
import tracemalloc

from hypothesis import given, strategies as st
from wcwidth import wcswidth

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.findings import abridged, as_dict, concise, for_github, show
from tests.strategies import texts

_COLORS = re.compile("\x1b\\[[0-9;]*m")
_MAPS = st.lists(texts(), max_size=6).map("\n".join)


def _slip(start: int, end: int, help: str | None = None) -> Diagnostic:  # noqa: A002 - its name
    return Diagnostic("slip", "it is 'rose'", span=Span(start, end), help=help)


@st.composite
def _diagnostics(draw: st.DrawFn, text: str) -> Diagnostic:
    start = draw(st.integers(0, len(text)))
    return Diagnostic(
        "slip",
        draw(texts()),
        severity=draw(st.sampled_from(Severity)),
        span=draw(
            st.none() | st.builds(Span, st.just(start), st.integers(start, len(text)))
        ),
        help=draw(st.none() | texts()),
    )


def test_show() -> None:
    """A finding has its header, its place, its line with carets and its help."""
    diagnostic = Diagnostic(
        "unknown-claim",
        "no claim has the id 'rent-contrl'",
        severity=Severity.ERROR,
        span=Span(20, 31),
        help="did you mean 'rent-control'?",
    )

    shown = show(diagnostic, "[cap]: Cap rents.\n- [rent-contrl]\n", "rent.argdown")

    assert shown == (
        "error[unknown-claim]: no claim has the id 'rent-contrl'\n"
        "  --> rent.argdown:2:3\n"
        "  |\n"
        "2 | - [rent-contrl]\n"
        "  |   ^^^^^^^^^^^\n"
        "  = help: did you mean 'rent-control'?"
    )


def test_show_without_place() -> None:
    """Without a span there is no excerpt; the path is still said."""
    diagnostic = Diagnostic("slip", "it is 'rose'", help="write 'rose'")

    assert show(diagnostic, "text", "map.json") == (
        "warning[slip]: it is 'rose'\n  --> map.json\n  = help: write 'rose'"
    )


def test_show_aligns() -> None:
    """Carets stand under their words after tabs, wide and combined letters."""
    text = "\t租金 e\u0301 ROSE!"

    *_, line, carets = show(_slip(6, 10), text).split("\n")

    assert text[6:10] == " ROS"
    before = line.partition(" ROS")[0]
    assert wcswidth(before) == len(carets.partition("^")[0])
    assert carets.endswith("^^^^")


def test_show_crops() -> None:
    """Of a long line only a window round the span is shown, marked at its ends."""
    text = "a" * 3000 + " rise " + "b" * 3000

    *_, line, carets = show(_slip(3001, 3005), text).split("\n")

    assert len(line) < 100
    assert line[4] == line[-1] == "…"
    assert carets.index("^") == line.index("rise")
    assert carets.count("^") == 4


def test_show_crops_a_long_span() -> None:
    """Of a span longer than the window its beginning is shown."""
    *_, line, carets = show(_slip(100, 5000), "x" * 100 + "y" * 4900).split("\n")

    assert line.endswith("y…")
    assert carets.index("^") == line.index("y")
    assert carets.count("^") == line.count("y")


def test_show_several_lines() -> None:
    """Of a span over lines the first and the last are shown, `...` between."""
    text = "one two\nthree\nfour\nfive six\n"

    assert show(_slip(4, 23), text, "m") == (
        "warning[slip]: it is 'rose'\n"
        "  --> m:1:5\n"
        "  |\n"
        "1 | one two\n"
        "  |     ^^^\n"
        "...\n"
        "4 | five six\n"
        "  | ^^^^"
    )
    assert "..." not in show(_slip(4, 11), text)
    assert show(_slip(4, 8), text).count("\n") == 4


def test_show_wide_margin() -> None:
    """The margin is as wide as the line's number."""
    assert show(_slip(22, 23), "a\n" * 12, "m").split("\n")[1:] == [
        "   --> m:12:1",
        "   |",
        "12 | a",
        "   | ^",
    ]


@given(st.data())
def test_show_is_harmless(data: st.DataObject) -> None:
    """Nothing shown carries a control character, a blank end or a raw escape."""
    text = data.draw(_MAPS) + data.draw(st.sampled_from(["", "\x1b[2J\x9b\u202e"]))
    diagnostic = data.draw(_diagnostics(text))

    plain = show(diagnostic, text, "a\x1bb\nc")
    colored = show(diagnostic, text, "a\x1bb\nc", color=True)

    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain
    )
    assert all(line == line.rstrip() for line in plain.split("\n"))
    assert _COLORS.sub("", colored) == plain
    if diagnostic.span:
        assert "^" in plain


@given(st.data())
def test_one_line(data: st.DataObject) -> None:
    """The concise form and the one for GitHub are one line, whatever is in it."""
    text = data.draw(_MAPS)
    diagnostic = data.draw(_diagnostics(text))

    for line in (concise(diagnostic, text, "a\nb"), for_github(diagnostic, text)):
        assert len(line.splitlines()) == 1
        assert "\x1b" not in line


def test_concise() -> None:
    """Path, line, column, severity, code and message: as compilers have it."""
    assert concise(_slip(2, 3), "a\nb", "m") == "m:2:1: warning[slip]: it is 'rose'"
    assert concise(Diagnostic("slip", "x"), "", "m") == "m: warning[slip]: x"


@given(st.data())
def test_as_dict(data: st.DataObject) -> None:
    """The JSON form has always the same keys and says all there is."""
    text = data.draw(_MAPS)
    diagnostic = data.draw(_diagnostics(text))

    fields = json.loads(json.dumps(as_dict(diagnostic, text, "m")))

    span = diagnostic.span
    assert fields == {
        "code": "slip",
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "subject": None,
        "source": None,
        "path": "m",
        "start": span.start if span else None,
        "end": span.end if span else None,
        "line": span.position(text)[0] if span else None,
        "column": span.position(text)[1] if span else None,
        "mend": None,
    }


def test_for_github() -> None:
    """Severity is the command; `%` is escaped, `:` and `,` in properties too."""
    diagnostic = Diagnostic(
        "slip",
        "50% rose: a, b",
        severity=Severity.INFO,
        span=Span(2, 3),
        help="write\n'rise'",
    )

    assert for_github(diagnostic, "a\nb", "a,b:c%.json") == (
        "::notice file=a%2Cb%3Ac%25.json,line=2,col=1,title=slip"
        "::50%25 rose: a, b%0Ahelp: write 'rise'"
    )


@given(st.lists(st.sampled_from("abc")), st.integers(1, 4))
def test_abridged(codes: list[str], most: int) -> None:
    """Of every kind the first are kept in their order, and the rest is counted."""
    found = [Diagnostic(code, str(place)) for place, code in enumerate(codes)]

    shown, more = abridged(found, most)

    assert shown == [
        each
        for place, each in enumerate(found)
        if codes[:place].count(each.code) < most
    ]
    missing = {code: codes.count(code) - most for code in dict.fromkeys(codes)}
    assert more == [
        f"… and {count} more of [{code}]"
        for code, count in missing.items()
        if count > 0
    ]


def test_show_looks_at_a_window_only() -> None:
    """Of a line of megabytes no more is copied than what is shown."""
    text = "x" * 4_000_000 + "\n" + "y" * 4_000_000
    show(_slip(1, 2), text)  # what is remembered of a text is made once
    tracemalloc.start()

    for place in (0, 2_000_000, 6_000_000):
        assert "…" in show(_slip(place, place + 9), text)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 200_000
