"""The nodes of a document that a directive makes: a picture, and its outline.

The words are the same for every builder. Links of claims are links of the words, so
that Sphinx resolves them as any other; the picture takes them from there.
"""

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from argmap.diagnostics import Diagnostic, Severity
from argmap.diagram import Diagram
from argmap.diagram.outline import Entry, entries
from argmap.links import is_safe
from argmap.model import Argument, Claim
from argmap.words import one_line

DEEPEST = 20
"""How many levels of the words are indented."""


class argmap_picture(nodes.General, nodes.Element, addnodes.translatable):  # noqa: N801 - as docutils names nodes
    """A picture of a map: `svg`, its `key` and all else are fit for a cache.

    An `alt` that its author wrote can be translated; a summary follows its map.
    """

    def preserve_original_messages(self) -> None:
        """Keep what the author wrote."""
        if self["alt"] != self["summary"]:
            self["raw_alt"] = self["alt"]

    def apply_translated_message(
        self, original_message: str, translated_message: str
    ) -> None:
        """Have the alternative text translated."""
        if self.get("raw_alt") == original_message:
            self["alt"] = translated_message

    def extract_original_messages(self) -> list[str]:
        """Return what there is to translate."""
        return [self["raw_alt"]] if "raw_alt" in self else []


class argmap_outline(nodes.General, nodes.Element):  # noqa: N801 - likewise
    """The outline of a map: lines below each other."""


class argmap_line(nodes.paragraph, nodes.FixedTextElement):  # noqa: N801 - likewise
    """A line at its `depth`, about the part of this id: a sign, and words."""


class argmap_words(nodes.inline, nodes.FixedTextElement):  # noqa: N801 - likewise
    """What somebody claims, letter by letter."""


def outline_of(diagram: Diagram) -> argmap_outline:
    """Return the outline of a map, without links."""
    outline = argmap_outline()
    if title := one_line(diagram.argument_map.heading):
        outline += argmap_line("", "", nodes.strong("", title), depth=0, part="")
    for entry in entries(diagram.argument_map, diagram.evaluation):
        outline += _line(entry)
    return outline


def _line(entry: Entry) -> argmap_line:
    line = argmap_line("", "", depth=min(entry.depth, DEEPEST), part=entry.part)
    if entry.sign.startswith("#"):
        line += nodes.strong("", entry.words)
        return line
    if entry.sign:
        line += argmap_words("", f"{entry.sign} ", classes=["argmap-sign"])
    line += argmap_words("", entry.words)
    return line


def lines_by_part(outline: nodes.Node) -> Iterator[tuple[str, argmap_line]]:
    """Yield the first line about every part."""
    seen: set[str] = set()
    for line in outline.findall(argmap_line):
        if line["part"] not in seen:
            seen.add(line["part"])
            yield line["part"], line


def unsafe_link(part: Claim | Argument, url: str) -> Diagnostic | None:
    """Find a link that no page should have."""
    if is_safe(url):
        return None
    return Diagnostic(
        "unsafe-link",
        f"the link of '{part.id}' is left out: {one_line(url)!r:.100}",
        severity=Severity.WARNING,
        subject=part.id,
        help="a link is http, https, mailto, relative or #, without blanks",
    )


def link(line: nodes.Element, reference: nodes.Element) -> None:
    """Put the last words of a line, which are those of its claim, into a link."""
    last = line.pop()
    reference += last
    line += reference


def href_of(line: argmap_line) -> str:
    """Return where a line leads to once Sphinx has resolved its link, if anywhere.

    On one page made of all, Sphinx puts the anchor behind that of the document.
    """
    for reference in line.findall(nodes.reference):
        target: str = reference.get("refuri") or f"#{reference['refid']}"
        return f"#{target.rpartition('#')[2]}" if target[0] == "#" else target
    return ""


def pending(location: str, **attributes: object) -> addnodes.pending_xref:
    """Return a link that Sphinx is to resolve, and where its author named it."""
    reference = addnodes.pending_xref("", refexplicit=True, refwarn=False)
    reference.attributes.update(attributes)
    reference.source, _, line = location.rpartition(":")
    reference.line = int(line) if line.isdecimal() else None
    return reference
