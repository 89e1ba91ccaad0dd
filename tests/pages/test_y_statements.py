"""Y-statements, in one sentence."""

import pytest

from argmap import evaluate
from argmap.pages import readable_on

LONG = (
    "In the context of the shop, facing restarts, we decided for cookies and against"
    " sessions, to achieve deployments, accepting that baskets are small."
)


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        (LONG, ["cookies", "sessions", "deployments", "baskets are small"]),
        (
            "**In the context of** a,\n*facing* b we chose c to achieve d accepting e.",
            ["c", "d", "e"],
        ),
        (
            (
                "- In the context of a, facing b, we chose c and neglected d or e,\n"
                "  in order to achieve f, accepting g, because h."
            ),
            ["c", "d or e", "f", "h", "g"],
        ),
    ],
)
def test_parts_of_the_sentence(page: str, texts: list[str]) -> None:
    """What was decided for stands, what was decided against has no reason for it."""
    (found,) = readable_on(page, "a.md")
    argument_map = found.read().argument_map

    assert [each.text for each in argument_map.claims] == texts
    assert [each.accepted for each in argument_map.counterpoints] == [True]
    assert evaluate(argument_map).verdict(argument_map.thesis or "") == "stands"


@pytest.mark.parametrize(
    "page",
    [
        "In the context of the shop we decided for cookies.",
        f"> {LONG}\n",
        f"    {LONG}\n",
        LONG.replace("accepting that baskets are small", "and so on"),
    ],
)
def test_what_is_none(page: str) -> None:
    """Half a sentence, a quotation and code are no record."""
    assert readable_on(page, "a.md") == ()
