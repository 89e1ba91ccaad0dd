"""What stands below what in a text, and in which manner."""

from hypothesis import given

from argmap.formats.argdown.editing.reading import Node, Reading
from tests.formats.argdown.texts import texts

TEXT = """\
[A]: One /* a
  comment */
    + [B]: Two
      lines. // so
        <- <C>
    <+ [D]

# Head

(1) [E]: Three.
----
  <_ [F]: Not so.
(2) [A]

# Empty
"""


@given(texts())
def test_the_tree_is_that_of_the_relations(text: str) -> None:
    """Who stands below a node begins behind it, deeper, and ends before it ends."""
    reading = Reading(text)
    for node in reading.nodes:
        for child in node.children:
            assert child.above is node
            assert node.first < child.first < child.end <= node.end
        assert reading.line_start(reading.start(node)) <= reading.own_end(node)
        assert reading.own_end(node) <= reading.tree_end(node)


def test_places_are_whole_lines() -> None:
    """Lines end behind the comments in them, sections before the next heading."""
    reading = Reading(TEXT)
    a, b, *_ = reading.nodes
    assert TEXT[: reading.own_end(a)].endswith("comment */")
    assert TEXT[: reading.own_end(b)].endswith("// so")
    assert TEXT[: reading.tree_end(a)].endswith("<+ [D]")
    head, empty = reading.elements.sections
    assert TEXT[: reading.section_end(None)].endswith("<+ [D]")
    assert TEXT[: reading.section_end(head)].endswith("(2) [A]")
    assert TEXT[: reading.section_end(empty)].endswith("# Empty")
    assert Reading("# Only").section_end(None) == 0


def test_the_manner_is_that_of_the_author() -> None:
    """Indentation, signs and line ends are those that the text has most, or there."""
    reading = Reading(TEXT)
    a, b, *_ = reading.nodes
    assert reading.indentation == "    "
    assert reading.margin_below(a) == "    "
    assert reading.margin_below(b) == "        "
    assert reading.sign("-", b.children) == "<-"
    assert reading.sign("+", a.children) == "+"
    assert Reading("a\r\nb\r\n\r\nc\n").line_break == "\r\n"
    (inference,) = reading.undercuts
    assert reading.margin_below(inference) == "  "
    assert TEXT[: reading.inference_end(inference)].endswith("Not so.")


def test_nodes_know_what_they_come_from() -> None:
    """A part, a section and a step lead to where they stand."""
    reading = Reading(TEXT)
    element = reading.element("b")
    assert element is not None
    home = reading.home(element)
    assert home is not None
    assert home.above is reading.nodes[0]
    assert isinstance(home, Node)
    assert reading.element("head") is None
    assert reading.section("head") is reading.elements.sections[0]
    relation = reading.relation("b-so-a")
    assert relation is not None
