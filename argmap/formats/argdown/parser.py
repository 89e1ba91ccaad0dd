"""From tokens to the syntax tree, one block after the other.

A block that cannot be understood costs no other: what came before the token at
fault stays, and the next empty line starts anew. Nothing recurses on nesting.
"""

import re
from typing import NoReturn

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import NAMES, Tokens
from argmap.formats.argdown.tree import (
    NONE,
    Fault,
    Heading,
    InferenceLine,
    Listing,
    Member,
    Reconstruction,
    Relation,
    Tree,
)

_CONTENT = frozenset(
    {
        t.TEXT,
        t.ESCAPED,
        t.SHORTCODE,
        t.LINK,
        t.TAG,
        t.STATEMENT_MENTION,
        t.ARGUMENT_MENTION,
        t.RANGE_START,
        t.NEWLINE,
    }
)
_RULE = frozenset({t.TEXT, t.ESCAPED, t.SHORTCODE})
_TITLES = frozenset(
    {
        t.STATEMENT_DEFINITION,
        t.STATEMENT_REFERENCE,
        t.ARGUMENT_DEFINITION,
        t.ARGUMENT_REFERENCE,
    }
)
_ARGUMENTS = frozenset({t.ARGUMENT_DEFINITION, t.ARGUMENT_REFERENCE})
_REFERENCES = frozenset({t.STATEMENT_REFERENCE, t.ARGUMENT_REFERENCE})
_UNDERCUTS = frozenset({t.OUTGOING_UNDERCUT})
_FOREIGN_FRONT_MATTER = re.compile(
    r"\s*+---[ \t]*\r?\n"
    r"(?:(?!---)(?:[\w-]+[ \t]*:|[ \t#-]|\r?$).*\n)*+"
    r"---[ \t]*\r?$",
    re.MULTILINE,
)
_FLEXIBLE = frozenset({t.EMPTYLINE, t.EOF})


class _FaultError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def parse(tokens: Tokens) -> Tree:
    """Return the tree of a text's tokens.

    >>> from argmap.formats.argdown.tokens import tokenize
    >>> tree = parse(tokenize("[Rents]: They rose."))
    >>> type(tree.blocks[0]).__name__
    'Member'
    """
    parser = _Parser(tokens)
    parser.run()
    return parser.tree


