"""From tokens to elements, one block after the other.

The parser knows the grammar; what it finds, a builder makes elements of, at once and
in the order of the text. A block that cannot be understood costs no other: what came
before the token at fault stays, and the next empty line starts anew. Nothing recurses
on nesting.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NoReturn

from argmap.diagnostics import Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.builder import Builder
from argmap.formats.argdown.elements import NO_DATA, NONE, Argument, Elements, Found
from argmap.formats.argdown.tokens import FOREIGN_FRONT_MATTER, NAMES, Tokens

_BEGINS_TEXT = (t.CONTENT - {t.RANGE_END}) | {t.NEWLINE}
_STARTS = t.TITLES | t.ITEMS | {t.HEADING, t.STATEMENT_NUMBER}
_FLEXIBLE = frozenset({t.EMPTYLINE, t.EOF})


class _FaultError(Exception):
    """A block cannot be understood any further; why has been reported."""


def parse(tokens: Tokens, defaults: Mapping[str, Any] = NO_DATA) -> Elements:
    """Return the elements of a text; its `faults` are what breaks the grammar.

    `defaults` are settings that hold where the text has none.

    >>> from argmap.formats.argdown.tokens import tokenize
    >>> list(parse(tokenize("[Rents]: They rose.")).statements)
    ['Rents']
    """
    builder = Builder(tokens, defaults)
    _Parser(tokens, builder).run()
    builder.finish()
    return builder.elements


class _Parser:
    """A position among the tokens; what is before it is with the builder."""

    def __init__(self, tokens: Tokens, builder: Builder) -> None:
        self._builder = builder
        self._tokens = tokens
        self._kinds = tokens.kinds
        self._faults = builder.elements.faults
        self._at = 0

    def run(self) -> None:
        """Parse all blocks."""
        kinds = self._kinds
        self._skip(t.NEWLINE)
        self._skip(t.EMPTYLINE)
        self._front_matter()
        if kinds[self._at] == t.EOF:
            self._report("empty-text", "there is nothing to read", "write a claim")
        while kinds[self._at] != t.EOF:
            try:
                self._block()
                if kinds[self._at] not in _FLEXIBLE:
                    self._misplaced()
            except _FaultError:
                self._builder.end()
                while kinds[self._at] not in _FLEXIBLE:
                    self._at += 1
            if kinds[self._at] == t.EMPTYLINE:
                self._at += 1
                self._skip_blank_line()
                if kinds[self._at] == t.EOF:
                    self._report(
                        "syntax-error", "a block is missing here", "write a claim"
                    )

    def _skip_blank_line(self) -> None:
        """Skip the one that a comment parts from an empty line, before a new block.

        For the reference no such block begins there.
        """
        kinds = self._kinds
        if kinds[self._at] == t.NEWLINE and not self._tokens.is_reference:
            first = self._at + 1 + (kinds[self._at + 1] == t.INDENT)
            self._at += kinds[first] in _STARTS

    def _front_matter(self) -> None:
        if self._kinds[self._at] == t.FRONT_MATTER:
            self._builder.front_matter(self._at)
            self._at += 1
            self._skip(t.NEWLINE)
            if self._kinds[self._at] == t.EMPTYLINE:
                self._at += 1
            elif self._kinds[self._at] != t.EOF:
                self._report(
                    "missing-empty-line",
                    "the front matter must be followed by an empty line",
                    "put an empty line before this one",
                )
        elif found := FOREIGN_FRONT_MATTER.match(self._tokens.text):
            self._skip_foreign_front_matter(found.end())

    def _skip_foreign_front_matter(self, end: int) -> None:
        self._report(
            "misplaced-front-matter",
            "front matter stands between lines of === in Argdown, and not of ---",
            "write === in place of both",
        )
        starts, kinds = self._tokens.starts, self._kinds
        while starts[self._at] < end and kinds[self._at] != t.EOF:
            self._at += 1
        for kind in (t.DEDENT, t.NEWLINE, t.EMPTYLINE):
            self._skip(kind)

    def _skip(self, kind: int) -> None:
        if self._kinds[self._at] == kind:
            self._at += 1

    def _span(self) -> Span:
        """Return the span of this token; that of the end is the last sign before it."""
        tokens, at = self._tokens, self._at
        if tokens.starts[at] < len(tokens.text):
            return tokens.span(at, at + 1)
        while at and tokens.starts[at] == tokens.ends[at]:
            at -= 1
        end = tokens.ends[at]
        return Span(max(0, end - 1), end)

    def _report(self, code: str, message: str, help_: str) -> None:
        self._faults.add(code, message, self._span(), help_)

    def _fail(self, code: str, message: str, help_: str) -> NoReturn:
        self._report(code, message, help_)
        raise _FaultError

    def _block(self) -> None:
        kind = self._kinds[self._at]
        if kind in _BEGINS_TEXT or kind in t.TITLES:
            self._whole(self._builder.block)
        elif kind == t.HEADING:
            self._found(self._heading, self._builder.heading)
        elif kind == t.STATEMENT_NUMBER:
            self._reconstruction()
        elif kind == t.INDENT and self._kinds[self._at + 1] in t.ITEMS:
            self._listing()
        else:
            self._misplaced()

    def _found(
        self, parse: Callable[[Found], None], take: Callable[[Found], None]
    ) -> Found:
        """Parse something, and let the builder take it.

        What breaks off is taken with what there is of it.
        """
        found = Found(self._at)
        try:
            parse(found)
        finally:
            found.last = self._at
            take(found)
        return found

    def _heading(self, found: Found) -> None:
        self._at += 1
        found.content = self._content()
        found.data = self._data()

    def _data(self) -> int:
        if self._kinds[self._at] != t.DATA:
            return NONE
        data = self._at
        self._at += 1
        self._skip(t.NEWLINE)
        return data

    def _whole(self, take: Callable[[Found], None]) -> None:
        """Parse a member and all that relates to it, which belongs to its span."""
        found = self._found(self._member, take)
        self._relations()
        self._builder.extend(found, self._at)

    def _member(self, found: Found) -> None:
        """Parse the title, the content and the data of an occurrence."""
        kinds = self._kinds
        kind = kinds[self._at]
        if kind in t.TITLES:
            found.title = self._at
            self._at += 1
        if kind in t.REFERENCES and kinds[self._at] != t.BLOCK:
            found.is_reference = True
            first = self._at
            while kinds[self._at] == t.TAG:
                self._at += 1
            self._skip(t.NEWLINE)
            found.content = first, self._at
        else:
            found.content = self._content()
        found.data = self._data()
        found.has_relations = (
            kinds[self._at] == t.INDENT and kinds[self._at + 1] in t.RELATIONS
        )

    def _content(self) -> tuple[int, int]:
        """Parse text; the signs of ranges must close in the order they open."""
        kinds, first = self._kinds, self._at
        at, open_ = first, 0
        while True:
            kind = kinds[at]
            if kind == t.RANGE_END and open_:
                open_ -= 1
            elif kind not in _BEGINS_TEXT:
                break
            elif kind == t.RANGE_START:
                open_ += 1
            at += 1
        self._at = at
        if open_:
            self._fail(
                "unclosed-emphasis",
                f"{NAMES[kinds[at]]} comes before the emphasis is closed",
                "close it right after the last word,"
                " or put a back-slash before the sign that opens it",
            )
        if at == first:
            if kinds[at] in t.TITLES:
                self._misplaced()
            self._fail(
                "missing-text",
                f"a text is wanted here, not {NAMES[kinds[at]]}",
                "write the text on this line, or refer to another claim",
            )
        return first, at

    def _relations(self) -> None:
        """Parse what relates to a member, however deep it goes."""
        kinds, depth = self._kinds, 0
        while True:
            if kinds[self._at] == t.INDENT:
                depth += 1
                self._at += 1
            elif depth and kinds[self._at] == t.DEDENT:
                depth -= 1
                self._at += 1
                continue
            elif not depth:
                return
            if kinds[self._at] not in t.RELATIONS:
                self._misplaced()
            take = partial(self._builder.related, sign=self._sign(), depth=depth)
            self._found(self._member, take)

    def _sign(self) -> int:
        """Return the sign that stands here, and go on to what stands after it."""
        sign = self._at
        self._at += 1
        is_argument = self._kinds[self._at] in t.ARGUMENTS
        if is_argument and self._kinds[sign] == t.CONTRADICTION:
            self._fail(
                "contradicted-argument",
                "an argument cannot be contradicted, only a statement",
                "attack it with '->'",
            )
        return sign

    def _listing(self) -> None:
        kinds = self._kinds
        self._at += 1
        kind = kinds[self._at]
        while kinds[self._at] == kind:
            self._sign()
            self._found(self._member, self._builder.item)
            self._relations()
            self._builder.end()
        if kinds[self._at] != t.DEDENT:
            self._misplaced()
        self._at += 1

    def _reconstruction(self) -> None:
        kinds = self._kinds
        argument = self._builder.reconstruction(self._at)
        is_concluded = False
        while True:
            kind = kinds[self._at]
            if kind == t.STATEMENT_NUMBER:
                self._numbered(argument, is_concluded=False)
                is_concluded = False
            elif kind == t.INFERENCE_START:
                self._inference(argument)
                if kinds[self._at] != t.STATEMENT_NUMBER:
                    self._fail(
                        "missing-conclusion",
                        f"a conclusion is wanted here, not {NAMES[kinds[self._at]]}",
                        "number it, as in '(3) Rents will rise.'",
                    )
                self._numbered(argument, is_concluded=True)
                is_concluded = True
            elif is_concluded:
                return
            elif kind in _FLEXIBLE:
                self._fail(
                    "unfinished-reconstruction",
                    "the premises lead to no conclusion",
                    "write '----' and a numbered conclusion after them",
                )
            else:
                self._misplaced()

    def _numbered(self, argument: Argument, *, is_concluded: bool) -> None:
        self._at += 1
        if self._kinds[self._at] in t.ARGUMENTS:
            self._fail(
                "argument-in-reconstruction",
                "an argument cannot be a premise or a conclusion",
                "name a statement, as in '(1) [Rents rose]'",
            )
        take = self._builder.numbered
        self._whole(partial(take, argument=argument, is_concluded=is_concluded))

    def _inference(self, argument: Argument) -> None:
        kinds = self._kinds
        take = partial(self._builder.inference, argument=argument)
        self._found(self._inference_line, take)
        if kinds[self._at] != t.NEWLINE:
            self._fail(
                "missing-conclusion",
                f"a line break is wanted here, not {NAMES[kinds[self._at]]}",
                "write the conclusion on the next line",
            )
        self._at += 1
        if kinds[self._at] == t.INDENT:
            self._undercuts()

    def _inference_line(self, found: Found) -> None:
        kinds = self._kinds
        self._at += 1
        after = self._at + (kinds[self._at] == t.NEWLINE)
        if kinds[after] in t.RULE:
            self._at = after
            self._rules(found)
        self._skip(t.NEWLINE)
        found.data = self._data()
        if kinds[self._at] != t.INFERENCE_END:
            self._fail(
                "unfinished-inference",
                f"the inference line must be closed before {NAMES[kinds[self._at]]}",
                "close it with '--'",
            )
        self._at += 1

    def _rules(self, line: Found) -> None:
        kinds = self._kinds
        while True:
            first = self._at
            while kinds[self._at] in t.RULE:
                self._at += 1
            if first == self._at:
                self._fail(
                    "unfinished-inference",
                    f"a rule is wanted here, not {NAMES[kinds[self._at]]}",
                    "name a rule after the comma",
                )
            line.rules.append((first, self._at))
            if kinds[self._at] != t.LIST_DELIMITER:
                return
            self._at += 1

    def _undercuts(self) -> None:
        kinds = self._kinds
        self._at += 1
        first = self._at
        while kinds[self._at] == t.OUTGOING_UNDERCUT:
            take = partial(self._builder.undercut, sign=self._sign())
            self._found(self._member, take)
            self._relations()
            self._builder.end()
        if kinds[self._at] != t.DEDENT or self._at == first:
            self._misplaced()
        self._at += 1

    def _misplaced(self) -> NoReturn:
        """Fail for a token that cannot stand here, with what most likely helps."""
        code, message, help_ = _ADVICE.get(self._kinds[self._at], _NO_ADVICE)
        if self._tokens.is_plus and self._tokens.image(self._at).startswith(">>"):
            help_ = "write its text on the lines below it, and indent them"
        self._fail(code, message.format(NAMES[self._kinds[self._at]]), help_)


_NO_ADVICE = (
    "syntax-error",
    "{} cannot stand here",
    "put an empty line before it, or a back-slash if it is text",
)
_RELATION_ADVICE = (
    "misplaced-relation",
    "{} must be indented below what it relates to",
    "indent the line, or put a back-slash before the sign if it is text",
)
_TITLE_ADVICE = (
    "misplaced-title",
    "{} must stand at the start of its block",
    "put an empty line before it, or mention it with '@'",
)
_ADVICE = {
    **dict.fromkeys(t.RELATIONS, _RELATION_ADVICE),
    **dict.fromkeys(t.TITLES, _TITLE_ADVICE),
    **dict.fromkeys(
        t.ITEMS,
        (
            "misplaced-item",
            "{} cannot stand here",
            "put an empty line before the list; lists do not nest",
        ),
    ),
    t.STATEMENT_NUMBER: (
        "misplaced-reconstruction",
        "{} cannot stand here",
        "put an empty line before the first premise",
    ),
    t.DATA: (
        "misplaced-data",
        "{} cannot stand here",
        "only one block of data can follow a text; put all keys into one",
    ),
    t.TEXT: (
        "misplaced-text",
        "{} cannot stand here",
        "put a colon after the title to define it, or an empty line before the text",
    ),
    t.FRONT_MATTER: (
        "misplaced-front-matter",
        "{} can only stand at the very start",
        "move it there, or put a back-slash before the signs if they are text",
    ),
    t.HEADING: (
        "misplaced-heading",
        "{} cannot stand here",
        "put an empty line before the heading",
    ),
    t.INDENT: (
        "misplaced-relation",
        "a relation must follow what it relates to, without an empty line",
        "take out the empty line, or indent it below a claim",
    ),
}
