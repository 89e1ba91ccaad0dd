"""Search, filters and views: the controls of the page."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.diagram.page.elements import Element, add, tag
from argmap.diagram.page.nested import NestedList
from argmap.model import Verdict

_KINDS: Final = {
    "reason": "reasons",
    "objection": "objections",
    "undercut": "undercuts",
    "answer": "answers",
    "argument": "arguments",
    "unstated": "unstated claims",
    "question": "questions",
}
"""What the kinds of rows are called in a filter."""


def views() -> Element:
    """Return the choice of the main view, which works without a script."""
    choice = tag("div", class_="views", role="radiogroup", aria_label="Main view")
    for name, words in (("as-list", "List"), ("as-graph", "Graph")):
        button = tag("input", type="radio", name="view", id=name, autocomplete="off")
        if name == "as-list":
            button.set("checked", "checked")
        add(choice, button, tag("label", words, for_=name))
    return choice


def search(nested: NestedList) -> Element:
    """Return the search, and the filters that there is something to find by."""
    field = tag("input", type="search", name="find", placeholder="Search")
    field.set("aria-label", "Search")
    verdicts = filter(nested.verdicts.__contains__, Verdict)
    kinds = {kind: words for kind, words in _KINDS.items() if kind in nested.kinds}
    sections = {each.part: each.title for each in nested.plan.groups}
    return tag(
        "form",
        field,
        _filter("speaker", "All speakers", _same(nested.speakers)),
        _filter("section", "All sections", sections),
        _filter("verdict", "All verdicts", _same(verdicts)),
        _filter("kind", "All kinds", kinds),
        tag("button", "Clear", type="reset"),
        tag("button", "Fold all", type="button", id="fold"),
        tag("button", "Unfold all", type="button", id="unfold"),
        tag("output", id="found", aria_label="Found"),
        class_="find",
        role="search",
        hidden="hidden",
        autocomplete="off",
    )


def _same(options: Iterable[str]) -> Mapping[str, str]:
    return {each: each for each in options}


def _filter(name: str, every: str, options: Mapping[str, str]) -> Element | None:
    if not options:
        return None
    chosen = tag("select", tag("option", every, value=""), name=name, aria_label=every)
    for value, words in options.items():
        add(chosen, tag("option", words, value=value))
    return chosen
