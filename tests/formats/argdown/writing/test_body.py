"""Laws of the body of a text."""

import pytest
from hypothesis import assume, given

from argmap.formats import dumps, loads
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.argdown.writing.body import Body
from argmap.model import ArgumentMap, Claim, Inference, Section
from tests.strategies import argument_maps


@given(argument_maps())
def test_every_claim_is_written_once(argument_map: ArgumentMap) -> None:
    """The body alone has as many claims, arguments and sections as the map."""
    assume(list(argument_map.parts))
    elements = parse(tokenize(f"{Body(argument_map).write()}\n"))
    found = to_map(elements).argument_map

    assert not elements.faults
    assert len(found.claims) == len(argument_map.claims)
    assert len(found.arguments) >= len(argument_map.arguments)
    assert len(found.sections) == len(argument_map.sections)


def test_sections_are_headings() -> None:
    """Claims outside come first, then each section with its own below its heading."""
    claims = [Claim(each, f"{each.upper()}.", title=each.upper()) for each in "abc"]
    argument_map = ArgumentMap(
        claims,
        sections=[
            Section("one", "One", members=["b"]),
            Section("two", "Two", parent="one", members=["a"]),
        ],
    )

    assert Body(argument_map).write().split("\n\n") == [
        *("[C]: C.", "# One", "[B]: B.", "## Two", "[A]: A.")
    ]


def test_a_reconstruction_is_not_taken_for_an_argument_s() -> None:
    """A single step behind an argument's block is kept apart from it."""
    text = "<X>: In short.\n\n[A]\n\n(1) [A]: A.\n-- {strength: 2} --\n(2) [B]: B.\n"
    elements = parse(tokenize(text))
    argument_map = to_map(elements).argument_map
    assert isinstance(argument_map.inferences[0], Inference)

    again = to_map(parse(tokenize(dumps(argument_map, "argdown")))).argument_map

    assert again == argument_map
    assert [each.steps for each in again.arguments] == [()]


@pytest.mark.parametrize(
    "blocks",
    [
        (
            "<R>: In short.",
            "(1) [A]: A.\n(2) [B]: Once.\n----\n(3) [C]: C.",
            "[B]: Twice. #late",
            "[D]: D.",
        ),
        (
            "[A]: A.\n  - [B]: Once. {strength: 2}\n  + [C]: C.",
            "[B]: Twice.",
            "[B]: At last. {presumed: true}",
        ),
        ("<X>: First.", "<Y>: Second.", "(1) [A]: A.\n----\n(2) [B]: B."),
        ("<X>: First.", "(1) [A]: A.\n----\n(2) [B]: B.\n  +> <Y>\n  + <Z>"),
        (
            "[A]: a\n  - <O>\n  + <R>\n    _ <S>",
            *("# One", "<O>: o", "<R>: r", "<S>: s"),
        ),
        (
            "===\nargmap:\n  names: [untitled-1, untitled-2]\n===",
            "[untitled-1]: One.\n  - [untitled-2]: Two.\n    + [untitled-1]",
        ),
        ("[Rule [2]]: A.\n  +> [B]: B.\n  -> [C]: C.\n  - <x > y>: X.",),
    ],
)
def test_what_an_author_would_write_is_written(blocks: tuple[str, ...]) -> None:
    """Several texts of a claim, arguments, signs and answers stay where they stand."""
    text = "\n\n".join(blocks) + "\n"
    assert dumps(loads(text, "argdown"), "argdown") == text


def test_untitled_claims_keep_their_ids_beside_one_that_is_named() -> None:
    """Where counting would give another id, the data behind a claim says its own."""
    claims = [Claim(f"untitled-{each}", f"N{each}.") for each in (1, 2, 3, 4, 5, 9)]
    steps = [Inference([claims[1]], claims[3]), Inference([claims[3]], claims[1])]
    argument_map = ArgumentMap([*claims, Claim("t", "T.", title="T")], steps)
    text = dumps(argument_map, "argdown")
    assert loads(text, "argdown") == argument_map
    assert text.startswith("===\nargmap:\n  names: [untitled-2, untitled-4]\n===\n")
    assert [each for each in text.split("\n") if "{id" in each] == [
        "N3. {id: untitled-3}",
        "N5. {id: untitled-5}",
        "N9. {id: untitled-9}",
    ]
