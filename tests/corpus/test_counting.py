"""Counts: what is counted, and that it adds up."""

from collections import Counter

from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Inference, Utterance, read
from argmap.corpus.counting import Stats
from argmap.corpus.items import Item
from argmap.corpus.relations import relations_of
from argmap.formats import Document
from tests.strategies import argument_maps

ITEMS = st.lists(argument_maps(), max_size=4).map(
    lambda maps: [
        Item(f"{at}.json", Document(each, "")) for at, each in enumerate(maps)
    ]
)


@given(ITEMS, st.integers(0, 4))
def test_counts_add_up(items: list[Item], at: int) -> None:
    """The counts of two halves are together those of the whole."""
    halves = Stats.of(items[:at]), Stats.of(items[at:])

    assert Stats.total(halves) == Stats.of(items)
    assert Stats.total([]) == Stats.of([]) == Stats()


@given(ITEMS)
def test_counts_are_those_of_maps_and_rows(items: list[Item]) -> None:
    """Parts are counted as maps have them, relations as there are rows."""
    stats = Stats.of(items)
    rows = [row for item in items for row in relations_of(item)]
    pieces = [piece for item in items for piece in item.argument_map.pieces]
    kinds = Counter(type(each).__name__.lower() for each in pieces)

    assert stats.maps == stats.files == len(items)
    assert stats.relations == Counter(each.relation for each in rows)
    assert stats.parts == kinds
    assert sum(stats.sizes.values()) == len(items)
    assert sum(n * maps for n, maps in stats.sizes.items()) == kinds["claim"]


def test_who_speaks_is_counted_by_parts() -> None:
    """Somebody counts once for each part, whatever they do with it."""
    said = [Utterance("Ada"), Utterance("Ada", "agrees"), Utterance("Bo", "asks")]
    argument_map = ArgumentMap.of(
        Claim("a", speaker="Ada", utterances=said),
        Claim("b"),
        Inference(["a"], "b", scheme="example", utterances=["Ada"]),
    )

    stats = Stats.of([Item("m.json", Document(argument_map, ""))])

    assert stats.speakers == {"Ada": 2, "Bo": 1}
    assert stats.schemes == {"example": 1}


def test_a_bad_file_is_counted_as_one() -> None:
    """Of a file with an error its findings count, and nothing of its map."""
    document = read('{"argmap": 1, "claims": [{"id": "a"}, {"text": 3}]}')
    bad = Item("bad.json", document, ValueError("no"))

    stats = Stats.of([bad, Item("m.argdown", read("[A]: a\n"))])

    assert (stats.files, stats.maps) == (2, 1)
    assert stats.errors == {"bad.json": "ValueError: no"}
    assert stats.parts == {"claim": 1}
    assert stats.findings == Counter(each.code for each in document.diagnostics)


def test_most_frequent_first() -> None:
    """Counts are listed from the greatest on, equal ones by name."""
    stats = Stats(1, {"a": 1, "c": 2, "b": 2}, sizes={3: 1, 1: 9})

    assert list(stats.parts) == ["b", "c", "a"]
    assert list(stats.sizes) == [1, 3]
