"""The page as a whole: what it allows, its colours, and where everything stands."""

import json
import re
from base64 import b64encode
from collections.abc import Container, Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from argmap.diagram.page.articles import Articles
from argmap.diagram.page.controls import search, views
from argmap.diagram.page.elements import Content, Element, add, anchor, tag, written
from argmap.diagram.page.nested import NestedList
from argmap.diagram.page.picture import picture
from argmap.diagram.page.quoted import Texts
from argmap.diagram.plan import Plan
from argmap.diagram.style import DARK, LineColor, Palette, Theme
from argmap.errors import LimitError
from argmap.model import ArgumentMap, Semantics
from argmap.words import one_line

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation
    from argmap.evaluation.answer import Answer

_MAP: Final = "page-map"
_LIST: Final = "page-list"
_ANSWER: Final = "page-answer"
_ONE_LINE: Final = 1_000_000
"""Columns that no line has: the browser breaks it."""
_SOURCES: Final = "page-sources"
_IN_BRACKETS: Final = re.compile(r"(?:(?<=\()|(?<=\(to ))([^()\s]+)(?=\))")
_TOOLS = (
    ("zoom-out", "−", "Zoom out"),
    ("zoom-in", "+", "Zoom in"),
    ("show-all", "Whole map", None),
)
_CHOOSE = (
    "Choose a claim in the list, in the graph or in a source to read what speaks for"
    " and against it."
)
_KEYS = (
    "Keys: n and p for the next claim and the previous one, r for its reason, o for its"
    " objection, s for another beside it, u for what it speaks for, f to fold, w for"
    " what if it fell, / to search, Escape to close. In the graph, arrow keys move it,"
    " + and − zoom, 0 shows all of it."
)


def page(
    plan: Plan,
    graph: str | None,
    evaluation: "Evaluation",
    argument_map: ArgumentMap,
    theme: Theme,
    *,
    with_source: bool,
) -> str:
    """Return a planned map as an HTML page that needs nothing else.

    `graph` is its picture as SVG, where it can be drawn as one. The evaluation may be
    that of a map that this one is a part of.
    """
    texts = Texts(argument_map, with_source)
    dependence = evaluation.dependence
    changes = None if dependence else _changes(evaluation)
    can_fall = dependence is not None or changes is not None
    articles = Articles(argument_map, evaluation, texts, can_fall=can_fall)
    drawn, rules = picture(graph, plan.key, plan.summary) if graph else (None, "")
    css, script = _file("page.css"), _file("labels.js") + _file("page.js")
    css = f"{_variables(theme)}\n{css}{rules}\n"
    first = argument_map.thesis or (plan.boxes[0].part if plan.boxes else "")
    title = one_line(argument_map.heading) or "Argument map"
    nested = NestedList(plan, argument_map, evaluation, changes or {})
    sources = list(texts.shown())
    body = tag(
        "body",
        _header(title, has_sources=bool(sources)),
        tag(
            "main",
            tag(
                "section",
                tag("h2", "Map", class_="unseen"),
                tag("div", views() if graph else None, search(nested), class_="bar"),
                _list(nested, dependence),
                None if drawn is None else _graph(drawn, first),
                class_="map",
            ),
            _panel(plan.summary, evaluation.answer(), articles),
            _sources(sources) if sources else None,
            class_="desk with-sources" if sources else "desk",
        ),
        tag("script", script),
    )
    root = tag("html", _head(title, css, script), body, lang="en")
    return f"<!DOCTYPE html>\n{written(root)}\n"


def _changes(evaluation: "Evaluation") -> Mapping[str, Mapping[str, str]] | None:
    """Return what changes if one claim is set aside, where that is known."""
    if evaluation.semantics is not Semantics.GROUNDED:
        return None
    try:
        return evaluation.without_each
    except LimitError:
        return None


def _file(name: str) -> str:
    return files("argmap.diagram.page").joinpath(name).read_text(encoding="utf-8")


def _head(title: str, css: str, script: str) -> Element:
    policy = (
        f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)};"
        " base-uri 'none'; form-action 'none';"
        " require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", css),
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _variables(theme: Theme) -> str:
    """Return the colours of the picture as those of the page."""
    if theme is not Theme.AUTO:
        scheme = "dark" if theme is Theme.DARK else "light"
        return f":root{{color-scheme:{scheme};{_colours(theme.palette)}}}"
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}"
    return f":root{{color-scheme:light dark;{_colours(theme.palette)}}}\n{dark}"


