"""Laws of fences in Python-Markdown, with superfences and without."""

import re
import textwrap
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import example, given, strategies as st
from markdown import Markdown

from argmap.markdown import ArgmapExtension, fence, validate
from tests.console import ROOT
from tests.html import Seen
from tests.markdown.fences import (
    BROKEN,
    MAP,
    QUOTING,
    UNFINISHED,
    converter,
    fenced,
    warnings,
)

SUPERFENCES = {
    "pymdownx.superfences": {
        "custom_fences": [
            {"name": "argmap", "class": "x", "format": fence, "validator": validate}
        ]
    }
}
"""Superfences that were told of maps by the page's author."""


def test_other_fences_stay() -> None:
    """Fences with other names, and maps in fences, are code as before."""
    text = "````text\n" + fenced(MAP) + "````\n\n```python\nx\n```\n"

    html = converter("fenced_code").convert(text)

    assert html == Markdown(extensions=["fenced_code"]).convert(text)


def test_argdown_is_drawn_where_it_is_wanted() -> None:
    """Fences called argdown are drawn only if their author says so."""
    text = fenced(MAP).replace("argmap", "argdown")

    assert "<svg" not in converter("fenced_code").convert(text)
    assert "<svg" in converter("fenced_code", argdown=True).convert(text)


def test_paragraphs_around() -> None:
    """A fence may stand right between paragraphs."""
    html = converter().convert("before\n" + fenced(MAP) + "after\n")

    assert html.startswith("<p>before</p>\n<div")
    assert html.endswith("</div>\n<p>after</p>")


NESTED = {
    "list": ("- item\n\n", "    "),
    "quote": ("", "> "),
    "quote in list": ("- item\n\n", "    > "),
    "tab": ('=== "One"\n\n', "    "),
}


@pytest.mark.parametrize("place", NESTED)
@pytest.mark.parametrize("source", [MAP, BROKEN])
def test_superfences_draws_inside_others(
    place: str, source: str, caplog: pytest.LogCaptureFixture
) -> None:
    """In lists, quotations and tabs superfences finds the maps, errors and all."""
    before, margin = NESTED[place]
    text = "---\na: b\n---\n\n" + before + fenced(source, margin=margin)

    html = converter("pymdownx.superfences", "pymdownx.tabbed", "meta").convert(text)

    Seen.of(html)
    if source == MAP:
        assert "Objection: Fewer flats are built." in html
        assert warnings(caplog) == []
    else:
        line = text[: text.index("(1)")].count("\n") + 1
        column = len(margin) + 5
        assert "This argument map cannot be drawn" in html
        assert warnings(caplog) == [f"<page>:{line}:{column}: {UNFINISHED}"]


def test_superfences_alone(caplog: pytest.LogCaptureFixture) -> None:
    """Its custom fences do without the extension, and know their lines too."""
    md = Markdown(extensions=list(SUPERFENCES), extension_configs=SUPERFENCES)

    html = md.convert("\n\n" + fenced(BROKEN) + fenced(MAP, 'caption="c" evaluate'))
    again = md.convert(fenced(BROKEN, "depth='x'"))

    assert html.count("<svg") == html.count("argmap-error") == 1
    assert "argmap-error" in again
    assert warnings(caplog) == [
        f"<page>:6:5: {UNFINISHED}",
        "<page>:1: depth must be a number such as 2, not 'x'",
    ]


def test_an_example_in_code_is_no_map(caplog: pytest.LogCaptureFixture) -> None:
    """Superfences takes it for one first; then it is code, and nothing is said."""
    text = "Write:\n\n" + fenced(BROKEN, margin="    ") + "\n" + fenced(MAP)

    html = converter("pymdownx.superfences").convert(text)

    assert "(1) b" in html
    assert html.count("<svg") == 1
    assert "argmap-error" not in html
    assert warnings(caplog) == []


PIECES = st.sampled_from(
    [
        *("```argmap", "```", "~~~argmap", "~~~", "> ```argmap", "    ```argmap"),
        *("```argmap caption='<b>'", "[A]: a", "  + <B>", "(1) x", "===", "- x"),
        *("<div>", "", "```x", "<!-- x"),
    ]
)


@given(
    lines=st.lists(PIECES | st.text(max_size=8), max_size=16), superfences=st.booleans()
)
@example(lines=["```argmap", "[A]: a", "```"] * 2, superfences=False)
def test_any_page_can_be_converted(lines: list[str], *, superfences: bool) -> None:
    """No page ends the conversion, and no two pictures share an id."""
    md = converter(*["pymdownx.superfences"] * superfences, argdown=True)

    html = md.convert("\n".join(lines))

    ids = re.findall(r'<svg xmlns="[^"]+" id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_name_in_settings() -> None:
    """`argmap` among a page's extensions is this one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    ((name, value),) = project["entry-points"]["markdown.extensions"].items()

    assert name == "argmap"
    assert EntryPoint(name, value, "markdown.extensions").load() is ArgmapExtension


def test_the_documentation() -> None:
    """What its page shows is drawn."""
    page = (ROOT / "docs" / "markdown.rst").read_text("utf-8")
    shown = re.findall(r"^   (```argmap.*\n(?:   .*\n)*?   ```)$", page, re.MULTILINE)
    text = "\n\n".join(textwrap.dedent(f"   {each}") for each in shown)

    html = converter(root=str(ROOT / "examples")).convert(text.replace("maps/", ""))

    assert html.count("<svg") == len(shown) == 2
    assert "argmap-error" not in html


@pytest.mark.parametrize("is_file", [False, True])
def test_quotations_are_looked_up(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, is_file: bool
) -> None:
    """With `check` quotations are looked up in the root, on the page and in files."""
    (tmp_path / "report.txt").write_text("Rents rose.", "utf-8")
    (tmp_path / "m.argdown").write_text(QUOTING, "utf-8")
    page = '```argmap file="m.argdown"\n```\n' if is_file else fenced(QUOTING)

    assert "<figure" in converter(check=True, root=str(tmp_path)).convert(page)

    (warning,) = warnings(caplog)
    place = "m.argdown:6:1" if is_file else "<page>:7:1"
    assert f"{place}: error[quotation-not-in-source]" in warning


def test_nothing_is_checked_unasked(caplog: pytest.LogCaptureFixture) -> None:
    """Without `check` only what reading finds is logged."""
    converter().convert(fenced(QUOTING))

    assert warnings(caplog) == []


def test_what_is_found_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """With `check` what reading finds is logged no more than once."""
    converter(check=True).convert(fenced(BROKEN))

    assert [UNFINISHED in each for each in warnings(caplog)] == [True]
