"""The page as a whole: what it allows, its colours, and where everything stands."""

from base64 import b64encode
from collections.abc import Callable, Container, Iterable, Mapping
from functools import partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from argmap.diagram.outline import Entry, entries
from argmap.diagram.outline_html import outline_html
from argmap.diagram.page.articles import Articles
from argmap.diagram.page.elements import Element, add, anchor, tag, written
from argmap.diagram.page.picture import picture
from argmap.diagram.page.quoted import Texts
from argmap.diagram.plan import Plan
from argmap.diagram.style import DARK, LineColor, Palette, Theme
from argmap.model import Argument, ArgumentMap, Claim
from argmap.words import one_line

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation
    from argmap.evaluation.answer import Answer

_MAP: Final = "page-map"
_OUTLINE: Final = "page-outline"
_ANSWER: Final = "page-answer"
_ONE_LINE: Final = 1_000_000
"""Columns that no line has: the browser breaks it."""
_SOURCES: Final = "page-sources"
_VIEWS = (("show-list", "List"), ("show-graph", "Map"))
_ZOOM = (
    ("zoom-out", "−", "Zoom out"),
    ("zoom-in", "+", "Zoom in"),
    ("show-all", "Whole map", None),
)
_CHOOSE = (
    "Choose a claim in the list, in the map or in a source to read what speaks for and"
    " against it."
)
_KEYS = (
    "Keys: n goes to the next claim, p to the previous one; from a claim, r goes to its"
    " first reason, o to its first objection, s to what it speaks for; / searches,"
    " Escape closes. In the map, arrow keys move it, + and − zoom, 0 shows all of it."
)


def page(
    plan: Plan,
    svg: str,
    evaluation: "Evaluation",
    argument_map: ArgumentMap,
    theme: Theme,
    *,
    with_source: bool,
) -> str:
    """Return a planned map and its picture as an HTML page that needs nothing else.

    The evaluation may be that of a map that this one is a part of.
    """
    texts = Texts(argument_map, with_source)
    articles = Articles(argument_map, evaluation, texts)
    drawn = picture(svg, plan.key, plan.summary)
    css, script = _file("page.css"), _file("page.js")
    css = f"{_variables(theme)}\n{css}{drawn.rules}\n"
    first = argument_map.thesis or (plan.boxes[0].part if plan.boxes else "")
    title = one_line(argument_map.heading) or "Argument map"
    lines = [*entries(argument_map, evaluation)]
    rows = listing(lines, articles.linked, partial(_facts, argument_map, evaluation))
    choices = _choices(argument_map, evaluation, lines)
    sources = list(texts.shown())
    body = tag(
        "body",
        _header(title, has_sources=bool(sources)),
        tag(
            "main",
            tag(
                "div",
                _views(_outline(rows), _map(drawn.element, first), choices),
                _panel(plan.summary, articles.all()),
                _sources(sources) if sources else None,
                class_="desk with-sources" if sources else "desk",
            ),
            _answer(evaluation.answer()),
        ),
        tag("script", script),
    )
    root = tag("html", _head(title, css, script), body, lang="en")
    return f"<!DOCTYPE html>\n{written(root)}\n"


def listing(
    lines: Iterable[Entry],
    linked: Container[str],
    facts: Callable[[Entry], Mapping[str, str]] = lambda _: {},
) -> Element:
    """Return an outline in which each claim is a link to what is said of it.

    An item holds the facts by which it can be found.
    """

    def item(entry: Entry) -> str:
        named = {f"data_{name}": fact for name, fact in facts(entry).items() if fact}
        kind = entry.kind.lower()
        line = tag("li", dir="auto", **({"class_": kind} if kind else {}), **named)
        if entry.sign:
            sign = {"-": "−", "x": "×"}.get(entry.sign, entry.sign)
            add(line, tag("span", sign, class_="sign", aria_hidden="true"), " ")
            add(line, tag("span", f"{entry.kind}:", class_="unseen"), " ")
        if entry.part in linked:
            target = f"#{anchor('part', entry.part)}"
            row = {"class_": "row", "data_parts": entry.part}
            add(line, tag("a", entry.words, href=target, **row))
        else:
            add(line, tag("span", entry.words))
        # as XML, which is read again below
        return ET.tostring(line, encoding="unicode").removesuffix("</li>")

    def heading(entry: Entry) -> str:
        return ET.tostring(tag("h3", entry.words, dir="auto"), encoding="unicode")

    html = outline_html(lines, item, heading)
    return ET.fromstring(f"<div>{html}</div>")  # noqa: S314 - we have written it