def _colours(palette: Palette) -> str:
    colours = {
        "paper": palette.paper,
        "ground": palette.group,
        "edge": palette.group_border,
        "border": palette.border,
        "text": palette.text,
        "quiet": palette.quiet,
        "link": palette.lines[LineColor.SUPPORT],
        "good": palette.lines[LineColor.SUPPORT],
        "bad": palette.lines[LineColor.OBJECTION],
        "odd": palette.lines[LineColor.UNDERCUT],
        "pick": "#443a00" if palette is DARK else "#ffef9e",
    }
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def _header(title: str, *, has_sources: bool) -> Element:
    parts = [
        (_LIST, "List"),
        (_ANSWER, "Answer"),
        *[(_SOURCES, "Source")] * has_sources,
    ]
    links = (tag("a", words, href=f"#{name}") for name, words in parts)
    return tag(
        "header",
        tag("h1", title, dir="auto"),
        tag("nav", *links, aria_label="Parts of the page"),
    )


def _list(nested: NestedList, dependence: Mapping[str, Any] | None) -> Element:
    shown = tag(
        "div",
        *nested.all(),
        id=_LIST,
        class_="list",
        tabindex="0",
        role="region",
        aria_label="List of the claims",
    )
    if dependence:
        numbers = dependence["numbers"]
        rows = (box.part for box in nested.plan.boxes)
        data = {**dependence, "numbers": [numbers.get(row, -1) for row in rows]}
        shown.set("data-dependence", json.dumps(data, separators=(",", ":")))
    if not len(shown):
        add(shown, tag("p", "The map has no claims yet."))
    return shown


def _graph(svg: Element, first: str) -> Element:
    tools = tag("div", class_="tools", hidden="hidden")
    for name, words, label in _TOOLS:
        tools.append(tag("button", words, type="button", id=name, aria_label=label))
    return tag(
        "div",
        tools,
        tag(
            "div",
            svg,
            id=_MAP,
            class_="view",
            tabindex="0",
            role="region",
            aria_label="Graph",
            data_first=first,
        ),
        class_="graph",
    )


def _panel(summary: str, answer: "Answer", articles: Articles) -> Element:
    about = tag(
        "div",
        tag("p", summary, dir="auto"),
        _answer(answer, articles.linked),
        tag("p", _CHOOSE, class_="hint"),
        tag("p", _KEYS, class_="hint keys"),
        class_="about",
    )
    path = tag(
        "nav",
        tag("ol"),
        id="page-path",
        hidden="hidden",
        aria_label="The way to the main conclusion",
    )
    aside = tag(
        "div",
        tag("p"),
        tag("ul"),
        tag("a", href=f"#{_LIST}", class_="undo"),
        id="page-aside",
        role="status",
        hidden="hidden",
    )
    return tag(
        "section",
        tag("a", "Close", class_="close", href=f"#{_LIST}"),
        aside,
        path,
        about,
        *articles.all(),
        class_="panel",
        tabindex="0",
        aria_label="Chosen claim",
    )


def _sources(sources: Iterable[Element]) -> Element:
    return tag(
        "section",
        tag("h2", "Source"),
        *sources,
        id=_SOURCES,
        class_="sources",
        tabindex="0",
        aria_label="Source",
    )


def _answer(answer: "Answer", parts: Container[str]) -> Element:
    section = tag(
        "section", tag("h2", "Answer"), id=_ANSWER, class_="answer", tabindex="-1"
    )
    for line in answer.in_lines(_ONE_LINE):
        words = line.lstrip()
        level = (len(line) - len(words)) // 2
        linked = _linked(words, parts)
        add(section, tag("p", *linked, class_=f"in{min(level, 3)}", dir="auto"))
    return section


def _linked(words: str, parts: Container[str]) -> Iterator[Content]:
    """Yield words, with links for the ids in brackets of parts that are shown."""
    for piece in _IN_BRACKETS.split(words):
        is_shown = piece in parts
        yield tag("a", piece, href=f"#{anchor('part', piece)}") if is_shown else piece