class _Parser:
    """A place among the tokens, and the tree of those before it."""

    def __init__(self, tokens: Tokens) -> None:
        self.tree = Tree(tokens)
        self._kinds = tokens.kinds
        self._at = 0

    def run(self) -> None:
        """Parse all blocks."""
        self._skip(t.NEWLINE)
        self._skip(t.EMPTYLINE)
        kinds = self._kinds
        if kinds[self._at] == t.EOF:
            self._report("empty-text", "there is nothing to read", "write a claim")
            return
        self._front_matter()
        while kinds[self._at] != t.EOF:
            try:
                self._block()
                if kinds[self._at] not in _FLEXIBLE:
                    self._misplaced()
            except _FaultError as error:
                self.tree.faults.append(error.fault)
                self._close_block()
                while kinds[self._at] not in _FLEXIBLE:
                    self._at += 1
            if kinds[self._at] == t.EMPTYLINE:
                self._at += 1
                if kinds[self._at] == t.EOF:
                    self._report(
                        "syntax-error", "a block is missing here", "write a claim"
                    )

    def _front_matter(self) -> None:
        if self._kinds[self._at] == t.FRONT_MATTER:
            self.tree.front_matter = self._at
            self._at += 1
            self._skip(t.NEWLINE)
            if self._kinds[self._at] == t.EMPTYLINE:
                self._at += 1
            else:
                self._after_front_matter()
        elif found := _FOREIGN_FRONT_MATTER.match(self.tree.tokens.text):
            self._skip_foreign_front_matter(found.end())

    def _skip_foreign_front_matter(self, end: int) -> None:
        self._report(
            "misplaced-front-matter",
            "front matter stands between lines of === in Argdown, and not of ---",
            "write === in place of both",
        )
        starts, kinds = self.tree.tokens.starts, self._kinds
        while starts[self._at] < end and kinds[self._at] != t.EOF:
            self._at += 1
        for kind in (t.DEDENT, t.NEWLINE, t.EMPTYLINE):
            self._skip(kind)

    def _after_front_matter(self) -> None:
        is_end = self._kinds[self._at] == t.EOF
        self._report(
            "missing-empty-line",
            "there is nothing after the front matter"
            if is_end
            else "the front matter must be followed by an empty line",
            "write a claim" if is_end else "put an empty line before this one",
        )

    def _skip(self, kind: int) -> None:
        if self._kinds[self._at] == kind:
            self._at += 1

    def _report(self, code: str, message: str, help_: str) -> None:
        self.tree.faults.append(Fault(code, message, self._at, help_))

    def _fail(self, code: str, message: str, help_: str) -> NoReturn:
        raise _FaultError(Fault(code, message, self._at, help_))

    def _close_block(self) -> None:
        if self.tree.blocks:
            block = self.tree.blocks[-1]
            if block.last == NONE:
                block.last = self._at

    def _block(self) -> None:
        kinds, blocks, first = self._kinds, self.tree.blocks, self._at
        kind = kinds[first]
        if kind in _CONTENT or kind in _TITLES:
            member = Member(first, kind in _ARGUMENTS)
            blocks.append(member)
            self._member(member)
            self._relations(member)
            member.last = self._at
        elif kind == t.HEADING:
            self._heading()
        elif kind == t.STATEMENT_NUMBER:
            self._reconstruction()
        elif kind == t.INDENT and kinds[first + 1] in t.ITEMS:
            self._listing()
        else:
            self._misplaced()

    def _heading(self) -> None:
        heading = Heading(self._at)
        self.tree.blocks.append(heading)
        self._at += 1
        heading.content = self._content()
        heading.data = self._data()
        heading.last = self._at

    def _data(self) -> int:
        if self._kinds[self._at] != t.DATA:
            return NONE
        data = self._at
        self._at += 1
        self._skip(t.NEWLINE)
        return data

    def _member(self, member: Member) -> None:
        """Parse the title, the content and the data of an occurrence."""
        kinds = self._kinds
        kind = kinds[self._at]
        if kind in _TITLES:
            member.title = self._at
            self._at += 1
        if kind in _REFERENCES:
            member.is_reference = True
            first = self._at
            while kinds[self._at] == t.TAG:
                self._at += 1
            self._skip(t.NEWLINE)
            member.content = first, self._at
        else:
            member.content = self._content()
        if kinds[self._at] == t.DATA:
            member.data = self._data()
        member.last = self._at

    def _content(self) -> tuple[int, int]:
        """Pass over text; the signs of ranges must close in the order they open."""
        kinds, first = self._kinds, self._at
        at, open_ = first, 0
        while True:
            kind = kinds[at]
            if kind == t.RANGE_END and open_:
                open_ -= 1
            elif kind not in _CONTENT:
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
            if kinds[at] in _TITLES:
                self._misplaced()
            self._fail(
                "missing-text",
                f"a text is wanted here, not {NAMES[kinds[at]]}",
                "write the text on this line, or refer to another claim",
            )
        return first, at

    def _relations(self, member: Member) -> None:
        """Parse what relates to a member, however deep it goes."""
        kinds = self._kinds
        open_: list[Member] = []
        while True:
            if kinds[self._at] == t.INDENT:
                open_.append(member)
                self._at += 1
                if kinds[self._at] not in t.RELATIONS:
                    self._misplaced()
            elif open_ and kinds[self._at] == t.DEDENT:
                self._at += 1
                member = open_.pop()
                continue
            elif not open_:
                return
            elif kinds[self._at] not in t.RELATIONS:
                self._misplaced()
            member = self._related(open_[-1].relations)

    def _related(self, relations: list[Relation]) -> Member:
        """Parse a sign and what stands after it, without its relations."""
        sign = self._at
        self._at += 1
        kind = self._kinds[self._at]
        is_argument = kind in _ARGUMENTS
        if is_argument and self._kinds[sign] == t.CONTRADICTION:
            self._fail(
                "contradicted-argument",
                "an argument cannot be contradicted, only a statement",
                "attack it with '->'",
            )
        member = Member(self._at, is_argument)
        relations.append(Relation(sign, member))
        self._member(member)
        return member

    def _listing(self) -> None:
        kinds = self._kinds
        listing = Listing(self._at)
        self.tree.blocks.append(listing)
        self._at += 1
        kind = kinds[self._at]
        while kinds[self._at] == kind:
            self._relations(self._related(listing.items))
        if kinds[self._at] != t.DEDENT:
            self._misplaced()
        self._at += 1
        listing.last = self._at

    def _reconstruction(self) -> None:
        kinds = self._kinds
        whole = Reconstruction(self._at)
        self.tree.blocks.append(whole)
        is_concluded = False
        while True:
            kind = kinds[self._at]
            if kind == t.STATEMENT_NUMBER:
                self._numbered(whole)
                is_concluded = False
            elif kind == t.INFERENCE_START:
                self._inference(whole)
                if kinds[self._at] != t.STATEMENT_NUMBER:
                    self._fail(
                        "missing-conclusion",
                        f"a conclusion is wanted here, not {NAMES[kinds[self._at]]}",
                        "number it, as in '(3) Rents will rise.'",
                    )
                self._numbered(whole)
                is_concluded = True
            elif is_concluded:
                break
            elif kind in _FLEXIBLE:
                self._fail(
                    "unfinished-reconstruction",
                    "the premises lead to no conclusion",
                    "write '----' and a numbered conclusion after them",
                )
            else:
                self._misplaced()
        whole.last = self._at

    def _numbered(self, whole: Reconstruction) -> None:
        number = self._at
        self._at += 1
        if self._kinds[self._at] in _ARGUMENTS:
            self._fail(
                "argument-in-reconstruction",
                "an argument cannot be a premise or a conclusion",
                "name a statement, as in '(1) [Rents rose]'",
            )
        member = Member(self._at, is_argument=False, number=number)
        whole.items.append(member)
        self._member(member)
        self._relations(member)
        member.last = self._at

    def _inference(self, whole: Reconstruction) -> None:
        kinds = self._kinds
        line = InferenceLine(self._at)
        whole.items.append(line)
        self._at += 1
        after = self._at + (kinds[self._at] == t.NEWLINE)
        if kinds[after] in _RULE:
            self._at = after
            self._rules(line)
        self._skip(t.NEWLINE)
        line.data = self._data()
        if kinds[self._at] != t.INFERENCE_END:
            self._fail(
                "unfinished-inference",
                f"the inference line must be closed before {NAMES[kinds[self._at]]}",
                "close it with '--'",
            )
        self._at += 1
        line.last = self._at
        if kinds[self._at] != t.NEWLINE:
            self._fail(
                "missing-conclusion",
                f"a line break is wanted here, not {NAMES[kinds[self._at]]}",
                "write the conclusion on the next line",
            )
        self._at += 1
        if kinds[self._at] == t.INDENT:
            self._undercuts(line)

    def _rules(self, line: InferenceLine) -> None:
        kinds = self._kinds
        while True:
            first = self._at
            while kinds[self._at] in _RULE:
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

    def _undercuts(self, line: InferenceLine) -> None:
        kinds = self._kinds
        self._at += 1
        while kinds[self._at] == t.OUTGOING_UNDERCUT:
            self._relations(self._related(line.relations))
        if kinds[self._at] != t.DEDENT or not line.relations:
            self._misplaced()
        self._at += 1

    def _misplaced(self) -> NoReturn:
        """Fail for a token that cannot stand here, with what most likely helps."""
        code, message, help_ = _ADVICE.get(self._kinds[self._at], _NO_ADVICE)
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
    **dict.fromkeys(_TITLES, _TITLE_ADVICE),
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
        "only one block of data can follow a text; put the other's keys into it",
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
