"""Values with their places in a text, as a tree, and findings about them."""

import json
import re
from collections.abc import Iterable
from typing import Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span

Items: TypeAlias = "dict[str, Node] | list[Node] | None"

_PLAIN_KEY = re.compile(r"[A-Za-z_$][\w$-]{0,39}", re.ASCII)
_MOST_SHOWN = 40
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@attrs.define
class Node:
    """A value and where it stands; `end` is -1 while it is not complete.

    `items` are the nodes inside a list or an object. `value` is what the standard
    library makes of it, or what a builder made; it lacks what is `faulty`.
    """

    value: object
    start: int
    end: int = -1
    items: Items = None
    faulty: bool = False
    is_built: bool = False
    key: Span | None = None

    @property
    def span(self) -> Span:
        """The whole of a scalar, the bracket that opens anything else."""
        is_scalar = self.items is None and self.end > 0
        return Span(self.start, self.end if is_scalar else self.start + 1)


def fault(
    code: str,
    message: str,
    span: Span,
    help: str | None = None,  # noqa: A002 - as the field is called
) -> Diagnostic:
    """Return a finding that is an error."""
    return Diagnostic(code, message, severity=Severity.ERROR, span=span, help=help)


class Findings(list[Diagnostic]):
    """Findings about a text, as they come."""

    def add(
        self,
        code: str,
        message: str,
        span: Span | None,
        help_: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add one, an error if nothing else is said."""
        self.append(Diagnostic(code, message, severity=severity, span=span, help=help_))

    def add_unwanted(
        self, wanted: str, node: Node, path: str, code: str = "wrong-type"
    ) -> None:
        """Add that something else is wanted in the place of a node."""
        match node.items:
            case None:
                what = shown(node.value)
            case list():
                what = "a list"
            case _:
                what = "an object"
        self.add(code, f"{path} must be {wanted}, not {what}", node.span)


def by_place(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in the order of the text."""
    return tuple(sorted(findings, key=lambda each: each.span.start if each.span else 0))


def whole_characters(text: str) -> tuple[str, Findings]:
    """Return a text without halves of surrogate pairs, and a finding for each."""
    findings = Findings()
    for match in _LONE_SURROGATE.finditer(text):
        findings.add(
            "lone-surrogate",
            "half of a surrogate pair is no character",
            Span(*match.span()),
            "write the character itself, and save the file as UTF-8",
        )
    return _LONE_SURROGATE.sub("\ufffd", text), findings


def inner(path: str, step: str | int) -> str:
    """Return the path of what stands under a key or at an index.

    >>> inner("$.claims", 3), inner("$", "two words")
    ('$.claims[3]', '$["two words"]')
    """
    if isinstance(step, str) and _PLAIN_KEY.fullmatch(step):
        return f"{path}.{step}"
    return f"{path}[{shown(step)}]"


def shown(value: object) -> str:
    """Return a scalar as a message shows it: as JSON, shortened."""
    if isinstance(value, str):
        start = json.dumps(encodable(value[:_MOST_SHOWN]), ensure_ascii=False)
        return start if len(value) <= _MOST_SHOWN else f"{start[:-1]}…"
    whole = json.dumps(value)
    return whole if len(whole) <= _MOST_SHOWN else f"{whole[:_MOST_SHOWN]}…"


def encodable(text: str) -> str:
    """Return a text with its lone surrogates spelt out."""
    return text.encode(errors="backslashreplace").decode()
