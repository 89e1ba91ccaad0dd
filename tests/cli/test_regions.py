"""Laws of the regions in a Markdown file."""

from collections.abc import Mapping

import pytest
from hypothesis import given, strategies as st

from argmap import OptionError
from argmap.cli.regions import Region, RegionError, find_regions, refreshed

BEGIN, END = "<!-- argmap: a.argdown -->", "<!-- /argmap -->"


def lines_of(text: str) -> list[int]:
    return [each.line for each in find_regions(text)[0]]


def faults_of(text: str) -> list[tuple[int, str]]:
    return [(each.line, str(each.error)) for each in find_regions(text)[1]]


@pytest.mark.parametrize(
    ("words", "path", "options"),
    [
        ("a.argdown", "a.argdown", {}),
        ("a.argdown evaluate depth=2", "a.argdown", {"evaluate": None, "depth": "2"}),
        ("'my maps/a.json' alt=\"A 'map'\"", "my maps/a.json", {"alt": "A 'map'"}),
        ("a svg=b/c.svg", "a", {"svg": "b/c.svg"}),
        ("a depth=", None, None),
        ("a=b.argdown", None, None),
        ("", None, None),
        ("a depth=2 depth=3", None, None),
        ('a "b', None, None),
        ('a x="b"c', None, None),
    ],
)
def test_what_a_marker_says(
    words: str, path: str | None, options: Mapping[str, str | None] | None
) -> None:
    """A marker names a file first, then options; what it cannot mean is refused."""
    (region,), faults = find_regions(f"<!-- argmap: {words} -->\n{END}\n")

    assert faults == []
    if path is None:
        with pytest.raises((RegionError, OptionError)):
            assert region.request
    else:
        assert region.request == (path, options)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_between_the_markers(end: str) -> None:
    """It is replaced, with the line ends and the margin of the marker."""
    text = end.join(["before", f"  {BEGIN}", "old", f"  {END}", "after"])

    new = refreshed(text, lambda region: region.filled(["x", "", "y"]))

    inner = ["", "  x", "", "  y", ""]
    assert new == end.join(["before", f"  {BEGIN}", *inner, f"  {END}", "after"])


@pytest.mark.parametrize(
    "text",
    [
        f"```md\n{BEGIN}\n```\n",
        f"~~~~\n{BEGIN}\n~~~\n{END}\n~~~~\n",
        f"    {BEGIN}\n",
        f"`{BEGIN}`\n",
        "<!-- argmap is a tool -->\n",
        f"```\n{BEGIN}\n{END}\n",
        f"> {BEGIN}\n",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    """What is code, or stands within a line, is text."""
    assert find_regions(text) == ([], [])


def test_code_ends() -> None:
    """After a fence is closed, and after code within a line, markers count again."""
    text = f"```md\n{BEGIN}\n````\n``` `x`\n{BEGIN}\n```mermaid\n{END}\n```\n{END}\n"

    assert lines_of(text) == [5]
    assert faults_of(text) == []


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        (f"\n{BEGIN}\n", 2, "the region has no end"),
        (f"{BEGIN}\n{BEGIN}\n{END}\n", 1, "the region has no end"),
        (f"\n\n{END}\n", 3, "no region begins before this end"),
        ("<!-- argmap: a.argdown\n-->\n", 1, "a marker ends its line with -->"),
        (f"{BEGIN} x\n{END}\n", 1, "a marker ends its line with -->"),
        (f"<!-- argmap: a --> {BEGIN}\n", 1, "a marker ends its line with -->"),
    ],
)
def test_markers_that_do_not_fit(text: str, line: int, complaint: str) -> None:
    """A marker without its other one is told at its line."""
    assert faults_of(text)[0][0] == line
    assert complaint in faults_of(text)[0][1]


TEXTS = st.lists(
    st.sampled_from(
        [BEGIN, END, f"  {BEGIN}", "```", "~~~", "    x", "<pre>", "", "<!-- argmap: x"]
    )
    | st.text(max_size=6),
    max_size=12,
).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


@given(TEXTS, st.sampled_from([[], ["a", "", "b"], ["```x", "y", "```"]]))
def test_refreshing_twice_is_refreshing_once(text: str, content: list[str]) -> None:
    """A refreshed text has the same regions, and refreshing it changes nothing."""

    def fill(region: Region) -> str:
        return region.filled(content)

    once = refreshed(text, fill)

    assert refreshed(once, fill) == once
    assert len(find_regions(once)[0]) == len(find_regions(text)[0])


@given(TEXTS)
def test_what_is_outside_stays(text: str) -> None:
    """Only what is between the markers of a region can change."""
    assert refreshed(text, lambda region: region.span.of(text)) == text
    outside = []
    at = 0
    for region in find_regions(text)[0]:
        assert at <= region.span.start <= region.span.end
        outside.append(text[at : region.span.start])
        at = region.span.end

    marked = refreshed(text, lambda _: "\0")

    assert [*outside, text[at:]] == marked.split("\0") or "\0" in text
