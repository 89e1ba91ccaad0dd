"""Laws of fences in Python-Markdown, with superfences and without."""

import logging
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
from tests.markdown.conftest import Seen

MAP = "[Cap]: The city should cap rents.\n  - [Few]: Fewer flats are built.\n"
BROKEN = "[A]: a\n\n(1) b\n"
UNFINISHED = "error[unfinished-reconstruction]: the premises lead to no conclusion"
SUPERFENCES = {
    "pymdownx.superfences": {
        "custom_fences": [
            {"name": "argmap", "class": "x", "format": fence, "validator": validate}
        ]
    }
}
"""Superfences that were told of maps by the page's author."""


def converter(*extensions: str, **options: object) -> Markdown:
    return Markdown(extensions=[ArgmapExtension(**options), *extensions])


def fenced(source: str, options: str = "", margin: str = "") -> str:
    lines = ["```argmap " + options, *source.rstrip("\n").split("\n"), "```"]
    return "".join(f"{margin}{line}".rstrip() + "\n" for line in lines)


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records]


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


def test_ids_do_not_clash() -> None:
    """One map three times on a page has each id once, also after a second text."""
    md = converter()

    html = md.convert(fenced(MAP) * 2) + md.convert(fenced(MAP))

    ids = Seen.of(html).ids
    assert ids
    assert len(ids) == len(set(ids))


def test_a_new_page_begins_anew() -> None:
    """After `reset` the same text gives the same page."""
    md = converter()

    assert md.convert(fenced(MAP)) == md.reset().convert(fenced(MAP))


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
        "<page>:1: depth must be a number of steps such as 2, not 'x'",
    ]


def test_an_example_in_code_is_no_map(caplog: pytest.LogCaptureFixture) -> None:
    """Superfences takes it for one first; then it is code, and nothing is said."""
    text = "Write:\n\n" + fenced(BROKEN, margin="    ") + "\n" + fenced(MAP)

    html = converter("pymdownx.superfences").convert(text)

    assert "(1) b" in html
    assert html.count("<svg") == 1
    assert "argmap-error" not in html
    assert warnings(caplog) == []


WRONG = [
    ('captoin="x"', "there is no option 'captoin'; did you mean 'caption'?"),
    ('zzz="x"', "there is no option 'zzz'; there are direction, theme, section,"),
    ('direction="west"', "direction must be one of auto, up, down, left, right"),
    ('theme="blue"', "theme must be one of light, dark, auto, print, not 'blue'"),
    ('outline="open"', "outline must be one of collapsed, visible, none, not 'open'"),
    ('depth="-1"', "depth must be a number of steps such as 2, not '-1'"),
    (f'depth="{"9" * 5000}"', "depth must be a number of steps such as 2"),
    ('evaluate="grunded"', "not 'grunded'; did you mean 'grounded'?"),
    ('whole="yes"', "the option 'whole' takes no value"),
    ('depth="2"', "it needs focus"),
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
        "<page>:7:1",
        "<page>:10:1",
        "<page>:15:5",
    ]
    levels = [each.levelname for each in caplog.records]
    assert levels == ["INFO", "WARNING", "WARNING"]
    assert html.count("<svg") == html.count("argmap-error") == 1
    assert "15 | (1) b" in html


def test_a_fence_that_another_text_brought(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What does not stand on the page is told without a line that would be wrong."""
    (tmp_path / "part.md").write_text(fenced(BROKEN))
    snippets = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    md = Markdown(
        extensions=[ArgmapExtension(), "pymdownx.snippets"], extension_configs=snippets
    )

    md.convert('Text.\n\n--8<-- "part.md"\n\n' + fenced(BROKEN, "evaluate"))

    assert [each.partition(": ")[0] for each in warnings(caplog)] == [
        "<page> (put in from elsewhere):3:5",
        "<page>:8:5",
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out a folder of maps beside a file that is none of their business."""
    (tmp_path / "secret.argdown").write_text("[Secret]: Secret.\n")
    root = tmp_path / "maps"
    (root / "inner").mkdir(parents=True)
    (root / "rents.argdown").write_text(MAP)
    (root / "broken.argdown").write_text(BROKEN)
    (root / "bytes.argdown").write_bytes(b"[A]: \xff\n")
    (root / "inner" / "all.argdown").write_text("@include(part.argdown)\n")
    (root / "inner" / "part.argdown").write_text("\n" + BROKEN)
    (root / "out.argdown").symlink_to(tmp_path / "secret.argdown")
    (root / "away").symlink_to(tmp_path)
    (root / "notes.txt").write_text("Rents rose.\n")
    (root / "loop.argdown").symlink_to("loop.argdown")
    (root / "sly.argdown").write_text("@include(../secret.argdown)\n")
    return root


def test_a_file_is_drawn(folder: Path) -> None:
    """A fence may name a file in the folder that is set."""
    html = converter(root=str(folder)).convert('```argmap file="rents.argdown"\n```\n')

    assert "Objection: Fewer flats are built." in Seen.of(html).text


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("../secret.argdown", "outside the documentation's folder"),
        ("/etc/passwd", "outside the documentation's folder"),
        ("out.argdown", "outside the documentation's folder"),
        ("away/secret.argdown", "outside the documentation's folder"),
        ("missing.argdown", "cannot be read: no such file or directory"),
        ("inner", "cannot be read: is a directory"),
        ("loop.argdown", "the file 'loop.argdown' cannot be a file"),
        ("a\0b", ""),
        ("x" * 5000, "file name too long"),
        ("x" * 5000 + ".json", "file name too long"),
        ("rents.py", "cannot be read: no such file"),
        ("notes.txt", "unknown format"),
    ],
)
def test_files_that_are_refused(
    name: str, complaint: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing outside the folder is read, and no path of this machine is shown."""
    md = converter(root=str(folder))

    html = md.convert(f'```argmap file="{name}"\n```\n')

    (warning,) = warnings(caplog)
    assert warning.startswith("<page>:1: ")
    assert complaint in warning.lower() or complaint in warning
    assert "<svg" not in html
    assert str(folder.parent) not in html + warning
    assert "Secret" not in html


def test_without_a_folder_no_file_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even one in the current folder."""
    monkeypatch.chdir(folder)

    html = converter().convert('```argmap file="rents.argdown"\n```\n')

    assert "<svg" not in html
    assert "no folder is set by 'root'" in warnings(caplog)[0]


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


QUOTING = (
    "===\nargmap:\n  sources: [{id: report, path: report.txt}]\n===\n\n"
    "[Rents]: Up. {quotations: [{exact: Rents fell, source: report}]}\n"
    "  + [Index]: It says so.\n"
)


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


def test_sources_stay_in_the_root(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A source outside the root is refused, and without a root there is none."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "report.txt").write_text("Rents fell.", "utf-8")
    (tmp_path / "pyproject.toml").touch()
    page = fenced(QUOTING.replace("report.txt", "../report.txt"))

    converter(check=True, root=str(tmp_path / "docs")).convert(page)
    assert "unreadable-source" in warnings(caplog)[0]
    caplog.clear()

    converter(check=True).convert(page)
    assert ["quotation-unverified" in each for each in warnings(caplog)] == [True]


def test_nothing_is_checked_unasked(caplog: pytest.LogCaptureFixture) -> None:
    """Without `check` only what reading finds is logged."""
    converter().convert(fenced(QUOTING))

    assert warnings(caplog) == []


def test_what_is_found_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """With `check` what reading finds is logged no more than once."""
    converter(check=True).convert(fenced(BROKEN))

    assert [UNFINISHED in each for each in warnings(caplog)] == [True]
