"""From text to tokens, from left to right and in time linear in the text.

The rules are those of the reference implementation, in its order: the first that
fits wins. Runs of plain text are taken whole, since what they are made of makes
no difference to any rule.
"""

import re
from typing import TYPE_CHECKING, Final

import attrs

from argmap.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Callable

EOF: Final = 0
EMPTYLINE: Final = 1
NEWLINE: Final = 2
INDENT: Final = 3
DEDENT: Final = 4
FRONT_MATTER: Final = 5
HEADING: Final = 6
DATA: Final = 7
STATEMENT_NUMBER: Final = 8
INFERENCE_START: Final = 9
INFERENCE_END: Final = 10
LIST_DELIMITER: Final = 11
ORDERED_ITEM: Final = 12
UNORDERED_ITEM: Final = 13
INCOMING_SUPPORT: Final = 14
INCOMING_ATTACK: Final = 15
OUTGOING_SUPPORT: Final = 16
OUTGOING_ATTACK: Final = 17
CONTRADICTION: Final = 18
INCOMING_UNDERCUT: Final = 19
OUTGOING_UNDERCUT: Final = 20
STATEMENT_DEFINITION: Final = 21
STATEMENT_REFERENCE: Final = 22
ARGUMENT_DEFINITION: Final = 23
ARGUMENT_REFERENCE: Final = 24
TEXT: Final = 25
ESCAPED: Final = 26
SHORTCODE: Final = 27
LINK: Final = 28
TAG: Final = 29
STATEMENT_MENTION: Final = 30
ARGUMENT_MENTION: Final = 31
RANGE_START: Final = 32
RANGE_END: Final = 33
BLOCK: Final = 34
PLUS_RELATION: Final = 35

NAMES: Final = (
    "the end of the text",
    "an empty line",
    "a line break",
    "a deeper indentation",
    "the end of an indentation",
    "front matter",
    "a heading",
    "data",
    "a statement number",
    "an inference line",
    "the end of an inference line",
    "a comma",
    "a list item",
    "a list item",
    "a relation '+>'",
    "a relation '->'",
    "a relation '+'",
    "a relation '-'",
    "a relation '><'",
    "a relation '_>'",
    "a relation '_'",
    "the definition of a statement",
    "a reference to a statement",
    "the definition of an argument",
    "a reference to an argument",
    *["text"] * 9,
    "a block '>>'",
    "a relation of Argdown+",
)
"""The kinds of tokens, as a message calls them."""

RELATIONS: Final = frozenset(
    {*range(INCOMING_SUPPORT, OUTGOING_UNDERCUT + 1), PLUS_RELATION}
)
ITEMS: Final = frozenset({ORDERED_ITEM, UNORDERED_ITEM})
TITLES: Final = frozenset(range(STATEMENT_DEFINITION, ARGUMENT_REFERENCE + 1))
ARGUMENTS: Final = frozenset({ARGUMENT_DEFINITION, ARGUMENT_REFERENCE})
REFERENCES: Final = frozenset({STATEMENT_REFERENCE, ARGUMENT_REFERENCE})
CONTENT: Final = frozenset(range(TEXT, BLOCK + 1))
RULE: Final = frozenset(range(TEXT, SHORTCODE + 1))
"""The kinds of a text, and of the name of an inference rule."""

