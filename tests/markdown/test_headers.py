"""Laws of a fence's first line."""

from contextlib import suppress

import pytest
from hypothesis import example, given, strategies as st

from argmap.errors import OptionError
from argmap.markdown.headers import Header, fences_in


def header(line: str) -> Header:
    found = Header.of(line)
    assert found
    return found


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("```argmap", {}),
        ("```Argmap", {}),
        ("``` {.ARGMAP}", {}),
        ('``` argmap depth="2"', {"depth": "2"}),
        ("~~~~.argmap depth='2' evaluate", {"depth": "2", "evaluate": None}),
        ("``` {.argmap depth=2 evaluate}", {"depth": "2", "evaluate": None}),
        ('```{ .argmap caption="a b" #rent }', {"caption": "a b", "id": "rent"}),
        ('```argmap caption="`a`" alt="x=\'y\'"', {"caption": "`a`", "alt": "x='y'"}),
        ('```argmap caption=""', {"caption": ""}),
    ],
)
def test_options(line: str, options: dict[str, str | None]) -> None:
    """Options are read in superfences' notation and in that of attribute lists."""
    assert header(line).name == "argmap"
    assert header(line).options == options


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("```argmap depth=2", "'depth=2' is not written like"),
        ('```argmap depth="2"evaluate', "is not written like"),
        ('```argmap a="1" a="2"', "the option 'a' is given twice"),
        ("```argmap 'x'", "is not written like"),
        ("``` {.argmap} x", "nothing may follow"),
    ],
)
def test_what_cannot_be_read(line: str, complaint: str) -> None:
    """What is no option is an error that says how one is written."""
    with pytest.raises(OptionError, match=complaint):
        assert header(line).options


@pytest.mark.parametrize(
    "line", ["``argmap", " ```argmap", "text", "```argmap``` x", ""]
)
def test_what_opens_no_fence(line: str) -> None:
    """Two marks, a margin, and code within a line open none."""
    assert Header.of(line) is None


def test_fences_do_not_nest() -> None:
    """A fence in a longer one is its text; one that nothing closes is none."""
    lines = ["````md", "```argmap", "x", "```", "````", "~~~argmap", "```argmap", "```"]

    found = [(each.name, start, end) for each, start, end in fences_in(lines)]

    assert found == [("md", 0, 4), ("argmap", 6, 7)]


LINES = st.lists(
    st.sampled_from(
        ["```", "````", "~~~", "```argmap", "~~~ x", "```argmap evaluate", ""]
    )
    | st.text("`~ax= \"'{}.#", max_size=12)
)


@given(LINES)
@example(["```"] * 3)
def test_fences_are_apart(lines: list[str]) -> None:
    """Fences follow each other, and each is closed by its own marks."""
    done = -1
    for header, start, end in fences_in(lines):
        assert done < start < end
        assert lines[end].rstrip() == header.fence
        done = end


@given(st.text())
def test_any_line_can_be_read(line: str) -> None:
    """A line opens a fence or not, and its options can be read or are refused."""
    found = Header.of(line)
    if found:
        with suppress(OptionError):
            assert "" not in found.options


def test_many_open_fences_cost_little() -> None:
    """What nothing closes is looked for once."""
    assert list(fences_in(["```argmap"] * 50_000)) == []
