"""Items and results."""

import pickle

import pytest

from argmap import read
from argmap.corpus.items import Item, Result, reason_of
from argmap.errors import FormatError


def test_a_partial_map_is_not_taken_for_the_whole() -> None:
    """A document with errors can be looked at, but the item's map raises."""
    document = read('{"argmap": 1, "claims": [{"id": "a"}, {"text": 3}]}')
    item = Item("m.json", document, FormatError(document.diagnostics, document.text))

    assert item.findings == document.diagnostics
    with pytest.raises(FormatError):
        _ = item.argument_map


def test_a_result_may_be_none() -> None:
    """A function that returns nothing has no error."""
    assert Result("m.json").value is None


def test_results_can_be_sent() -> None:
    """A result with an error is the same after a way from process to process."""
    error = FormatError([], "text")
    error.add_note("in m.json")
    sent = pickle.loads(pickle.dumps(Result("m.json", None, error)))  # noqa: S301

    assert str(sent.error) == str(error)
    assert sent.error.__notes__ == ["in m.json"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ValueError("a\nb"), "ValueError: a"),
        (KeyError(), "KeyError: "),
        (PermissionError(13, "Permission denied"), "permission denied"),
    ],
)
def test_reasons_are_one_line(error: Exception, reason: str) -> None:
    """The reason of any exception fits into a line of a list."""
    assert reason_of(error) == reason
