"""What a map loses in AIF."""

from argmap.formats import loads
from argmap.formats.aif import losses
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Inference,
    Premise,
    Section,
    Source,
)


def test_every_loss_is_told() -> None:
    """What AIF has no place for is told by kinds of parts and their fields."""
    claims = [Claim(each, "So.", title=each, tags=["x"]) for each in "abcd"]
    argument_map = ArgumentMap(
        [*claims, Claim("e")],
        [
            Inference([Premise("a", "minor")], "b", id="so", strength=2, strict=True),
            Inference(["a"], "b", id="again", scheme="My"),
        ],
        contradictions=[Contradiction(["a", "b"])],
        arguments=[Argument("f", text="Gist.")],
        sections=[Section("s", "Rents", members=["a"])],
        sources=[Source("gazette")],
        title="Rents",
        thesis="a",
        data={"x": 1},
    )

    told = losses(argument_map)
    assert [each.message for each in told] == [
        "AIF cannot hold 'title' of the map",
        "AIF cannot hold 'thesis' of the map",
        "AIF cannot hold 'data' of the map",
        "AIF cannot hold 1 source ('gazette')",
        "AIF cannot hold 'title' of 4 claims ('a', 'b', 'c', …)",
        "AIF cannot hold 'tags' of 4 claims ('a', 'b', 'c', …)",
        "AIF fills in 'text' of 1 claim ('e')",
        "AIF makes claims of 1 argument ('f')",
        "AIF cannot hold 'premises' of 1 inference ('so')",
        "AIF cannot hold 'strength' of 1 inference ('so')",
        "AIF cannot hold 'strict' of 1 inference ('so')",
        "AIF cannot hold 'scheme' of 1 inference ('again')",
        "AIF cannot hold 1 contradiction ('a-or-b')",
        "AIF cannot hold 1 section ('s')",
    ]
    assert {(each.code, each.severity) for each in told} == {
        ("not-written", "warning"),
        ("made-field", "info"),
        ("made-claim", "info"),
    }
    assert [each.subject for each in told[3:5]] == ["gazette", None]


READ = """{"nodes": [
    {"nodeID": "1", "text": "A.", "type": "I", "timestamp": "2015"},
    {"nodeID": "2", "text": "B.", "type": "I"}
], "edges": [], "locutions": []}"""


def test_map_from_aif_loses_nothing() -> None:
    """A map that was read from AIF is written without losses."""
    assert losses(loads(READ, "aif")) == ()


def test_what_is_kept_changes_with_the_map() -> None:
    """Where the map was changed, what is kept of the document is another; an info."""
    (told,) = losses(loads(READ, "aif").with_parts(Claim("3", "C.")))

    assert str(told) == (
        "info[not-written]: the rest of the AIF that the map is from changes"
        " with the map"
    )


def test_order() -> None:
    """Parts in another order than that of the document are told."""
    argument_map = loads(READ, "aif")
    turned = ArgumentMap(argument_map.claims[::-1], data=argument_map.data)

    assert [str(each) for each in losses(turned)] == [
        "warning[not-written]: AIF cannot hold the parts in this order"
    ]
