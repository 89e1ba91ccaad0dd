"""Tables of edges: what they hold, and that no cell is a formula."""

from hypothesis import given

from argmap.formats import dumps, loads, read
from argmap.formats.declared import CSV
from argmap.model import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Question,
)
from tests.strategies import argument_maps


def test_what_a_table_of_edges_can_say_is_read_back() -> None:
    """Linked premises, undercuts, strengths, questions and claims alone are kept."""
    argument_map = ArgumentMap(
        [Claim("thesis", "Cap rents."), *(Claim(each, f"{each}.") for each in "abcd")],
        [Inference(["a", "b"], "thesis", id="step", strength=2)],
        counterpoints=[Counterpoint(["c"], target="step")],
        questions=[Question("q", "What now?", answers=["thesis"])],
    )
    assert not CSV.losses(argument_map)
    for name in ("csv", "tsv"):
        assert loads(dumps(argument_map, name)) == argument_map


def test_what_it_cannot_say_is_a_loss() -> None:
    """A speaker, a kind of contradiction and a bare counterpoint are reported."""
    argument_map = ArgumentMap(
        [Claim("a", "A.", speaker="Ada"), Claim("b", "B.")],
        counterpoints=[Counterpoint([], target="a", id="bare")],
        contradictions=[Contradiction(["a", "b"])],
    )
    lost = "\n".join(each.message for each in CSV.losses(argument_map))
    for word in ("'speaker'", "'kind'", "1 counterpoint ('bare')"):
        assert word in lost


@given(argument_map=argument_maps())
def test_no_text_is_a_formula(argument_map: ArgumentMap) -> None:
    """A spreadsheet that opens the table computes nothing that a map says."""
    claims = [Claim("x", "=1+1"), Claim("y", "@SUM(A1)"), Claim("z", "'-2")]
    text = dumps(ArgumentMap(claims), "csv")

    assert not any(f",{sign}" in text for sign in "=@+-")
    assert loads(text, "csv").claims == tuple(claims)
    assert not read(dumps(argument_map, "csv"), "csv").has_errors
