"""Objects in a text of JSON by their paths, with findings of what is odd there."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.located import Findings, Node, inner
from argmap.formats.scanner import Scanner

_DEEPEST: Final = 46
"""Some levels less than data holds: what is left of an object is kept in data."""
_NOTHING: Final = Node(None, 0, 0)


@attrs.frozen(eq=False)
class Value:
    """A value, or nothing where none stands; what it is not is a finding.

    Nothing, and null, is an empty object, an empty list and an empty text.
    """

    node: Node
    path: str
    findings: Findings

    @classmethod
    def of(cls, text: str, findings: Findings) -> "Value":
        """Parse a text; what is not complete in it is there as far as it goes."""
        if not text.strip("\ufeff \t\r\n"):
            findings.add("empty-text", "the text is empty", Span(0, 0))
            return cls(_NOTHING, "$", findings)
        top = Scanner(text, findings, deepest=_DEEPEST).scan()
        return cls(top or _NOTHING, "$", findings)

    def __bool__(self) -> bool:
        """Whether anything stands here."""
        return self.node.items is not None or self.node.value is not None

    def __getitem__(self, key: str) -> "Value":
        """Return what stands under a key."""
        items = self.node.items
        if not isinstance(items, dict):
            self._refuse("an object")
            items = {}
        return self._inside(key, items.get(key, _NOTHING))

    def _inside(self, step: str | int, node: Node) -> "Value":
        return Value(node, inner(self.path, step), self.findings)

    @property
    def span(self) -> Span:
        """The whole of a scalar, the bracket that opens anything else."""
        return self.node.span

    @property
    def items(self) -> "dict[str, Value]":
        """The values under the keys of an object."""
        items = self.node.items
        if isinstance(items, dict):
            return {key: self._inside(key, each) for key, each in items.items()}
        self._refuse("an object")
        return {}

    @property
    def members(self) -> "list[Value]":
        """The values in a list."""
        items = self.node.items
        if isinstance(items, list):
            return [self._inside(index, each) for index, each in enumerate(items)]
        self._refuse("a list")
        return []

    @property
    def objects(self) -> Iterator["Value"]:
        """The objects in a list."""
        for each in self.members:
            if isinstance(each.node.items, dict):
                yield each
            else:
                each._refuse("an object")  # noqa: SLF001 - another value

    @property
    def text(self) -> str:
        """A text; a number is one too, for ids are numbers in some files."""
        value = self.node.value
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self._refuse("text")
        return ""

    @property
    def number(self) -> int | None:
        """A whole number from 0 on, as places in a text are."""
        value = self.node.value
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._refuse("a number from 0 on")
        return None

    def rest(self, *known: str) -> dict[str, Any]:
        """Return the values under all other keys, to be kept as data."""
        return {
            key: each.node.value
            for key, each in self.items.items()
            if key not in known and each.node.value not in (None, "", [], {})
        }

    def lacks(self, key: str) -> bool:
        """Return whether nothing stands under a key, and report it of something."""
        if self[key] or not self:
            return not self
        path = inner(self.path, key)
        self.findings.add("missing-key", f"{path} is missing", self.span)
        return True

    def warn(self, code: str, message: str) -> None:
        """Report what is odd here, though it can be read."""
        self.findings.add(code, message, self.span, severity=Severity.WARNING)

    def _refuse(self, wanted: str) -> None:
        if self and not self.node.faulty:
            self.findings.add_unwanted(wanted, self.node, self.path)
