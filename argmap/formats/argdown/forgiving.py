"""Texts read as they were meant where an empty line is missing, or is one too many.

A text that is right is read as it stands. In one that is not, the places are looked for
where only one thing can be meant, and the text is read again with that assumed. So the
map is that of the mended text, and every position that of the text as it is written.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

import attrs

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.data import parse_data
from argmap.formats.argdown.elements import NO_DATA, Elements
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.plus import SYNTAX, first_sign, recognised
from argmap.formats.argdown.tokens import NAMES, Assumed, Tokens, tokenize
from argmap.formats.yaml import DataError

_MOST_PASSES: Final = 12
_LAYOUT: Final = frozenset({t.NEWLINE, t.EMPTYLINE, t.INDENT, t.DEDENT})
_ENDS: Final = t.CONTENT | t.REFERENCES | {t.DATA, t.FRONT_MATTER}
"""What a block may end with; behind anything else in a line its text is to come."""
_DESCRIBED: Final = t.CONTENT | t.REFERENCES
"""What data can stand behind."""
_LONE_RETURN: Final = re.compile(r"\r(?!\n)")
"""A line break that makes no empty line, whatever stands beside it."""
_NO_GAP: Final = -1
_FEWEST: Final = 2
"""The breaks of an empty line; one that ends an inference has the first before it."""
_DASHES: Final = re.compile(r"[' \t]*+--")


@attrs.frozen
class _Mend:
    """A finding, with the line break at which something is assumed; -1 for none.

    One that is `doubtful` is meant only if its block is right with it.
    """

    finding: Diagnostic
    line_break: int = -1
    is_joint: bool = False
    is_doubtful: bool = False


def read_elements(
    text: str, *, is_reference: bool = False, defaults: Mapping[str, Any] = NO_DATA
) -> tuple[Tokens, Elements]:
    r"""Return the tokens and elements of a text, which is read as it was meant.

    What is assumed for that is among the findings, a warning that says how to mend the
    text; in the strict mode of Argdown it is among the faults. For the reference all
    is read as it stands.

    >>> tokens, elements = read_elements("# Rents\n[Rose]: They rose.\n")
    >>> [each.code for each in elements.diagnostics]
    ['misplaced-title']
    """
    tokens = tokenize(text, is_reference=is_reference)
    elements = parse(tokens, defaults)
    if is_reference:
        return tokens, elements
    if elements.syntax == SYNTAX:
        return _read_meant(text, defaults, Assumed(is_plus=True))
    sign = first_sign(text) if elements.faults else None
    if sign:
        tokens_, elements_ = _read_meant(text, defaults, Assumed(is_plus=True))
        if len(elements_.faults) < len(elements.faults):
            elements_.diagnostics.append(recognised(text, sign, elements_))
            return tokens_, elements_
    return _meant(text, tokens, elements)


def _read_meant(
    text: str, defaults: Mapping[str, Any], assumed: Assumed
) -> tuple[Tokens, Elements]:
    tokens = tokenize(text, assumed=assumed)
    return _meant(text, tokens, parse(tokens, defaults))


def _meant(text: str, tokens: Tokens, elements: Elements) -> tuple[Tokens, Elements]:
    """Return what was read, or what was meant if that is not right."""
    if not elements.faults or _LONE_RETURN.search(text):
        return tokens, elements
    return _Reading(text, tokens, elements).run()


class _Reading:
    """A text that is read again and again, each time with more assumed."""

    def __init__(self, text: str, tokens: Tokens, elements: Elements) -> None:
        self._text = text
        self._as_written = tokens, elements
        self._tokens, self._elements = tokens, elements
        self._made: dict[int, _Mend] = {}
        self._refused: set[int] = set()

    def run(self) -> tuple[Tokens, Elements]:
        """Read with all that is meant, or else the text as it is written."""
        for _ in range(_MOST_PASSES):
            if not (self._adds() or self._refuses()):
                break
            self._read()
        if any(self._doubted()):
            return self._as_written
        for each in self._made.values():
            self._report(each.finding)
        return self._tokens, self._elements

    def _adds(self) -> bool:
        """Assume what is found to be meant; return whether there is anything new."""
        found = {
            each.line_break: each
            for each in _mends(self._tokens, self._refused)
            if each.line_break not in self._made
        }
        self._made |= found
        return bool(found)

    def _refuses(self) -> bool:
        """Assume no more what makes no block; return whether there was anything."""
        doubted = list(self._doubted())
        if doubted:
            self._refused.update(doubted)
            self._made.clear()
        return bool(doubted)

    def _doubted(self) -> Iterator[int]:
        """Yield the line breaks of doubtful mends in blocks with a fault."""
        tokens = self._tokens
        edges = [
            start
            for kind, start in zip(tokens.kinds, tokens.starts, strict=True)
            if kind == t.EMPTYLINE
        ]
        faulty = {
            bisect_left(edges, each.span.start)
            for each in self._elements.faults
            if each.span
        }
        for at, each in self._made.items():
            if each.is_doubtful and bisect_left(edges, at + 1) in faulty:
                yield at

    def _read(self) -> None:
        made = self._made
        front_matter = made[-1].finding.mend if -1 in made else None
        assumed = Assumed(
            frozenset(at for at, each in made.items() if not each.is_joint),
            frozenset(at for at, each in made.items() if each.is_joint),
            front_matter.span if front_matter else None,
            is_plus=self._tokens.is_plus,
        )
        self._tokens = tokenize(self._text, assumed=assumed)
        self._elements = parse(self._tokens, self._elements.defaults)

    def _report(self, finding: Diagnostic) -> None:
        if self._elements.is_strict:
            error = attrs.evolve(finding, severity=Severity.ERROR)
            self._elements.faults.append(error)
        else:
            self._elements.diagnostics.append(finding)


def _mends(tokens: Tokens, refused: Collection[int]) -> Iterator[_Mend]:
    """Yield what is meant otherwise than it is written."""
    front_matter = _front_matter(tokens)
    if front_matter:
        yield front_matter
    else:
        yield from _Walk(tokens, refused).run()


def _front_matter(tokens: Tokens) -> _Mend | None:
    """Find front matter of other tools, if it can be that of Argdown."""
    text = tokens.text
    match = t.FOREIGN_FRONT_MATTER.match(text, text.startswith("\ufeff"))
    if not match or t.FRONT_MATTER in tokens.kinds[:3]:
        return None
    image = match[0].strip()
    inner = image.strip("-")
    try:
        is_mapping = isinstance(parse_data(inner).value, dict)
    except DataError:
        return None
    if not is_mapping or "===" in inner:
        return None
    start = match.end() - len(match[0].lstrip())
    return _Mend(
        _finding(
            "misplaced-front-matter",
            "the front matter is read, though it stands between lines of ---",
            Span(start, start + 3),
            "write === in place of both",
            Edit(Span(start, start + len(image)), f"==={inner}==="),
        )
    )


def _finding(code: str, message: str, span: Span, help_: str, mend: Edit) -> Diagnostic:
    return Diagnostic(code, message, span=span, help=help_, mend=mend)


@attrs.define
class _Walk:
    """A walk over tokens, which knows what block it is in.

    A reconstruction `wants` what must come next: a premise or a line, a conclusion, or
    nothing more; for other blocks it is None.
    """

    tokens: Tokens
    refused: Collection[int]
    block: int = t.EOF
    wants: str | None = None

    def run(self) -> Iterator[_Mend]:
        """Yield what is meant otherwise, line by line."""
        kinds = self.tokens.kinds
        before, gap = t.EOF, _NO_GAP
        for at, kind in enumerate(kinds):
            if kind in {t.NEWLINE, t.EMPTYLINE}:
                gap = at
            if kind in _LAYOUT or kind == t.EOF:
                continue
            mend = self._mend(at, gap, before) if gap != _NO_GAP else None
            if mend:
                yield mend
            is_parted = gap != _NO_GAP and kinds[gap] == t.EMPTYLINE
            if before == t.EOF or (not mend.is_joint if mend else is_parted):
                self.block, self.wants = kind, None
            self._go_on(at, is_joined=mend is not None and mend.is_joint)
            before, gap = kind, _NO_GAP

    def _go_on(self, at: int, *, is_joined: bool) -> None:
        """Take note of what a token means for a reconstruction."""
        kind = self.tokens.kinds[at]
        if kind == t.STATEMENT_NUMBER:
            self.wants = "nothing" if self.wants == "conclusion" else "line"
        elif kind == t.INFERENCE_END or (is_joined and self._is_dashes(at)):
            self.wants = "conclusion"

    def _is_dashes(self, at: int) -> bool:
        start = self.tokens.starts[at]
        return _DASHES.match(self.tokens.text, start) is not None

    def _mend(self, at: int, gap: int, before: int) -> _Mend | None:
        """Return what is meant at the line break before a token, if it is another."""
        if before == t.EOF:
            return None
        mend: _Mend | None = None
        if self.tokens.kinds[gap] == t.EMPTYLINE:
            mend = self._joint(at, gap, before)
        elif before in _ENDS:
            mend = self._parting(at, gap, before)
        return mend if mend and mend.line_break not in self.refused else None

    def _parting(self, at: int, gap: int, before: int) -> _Mend | None:
        if before == t.FRONT_MATTER:
            reason = "it stands right below the front matter"
            return self._parted(at, gap, "missing-empty-line", reason)
        code = self._misplaced(at)
        is_doubtful = code == "misplaced-reconstruction"
        return self._parted(at, gap, code, is_doubtful=is_doubtful) if code else None

    def _misplaced(self, at: int) -> str | None:
        """Return the code for what can only be the start of a block."""
        kind = self.tokens.kinds[at]
        if kind == t.HEADING:
            return "misplaced-heading"
        if self.wants in {"line", "conclusion"}:
            return None
        if kind in t.TITLES and (kind not in t.REFERENCES or self._has_below(at)):
            return "misplaced-title"
        if kind == t.STATEMENT_NUMBER and self.wants is None:
            return "misplaced-reconstruction"
        is_listed = self.block in t.ITEMS or self._is_indented(at)
        return "misplaced-item" if kind in t.ITEMS and not is_listed else None

    def _has_below(self, at: int) -> bool:
        """Return whether relations or a reconstruction stand right below a title."""
        kinds = self.tokens.kinds
        if kinds[at + 1] not in {t.NEWLINE, t.EMPTYLINE}:
            return False
        below = at + 2
        while kinds[below] in {t.INDENT, t.DEDENT}:
            below += 1
        is_relation = kinds[below] in t.RELATIONS and self._is_indented(below)
        return kinds[below] == t.STATEMENT_NUMBER or (
            is_relation and kinds[at + 1] == t.NEWLINE
        )

    def _is_indented(self, at: int) -> bool:
        return self.tokens.image(at)[0] in " \t'"

    def _joint(self, at: int, gap: int, before: int) -> _Mend | None:
        kind = self.tokens.kinds[at]
        is_dashes = kind in t.RELATIONS and self._is_dashes(at)
        if self.tokens.image(gap).count("\n") < _FEWEST:
            return None
        if (kind == t.STATEMENT_NUMBER and self.wants in {"line", "conclusion"}) or (
            is_dashes and self.wants in {"line", "nothing"}
        ):
            return self._joined(gap, "the reconstruction", is_doubtful=True)
        is_relation = kind in t.RELATIONS and not is_dashes and self._is_indented(at)
        is_inside = self.block not in {t.HEADING, t.FRONT_MATTER}
        if (is_relation and is_inside) or (kind == t.DATA and before in _DESCRIBED):
            return self._joined(gap, "the block")
        return None

    def _parted(
        self,
        at: int,
        gap: int,
        code: str,
        reason: str = "no empty line stands above it",
        *,
        is_doubtful: bool = False,
    ) -> _Mend:
        tokens = self.tokens
        line_break = tokens.text.find("\n", tokens.starts[gap])
        is_windows = tokens.text[line_break - 1] == "\r"
        place = Span(line_break + 1, line_break + 1)
        finding = _finding(
            code,
            f"{NAMES[tokens.kinds[at]]} is read as the start of a block,"
            f" though {reason}",
            tokens.span(at, at + 1),
            "put an empty line before this one",
            Edit(place, "\r\n" if is_windows else "\n"),
        )
        return _Mend(finding, line_break, is_doubtful=is_doubtful)

    def _joined(self, gap: int, what: str, *, is_doubtful: bool = False) -> _Mend:
        tokens = self.tokens
        line_break = tokens.text.find("\n", tokens.starts[gap])
        span = Span(line_break + 1, tokens.ends[gap])
        finding = _finding(
            "empty-line-inside",
            f"{what} goes on below this empty line",
            span,
            "take the empty line out",
            Edit(span, ""),
        )
        return _Mend(finding, line_break, is_joint=True, is_doubtful=is_doubtful)