def _facts(
    argument_map: ArgumentMap, evaluation: "Evaluation", entry: Entry
) -> dict[str, str]:
    """Return what a line can be found by: by whom, where, its verdict and its kind."""
    part = argument_map.find_part(entry.part)
    section = part and argument_map.section_of(part)
    speakers = argument_map.holders(part) if isinstance(part, Claim) else ()
    verdict = isinstance(part, Claim | Argument) and evaluation.verdicts.get(part.id)
    return {
        "speaker": "\n".join(filter(None, map(one_line, speakers))),
        "section": section.id if section else "",
        "verdict": str(verdict or ""),
        "kind": entry.kind or "Claim",
    }


def _choices(
    argument_map: ArgumentMap, evaluation: "Evaluation", lines: Iterable[Entry]
) -> Mapping[str, Mapping[str, str]]:
    """Return what lines can be found by: by the fact, its values and their words."""
    found: dict[str, dict[str, str]] = {
        "speaker": {},
        "section": {
            each.id: one_line(each.title) or each.id for each in argument_map.sections
        },
        "verdict": {},
        "kind": {},
    }
    for line in lines:
        if not line.sign.startswith("#"):
            facts = _facts(argument_map, evaluation, line)
            for name in ("speaker", "verdict", "kind"):
                found[name] |= {each: each for each in facts[name].split("\n") if each}
    return {name: each for name, each in found.items() if len(each) > 1}


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
    parts = [(_OUTLINE, "List"), (_MAP, "Map"), (_ANSWER, "Answer")]
    if has_sources:
        parts.insert(2, (_SOURCES, "Source"))
    links = (tag("a", words, href=f"#{name}") for name, words in parts)
    return tag(
        "header",
        tag("h1", title, dir="auto"),
        tag("nav", *links, aria_label="Parts of the page"),
    )


def _views(
    rows: Element, drawn: Element, choices: Mapping[str, Mapping[str, str]]
) -> Element:
    """Return the list and the map; the script shows one of them, and the tools."""
    shown = (tag("button", words, type="button", id=name) for name, words in _VIEWS)
    zoom = tag("span", class_="zoom")
    for name, words, label in _ZOOM:
        button = tag("button", words, type="button", id=name)
        if label:
            button.set("aria-label", label)
        zoom.append(button)
    search = tag(
        "input",
        type="search",
        id="by-search",
        placeholder="Search",
        aria_label="Search",
    )
    found = tag("span", id="found", class_="note", role="status")
    back = tag("button", "Put it back", type="button", class_="aside")
    notice = tag("p", tag("span"), " ", back, id="set-aside", role="status")
    notice.set("hidden", "hidden")
    return tag(
        "section",
        tag(
            "div",
            tag("span", *shown, role="group", aria_label="View"),
            zoom,
            search,
            *(_choice(name, each) for name, each in choices.items()),
            found,
            class_="tools",
            hidden="hidden",
        ),
        notice,
        rows,
        drawn,
        class_="map",
        aria_label="The argument",
    )


def _choice(name: str, values: Mapping[str, str]) -> Element:
    every = tag("option", f"Any {name}", value="")
    options = (tag("option", words, value=value) for value, words in values.items())
    return tag("select", every, *options, id=f"by-{name}", aria_label=name.capitalize())


def _map(svg: Element, first: str) -> Element:
    return tag(
        "div",
        svg,
        id=_MAP,
        class_="view",
        tabindex="0",
        role="region",
        aria_label="Map",
        data_first=first,
    )


def _panel(summary: str, articles: Iterable[Element]) -> Element:
    about = tag("div", tag("p", summary, dir="auto"), class_="about")
    add(about, tag("p", _CHOOSE, class_="hint"))
    add(about, tag("p", _KEYS, class_="hint keys"))
    close = tag("a", "Close", class_="close", href=f"#{_MAP}")
    return tag(
        "section",
        close,
        about,
        *articles,
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


def _answer(answer: "Answer") -> Element:
    section = tag("section", tag("h2", "Answer"), id=_ANSWER, class_="answer")
    for line in answer.in_lines(_ONE_LINE):
        words = line.lstrip()
        level = (len(line) - len(words)) // 2
        add(section, tag("p", words, class_=f"in{min(level, 3)}", dir="auto"))
    return section


def _outline(listed: Element) -> Element:
    if not len(listed):
        add(listed, tag("p", "The map has no claims yet."))
    return tag(
        "div",
        listed,
        id=_OUTLINE,
        class_="list",
        tabindex="0",
        role="region",
        aria_label="List",
    )
