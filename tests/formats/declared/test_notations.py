"""JSON, JSON lines and tables become trees in which everything has its place."""

import csv
import io

import pytest
from hypothesis import given, strategies as st

from argmap.formats.declared.notations import json_lines, parsed, table
from argmap.formats.located import Findings, Node


def read(text: str) -> tuple[object, list[str]]:
    findings = Findings()
    root = parsed(text, findings)
    return root and root.value, [each.code for each in findings]


cells = st.text(st.sampled_from('ab ,"\n\r;\tä'), min_size=1).filter(str.strip)


@given(rows=st.lists(st.lists(cells, min_size=2, max_size=2), max_size=4))
def test_a_table_is_read_as_others_write_it(rows: list[list[str]]) -> None:
    """What the standard library writes, quoted, is read as what it wrote."""
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([["x", "y"], *rows])

    value, codes = read(stream.getvalue())

    assert value == [{"x": a, "y": b} for a, b in rows]
    assert not codes


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_header_shows_what_divides_cells(delimiter: str) -> None:
    """Tables of any office have their own sign; a mark and empty lines do no harm."""
    text = "\ufeff\r\na,b\r\n1,2\r\n\r\n,3\r\n".replace(",", delimiter)
    assert read(text) == ([{"a": "1", "b": "2"}, {"b": "3"}], [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a,b\n1\n", ["uneven-row"]),
        ("a,b\n1,2,3\n", ["uneven-row"]),
        ("a,b\n1,2,\n", []),
        ("a,a\n1,2\n", ["duplicate-key", "duplicate-key"]),
        ('a,b\n"1,2\n', ["table-syntax"]),
        ('a,b\n"1"x,2\n', ["table-syntax"]),
        ('a\tb\n"1" x\t2\n', []),
        ("", ["json-syntax"]),
        ("\ufeff \n", ["json-syntax"]),
        ('{"a": 1', ["json-syntax"]),
        ('{"a": 1, "a": 2}', ["duplicate-key"]),
        ("[" * 101, ["too-deep"]),
    ],
)
def test_what_is_wrong_is_reported(text: str, codes: list[str]) -> None:
    """Nothing raises, and nothing that may be misread goes without a finding."""
    assert read(text)[1] == codes


def test_a_broken_line_costs_no_other() -> None:
    """Of JSON lines, those before and behind a broken one are read."""
    findings = Findings()
    text = '{"a": 1}\n{"b" 2}\n\n{"a": 3}\n'
    root = json_lines(text, findings)
    spans = [each.span for each in findings]

    assert isinstance(root.value, list)
    assert root.value[::2] == [{"a": 1}, {"a": 3}]
    assert [text[each.start] for each in spans if each] == ["2"]


@given(text=st.text(st.sampled_from('{}[]",:;a1\n\r\t\\')))
def test_every_value_stands_where_it_says(text: str) -> None:
    """Spans are in the text, whatever it is."""
    for parse in (parsed, table, json_lines):
        waiting = [each for each in [parse(text, Findings())] if each]
        while waiting:
            node: Node = waiting.pop()
            assert 0 <= node.start <= len(text)
            assert node.end <= len(text)
            inside = node.items or ()
            waiting += inside.values() if isinstance(inside, dict) else inside


@pytest.mark.parametrize(
    "broken",
    ["no JSON", '{"id": 1,', '{"id" 1}', '{"id": "x', '"id": 1}', '{"a": 1} x'],
)
@pytest.mark.parametrize("at", range(4))
def test_a_broken_line_is_reported_where_it_is(broken: str, at: int) -> None:
    """It costs no other line, and no other is reported."""
    lines = ['{"id": 1}'] * 3
    lines.insert(at, broken)
    findings = Findings()
    root = json_lines("\n".join(lines), findings)
    assert isinstance(root.value, list)
    assert root.value.count({"id": 1}) >= 3
    text = "\n".join(lines)
    guessed = Findings()
    parsed(text, guessed)
    for found in (findings, *([guessed] if at else [])):
        assert {text.count("\n", 0, x.span.start) for x in found if x.span} == {at}
