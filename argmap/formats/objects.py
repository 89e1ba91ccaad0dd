"""Objects in a text of JSON by their paths, with findings of what is odd there."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Self

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.located import Findings, Node, inner
from argmap.formats.scanner import Scanner

_DEEPEST: Final = 46
"""Some levels less than data holds: what is left of an object is kept in data."""
NOTHING: Final = Node(None, 0, 0)


@attrs.frozen(eq=False, slots=False)
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
        top = Scanner(text, findings, deepest=_DEEPEST).scan()
        return cls(top or NOTHING, "$", findings)

    def __bool__(self) -> bool:
        """Whether anything stands here."""
        return self.node.items is not None or self.node.value is not None

    def __getitem__(self, key: str) -> Self:
        """Return what stands under a key."""
        return self.items.get(key) or self._inside(key, NOTHING)

    def _inside(self, step: str | int, node: Node) -> Self:
        return attrs.evolve(self, node=node, path=inner(self.path, step))

    @property
    def span(self) -> Span:
        """The whole of a scalar, the bracket that opens anything else."""
        return self.node.span

    @cached_property
    def items(self) -> Mapping[str, Self]:
        """The values under the keys of an object."""
        items = self.node.items
        if isinstance(items, dict):
            return {key: self._inside(key, each) for key, each in items.items()}
        self._refuse("an object")
        return {}

    @property
    def members(self) -> list[Self]:
        """The values in a list."""
        items = self.node.items
        if isinstance(items, list):
            return [self._inside(index, each) for index, each in enumerate(items)]
        self._refuse("a list")
        return []

    @property
    def objects(self) -> Iterator[Self]:
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
