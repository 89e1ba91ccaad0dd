"""Laws of the figure that a fence becomes, and of the box where there can be none."""

import logging
from pathlib import Path

import pytest

from tests.html import Seen
from tests.markdown.fences import (
    BROKEN,
    MAP,
    converter,
    fenced,
    warnings,
)


def test_a_map_becomes_a_figure() -> None:
    """The picture is inline, with its summary, caption and outline, and no script."""
    html = converter().convert(fenced(MAP, 'caption="Of *rents*"'))

    seen = Seen.of(html)
    (region,) = (each for each in seen.named("div") if each.get("role") == "region")
    assert region["aria-label"] == (
        "Argument map: The city should cap rents. 1 objection; 2 claims."
    )
    assert region["tabindex"] == "0"
    assert len(seen.named("svg")) == len(seen.named("figure")) == 1
    assert len(seen.named("details")) == 1
    assert "Of *rents*" in seen.text
    assert "Objection: Fewer flats are built." in seen.text
    assert not seen.named("script")


@pytest.mark.parametrize(
    ("how", "details", "is_hidden"),
    [("collapsed", 1, False), ("visible", 0, False), ("none", 0, True)],
)
def test_outline(how: str, details: int, *, is_hidden: bool) -> None:
    """The outline is behind a click, in sight, or there only to be read aloud."""
    seen = Seen.of(converter().convert(fenced(MAP, f'outline="{how}"')))

    assert len(seen.named("details")) == details
    styles = [str(each.get("style")) for each in seen.named("div")]
    assert any("clip-path" in each for each in styles) == is_hidden
    assert "Objection: Fewer flats are built." in seen.text


@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        ('focus="cap" depth="0"', "should cap", "Fewer"),
        ('section="facts"', "Inner", "should cap"),
        ("evaluate", "stands", None),
        ('direction="left" theme="dark"', "#0d1117", "light-dark"),
        ('alt="Rents & more"', 'aria-label="Rents &amp; more"', 'aria-label="Argument'),
    ],
)
def test_options(options: str, there: str, gone: str | None) -> None:
    """Options do what the command line's of the same names do."""
    text = MAP + "\n# Facts\n\n[Inner]: Inner.\n"

    html = converter().convert(fenced(text, options))

    assert "argmap-error" not in html
    assert there in html
    assert gone is None or gone not in html


def test_the_text_says_what_is_drawn() -> None:
    """A text's own selection is drawn, unless the whole is wanted."""
    text = (
        f"===\nselection: {{excludeStatements: [Few]}}\n===\n\n{MAP}  + [Fair]: Fair.\n"
    )

    assert "Fewer" not in converter().convert(fenced(text))
    assert "Fewer" in converter().convert(fenced(text, "whole"))


WRONG = [
    ('captoin="x"', "there is no option 'captoin'; did you mean 'caption'?"),
    ('zzz="x"', "there is no option 'zzz'; there are direction, theme, layout,"),
    ('direction="west"', "direction must be one of auto, up, down, left, right"),
    ('theme="blue"', "theme must be one of light, dark, auto, print, not 'blue'"),
    ('outline="open"', "outline must be one of collapsed, visible, none, not 'open'"),
    ('depth="-1"', "depth must be a number such as 2, not '-1'"),
    (f'depth="{"9" * 5000}"', "depth must be a number such as 2"),
    ('evaluate="grunded"', "not 'grunded'; did you mean 'grounded'?"),
    ('whole="yes"', "the option 'whole' takes no value"),
    ('depth="2"', "depth needs focus"),
    ("caption", "the option 'caption' wants a value"),
    ("depth=1", "'depth=1' is not written like depth=\"2\" or evaluate"),
    ('focus="x"', "no part has the id 'x'"),
    ('section="x"', "no part has the id 'x'"),
    ('file="a.argdown"', "a fence holds a map, or names a file that does"),
]


@pytest.mark.parametrize(("options", "complaint"), WRONG)
def test_wrong_options(
    options: str, complaint: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A wrong option is told at the fence's line, on the page with the map itself."""
    html = converter().convert("# Title\n\n" + fenced(MAP, options))

    (warning,) = warnings(caplog)
    assert warning.startswith("<page>:3: ")
    assert complaint in warning
    seen = Seen.of(html)
    assert complaint in seen.text
    assert MAP.rstrip() in seen.text
    assert not seen.named("svg")


def test_findings_have_their_lines(caplog: pytest.LogCaptureFixture) -> None:
    """Every finding is told at its line on the page; mere warnings keep no picture."""
    caplog.set_level(logging.INFO)
    mild = "===\nselection: {includeSections: [x]}\n===\n\n[A]: a {credence: 5}\n"
    text = "# Title\r\n\r\n" + fenced(mild) + fenced(BROKEN)

    html = converter("meta").convert("key: x\n\n" + text)

    assert [each.split(": ")[0] for each in warnings(caplog)] == [
        "<page>:7:13",
        "<page>:10:1",
        "<page>:15:5",
    ]
    levels = [each.levelname for each in caplog.records]
    assert levels == ["INFO", "WARNING", "WARNING"]
    assert html.count("<svg") == html.count("argmap-error") == 1
    assert "15 | (1) b" in html


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("broken.argdown", "broken.argdown:3:6"),
        ("inner/all.argdown", "inner/part.argdown:4:5"),
        ("bytes.argdown", "bytes.argdown:1:6"),
        ("sly.argdown", "sly.argdown:1:1"),
    ],
)
def test_errors_in_files(
    name: str, place: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """They are told at their place in their own file, after that of the fence."""
    html = converter(root=str(folder)).convert(f'\n```argmap file="{name}"\n```\n')

    assert warnings(caplog)[0].startswith(f"<page>:2: {place}: error[")
    assert place in html
    assert "<svg" not in html
    assert str(folder) not in html
    assert "Secret" not in html


HOSTILE = [
    "<script>alert(1)</script>",
    "</figcaption><img src=x onerror=alert(1)>",
    "' onload=alert(1) x='",
    "&lt;script&gt; & &amp;",
    "\x02wzxhzdk:0\x03 \x02amp\x03",
    "</svg></style><script>",
    "javascript:alert(1)",
    "-->",
    "\u202e\u2066abc",
]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("superfences", [False, True])
def test_hostile_texts(hostile: str, *, superfences: bool) -> None:
    """Captions, alternative texts and claims are text, whatever they hold."""
    text = f"[A <x>]: {hostile}\n  + [{hostile.replace(']', '')}]: b\n"
    options = f'caption="{hostile}" alt="{hostile}"'
    md = converter(*["pymdownx.superfences"] * superfences)

    html = md.convert(fenced(text, options) + "\n" + fenced(text, f'x="{hostile}"'))

    seen = Seen.of(html)
    names = {name for name, _ in seen.elements}
    assert not names & {"script", "img", "iframe", "object", "a"}
    assert not any(
        key.startswith("on") or key == "href"
        for _, attributes in seen.elements
        for key in attributes
    )
    assert "\u202e" not in seen.text.partition("argument map cannot be")[0]
