"""Cells of notebooks, and other texts in them."""

import json

import pytest
from hypothesis import given, strategies as st

from argmap.errors import FormatError
from argmap.pages.notebooks import cells, with_cells

_TEXTS = st.text('ab é\n"\\', max_size=20)
_SOURCES = st.one_of(_TEXTS, _TEXTS.map(lambda text: text.splitlines(keepends=True)))


@given(st.lists(_SOURCES, max_size=3), _TEXTS, st.sampled_from([None, 1]))
def test_a_cell_gets_another_text(
    sources: list[str | list[str]], text: str, indent: int | None
) -> None:
    """One cell has the new text, in the notation that it had, and the others theirs."""
    made = [{"cell_type": "markdown", "source": each} for each in sources]
    notebook = json.dumps({"cells": made}, indent=indent)
    before = [each.text for each in cells(notebook)]

    assert before == ["".join(each) for each in sources]
    for at, each in enumerate(sources):
        new = with_cells(notebook, {at + 1: text})
        found = [one.text for one in cells(new)]
        assert found == [*before[:at], text, *before[at + 1 :]]
        is_list = isinstance(json.loads(new)["cells"][at]["source"], list)
        assert is_list == (isinstance(each, list) and bool(each))
    assert with_cells(notebook, {}) == notebook


@pytest.mark.parametrize(
    "notebook",
    [
        "[]",
        "{}",
        '{"cells": 1}',
        '{"cells": [1, {"cell_type": "markdown"}, {"source": "x"}]}',
        '{"cells": [{"cell_type": "code", "source": "x", "outputs": [NaN]}]}',
    ],
)
def test_what_has_no_cells(notebook: str) -> None:
    """Other JSON has no cells in Markdown, and its oddities are no errors."""
    assert list(cells(notebook)) == []


def test_what_is_no_json() -> None:
    """A notebook that cannot be read is an error."""
    with pytest.raises(FormatError):
        list(cells('{"cells": ['))
