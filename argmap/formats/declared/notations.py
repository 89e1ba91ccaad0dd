"""JSON, JSON lines and tables, all as one tree of values with their locations."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.located import Findings, Node, shown
from argmap.formats.scanner import Scanner
from argmap.words import counted

DEEPEST: Final = 100
"""How many levels are read: an answer to an answer is two levels deeper."""
_MARK: Final = "\ufeff"
_BLANKS: Final = f"{_MARK} \t\r\n"
_LINE: Final = re.compile(r"[^\r\n]+")
_SEPARATOR: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_DELIMITERS: Final = ",;\t|"
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*+)"')
_LINE_END: Final = re.compile(r"\r\n?|\n")


def parsed(text: str, findings: Findings) -> Node | None:
    r"""Return the tree of a text, by what it begins with; None if it has no value.

    >>> findings = Findings()
    >>> parsed('{"a": 1}\n{"a": 2}', findings).value
    [{'a': 1}, {'a': 2}]
    >>> parsed("a;b\n1;2\n", findings).value
    [{'a': '1', 'b': '2'}]
    """
    begins = text.lstrip(_BLANKS)[:1]
    if begins not in "{[":
        return table(text, findings)
    own = Findings()
    scanner = Scanner(text, own, deepest=DEEPEST)
    root = scanner.scan()
    if begins == "{" and scanner.is_broken and _are_records(text):
        return json_lines(text, findings)
    findings += own
    return root


def _are_records(text: str) -> bool:
    """Return whether each of several lines is to be an object in JSON.

    That is so if one of the first two is whole, whatever is wrong with others.
    """
    lines = [each[0] for each in _LINE.finditer(text) if each[0].strip(_BLANKS)]
    begin = all(each.strip(_BLANKS)[0] == "{" for each in lines)
    return len(lines) > 1 and (begin or any(map(_is_object, lines[:2])))


def _is_object(line: str) -> bool:
    scanner = Scanner(line.strip(_BLANKS), Findings(), deepest=DEEPEST)
    root = scanner.scan()
    return root is not None and isinstance(root.items, dict) and not scanner.is_broken


def json_lines(text: str, findings: Findings) -> Node:
    """Return a list of what each line holds; a broken line costs no other."""
    root = Node([], 0, len(text), items=[])
    for line in _LINE.finditer(text):
        own = Findings()
        node = None
        if line[0].strip(_BLANKS):
            node = Scanner(line[0], own, deepest=DEEPEST).scan()
        if node is not None:
            _move(node, line.start())
            _append(root, node)
        findings += [_moved(each, line.start()) for each in own]
    return root


def _append(root: Node, node: Node) -> None:
    assert isinstance(root.items, list)  # noqa: S101 - so it was made
    assert isinstance(root.value, list)  # noqa: S101
    root.items.append(node)
    root.value.append(node.value)


def _move(node: Node, by: int) -> None:
    node.start += by
    node.end += by * (node.end >= 0)
    if node.key:
        node.key = Span(node.key.start + by, node.key.end + by)
    inside = node.items or ()
    for each in inside.values() if isinstance(inside, dict) else inside:
        _move(each, by)


def _moved(finding: Diagnostic, by: int) -> Diagnostic:
    span = finding.span
    return attrs.evolve(finding, span=span and Span(span.start + by, span.end + by))


def table(text: str, findings: Findings) -> Node:
    """Return the rows below a header, as objects without the cells that are empty.

    What divides cells is the comma, semicolon, tab or bar that divides the header most.
    """
    at = len(text) - len(text.lstrip(_BLANKS))
    if separator := _SEPARATOR.match(text, at):
        at = separator.end()
    delimiter = separator[1] if separator else _delimiter(text, at)
    rows = _rows(text, at, delimiter, findings)
    header = next(rows, [])
    _check_header(header, findings)
    root = Node([], at, len(text), items=[])
    for cells in rows:
        _append(root, _row(header, cells, findings))
    return root


def _delimiter(text: str, at: int) -> str:
    line = _LINE.match(text, at)
    counts = Counter(_QUOTED.sub("", line[0]) if line else "")
    return max(_DELIMITERS, key=lambda each: counts[each])


def _rows(
    text: str, at: int, delimiter: str, findings: Findings
) -> Iterator[list[Node]]:
    """Yield the cells of each row that is not blank."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    cells: list[Node] = []
    while at < len(text):
        cell = _quoted(text, at, delimiter, findings) or _plain(text, at, plain)
        cells.append(cell)
        at = cell.end
        if text.startswith(delimiter, at):
            at += 1
            if at < len(text):
                continue
        elif line_end := _LINE_END.match(text, at):
            at = line_end.end()
        if any(each.value for each in cells):
            yield cells
        cells = []


def _plain(text: str, at: int, plain: re.Pattern[str]) -> Node:
    match = plain.match(text, at)
    assert match is not None  # noqa: S101 - it matches anywhere
    return Node(match[0].strip(), at, match.end())


def _quoted(text: str, at: int, delimiter: str, findings: Findings) -> Node | None:
    """Return a cell in quotation marks; None where they are part of a plain one."""
    if not text.startswith('"', at):
        return None
    match = _QUOTED.match(text, at)
    if match and text[match.end() : match.end() + 1] in {delimiter, "\r", "\n", ""}:
        return Node(match[1].replace('""', '"'), at, match.end())
    if delimiter != "\t":  # there a mark is often no more than a letter
        lack = "is not the end of a cell" if match else "has no end"
        message = f"a cell in quotation marks {lack}"
        span = Span(match.end() - 1, match.end()) if match else Span(at, at + 1)
        findings.add("table-syntax", message, span)
    return None


def _check_header(header: list[Node], findings: Findings) -> None:
    names = Counter(each.value for each in header)
    for each in header:
        if each.value and names[each.value] > 1:
            message = f"two columns are called {shown(each.value)}"
            findings.add("duplicate-key", message, each.span)


def _row(header: list[Node], cells: list[Node], findings: Findings) -> Node:
    items: dict[str, Node] = {}
    for name, cell in zip(header, cells, strict=False):
        cell.key = name.span
        if cell.value != "":
            items.setdefault(str(name.value), cell)
    beyond = [each for each in cells[len(header) :] if each.value]
    row = Span(cells[0].start, cells[-1].end)
    if beyond:
        names = counted(len(header), "column")
        message = f"there are {len(cells)} cells in a table of {names}"
        findings.add("uneven-row", message, beyond[0].span)
    elif len(cells) < len(header):
        message = f"there are {len(cells)} cells for {len(header)} columns"
        findings.add("uneven-row", message, row, severity=Severity.WARNING)
    value = {key: each.value for key, each in items.items()}
    return Node(value, row.start, max(row.end, row.start + 1), items=items)
