"""The three notations of frameworks, and the map that each makes."""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.document import Document
from argmap.formats.ids import Ids, slug
from argmap.model import ArgumentMap, Claim, Counterpoint, Inference

Pair: TypeAlias = tuple[str, str]

_LINE: Final = re.compile(r"[^\S\r\n]*+([^\r\n]++)")
_NAME: Final = r"([^\s(),.%\"]++|\"[^\"\r\n]*+\")\s*+"
_FACT: Final = re.compile(rf"(\w++)\s*+\(\s*+{_NAME}(?:,\s*+{_NAME})?\)\s*+\.")
_BETWEEN_FACTS: Final = re.compile(r"(?:\s++|%[^\r\n]*+)*+")
_TO_THE_NEXT: Final = re.compile(r"[^.\r\n]*+\.?+")
_ENDS: Final = 2
_MOST: Final = 10_000_000


@attrs.define(eq=False)
class _Framework:
    """Arguments and what is between them, as far as they are read."""

    text: str
    arguments: dict[str, Span] = attrs.field(factory=dict)
    attacks: dict[Pair, Span] = attrs.field(factory=dict)
    supports: dict[Pair, Span] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def find(self, code: str, message: str, span: Span, help_: str = "") -> None:
        """Tell what is wrong, and where; what is only said again is no error."""
        severity = Severity.INFO if code.startswith("repeated") else Severity.ERROR
        self.diagnostics.append(
            Diagnostic(code, message, severity=severity, span=span, help=help_ or None)
        )

    def add(self, name: str, span: Span) -> None:
        """Add an argument."""
        if self.arguments.setdefault(name, span) is not span:
            self.find("repeated-argument", f"there is an argument '{name}'", span)

    def relate(self, pairs: dict[Pair, Span], pair: Pair, span: Span) -> None:
        """Add an attack or a support between arguments that there are."""
        missing = [each for each in pair if each not in self.arguments]
        for each in missing:
            self.find("unknown-argument", f"there is no argument '{each}'", span)
        if not missing and pairs.setdefault(pair, span) is not span:
            self.find("repeated-relation", "this has been said above", span)

    def document(self) -> Document:
        """Return what was read as a map."""
        ids = Ids()
        names = {name: ids.take(slug(name)) for name in self.arguments}
        spans = {names[name]: span for name, span in self.arguments.items()}
        supported = {name for pair in self.supports for name in pair}
        claims = [
            Claim(part_id, title=name, presumed=True if name in supported else None)
            for name, part_id in names.items()
        ]
        steps: list[Inference | Counterpoint] = []
        for (tail, head), span in self.supports.items():
            step = Inference([names[tail]], conclusion=names[head])
            steps.append(attrs.evolve(step, id=ids.take(step.id)))
            spans[steps[-1].id] = span
        for (tail, head), span in self.attacks.items():
            attack = Counterpoint([names[tail]], target=names[head])
            steps.append(attrs.evolve(attack, id=ids.take(attack.id)))
            spans[steps[-1].id] = span
        return Document(
            ArgumentMap.of(*claims, *steps), self.text, spans, tuple(self.diagnostics)
        )


def _lines(text: str) -> Iterator[tuple[list[str], Span]]:
    """Yield the words of every line that has some, and their place."""
    for match in _LINE.finditer(text):
        words = match[1].split()
        if words:
            start = match.start(1)
            yield words, Span(start, start + len(match[1].rstrip()))


def read_af(text: str) -> Document:
    r"""Read a framework in the notation of ICCMA 2023; never raises for what it says.

    >>> read_af("p af 2\n1 2\n").argument_map
    <ArgumentMap: 2 claims, 1 counterpoint>
    """
    framework = _Framework(text)
    for words, span in _lines(text):
        numbers = [each for each in words if each.isdecimal() and each.isascii()]
        if words[0].startswith("#"):
            continue
        if words[:_ENDS] == ["p", "af"] and len(words) == _ENDS + 1 and numbers:
            count = int(words[-1][:20])
            if framework.arguments or count > _MOST:
                message = f"there is one header, with at most {_MOST} arguments"
                framework.find("framework-syntax", message, span)
                continue
            framework.arguments = {str(one): span for one in range(1, count + 1)}
        elif len(words) == len(numbers) == _ENDS:
            tail, head = (each.lstrip("0") for each in numbers)
            framework.relate(framework.attacks, (tail, head), span)
        else:
            message = "this is neither the header nor an attack"
            help_ = "write 'p af' and how many arguments there are, then '1 2'"
            framework.find("framework-syntax", message, span, help_)
    return framework.document()


def read_tgf(text: str) -> Document:
    r"""Read a framework as a trivial graph; never raises for what it says.

    What stands behind a name or an attack is a label, and is not kept.

    >>> read_tgf("rose\nfell\n#\nfell rose\n").argument_map
    <ArgumentMap: 2 claims, 1 counterpoint>
    """
    framework = _Framework(text)
    has_all = False
    for words, span in _lines(text):
        if words == ["#"] and not has_all:
            has_all = True
        elif not has_all:
            framework.add(words[0], span)
        elif len(words) >= _ENDS:
            framework.relate(framework.attacks, (words[0], words[1]), span)
        else:
            message = "an attack has two ends"
            framework.find("framework-syntax", message, span, "write 'from to'")
    return framework.document()


def read_apx(text: str) -> Document:
    """Read a framework in Aspartix's facts; never raises for what it says.

    >>> read_apx("arg(rose). arg(fell). att(fell, rose).").argument_map
    <ArgumentMap: 2 claims, 1 counterpoint>
    """
    framework = _Framework(text)
    pairs = {"att": framework.attacks, "sup": framework.supports}
    at = _BETWEEN_FACTS.match(text).end()  # type: ignore[union-attr]
    late: list[tuple[str, Pair, Span]] = []
    while at < len(text):
        match = _FACT.match(text, at)
        if match and match[1] == "arg" and match[3] is None:
            framework.add(match[2], Span(*match.span()))
        elif match and match[1] in pairs and match[3] is not None:
            late.append((match[1], (match[2], match[3]), Span(*match.span())))
        else:
            match = None
        if match is None:
            end = _TO_THE_NEXT.match(text, at).end()  # type: ignore[union-attr]
            message = "this is no fact about arguments"
            help_ = "write arg(a). or att(a, b). or sup(a, b)."
            span = Span(at, max(end, at + 1))
            framework.find("framework-syntax", message, span, help_)
            at = span.end
        else:
            at = match.end()
        at = _BETWEEN_FACTS.match(text, at).end()  # type: ignore[union-attr]
    for kind, pair, span in late:
        framework.relate(pairs[kind], pair, span)
    return framework.document()
