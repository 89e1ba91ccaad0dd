"""Options of directives, and texts in the place of others."""

from argmap.pages.blocks import Block, Directive, split_options, stripped
from argmap.pages.lines import lines_of, text_of


def test_options_end_where_the_text_begins() -> None:
    """An option goes on in indented lines; no text begins with a colon."""
    lines = lines_of(":alt: A map\n  of rents.\n:evaluate:\n\n  [A]: a\n:no: option\n")

    options, body = split_options(lines)

    assert options == {"alt": "A map", "evaluate": ""}
    assert text_of(body) == "\n  [A]: a\n:no: option\n"


def test_blank_lines_around_a_text() -> None:
    """Only those before and behind it are left out."""
    assert text_of(stripped(lines_of("\n \na\n\nb\n\n"))) == "a\n\nb\n"
    assert stripped(lines_of("\n \n")) == ()


def test_a_python_object_is_no_map_on_the_page() -> None:
    """What a directive has imported is not looked at."""
    line, *below = lines_of(".. argmap::\n:object: rents:MAP\n")

    assert Directive("argmap", "").block(0, line, below) is None


def test_a_text_has_the_margin_of_the_first_line() -> None:
    """Blank lines have no blanks at their end; the last line ends as it did."""
    lines = tuple(each.cut(each.text[2:]) for each in lines_of("> a\n> b"))
    block = Block(0, lines[0], lines)

    assert block.shown("c\n\n  d\n") == "> c\n>\n>   d"
