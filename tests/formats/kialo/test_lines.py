"""Lines of a discussion."""

from hypothesis import given, strategies as st

from argmap.formats.kialo.lines import discussion_of
from argmap.formats.located import Findings


def test_a_line_belongs_to_the_claim_above_it() -> None:
    """The title is that on its own line or the next, and a number begins a claim."""
    found = Findings()

    discussion = discussion_of(
        "Discussion Name:\n\nT\n\n1. A\\\nb\n 1.1. Pro:\n c", found
    )

    assert discussion.title == "T"
    assert [(x.number, x.stance, x.text) for x in discussion.claims] == [
        ("1", "", "A\\\nb"),
        ("1.1", "pro", "c"),
    ]
    assert not found


def test_a_source_twice_is_reported() -> None:
    """The first with a number counts, and a claim ends the sources."""
    found = Findings()

    text = "1. A [1]\nSources:\n[1] x\ny\n[1] z\n1.1. Pro: B"
    discussion = discussion_of(text, found)

    assert discussion.sources["1"].text == "x\ny"
    assert [each.code for each in found] == ["duplicate-id"]
    assert [each.number for each in discussion.claims] == ["1", "1.1"]


def test_a_discussion_without_a_title_begins_at_once() -> None:
    """An empty line of a title is none, and the claim below it is one."""
    discussion = discussion_of("Discussion Title:\n1. A", Findings())

    assert discussion.title == ""
    assert [each.text for each in discussion.claims] == ["A"]
    assert discussion_of("1. A", Findings()).title is None


def test_a_line_that_may_be_lost_is_reported_more_loudly() -> None:
    """More of a claim is odd behind an empty line, or if it is called a pro or con."""
    found = Findings()

    discussion_of("1. A\nb\n1.1 Pro: c\n- Con: d\n\ne\nf\\\\\ng\\\nh", found)

    assert {each.code for each in found} == {"unnumbered-text"}
    assert [each.severity.value for each in found] == [
        *("info", "warning", "warning", "warning", "info", "info"),
    ]


def test_lines_of_one_claim_take_no_longer_than_they_are() -> None:
    """A claim may have tens of thousands of lines."""
    (claim,) = discussion_of("1. A" + "\nb" * 50_000, Findings()).claims

    assert len(claim.lines) == 50_001


LINES = ("1. A", "1.1. Pro: B", "1.2. Con: C", "1.1.1. Pro: D", "2. E", "1.1. F", "")
STRAY = (
    "G",
    "Votes: some",
    "1.1 Pro: H",
    "- Con: I",
    "-> See 1.",
    "pro:",
    "3 more",
    "---",
)


@given(st.lists(st.sampled_from(LINES + STRAY)), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_line_goes_astray_unseen(lines: list[str], end: str) -> None:
    """A line that has no number is reported where it stands, wherever it ends up."""
    found = Findings()
    text = end.join(["Discussion Title: T", "", *lines])

    discussion_of(text, found)

    begins = {each.span.start for each in found if each.span}
    at = len(f"Discussion Title: T{end}{end}")
    for each in lines:
        if each in STRAY:
            assert at in begins
        at += len(each + end)
