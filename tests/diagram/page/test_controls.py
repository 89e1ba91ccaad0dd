"""The controls of a page: a filter has what there is to find, and no more."""

from hypothesis import given

from argmap import ArgumentMap, draw
from tests.diagram.page.reading import read
from tests.strategies import argument_maps


@given(argument_maps())
def test_every_choice_of_a_filter_finds_a_row(argument_map: ArgumentMap) -> None:
    """Each speaker, verdict and kind to choose is that of a row, and each has one."""
    html = read(draw(argument_map, whole=True).page_as_list)
    rows = [each.attributes for each in html.every("div", "row")]

    for name, between in (("speakers", "\n"), ("verdict", None), ("kinds", None)):
        there = {
            each.replace("-", " ") if name == "kinds" else each
            for row in rows
            for each in row.get(f"data-{name}", "").split(between)
            if each
        }
        chosen = {
            option.attributes["value"]
            for select in html.every("select")
            if select.attributes["name"] == name.removesuffix("s")
            for option in select.every("option")
            if option.attributes["value"]
        }
        assert chosen <= there
        assert name == "kinds" or chosen == there
