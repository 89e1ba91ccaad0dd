"""Boxes in groups."""

from tests.formats.argdown.view.housing import HOUSING, drawn, housing


def test_what_is_in_a_closed_group_is_one_box() -> None:
    """Lines lead to and from the group; those inside it are gone."""
    body = HOUSING.replace("## Detail", "## Detail {isClosed: true}")

    lines = drawn(housing(body=body))

    assert "<Detail>" in lines
    assert "cap + detail" in lines
    assert not [each for each in lines if "fairness" in each]
