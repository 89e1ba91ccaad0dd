"""The text that a reader sees of HTML, and of Markdown by way of it.

Blocks are apart by an empty line, blanks are one blank as on a screen. What no
reader sees (scripts, styles, templates, the title of the window, what is `hidden`)
is left out.
"""

import re
from html.parser import HTMLParser
from typing import Final

from argmap.errors import LimitError, MissingExtraError

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl"  # noqa: SIM905 - easier to read
    " dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr"
    " html legend li main menu nav ol p pre search section summary table tbody tfoot"
    " thead tr ul".split()
)
_UNSEEN: Final = frozenset(
    "datalist iframe noembed noframes noscript script style template title".split()  # noqa: SIM905
)
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
_IN_PLACE: Final = {"br": "\n", "td": "\t", "th": "\t", "q": "“"}
_BLANKS = re.compile("[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(" ?\n ?")
_END: Final = "\n\n<br>\n"
"""An end for what has none, which the parsers look for again and again."""
_MOST_STEPS: Final = 10**9
_PARAGRAPHS = re.compile(r"\n[ \t\r]*\n")
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(?s:.*?)^(?:---|\.\.\.)[ \t]*$", re.MULTILINE
)


def text_of_html(html: str) -> str:
    r"""Return what a reader sees of a page; never raises for what it says.

    >>> text_of_html("<h1>Rents</h1><p>They  rose by &frac12;.<script>x()</script>")
    'Rents\n\nThey rose by ½.\n'
    """
    reader = _Reader()
    reader.feed(html + _END)
    return reader.text


def text_of_markdown(markdown: str) -> str:
    r"""Return what a reader sees of a text in Markdown, without its front matter.

    Raises MissingExtraError, and LimitError for what would take the library too long.

    >>> text_of_markdown("# Rents\n\nThey *rose*,\nthey say.")
    'Rents\n\nThey rose, they say.\n'
    """
    try:
        from markdown import Markdown  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(wanted="Markdown", extra="markdown") from error
    body = _FRONT_MATTER.sub("", markdown)
    if sum(map(_steps, _PARAGRAPHS.split(body))) > _MOST_STEPS:
        msg = "a paragraph in it has too many lines or brackets"
        raise LimitError(msg)
    try:
        html = Markdown(extensions=["extra"]).convert(f"{body}{_END}")
    except RecursionError as error:
        msg = "what is inside what goes too deep in it"
        raise LimitError(msg) from error
    return text_of_html(html)


def _steps(paragraph: str) -> int:
    """Return about how much the library does: it looks for an end from every start."""
    return len(paragraph) * (20 * paragraph.count("[") + paragraph.count("\n"))


class _Reader(HTMLParser):
    """Blocks of text that are being read, and what is hidden around here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._pieces: list[str] = []
        self._hidden = ""
        self._hidden_depth = 0
        self._pre_depth = 0

    @property
    def text(self) -> str:
        """All that has been seen."""
        self._end_block()
        return "\n\n".join(self._blocks) + "\n" * bool(self._blocks)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - as it is there
        """Pass over `<![…]>`, as browsers do; the parser of Python 3.11 raises."""
        return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or something that nobody sees."""
        if self._hidden:
            self._hidden_depth += tag == self._hidden
        elif tag in _UNSEEN or ("hidden" in dict(attrs) and tag not in _VOID):
            self._hidden, self._hidden_depth = tag, 1
        elif tag in _BLOCKS:
            self._end_block()
            self._pre_depth += tag == "pre"
        else:
            self._pieces.append(_IN_PLACE.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if self._hidden:
            self._hidden_depth -= tag == self._hidden
            self._hidden *= self._hidden_depth > 0
        elif tag in _BLOCKS:
            self._end_block()
            self._pre_depth = max(0, self._pre_depth - (tag == "pre"))
        elif tag == "q":
            self._pieces.append("”")

    def handle_data(self, data: str) -> None:
        """Take text as a screen shows it."""
        if not self._hidden:
            self._pieces.append(data if self._pre_depth else _BLANKS.sub(" ", data))

    def _end_block(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if not self._pre_depth:
            text = _AROUND_BREAK.sub("\n", re.sub(" +", " ", text))
        if stripped := text.strip("\n" if self._pre_depth else " \t\n"):
            self._blocks.append(stripped)
