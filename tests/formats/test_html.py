"""What a reader sees of HTML and Markdown."""

import builtins
from contextlib import suppress
from html import escape
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap.errors import LimitError, MissingExtraError
from argmap.formats.html import text_of_html, text_of_markdown

_WORDS = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)
_BLOCKS = st.lists(st.lists(_WORDS, min_size=1).map(" ".join), min_size=1)


@given(_BLOCKS, st.sampled_from(["p", "div", "li", "blockquote", "h2", "article"]))
def test_blocks(blocks: list[str], tag: str) -> None:
    """Whatever blocks say is seen, letter by letter, an empty line between them."""
    html = "\n".join(f"<{tag}>\n {escape(each)}\n</{tag}>" for each in blocks)

    assert text_of_html(html) == "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<head><title>No</title><style>p{}</style></head><p>Yes", "Yes"),
        ("<script>if (a<b) '<p>no</p>'</script>Yes", "Yes"),
        ("Yes<template>no<template>no</template>no</template>", "Yes"),
        ("Yes<p hidden>no <b>no</b></p><div hidden='until-found'>no</div>", "Yes"),
        ("<noscript>no</noscript><iframe>no</iframe><!-- no -->Yes<?no?>", "Yes"),
        ("one <b>word</b>,\n  <i>s</i>o", "one word, so"),
        ("a<br>\n b", "a\nb"),
        ("&lt;b&gt; &frac12;&#x41;&nbsp;&amp;amp;", "<b> ½A\xa0&amp;"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<table><tr><td>1<td>2<tr><td>3</table>", "1\t2\n\n3"),
        ("he said <q>so</q>", "he said “so”"),
        ("a < b, c <3", "a < b, c <3"),
        ("<![CDATA[no]]>Yes<![if x]>", "Yes"),
        ("", ""),
    ],
)
def test_what_is_seen(html: str, seen: str) -> None:
    """What a screen shows is there, what it does not is not."""
    assert text_of_html(html).strip("\t\n") == seen


@given(st.text() | st.text(alphabet="<>/!-[]?&;= \"'abp\n"))
def test_any_text(text: str) -> None:
    """Nothing that a file says makes an error of its own."""
    text_of_html(text)
    with suppress(LimitError):
        text_of_markdown(text)


@pytest.mark.parametrize("start", ["<a ", "<!--", "<![", "<a b='", "</", "<?", "&#"])
def test_ends_that_never_come(start: str) -> None:
    """What begins a thousand times and never ends is looked through once only."""
    assert text_of_html(f"Yes {start * 50_000}").startswith("Yes")


@pytest.mark.parametrize("piece", ["[", "![", "[a](<", "1. ", "---\n", "[^a]: "])
def test_markdown_that_takes_too_long(piece: str) -> None:
    """What would keep the library for minutes is refused before it begins."""
    with pytest.raises(LimitError, match=r"too (many|deep)"):
        text_of_markdown(piece * 50_000)


def test_markdown() -> None:
    """Signs are read, front matter and what HTML hides are left out."""
    text = text_of_markdown(
        "---\ntitle: no\n---\n\n# Rents\n\nThey *rose* &mdash; by\n[half](no.html).\n\n"
        "- one\n- two\n\n> He “agrees”.\n\n<script>no</script>\n"
    )

    assert text == "Rents\n\nThey rose — by half.\n\none\n\ntwo\n\nHe “agrees”.\n"


def test_markdown_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the message holds the command that installs it."""
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "markdown":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(MissingExtraError, match=r"pip install 'argmap\[markdown\]'"):
        text_of_markdown("Rents rose.")
