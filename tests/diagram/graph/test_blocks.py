"""Laws of packing: nothing lies on anything else, and no room is wasted."""

from hypothesis import given, strategies as st

from argmap.diagram.graph.blocks import Block, pack
from argmap.diagram.positions import EdgePath, Placed

SIZES = st.tuples(st.integers(20, 300), st.integers(20, 200))


@st.composite
def blocks(draw: st.DrawFn) -> list[Block]:
    """Return blocks of two boxes, the second one lower to the right, and a line."""
    found = []
    for number, (one, other) in enumerate(
        draw(st.lists(st.tuples(SIZES, SIZES), max_size=8))
    ):
        down = draw(st.integers(0, 90))
        nodes = {
            f"{number}a": Placed((0.0, 0.0), one),
            f"{number}b": Placed((one[0] + 30.0, float(down)), other),
        }
        start, end = (one[0], one[1] / 2), (one[0] + 30.0, down + 5.0)
        size = one[0] + 30.0 + other[0], max(one[1], down + other[1])
        block = Block.of(size, nodes, {number: EdgePath([start, start, end, end])})
        found.append(block)
    return found


@given(blocks(), st.integers(100, 900))
def test_nothing_lies_on_anything_else(found: list[Block], room: int) -> None:
    """Boxes and lines of different blocks keep apart; none is lost or outside."""
    packed = pack(found, room)

    assert {*packed.nodes} == {name for block in found for name in block.nodes}
    assert {*packed.paths} == {name for block in found for name in block.paths}
    for name, placed in packed.nodes.items():
        x, y = placed.corner
        assert x + placed.size[0] <= packed.size[0] + 0.1
        assert y + placed.size[1] <= packed.size[1] + 0.1
        for other, there in packed.nodes.items():
            left, top = there.corner
            is_apart = (
                x + placed.size[0] <= left
                or left + there.size[0] <= x
                or y + placed.size[1] <= top
                or top + there.size[1] <= y
            )
            assert name == other or is_apart


def test_a_row_is_as_high_up_as_it_can_be() -> None:
    """A block that leaves room at its left lets a box of the block before into it."""
    loose = Block.of((100.0, 80.0), {"loose": Placed((0.0, 0.0), (100.0, 80.0))})
    nodes = {
        "thesis": Placed((0.0, 60.0), (100.0, 40.0)),
        "reason": Placed((150.0, 0.0), (100.0, 100.0)),
    }
    packed = pack([loose, Block.of((250.0, 100.0), nodes)], 250)

    assert packed.nodes["thesis"].corner == (0, 90)
    assert packed.nodes["reason"].corner == (150, 30)
    assert packed.size == (250, 130)


def test_nothing_needs_no_room() -> None:
    """No blocks are an empty one, and one block stays as it is."""
    alone = Block.of((10.0, 10.0), {"a": Placed((0.0, 0.0), (10.0, 10.0))})
    assert pack([], 100) == Block.of((0.0, 0.0), {})
    assert pack([alone], 100) is alone
