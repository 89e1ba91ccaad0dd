"""Maps on pages: found where they stand, and put back there."""

import json
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Span
from argmap.errors import FormatError
from argmap.pages import UnplacedError, maps_on, with_texts

_WORDS: Final = st.text("abc [](){}<>+-_:#.`é漢", max_size=12).map(str.strip)
_MARGINS: Final = [
    ("", ""),
    ("> ", "> "),
    ("- ", "  "),
    ("1. ", "   "),
    ("> - ", ">   "),
    ("- > ", "  > "),
    ("-\t", "\t"),
    ("1.\t", "\t"),
]
"""What stands before the first line of a fence, and before the lines below it."""


@attrs.frozen
class _Piece:
    """A paragraph, or a fence in a list or a quotation."""

    lines: tuple[str, ...]
    header: str = ""
    margins: tuple[str, str] = ("", "")

    def shown(self, end: str) -> str:
        lines = [*self.lines]
        if self.header:
            lines = [f"~~~{self.header}", *lines, "~~~"]
        first, others = self.margins
        leads = [first] + [others] * (len(lines) - 1)
        pairs = zip(leads, lines, strict=True)
        whole = [(lead + line) if line else lead.rstrip() for lead, line in pairs]
        return "".join(f"{each}{end}" for each in [*whole, "", "word", ""])

    def text(self, end: str) -> str:
        return "".join(f"{each}{end}" for each in self.lines)


_PROSE: Final = st.builds(
    _Piece,
    st.lists(_WORDS.filter(lambda x: not x[:1].isdigit()), max_size=3).map(tuple),
)
_LINES: Final = st.lists(
    st.tuples(st.sampled_from(["", "", "  ", "    ", "\t"]), _WORDS).map(
        lambda pair: "".join(pair) if pair[1] else ""
    ),
    min_size=1,
    max_size=5,
).map(tuple)
_MAPS: Final = st.builds(
    _Piece,
    st.tuples(st.just("[A]: a")).flatmap(
        lambda first: _LINES.map(lambda rest: (*first, *rest))
    ),
    st.sampled_from(["argdown", "argmap", ' argmap depth="2"', "{.argdown depth=2}"]),
    st.sampled_from(_MARGINS),
)
_CODE: Final = st.builds(
    _Piece, _LINES, st.sampled_from(["python", " ", "text argdown"])
)
_PAGES: Final = st.lists(st.one_of(_MAPS, _CODE), max_size=5)
_ENDS: Final = st.sampled_from(["\n", "\r\n", "\r"])


def _maps(pieces: list[_Piece]) -> list[_Piece]:
    return [each for each in pieces if each.header.strip(" {.").startswith(_NAMES)]


_NAMES: Final = ("argdown", "argmap")


def _shown(pieces: list[_Piece], end: str) -> str:
    return "".join(each.shown(end) for each in pieces)


@given(_PAGES, _ENDS)
def test_every_map_is_found(pieces: list[_Piece], end: str) -> None:
    """Each fence of that name is a map, without the margin that it has on the page."""
    pieces = [each for each in pieces if each.header != "text argdown"]
    page = _shown(pieces, end)

    assert [each.text for each in maps_on(page, "a.md")] == [
        each.text(end) for each in _maps(pieces)
    ]


@given(_PAGES, _ENDS)
def test_places_are_those_of_the_page(pieces: list[_Piece], end: str) -> None:
    """What a finding or a part stands on is the same text in the page."""
    page = _shown(pieces, end)

    for found in maps_on(page, "a.md"):
        document = found.read()
        spans = [each.span for each in document.diagnostics if each.span]
        for span in [*spans, *document.spans.values()]:
            path, text, there = document.origin(span)
            first = span.of(document.text).split(end)[0]
            assert (path, text) == ("a.md", page)
            assert there.of(page).startswith(first)


@given(_PAGES, _ENDS, st.lists(_LINES, min_size=5, max_size=5))
def test_other_texts_stand_in_the_same_places(
    pieces: list[_Piece], end: str, others: list[tuple[str, ...]]
) -> None:
    """With other texts a page is the page that its author would have written."""
    maps = iter(others)
    new = [
        attrs.evolve(each, lines=next(maps)) if each in _maps([each]) else each
        for each in pieces
    ]
    page = _shown(pieces, end)
    found = [each.place for each in maps_on(page, "a.md")]
    texts = [each.text(end) for each in _maps(new)]

    whole = with_texts(page, "a.md", dict(zip(found, texts, strict=True)))
    assert whole == _shown(new, end)


def _found(page: str, path: str) -> list[tuple[str, str]]:
    return [(each.place, each.text) for each in maps_on(page, path)]


