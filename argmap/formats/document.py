"""Formats, and documents: what reading a text gives.

A reader never fails for what a text says: it places what it can and reports
the rest as findings.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping

import attrs

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.errors import UnknownFormatError
from argmap.formats.quoting import quoted_scalar
from argmap.model import ArgumentMap
from argmap.model.required import require_map


@attrs.frozen
class View:
    """What of a map its text wants drawn, and how.

    `argument_map` is what is to be drawn: parts that are not wanted are left out,
    and what is to be one box is one part. `colors` leads from the id of a part in
    it to a colour such as `#1b9e77`. `left_out` is how many claims are not drawn since
    nothing relates to them.
    """

    argument_map: ArgumentMap
    colors: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    left_out: int = 0


@attrs.frozen
class Excerpt:
    """An excerpt of a text that was put together, and where it comes from.

    It stands at `offset` in the `text` of the file with this path, or of what came
    from no file.
    """

    span: Span
    path: str | None
    text: str = attrs.field(repr=False)
    offset: int


@attrs.frozen
class Relation:
    """A reason or an objection as it is written, from a title to a title.

    Titles of claims are in brackets, those of arguments in angle brackets; what its
    author gave no title has one with a line break in it, which is of this text alone.
    """

    source: str
    target: str
    is_reason: bool
    span: Span


@attrs.frozen
class Reconstruction:
    """The claims of a reconstruction by their titles, its main conclusion apart."""

    premises: frozenset[str]
    conclusion: str


@attrs.frozen
class Relations:
    """The relations of a text, and what its arguments are reconstructed as.

    The map no longer has this: there a reason that an argument gives is one that its
    conclusion gives.
    """

    written: tuple[Relation, ...] = ()
    reconstructions: Mapping[str, Reconstruction] = attrs.field(factory=dict)


@attrs.frozen
class Document:
    """A text that was read: the map in it, where its parts stand, and findings.

    `spans` leads from the id of a part to its place in the text, in code points, and
    `source_spans` from that of a source to its path's. Parts that could not be placed
    are not in the map; an error says why. `view` is what the text itself wants drawn,
    where it says so. `excerpts` say where the text comes from, where it comes from
    several files. `source_files` and `source_findings` are those of
    argmap.formats.with_source_texts, `format` is what it was read as. `relations` are
    those that the text draws between arguments, where the map has them otherwise.
    `quotation_spans` leads from the words of a quotation to where they alone stand, as
    YAML.
    """

    argument_map: ArgumentMap
    text: str = attrs.field(repr=False)
    spans: Mapping[str, Span] = attrs.field(factory=dict, repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()
    view: View | None = attrs.field(default=None, repr=False)
    excerpts: tuple[Excerpt, ...] = attrs.field(default=(), repr=False)
    source_spans: Mapping[str, Span] = attrs.field(factory=dict, repr=False)
    source_files: tuple[str, ...] = attrs.field(default=(), repr=False)
    source_findings: tuple[Diagnostic, ...] = ()
    format: "Format | None" = attrs.field(default=None, repr=False)
    relations: Relations = attrs.field(factory=Relations, repr=False)
    quotation_spans: Mapping[str, Span] = attrs.field(factory=dict, repr=False)

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of includes and of the texts of sources, missing ones too."""
        paths = [each.path for each in self.excerpts if each.path is not None]
        return tuple(dict.fromkeys([*paths, *self.source_files]))

    @property
    def drawn(self) -> View:
        """What is drawn where nobody asks for anything else."""
        return self.view or View(self.argument_map)

    @property
    def has_errors(self) -> bool:
        """Whether something in the text could not be placed as it stands."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)

    def placed(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding with the place of the part or source that it is about.

        One about words to be put otherwise has the change that does so, too.
        """
        if finding.span is not None:
            return finding
        if (to := finding.rewording) and (quoted := self.quotation_spans.get(to.words)):
            mend = Edit(quoted, quoted_scalar(to.new))
            return attrs.evolve(finding, span=quoted, mend=mend)
        part = self.spans.get(finding.subject or "")
        source = self.source_spans.get(finding.source or "")
        return attrs.evolve(finding, span=part or source)

    def edited(self, argument_map: ArgumentMap) -> str:
        r"""Return the text as it says another map, changed as little as can be.

        Comments, breaks and the order of what stays are the author's; of a text with
        includes it is that of the file itself. From JSON the map is read that was
        given. From Argdown it has its parts in the order of the text, a new part that
        is in no section is in that of the line which it is written below, and a step
        that joins other parts than before has an id made of these, if its own was made.
        Raises EditError where the text cannot be changed so, FormatError where that
        would lose what cannot be read in it, and UnknownFormatError for a format that
        has no edits.

        >>> from argmap.formats import read
        >>> document = read("[Cap]: Cap rents. // now\n  + <Relief>\n", "argdown")
        >>> changed = document.argument_map.rename("cap", "ceiling")
        >>> print(document.edited(changed), end="")
        [Cap]: Cap rents. {id: ceiling} // now
          + <Relief>
        """
        require_map(argument_map, "edited")
        if self.format is None or self.format.edit is None:
            name = self.format.title if self.format else "this document"
            msg = f"a text in {name} cannot be edited; write the map anew instead"
            raise UnknownFormatError(msg)
        return self.format.edit(self, argument_map)

    def origin(self, span: Span) -> tuple[str | None, str, Span]:
        """Return the path and the text of the file that a span is in, and it there.

        The path is None for the file itself.
        """
        first = self._excerpt_at(span.start)
        if first is None:
            return None, self.text, span
        last = self._excerpt_at(max(span.start, span.end - 1))
        if last is None or last.text is not first.text:
            last = first
        end = min(span.end, last.span.end) + last.offset - last.span.start
        start = span.start + first.offset - first.span.start
        return first.path, first.text, Span(start, max(start, end))

    def _excerpt_at(self, at: int) -> Excerpt | None:
        place = bisect_right(self.excerpts, at, key=_start) - 1
        found = self.excerpts[place] if place >= 0 else None
        return found if found and at < found.span.end else None

    def in_its_file(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding with its place, and its mend's, in the file they are in."""
        span, mend = finding.span, finding.mend
        return attrs.evolve(
            finding,
            span=span and self.origin(span)[2],
            mend=mend and attrs.evolve(mend, span=self.origin(mend.span)[2]),
        )


def _start(excerpt: Excerpt) -> int:
    return excerpt.span.start


def _no_losses(_: ArgumentMap) -> tuple[Diagnostic, ...]:
    return ()


@attrs.frozen
class Format:
    """A way to write maps down as text.

    `suffixes` are those of its files, with the dot. `read` or `write` is None where
    the format goes one way only, both where it is only recognised; `edit` changes what
    was read where it can say another map in fewer changes. `read` takes the
    path of the text's file as `path` if the format `has_includes`, and what `options`
    name, each True if it is wanted. `losses` returns what of a map it cannot hold, or
    only in a way that no other tool reads; a format without any gives back the map.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[..., Document] | None = attrs.field(default=None, kw_only=True)
    has_includes: bool = attrs.field(default=False, kw_only=True)
    options: frozenset[str] = attrs.field(default=frozenset(), kw_only=True)
    write: Callable[[ArgumentMap], str] | None = attrs.field(default=None, kw_only=True)
    edit: Callable[[Document, ArgumentMap], str] | None = attrs.field(
        default=None, kw_only=True
    )
    losses: Callable[[ArgumentMap], tuple[Diagnostic, ...]] = attrs.field(
        default=_no_losses, kw_only=True
    )
