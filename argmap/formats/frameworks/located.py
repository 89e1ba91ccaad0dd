"""Readers of frameworks that know where everything stands, for any text."""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from argmap.diagnostics import Severity, Span
from argmap.errors import FormatError
from argmap.formats.document import Document
from argmap.formats.frameworks import fast
from argmap.formats.frameworks.mapping import as_map
from argmap.formats.frameworks.terms import unquoted
from argmap.formats.located import Findings, by_place, whole_characters
from argmap.model.framework import Framework

Pair: TypeAlias = tuple[str, str]

_LINE: Final = re.compile(r"[^\S\r\n]*+([^\r\n]++)")
_NAME: Final = r"([^\s(),.%\"]++|\"[^\"\r\n]*+\")\s*+"
_APX: Final = re.compile(
    rf"\s++|%[^\r\n]*+|(\w++)\s*+\(\s*+{_NAME}(?:,\s*+{_NAME})?\)\s*+\."
    r"|[^.\r\n]++\.?+|\."
)
"""Blanks, a comment, a fact, or anything else up to the end of a fact or a line."""
_ENDS: Final = 2


@attrs.define(eq=False)
class Parsed:
    """Arguments and what is between them, as far as they are read."""

    text: str
    arguments: dict[str, Span] = attrs.field(factory=dict)
    names: tuple[str, ...] = ()
    texts: list[str] = attrs.field(factory=list)
    attacks: dict[Pair, Span] = attrs.field(factory=dict)
    supports: dict[Pair, Span] = attrs.field(factory=dict)
    findings: Findings = attrs.field(factory=Findings)

    @classmethod
    def of(cls, text: str) -> "Parsed":
        """Begin with a text; half of a surrogate pair in it is no character."""
        whole, findings = whole_characters(text)
        return cls(whole, findings=findings)

    def find(
        self, code: str, message: str, span: Span, help_: str | None = None
    ) -> None:
        """Report what is wrong, and where; what only adds nothing is no error."""
        is_error = not code.startswith(("repeated", "unused"))
        severity = Severity.ERROR if is_error else Severity.INFO
        self.findings.add(code, message, span, help_, severity)

    def add(self, name: str, span: Span, text: str = "") -> None:
        """Add an argument."""
        if self.arguments.setdefault(name, span) is span:
            self.texts.append(text)
        else:
            self.find("repeated-argument", f"there is an argument '{name}'", span)

    def relate(self, pairs: dict[Pair, Span], pair: Pair, span: Span) -> None:
        """Add an attack or a support between arguments that there are."""
        missing = [each for each in pair if each not in self.arguments]
        for each in missing:
            self.find("unknown-argument", f"there is no argument '{each}'", span)
        if not missing and pairs.setdefault(pair, span) is not span:
            self.find("repeated-relation", "this has been said above", span)

    def framework(self) -> Framework:
        """Return what was read as a framework; raises FormatError."""
        for span in self.supports.values():
            message = "a framework has attacks only, and this is a support"
            self.find("support-in-framework", message, span, "read it as a map")
        if any(each.severity is Severity.ERROR for each in self.findings):
            raise FormatError(by_place(self.findings), self.text)
        return self._framework()

    def _framework(self) -> Framework:
        attacks = self._indexes(self.attacks)
        tails, heads = ([each[end] for each in attacks] for end in (0, 1))
        return Framework([*(self.names or self.arguments)], tails, heads)

    def _indexes(self, pairs: dict[Pair, Span]) -> list[tuple[int, int]]:
        indexes = {name: index for index, name in enumerate(self.arguments)}
        return [(indexes[tail], indexes[head]) for tail, head in pairs]

    def document(self) -> Document:
        """Return what was read as a map."""
        argument_map = as_map(
            self._framework(), supports=self._indexes(self.supports), texts=self.texts
        )
        spans = (self.arguments, self.supports, self.attacks)
        in_order = (span for each in spans for span in each.values())
        ids = (each.id for each in argument_map.parts)
        return Document(
            argument_map,
            self.text,
            dict(zip(ids, in_order, strict=True)),
            by_place(self.findings),
        )


def _lines(text: str) -> Iterator[tuple[list[str], Span]]:
    """Yield the words of every line that has some, and their place."""
    for match in _LINE.finditer(text):
        start = match.start(1)
        yield match[1].split(), Span(start, start + len(match[1].rstrip()))


def read_af(text: str) -> Parsed:
    """Read the notation of ICCMA 2023."""
    parsed = Parsed.of(text)
    most = fast.most_arguments(text)
    for words, span in _lines(parsed.text):
        numbers = [each for each in words if each.isdecimal() and each.isascii()]
        if words[0].startswith("#"):
            continue
        if words[:_ENDS] == ["p", "af"] and len(words) == _ENDS + 1 and numbers:
            count = int(words[-1][:20])
            if parsed.arguments or count > most:
                message = f"there is one header, with at most {most} arguments"
                parsed.find("framework-syntax", message, span)
                continue
            parsed.arguments = {str(one): span for one in range(1, count + 1)}
        elif len(words) == len(numbers) == _ENDS:
            tail, head = (each.lstrip("0") for each in numbers)
            parsed.relate(parsed.attacks, (tail, head), span)
        else:
            message = "this is neither the header nor an attack"
            help_ = "write 'p af' and how many arguments there are, then '1 2'"
            parsed.find("framework-syntax", message, span, help_)
    ends = fast.with_plain_ends(parsed.text)
    parsed.names = fast.names_of(ends, len(parsed.arguments))
    return parsed


def read_tgf(text: str) -> Parsed:
    """Read a trivial graph."""
    parsed = Parsed.of(text)
    has_all = False
    for words, span in _lines(parsed.text):
        if words == ["#"] and not has_all:
            has_all = True
        elif not has_all:
            label = span.of(parsed.text)[len(words[0]) :].strip()
            parsed.add(words[0], span, label)
        elif len(words) >= _ENDS:
            parsed.relate(parsed.attacks, (words[0], words[1]), span)
            if len(words) > _ENDS:
                message = "what stands behind an attack is not kept"
                parsed.find("unused-label", message, span)
        else:
            message = "an attack has two ends"
            parsed.find("framework-syntax", message, span, "write 'from to'")
    return parsed


def read_apx(text: str) -> Parsed:
    """Read Aspartix's facts."""
    parsed = Parsed.of(text)
    pairs = {"att": parsed.attacks, "sup": parsed.supports}
    relations: list[tuple[str, Pair, Span]] = []
    for match in _APX.finditer(parsed.text):
        kind, first, second = match.groups()
        span = Span(*match.span())
        if kind == "arg" and second is None:
            parsed.add(unquoted(first), span)
        elif kind in pairs and second is not None:
            relations.append((kind, (unquoted(first), unquoted(second)), span))
        elif not (match[0].isspace() or match[0].startswith("%")):
            message = "this is no fact about arguments"
            help_ = "write arg(a). or att(a, b). or sup(a, b)."
            parsed.find("framework-syntax", message, span, help_)
    for kind, pair, span in relations:  # arguments may stand behind what names them
        parsed.relate(pairs[kind], pair, span)
    return parsed
