"""Which links may be followed."""

import pytest
from hypothesis import given, strategies as st

from argmap.links import SCHEMES, is_safe, link_of


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org", "HTTPS://example.org/a?b=c#d", "mailto:a@example.org",
        "a.html", "../a/b.html#c", "/a", "#a", "?a:b", "a/b:c", "ä.html",
    ],
)  # fmt: skip
def test_safe(url: str) -> None:
    """What leads to the web, to a mailbox or somewhere in the site is safe."""
    assert is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        "", " ", "javascript:x", "JaVaScRiPt:x", "java\tscript:x", "\x01javascript:x",
        "java\u200bscript:x", "data:,x", "vbscript:x", "file:///x", "//host",
        "\\\\host", "/\\host", "/\t/host", "\u00a0//host", "https:", "http:x", "https:///x",
        "mailto:", "blob:x", "a b", "x\u202ey", "x\ud800", "x\uffff", ":x",
    ],
)  # fmt: skip
def test_unsafe(url: str) -> None:
    """What runs, reads files, leads to an unseen host, or hides what it is, is not."""
    assert not is_safe(url)


@given(st.text(max_size=20), st.sampled_from(["", "javascript", "ftp", "x-y"]))
def test_only_known_schemes(rest: str, scheme: str) -> None:
    """Nothing with a colon before its path is safe but with a scheme that is known."""
    url = f"{scheme}:{rest}"

    assert not is_safe(url)
    assert scheme not in SCHEMES


@pytest.mark.parametrize(
    ("data", "target"),
    [
        ({"url": "rents"}, ("url", "rents")),
        ({"link": "rents"}, ("any", "rents")),
        ({"link": "https://example.org"}, ("url", "https://example.org")),
        ({"link": "#rents"}, ("url", "#rents")),
        ({"link": "../rents"}, ("url", "../rents")),
        ({"link": "rents", "url": "#x"}, ("url", "#x")),
        ({"link": ""}, None),
        ({"link": 3}, None),
        ({}, None),
    ],
)
def test_what_a_claim_is_linked_to(
    data: dict[str, object], target: tuple[str, str] | None
) -> None:
    """A URL is one by its key or by its looks; anything else is a name."""
    assert link_of(data) == target