@pytest.mark.parametrize(
    ("path", "page", "fault"),
    [
        ("a.md", "```argdown\n[A]: a", "nothing closes the fence"),
        ("a.md", "```argdown\n```", "it holds no map, and names no file"),
        ("a.md", "```argmap file='a.json'\n[A]: a\n```", "it holds a map and names"),
        ("a.md", "```{argmap} a.json\n[A]: a\n```", "it holds a map and names"),
        ("a.md", "```{argmap}\n:format: jsn\n\n[A]\n```", "no format is called 'jsn'"),
        ("a.rst", ".. argmap::\n   [A]: a\n", "a map needs a blank line"),
        ("a.rst", "x\n\n.. argmap::\n", "it holds no map, and names no file"),
    ],
)
def test_what_cannot_be_read_is_an_error(path: str, page: str, fault: str) -> None:
    """The error stands on the line that opens the map, and there is no map."""
    (found,) = maps_on(page, path)
    document = found.read()
    (finding,) = document.diagnostics
    _, text, span = document.origin(finding.span or Span(0, 0))

    assert finding.message.startswith(fault)
    assert document.has_errors
    assert not document.argument_map.claims
    assert str(span.position(text)[0]) == found.place


def test_a_file_in_the_place_of_a_map() -> None:
    """A fence or a directive may name a file; it is not read here."""
    pages = {
        "a.md": "```argmap file=b.json\n```\n```{argmap} b.json\n:depth: 2\n```",
        "a.rst": ".. argmap:: b.json\n   :depth: 2\n",
    }
    files = [each.file for name, page in pages.items() for each in maps_on(page, name)]

    assert files == ["b.json"] * 3


def test_formats_on_a_page() -> None:
    """A text is Argdown unless it looks like another, or the page says so."""
    page = '```argmap\n{"argmap": 1}\n```\n```{argmap}\n:format: tgf\n\na\n#\na a\n```'
    formats = [each.format.name for each in maps_on(page, "a.md")]

    assert formats == ["json", "tgf"]


def test_includes_are_read_beside_the_page(tmp_path: Any) -> None:
    """What a map includes has its own places, what is behind it those of the page."""
    (tmp_path / "b.argdown").write_text("[B]: b\n")
    path = str(tmp_path / "a.md")
    page = "> ```argdown\n> [A]: a\n>\n> @include(b.argdown)\n>\n> [C]: c\n> ```\n"
    (found,) = maps_on(page, path)
    document = found.read()
    places = {}
    for key, span in document.spans.items():
        name, text, there = document.origin(span)
        places[key] = (name == path, *there.position(text))

    assert places == {"a": (True, 2, 3), "b": (False, 1, 1), "c": (True, 6, 3)}


def _notebook(*sources: object, **options: Any) -> str:
    """Return a notebook with a raw cell and some in Markdown."""
    cells = [{"cell_type": "markdown", "source": each} for each in sources]
    return json.dumps(
        {"cells": [{"cell_type": "raw", "source": "x"}, *cells]}, **options
    )


_FENCE: Final = ["# É\n", "```argdown\n", "[A]:  é\n", "```\n", "more"]


@pytest.mark.parametrize("options", [{}, {"indent": 1}, {"ensure_ascii": False}])
def test_cells_of_a_notebook(options: dict[str, Any]) -> None:
    """A map in a notebook has a cell and a line; all but its own lines stay."""
    notebook = _notebook(_FENCE, "".join(_FENCE), **options)
    assert _found(notebook, "a.ipynb") == [
        ("cell 2:2", "[A]:  é\n"),
        ("cell 3:2", "[A]:  é\n"),
    ]

    new = with_texts(notebook, "a.ipynb", {"cell 2:2": "[A]: é\n", "cell 3:2": "[B]\n"})

    lines = [*_FENCE[:2], "[A]: é\n", *_FENCE[3:]]
    assert new == _notebook(lines, "".join(lines).replace("[A]: é", "[B]"), **options)


def test_a_notebook_that_is_none() -> None:
    """What is no JSON is an error with its place; what has no cells has no maps."""
    with pytest.raises(FormatError) as caught:
        maps_on('{"cells": argdown', "a.ipynb")

    assert caught.value.diagnostics[0].span == Span(10, 11)
    assert maps_on('["argdown"]', "a.ipynb") == ()


def test_a_text_that_would_be_another() -> None:
    """A text with the marks that close its fence is refused, and nothing is lost."""
    page = "```argdown\n[A]: a\n```\n"

    with pytest.raises(UnplacedError):
        with_texts(page, "a.md", {"1": "[A]: a\n```\n"})
