"""A table of the claims that all maps of a documentation show, or of some of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, ClassVar, Final, NamedTuple

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from argmap.diagnostics import Diagnostic
from argmap.diagram.request import choice
from argmap.model import Verdict
from argmap.sphinxext.claims import Shown
from argmap.sphinxext.domain import domain_of
from argmap.sphinxext.nodes import argmap_words, pending
from argmap.sphinxext.reporting import log_diagnostic
from argmap.suggestions import did_you_mean
from argmap.words import one_line

_OPEN: Final = (Verdict.CONTESTED, Verdict.UNSUPPORTED)
_HEADINGS: Final = ("Claim", "Verdict", "Speaker", "Tags")
_WIDTHS: Final = (44, 14, 14, 14)


class Filter(NamedTuple):
    """Which claims are wanted: with any of these verdicts, and with all the rest."""

    verdicts: frozenset[Verdict]
    speaker: str = ""
    tag: str = ""
    section: str = ""

    def takes(self, shown: Sequence[Shown]) -> bool:
        """Return whether a claim is wanted, for what any map says of it."""
        return (
            (not self.verdicts or any(each.verdict in self.verdicts for each in shown))
            and (not self.speaker or self.speaker in _all(shown, "speakers"))
            and (not self.tag or self.tag in _all(shown, "tags"))
            and (not self.section or self.section in _all(shown, "sections"))
        )

    def unknown(self, shown: Sequence[Shown]) -> Iterator[Diagnostic]:
        """Find values that no claim has, and that are probably slips."""
        for name in ("speaker", "tag", "section"):
            value = getattr(self, name)
            known = _all(shown, f"{name}s")
            if value and value not in known:
                message = f"no claim that is shown has the {name} '{one_line(value)}'"
                likely = did_you_mean(value, known)
                yield Diagnostic("unknown-value", message, help=likely)


def _all(shown: Iterable[Shown], field: str) -> dict[str, None]:
    return {each: None for claim in shown for each in getattr(claim, field) if each}


class argmap_table(nodes.General, nodes.Element):  # noqa: N801 - as docutils names nodes
    """A table to be filled once all pages are read, by its `filter`."""


def _verdicts(value: str) -> frozenset[Verdict]:
    names = directives.unchanged_required(value).split(",")
    return frozenset(choice(Verdict)(each.strip()) for each in names)


class TableDirective(SphinxDirective):
    """`.. argmap-table::`, all of whose options leave claims out."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = {
        "verdict": _verdicts,
        "speaker": directives.unchanged_required,
        "tag": directives.unchanged_required,
        "section": directives.unchanged_required,
        "open": directives.flag,
        "name": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return what the table will be put in the place of."""
        verdicts = self.options.get("verdict", frozenset())
        if "open" in self.options:
            verdicts |= frozenset(_OPEN)
        words = {name: self.options.get(name, "") for name in Filter._fields[1:]}
        node = argmap_table(filter=Filter(verdicts, **words))
        self.set_source_info(node)
        self.add_name(node)
        domain_of(self.env).note_table()
        return [node]


class Tables(SphinxPostTransform):
    """Fills the tables of claims, before their links are resolved."""

    default_priority: ClassVar[int] = 5

    def run(self, **_: Any) -> None:
        """Put the tables in their places."""
        for node in list(self.document.findall(argmap_table)):
            shown = [*domain_of(self.env).shown()]
            for finding in node["filter"].unknown(shown):
                log_diagnostic(finding, node)
            node.replace_self(self._table(node, shown))

    def _table(self, node: argmap_table, shown: Sequence[Shown]) -> nodes.Element:
        definitions = domain_of(self.env).definitions
        by_name = sorted(shown, key=lambda each: (each.name.casefold(), each.name))
        rows = []
        for name, group in groupby(by_name, lambda each: each.name):
            claim = definitions[name]
            same = [each for each in group if each.agrees_with(claim)]
            if node["filter"].takes(same):
                rows.append(self._row(claim, same))
        if not rows:
            words = nodes.paragraph("", "No claim.")
            return nodes.container("", words, ids=node["ids"], names=node["names"])
        table = _table_of(rows)
        table["ids"], table["names"] = node["ids"], node["names"]
        return table

    def _row(self, claim: Shown, shown: Sequence[Shown]) -> list[nodes.Element]:
        title, text = one_line(claim.title), one_line(claim.text)
        said = title or text or claim.name
        link = self._link(said, claim.place, claim.name, "argmap", "claim")
        words = nodes.paragraph("", "", link)
        if title and text:
            words += argmap_words("", f": {text}")
        return [
            words,
            self._verdicts(shown),
            _listed(_all(shown, "speakers")),
            _listed(_all(shown, "tags")),
        ]

    def _link(
        self, words: str, place: str, target: str, domain: str, kind: str
    ) -> nodes.Element:
        at = {"refdoc": self.env.docname, "refdomain": domain, "reftype": kind}
        link = pending(place, reftarget=target, **at)
        link += argmap_words("", words)
        return link

    def _verdicts(self, shown: Sequence[Shown]) -> nodes.paragraph:
        """Return the verdict; where maps come to different ones, that of each page."""
        on_pages = dict.fromkeys((each.verdict, each.docname) for each in shown)
        verdicts = dict.fromkeys(verdict for verdict, _ in on_pages if verdict)
        if len(verdicts) <= 1:
            return _listed(verdicts)
        paragraph = nodes.paragraph()
        for verdict, docname in on_pages:
            if verdict:
                title = self.env.titles[docname].astext()
                paragraph += argmap_words("", ", " if len(paragraph) else "")
                paragraph += argmap_words("", f"{verdict} (")
                paragraph += self._link(title, "", f"/{docname}", "std", "doc")
                paragraph += argmap_words("", ")")
        return paragraph


def _listed(words: Iterable[str]) -> nodes.paragraph:
    text = ", ".join(map(one_line, words))
    return nodes.paragraph("", "", argmap_words("", text) if text else nodes.inline())


def _table_of(rows: Sequence[Sequence[nodes.Element]]) -> nodes.table:
    """Return a table without the columns in which there is nothing."""
    filled = [n for n in range(len(_HEADINGS)) if any(row[n].astext() for row in rows)]
    group = nodes.tgroup(cols=len(filled))
    group += (nodes.colspec(colwidth=_WIDTHS[each]) for each in filled)
    heading = [nodes.paragraph("", _HEADINGS[each]) for each in filled]
    group += nodes.thead("", _row_of(heading))
    body = nodes.tbody()
    for row in rows:
        body += _row_of([row[each] for each in filled])
    group += body
    return nodes.table("", group, classes=["argmap-claims", "colwidths-auto"])


def _row_of(cells: Iterable[nodes.Element]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", each) for each in cells))
