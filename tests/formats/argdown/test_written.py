"""Relations are there as they are written, and reconstructions by their titles."""

from argmap.formats import read
from argmap.formats.document import Reconstruction, Relation, Relations


def test_relations_are_as_written() -> None:
    """An argument keeps its relations; its map has those of its conclusion."""
    text = "[Cap]\n  + <Need>\n  >< [Let be]\n\n<Need>\n\n(1) [Rose]\n----\n(2) So.\n"

    found = read(text, "argdown").relations

    assert [(each.source, each.target, each.is_reason) for each in found.written] == [
        ("<Need>", "[Cap]", True),
        ("[Cap]", "[Let be]", False),
        ("[Let be]", "[Cap]", False),
    ]
    assert [each.span.of(text).strip() for each in found.written] == ["+", "><", "><"]
    (so,) = {each.conclusion for each in found.reconstructions.values()}
    assert found.reconstructions == {
        "<Need>": Reconstruction(frozenset({"[Rose]"}), so)
    }
    assert "\n" in so


def test_undercuts_are_left_out() -> None:
    """What strikes a step has nothing to do with claims of both ends."""
    text = "<A>\n  _ <B>\n  - <C>\n"

    (objection,) = read(text, "argdown").relations.written

    assert objection == Relation("<C>", "<A>", is_reason=False, span=objection.span)


def test_other_formats_have_none() -> None:
    """Where a map is all there is, nothing else is said of arguments."""
    document = read('{"argmap": 1, "claims": [{"id": "a"}]}')

    assert document.relations == Relations()
