"""Includes: other files in the place of `@include(path)`, once each.

Only regular files in the folder of the first one, or below it, are read, and no more
of them than the limits allow. What is put together remembers where each piece of it
comes from.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import FormatError, LimitError
from argmap.formats.document import Excerpt
from argmap.formats.files import Allowance, decoded
from argmap.formats.located import Findings
from argmap.formats.roots import PathError, inside
from argmap.words import system_reason

LARGEST: Final = 2**20
"""The most bytes of a file that is put in."""
LARGEST_IN_ALL: Final = 16 * 2**20
"""The most bytes of all of them."""
_LIMIT: Final = "include-limit"
_INCLUDE: Final = re.compile(r"@include\(([^)]++)\)")


@attrs.define
class _File:
    """A file that is being put in, up to `at`; no include is behind `end`."""

    path: Path | None
    text: str
    at: int = 0
    end: int = attrs.field(init=False)

    @end.default
    def _last_bracket(self) -> int:
        return self.text.rfind(")") + 1


@attrs.frozen
class Included:
    """A text with its includes in their places, and where its pieces stand."""

    text: str
    excerpts: tuple[Excerpt, ...] = ()
    findings: Sequence[Diagnostic] = ()


def include(text: str, path: Path | None = None) -> Included:
    """Return the text with the files it includes; without a path there are none.

    >>> include("See @include(rents.argdown)").findings[0].message
    "'rents.argdown' cannot be included: the text comes from no file"
    """
    if "@include(" not in text:
        return Included(text)
    return _Expansion(text, path).run()


class _Expansion:
    """Files on their way into one text, the innermost last."""

    def __init__(self, text: str, path: Path | None) -> None:
        self._root = path.resolve().parent if path else None
        self._open = [_File(path, text)]
        self._seen = {path.resolve()} if path else set()
        self._pieces: list[str] = []
        self._length = 0
        self._allowance = Allowance(LARGEST, LARGEST_IN_ALL)
        self._origins: list[Excerpt] = []
        self._findings = Findings()

    def run(self) -> Included:
        """Put all files in."""
        while self._open:
            file = self._open[-1]
            match = _INCLUDE.search(file.text, file.at, file.end)
            self._take(file, match.start() if match else len(file.text))
            if match is None:
                self._open.pop()
                continue
            file.at = match.end()
            try:
                self._enter(match[1].strip())
            except _RefusedError as refusal:
                self._refuse(match, refusal)
        return Included("".join(self._pieces), tuple(self._origins), self._findings)

    def _take(self, file: _File, end: int) -> None:
        piece = file.text[file.at : end]
        start = self._length
        self._length += len(piece)
        self._pieces.append(piece)
        path = str(file.path) if file.path else None
        self._note(path, file.text, file.at, start)

    def _note(self, path: str | None, text: str, at: int, start: int) -> None:
        """Note what the text from `start` on is; nothing of it, if it was not read."""
        span = Span(start, self._length)
        self._origins.append(Excerpt(span, path, text, at))

    def _enter(self, name: str) -> None:
        above = self._open[-1].path
        if above is None or self._root is None:
            raise _RefusedError("the text comes from no file")  # noqa: EM101, TRY003
        try:
            path = inside(
                self._root, above.parent, name, "the folder of the first file"
            )
        except PathError as error:
            msg = f"it {error}"
            raise _RefusedError(msg) from error
        if any(each.path and each.path.resolve() == path for each in self._open):
            chain = " → ".join([*self._chain(), name])
            msg = f"it includes itself: {chain}"
            raise _RefusedError(msg)
        if path in self._seen:
            msg = "it has been included before"
            raise _RefusedError(msg, Severity.INFO)
        try:
            text = self._read(path)
        except _RefusedError:
            self._note(str(path), "", 0, self._length)
            raise
        self._seen.add(path)
        self._open.append(_File(above.parent / name, text))

    def _read(self, path: Path) -> str:
        try:
            return decoded(self._allowance.read(path))
        except LimitError as error:
            raise _RefusedError(str(error), code=_LIMIT) from error
        except FormatError as error:
            raise _RefusedError(error.diagnostics[0].message) from error
        except OSError as error:
            raise _RefusedError(system_reason(error)) from error

    def _chain(self) -> Iterator[str]:
        for each in self._open:
            yield each.path.name if each.path else ""

    def _refuse(self, match: re.Match[str], refusal: "_RefusedError") -> None:
        """Leave a comment in the place of what cannot be included."""
        name = match[1].strip()
        chain = f" (by {' → '.join(self._chain())})" if len(self._open) > 1 else ""
        start = self._length
        file = self._open[-1]
        file.at = match.start()
        self._take(file, match.end())
        self._pieces[-1] = f"<!--{' ' * (len(match[0]) - 7)}-->"
        self._findings.add(
            refusal.code,
            f"'{name}' cannot be included{chain}: {refusal}",
            Span(start, self._length),
            severity=refusal.severity,
        )
        file.at = match.end()


class _RefusedError(Exception):
    def __init__(
        self,
        reason: str,
        severity: Severity = Severity.ERROR,
        *,
        code: str = "failed-include",
    ) -> None:
        super().__init__(reason)
        self.severity = severity
        self.code = code