SPACE: Final = (
    r" \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""White space as JavaScript has it, for a class of characters."""

_PLAIN = r"[^\\@#*_\[\],.:;</>\-\r\n(){}]++"
_LONE = rf"(?:[\],;)>\-}}(]|/(?![/*])|[.:](?=[{SPACE}]|\Z))"
_RUN = re.compile(rf"(?:{_PLAIN}|{_LONE}[ \t]?+(?![ \t=]))*+(?:{_LONE}[ \t]?+)?+")
_PLAIN_RUN = re.compile(_PLAIN)
_EMPTY = re.compile(r"(?:[ \t]*+(?:\r\n|\n)){2,}+")
_BREAK = re.compile(r"[ \t]*+(?:\r\n|\n|\r)")
_BREAKS = re.compile(r"(?:[ \t]*+\r\n|\n|\r)*+")
_SINGLE_BREAK = re.compile(r"[ \t]*+(?:\r\n|\n|\r)(?![ \t]*+(?:\r\n|\n|\r))")
_BLANKS = re.compile(r"[ \t]*+")
_INFERENCE = re.compile(r"[' \t]*+--")
_LINE = re.compile(
    r"([' \t]*+)(?:(\+>)|(->)|(<?\+)|(<?-)|(><)|(_>)"
    rf"|(<_|_(?=[{SPACE}]))|(\(\d++\))|(\d++\.(?=[{SPACE}]))|(\*(?=[{SPACE}])))"
)
_LINE_KINDS = (
    *(EOF, EOF, INCOMING_SUPPORT, INCOMING_ATTACK, OUTGOING_SUPPORT, OUTGOING_ATTACK),
    *(CONTRADICTION, INCOMING_UNDERCUT, OUTGOING_UNDERCUT),
    *(STATEMENT_NUMBER, ORDERED_ITEM, UNORDERED_ITEM),
)
_LINE_SIGNS = frozenset("'+->_<(*#0123456789")
PLUS_SIGN: Final = (
    rf"(?:==(?!=)|(?:~=|<=|=>|[\^:%?!@]>|<[\^:%?!@])(?=[{SPACE}\[<])"
    rf"|(?<=[' \t])[\^%?!@](?=[{SPACE}]))"
)
"""The sign of a relation of Argdown+; one alone is short for that with `<`."""
_PLUS_LINE = re.compile(rf"([' \t]*+){PLUS_SIGN}")
_PLUS_LINE_SIGNS = _LINE_SIGNS | frozenset("=~^:%?!@")
_BLOCK = re.compile(r">>[ \t]*(?=\r?\n|\Z)")
_NEXT_LINE = re.compile(r"\r?\n([ \t]*)(?:(\S)[^\r\n]*)?")
_HEADING = re.compile("#++ ")
_ESCAPED = re.compile(r"\\[^\n\r\u2028\u2029] *+")
_SHORTCODE = re.compile(
    rf"(?:\.[^{SPACE}][^.{SPACE}]*+\.|:[^{SPACE}][^:{SPACE}]*+:)[ \t]?+"
)
_ADDRESS = re.compile(rf'(?<=[A-Za-z])://[^{SPACE}<>{{}}\[\]"]*+')
_TAG = re.compile(
    r"#(?:\([^)]++\)|[a-zA-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]++)[ \t]?+"
)
_RANGE_END = re.compile(r"[ \t]|(?=[\n\r)}_.,!?;:\-*])|\Z")
_SIGN_RUN = re.compile(r"\*++|_++")
_RANGE_START = re.compile(rf"(?![{SPACE}])")
_LINE_END = re.compile(r"[\n\r\u2028\u2029]|\Z")
_DASHES = re.compile("-{2,}+")
_EQUALS = re.compile("={3,}+")
_GOES_ON = re.compile(rf"\}}[{SPACE}]*+[,}}]")
_STOPS = re.compile(rf"\}}[{SPACE}][^,}}]")
_BLANK_LINE = re.compile(r"\n[ \t]*+\r?\n")
_BRACE = re.compile("[{}]")


FOREIGN_FRONT_MATTER: Final = re.compile(
    r"\s*+---[ \t]*\r?\n"
    r"(?:(?!---)(?:[\w-]+[ \t]*:|[ \t#-]|\r?$).*\n)*+"
    r"---[ \t]*\r?$",
    re.MULTILINE,
)
"""The front matter of other tools, at the start of a text."""


@attrs.frozen
class Assumed:
    """What a text is read with though it is written otherwise.

    An empty line is read where one of the line breaks `parted` stands, and none where
    one begins with a line break of `joined`. `front_matter` stands between other signs.
    One that `is_plus` is in Argdown+.
    """

    parted: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    front_matter: Span | None = None
    is_plus: bool = False


AS_WRITTEN: Final = Assumed()


@attrs.frozen(eq=False)
class Tokens:
    """Tokens as columns, the last of them `EOF`; positions in code points.

    `comments` are from where to where. `deviations` are what the reference reads
    otherwise: a finding's code, start and end. A parser adds its own.
    """

    text: str
    is_reference: bool
    is_plus: bool = False
    kinds: list[int] = attrs.field(factory=list)
    starts: list[int] = attrs.field(factory=list)
    ends: list[int] = attrs.field(factory=list)
    comments: list[tuple[int, int]] = attrs.field(factory=list)
    deviations: list[tuple[str, int, int]] = attrs.field(factory=list)

    def span(self, first: int, last: int) -> Span:
        """Return the span of these tokens, but for blanks before and breaks behind."""
        last -= 1
        while last > first and self.kinds[last] in {NEWLINE, INDENT, DEDENT}:
            last -= 1
        start = self.begin(first)
        return Span(start, max(start, self.ends[last]))

    def begin(self, index: int) -> int:
        """Return where a token begins behind its indentation, if it is more."""
        start, end = self.starts[index], self.ends[index]
        begin = _BLANKS.match(self.text, start, end).end()  # type: ignore[union-attr]
        return begin if begin < end else start

    def image(self, index: int) -> str:
        """Return the text of a token."""
        return self.text[self.starts[index] : self.ends[index]]


def tokenize(
    text: str, *, is_reference: bool = False, assumed: Assumed = AS_WRITTEN
) -> Tokens:
    """Return the tokens of a text, as it stands or with something assumed.

    >>> [NAMES[kind] for kind in tokenize("[Rents]: They rose.").kinds]
    ['the definition of a statement', 'text', 'the end of the text']
    """
    tokens = Tokens(text, is_reference, assumed.is_plus)
    _Lexer(tokens, assumed).run()
    return tokens


class _Lexer:
    """A walk over a text: what has been found, and what is still open."""

    def __init__(self, tokens: Tokens, assumed: Assumed) -> None:
        self.text = tokens.text
        self._assumed = assumed
        self.is_reference = tokens.is_reference
        self.kinds, self.starts, self.ends = tokens.kinds, tokens.starts, tokens.ends
        self.comments, self.deviations = tokens.comments, tokens.deviations
        self._indents = [0]
        self._ranges: list[str] = []
        self._in_inference = False
        self._next: dict[str, int] = {}
        self._line_end = -1
        self._no_data_from = -1
        self._no_data_to = -1
        self._run = (0, 0)
        self._is_in_word = False
        self._rules: dict[str, Callable[[int], int]] = {
            "\\": self._escaped,
            ".": self._shortcode,
            ":": self._colon,
            "/": self._comment,
            "=": self._front_matter,
            "{": self._data,
            "<": self._angle,
            "[": self._bracket,
            "@": self._mention,
            "#": self._tag,
            "*": self._range,
            "_": self._range,
        }
        self._line_signs = _LINE_SIGNS
        if assumed.is_plus:
            self._rules[">"] = self._block
            self._line_signs = _PLUS_LINE_SIGNS
        self._inference_rules = {each: self._rules[each] for each in "\\.:/{"} | {
            "<": self._comment,
            "-": self._inference_end,
            ",": self._delimiter,
        }

    def run(self) -> None:
        """Find all tokens."""
        text, length, kinds = self.text, len(self.text), self.kinds
        rules, line_signs = self._rules, self._line_signs
        run = _RUN.match
        at = 0
        if text.startswith("\ufeff") and not self.is_reference:
            self.deviations.append(("byte-order-mark", 0, 1))
            at = 1
        if front_matter := self._assumed.front_matter:
            at = self._add(FRONT_MATTER, front_matter.start, front_matter.end)
        while at < length:
            sign = text[at]
            if sign in " \n\t\r":
                at = self._white(at)
                continue
            if self._in_inference:
                at = self._inside_inference(at, sign)
                continue
            if sign in line_signs and self._begins_line():
                end = self._line_start(at)
                if end:
                    at = end
                    continue
            rule = rules.get(sign)
            end = rule(at) if rule is not None else 0
            if not end:
                match = run(text, at)
                end = match.end() if match else at
                if end == at:
                    end = self._lone(at)
                kinds.append(TEXT)
                self.starts.append(at)
                self.ends.append(end)
            at = end
        self._finish(length)

    def _add(self, kind: int, start: int, end: int) -> int:
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)
        return end

    def _begins_line(self) -> bool:
        return not self.kinds or self.kinds[-1] in {NEWLINE, EMPTYLINE}

    def _lone(self, at: int) -> int:
        """Return the end of a sign that means nothing, with the blank after it."""
        after = at + 1
        return after + (after < len(self.text) and self.text[after] in " \t")

    def _white(self, at: int) -> int:
        """Take line breaks, or skip blanks."""
        text = self.text
        if self._in_inference:
            return self._white_in_inference(at)
        if not self.kinds or self.kinds[-1] != EMPTYLINE:
            match = _EMPTY.match(text, at)
            if match:
                return self._empty_line(at, match.end())
        match = _BREAK.match(text, at)
        if match:
            return self._line_break(at, match.end())
        if self._begins_line():
            end = self._line_start(at)
            if end:
                return end
        return _BLANKS.match(text, at).end()  # type: ignore[union-attr]

    def _is_assumed(self, at: int, breaks: frozenset[int]) -> bool:
        """Return whether the next line break is one of some."""
        return bool(breaks) and self.text.find("\n", at) in breaks

    def _empty_line(self, start: int, end: int) -> int:
        """Take an empty line, or what is meant as a mere line break."""
        if not self._is_assumed(start, self._assumed.joined):
            return self._block_end(start, end)
        is_break = bool(self.kinds) and self.kinds[-1] == NEWLINE
        return end if is_break else self._add(NEWLINE, start, end)

    def _line_break(self, start: int, end: int) -> int:
        """Take a line break, or what is meant as an empty line."""
        if self._is_assumed(start, self._assumed.parted):
            return self._block_end(start, end)
        if not self.is_reference and self.kinds and self.kinds[-1] == EMPTYLINE:
            self.deviations.append(("blank-statement", start, end))
            return end
        return self._add(NEWLINE, start, end)

    def _block_end(self, start: int, end: int) -> int:
        if end < len(self.text):
            self._dedent(0, start)
        return self._add(EMPTYLINE, start, end)

    def _line_start(self, at: int) -> int:
        """Take what only stands at the start of a line; 0 if nothing does."""
        text = self.text
        if not (self.kinds and self.kinds[-1] == EMPTYLINE):
            match = _INFERENCE.match(text, at)
            if match:
                self._dedent(0, at)
                self._in_inference = True
                return self._add(INFERENCE_START, at, match.end())
        plus = _PLUS_LINE.match(text, at) if self._assumed.is_plus else None
        match = plus or _LINE.match(text, at)
        if match is None:
            match = _HEADING.match(text, at)
            return self._add(HEADING, at, match.end()) if match else 0
        kind = PLUS_RELATION if plus else _LINE_KINDS[match.lastindex or 0]
        if kind == STATEMENT_NUMBER:
            self._dedent(0, at)
        else:
            level = match.end(1) - at + (kind in ITEMS)
            if level > self._indents[-1]:
                self._indents.append(level)
                self._add(INDENT, at, at)
            else:
                self._dedent(level, at)
        return self._add(kind, at, match.end())

    def _dedent(self, level: int, at: int) -> None:
        while self._indents[-1] > level:
            self._indents.pop()
            self._add(DEDENT, at, at)

    def _find(self, needle: str, start: int) -> int:
        """Return where the needle stands next, looking at nothing twice."""
        found = self._next.get(needle, -1)
        if found < start:
            found = self.text.find(needle, start)
            self._next[needle] = len(self.text) if found < 0 else found
            return found
        return found if found < len(self.text) else -1

    def _find_in_line(self, needle: str, start: int) -> int:
        """Return where the needle stands in the rest of the line, or -1."""
        found = self._find(needle, start)
        return found if found < self._end_of_line(start) else -1

    def _end_of_line(self, start: int) -> int:
        if self._line_end < start:
            self._line_end = _LINE_END.search(self.text, start).start()  # type: ignore[union-attr]
        return self._line_end

    def _with_blank(self, kind: int, start: int, end: int) -> int:
        """Add a token together with the blank after it."""
        if end < len(self.text) and self.text[end] in " \t":
            end += 1
        return self._add(kind, start, end)

    def _escaped(self, at: int) -> int:
        match = _ESCAPED.match(self.text, at)
        if match:
            return self._add(ESCAPED, at, match.end())
        self.deviations.append(("lone-back-slash", at, at + 1))
        return self._add(TEXT, at, at + 1)

    def _shortcode(self, at: int) -> int:
        match = _SHORTCODE.match(self.text, at)
        return self._add(SHORTCODE, at, match.end()) if match else 0

    def _colon(self, at: int) -> int:
        if not self.is_reference:
            match = _ADDRESS.match(self.text, at)
            if match:
                end = match.end()
                while self._ranges and self.text[end - 1] in "*_":
                    end -= 1
                if not self._assumed.is_plus:
                    self.deviations.append(("bare-address", at, end))
                return self._with_blank(TEXT, at, end)
        return self._shortcode(at)

    def _comment(self, at: int) -> int:
        text = self.text
        if text.startswith("<!--", at):
            end = self._find("-->", at + 4) + 3
        elif text.startswith("/*", at):
            end = self._find("*/", at + 2) + 2
        elif text.startswith("//", at):
            end = self._end_of_line(at)
            if end == len(text):
                return 0
        else:
            return 0
        if end <= at:
            return 0
        self.comments.append((at, end))
        last = self.kinds[-1] if self.kinds else EOF
        if last == EMPTYLINE:
            match = _BREAKS.match(text, end)
        elif last == NEWLINE:
            match = _SINGLE_BREAK.match(text, end)
        else:
            match = None
        return match.end() if match else end

    def _front_matter(self, at: int) -> int:
        match = _EQUALS.match(self.text, at)
        if match is None:
            return 0
        close = self._find("===", match.end())
        if close >= 0:
            end = _EQUALS.match(self.text, close).end()  # type: ignore[union-attr]
        elif match.end() - at >= 6:  # noqa: PLR2004 - two fences in one run
            end = match.end()
        else:
            return 0
        return self._add(FRONT_MATTER, at, end)

    def _data(self, at: int) -> int:
        if self._no_data_from <= at < self._no_data_to:
            return 0
        end, stop = self._end_of_data(at)
        if end < 0:
            self._no_data_from, self._no_data_to = at, stop
            return 0
        if not self.is_reference:
            end = self._first_balance(at, end)
            if self.text.find("\r", at, end) >= 0:
                self.deviations.append(("line-ends-in-data", at, end))
        return self._add(DATA, at, end)

    def _end_of_data(self, at: int) -> tuple[int, int]:
        """Return the end of the data or -1, and how far was looked."""
        text = self.text
        limit = self._limit_of_data(at)
        end, close = -1, text.find("}", at + 1, limit)
        while close >= 0:
            if not _GOES_ON.match(text, close):
                end = close + 1
            if _STOPS.match(text, close):
                return end, close
            close = text.find("}", close + 1, limit)
        return end, limit

    def _limit_of_data(self, at: int) -> int:
        signs = "\r\u2028\u2029" if self.is_reference else "\u2028\u2029"
        found = [end for sign in signs if (end := self._find(sign, at)) >= 0]
        return min(found, default=len(self.text))

    def _first_balance(self, at: int, end: int) -> int:
        """Return where the data ends for a person, if it runs over paragraphs."""
        blank_line = _BLANK_LINE.search(self.text, at, end)
        if blank_line is None:
            return end
        depth = 0
        for brace in _BRACE.finditer(self.text, at, blank_line.start()):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                self.deviations.append(("overlong-data", at, brace.end()))
                return brace.end()
        return end

    def _angle(self, at: int) -> int:
        end = self._comment(at)
        return end or self._titled(at, ">", ARGUMENT_DEFINITION, ARGUMENT_REFERENCE)

    def _bracket(self, at: int) -> int:
        text = self.text
        close = self._find("]", at + 1)
        if close > at + 1 and text.startswith("(", close + 1):
            end = self._find(")", close + 2)
            if end > close + 2:
                return self._with_blank(LINK, at, end + 1)
        return self._titled(at, "]", STATEMENT_DEFINITION, STATEMENT_REFERENCE)

    def _block(self, at: int) -> int:
        """Take `>>` with the deeper lines below it, where a text can begin."""
        match = _BLOCK.match(self.text, at)
        is_start = self._begins_line() or self.kinds[-1] in RELATIONS | REFERENCES
        if match is None or not is_start:
            return 0
        line = max(self.text.rfind(each, 0, at) for each in "\r\n") + 1
        margin = len(_BLANKS.match(self.text, line)[0])  # type: ignore[index]
        end = last = match.end()
        while below := _NEXT_LINE.match(self.text, last):
            if below[2] and len(below[1]) <= margin:
                break
            last = below.end()
            end = last if below[2] else end
        return self._add(BLOCK, at, end)

    def _titled(self, at: int, close: str, definition: int, reference: int) -> int:
        first = self.text[at + 1 : at + 2]
        if first and first not in "\n\r\u2028\u2029":
            end = self._find_in_line(f"{close}:", at + 2)
            if end >= 0:
                return self._add(definition, at, end + 2)
        if first in {"", "-"}:
            return 0
        end = self._find_in_line(close, at + 2)
        return self._add(reference, at, end + 1) if end >= 0 else 0

    def _mention(self, at: int) -> int:
        sign = self.text[at + 1 : at + 2]
        if sign not in {"[", "<"}:
            return 0
        kind = STATEMENT_MENTION if sign == "[" else ARGUMENT_MENTION
        start = at + 3
        if _LINE_END.match(self.text, at + 2):
            return 0
        end = self._find_in_line("]" if sign == "[" else ">", start)
        return self._with_blank(kind, at, end + 1) if end >= 0 else 0

    def _tag(self, at: int) -> int:
        match = _TAG.match(self.text, at)
        return self._add(TAG, at, match.end()) if match else 0

    def _range(self, at: int) -> int:
        text, ranges = self.text, self._ranges
        sign = text[at]
        double = sign * 2
        innermost = ranges[-1] if ranges else ""
        for sign_ in (double, sign):
            if sign_ == innermost and text.startswith(sign_, at):
                match = _RANGE_END.match(text, at + len(sign_))
                if match:
                    ranges.pop()
                    return self._add(RANGE_END, at, match.end())
        if not self.is_reference and self._is_inside_word(at):
            self.deviations.append(("sign-inside-word", at, at + 1))
            return 0
        for sign_ in (double, sign):
            if text.startswith(sign_, at) and _RANGE_START.match(text, at + len(sign_)):
                ranges.append(sign_)
                return self._add(RANGE_START, at, at + len(sign_))
        return 0

    def _is_inside_word(self, at: int) -> bool:
        """Return whether the run of signs here has letters on both sides."""
        if not self._run[0] <= at < self._run[1]:
            match = _SIGN_RUN.match(self.text, at)
            end = match.end() if match else at
            before = self.text[at - 1 : at] if at else ""
            self._run = at, end
            self._is_in_word = before.isalnum() and self.text[end : end + 1].isalnum()
        return self._is_in_word

    def _inside_inference(self, at: int, sign: str) -> int:
        rule = self._inference_rules.get(sign)
        end = rule(at) if rule is not None else 0
        if end:
            return end
        match = _PLAIN_RUN.match(self.text, at)
        return self._add(TEXT, at, match.end() if match else self._lone(at))

    def _white_in_inference(self, at: int) -> int:
        """Take a line break, or skip blanks; a blank line ends the inference.

        The grammar allows no blank line in it, so what comes after is read as if
        the inference had been closed.
        """
        match = _BREAK.match(self.text, at)
        if match is None:
            return _BLANKS.match(self.text, at).end()  # type: ignore[union-attr]
        if self.kinds[-1] == NEWLINE:
            self._in_inference = False
            self._add(NEWLINE, at, at)
            end = _BREAKS.match(self.text, at).end()  # type: ignore[union-attr]
            return self._add(EMPTYLINE, at, end)
        return self._add(NEWLINE, at, match.end())

    def _inference_end(self, at: int) -> int:
        match = _DASHES.match(self.text, at)
        if match is None:
            return 0
        self._in_inference = False
        return self._add(INFERENCE_END, at, match.end())

    def _delimiter(self, at: int) -> int:
        return self._add(LIST_DELIMITER, at, at + 1)

    def _finish(self, length: int) -> None:
        if self.kinds and self.kinds[-1] == EMPTYLINE:
            for column in (self.kinds, self.starts, self.ends):
                column.pop()
        self._dedent(0, length)
        self._add(EOF, length, length)
