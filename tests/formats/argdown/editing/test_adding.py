"""New parts and relations in a text."""

import pytest

from argmap.formats import dumps, loads
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Piece,
    Section,
)

A = "[A]: x\n"
N, M = Claim("n", "New.", title="N"), Claim("m", "More.", title="M")
U = Claim("u", "Untitled.")


@pytest.mark.parametrize(
    ("text", "pieces", "wanted"),
    [
        (A, [N, Inference(["n"], conclusion="a")], "[A]: x\n  + [N]: New.\n"),
        (A, [N, Inference(["a"], conclusion="n")], "[A]: x\n\n[N]: New.\n  + [A]\n"),
        (A, [N, M, Inference(["m"], conclusion="n")], None),
        (A, [N, Contradiction(["a", "n"])], "[A]: x\n  >< [N]: New.\n"),
        ("x\n", [N, Inference(["untitled-1"], conclusion="n")], "x\n  +> [N]: New.\n"),
        (A, [U, Counterpoint(["u"], "a", accepted=True)], None),
        ("[A]: x\n  <+ y\n", [N, Inference(["n"], conclusion="a")], None),
        (A, [Argument("g", "G", text="Gist.")], "[A]: x\n\n<G>: Gist.\n"),
    ],
)
def test_a_link_is_a_line_below_its_end(
    text: str, pieces: list[Piece], wanted: str | None
) -> None:
    """What is new is said, read again, and added to what there was."""
    argument_map = loads(text, "argdown").with_parts(*pieces)
    edited = dumps(argument_map, "argdown", original=text)
    assert loads(edited, "argdown") == argument_map
    assert edited.startswith(text)
    assert "===" not in edited
    if wanted is not None:
        assert edited == wanted


def test_signs_are_spelt_as_around_them() -> None:
    """`<+` stands beside `<+`."""
    text = "[A]: x\n    <+ y\n"
    wanted = loads(text, "argdown").with_parts(N, Inference(["n"], conclusion="a"))
    assert dumps(wanted, "argdown", original=text) == f"{text}    <+ [N]: New.\n"


def test_linked_premises_are_a_reconstruction() -> None:
    """Several premises of one step are numbered, with the line of their inference."""
    text = "[A]: x\n\n[B]: y\n\n[C]: z\n"
    step = Inference(["a", "b"], conclusion="c", scheme="sign")
    wanted = loads(text, "argdown").with_parts(step)
    assert dumps(wanted, "argdown", original=text) == (
        f"{text}\n(1) [A]\n(2) [B]\n-- {{scheme: sign}} --\n(3) [C]\n"
    )


LINKED = Inference(["n", "u"], conclusion="a", scheme="sign")
LINES = "(1) [N]: New.\n(2) Untitled. {id: u}\n-- {scheme: sign} --\n"


@pytest.mark.parametrize(
    ("text", "pieces", "wanted"),
    [
        (A, [], f"\n{LINES}(3) [A]\n"),
        (A, [Argument("g", "G", steps=[LINKED.id])], f"\n<G>\n\n{LINES}(3) [A]\n"),
        (
            A,
            [M, Counterpoint(["m"], target=LINKED.id)],
            f"\n{LINES}  <_ [M]: More.\n(3) [A]\n",
        ),
        (f"{A}\n<B>: y\n", [], f"\n[A]\n\n{LINES}(3) [A]\n"),
    ],
)
def test_new_claims_are_defined_where_they_are_premises(
    text: str, pieces: list[Piece], wanted: str
) -> None:
    """A linked reason is one block, with its claims, its argument and undercuts."""
    argument_map = loads(text, "argdown").with_parts(N, U, LINKED, *pieces)
    edited = dumps(argument_map, "argdown", original=text)
    assert edited == text + wanted
    assert loads(edited, "argdown") == argument_map


def test_an_undercut_stands_below_its_step() -> None:
    """Below the line of an inference, or below the sign of a relation."""
    text = "[A]: x\n  + [B]: y\n\n(1) [B]\n----\n(2) [C]: z\n"
    argument_map = loads(text, "argdown")
    first, second = argument_map.inferences
    wanted = argument_map.with_parts(
        *(N, M, Counterpoint(["n"], target=first), Counterpoint(["m"], target=second)),
        Counterpoint(["a"], target="n-against-b-so-a"),
    )
    assert dumps(wanted, "argdown", original=text) == (
        "[A]: x\n  + [B]: y\n    _ [N]: New.\n      _ [A]\n\n"
        "(1) [B]\n----\n  _ [M]: More.\n(2) [C]: z\n"
    )


def test_a_part_stands_in_its_section() -> None:
    """A new part with another section than its end is defined there."""
    text = "[A]: x\n\n# S\n\n[B]: y\n"
    argument_map = loads(text, "argdown")
    section = Section("s", "S", members=["b", "n", "u"])
    wanted = argument_map.with_parts(
        *(N, U, section),
        Inference(["n"], conclusion="a"),
        Counterpoint(["u"], target="a"),
    )
    edited = dumps(wanted, "argdown", original=text)
    assert loads(edited, "argdown") == wanted
    assert edited == (
        "[A]: x\n  + [N]\n\n# S\n\n[B]: y\n\n[N]: New.\n\nUntitled. {id: u}\n  -> [A]\n"
    )


def test_a_strict_text_says_what_is_not_strict() -> None:
    """In strict mode a sign between claims is logic, unless data denies it."""
    text = "===\nmodel: {mode: strict}\n===\n\n[A]: x\n"
    argument_map: ArgumentMap = loads(text, "argdown")
    wanted = argument_map.with_parts(N, Inference(["n"], conclusion="a"))
    edited = dumps(wanted, "argdown", original=text)
    assert edited == f"{text}  + [N]: New. {{strict: false}}\n"


@pytest.mark.parametrize(
    ("sign", "link"),
    [
        ("+", Inference(["untitled-1"], conclusion="untitled-2")),
        ("-", Counterpoint(["untitled-1"], target="untitled-2")),
        ("><", Contradiction(["untitled-2", "untitled-1"])),
    ],
)
def test_an_untitled_claim_that_must_be_named_is_so_by_its_id(
    sign: str, link: Inference | Counterpoint | Contradiction
) -> None:
    """Between two claims without titles a line names one of them."""
    text = "// now\nOne. #x // so\n\nTwo.\n  - [B]: Three.\n"
    edited = dumps(loads(text, "argdown").with_parts(link), original=text)
    front = "===\nargmap:\n  names: [untitled-1]\n===\n\n"
    named = text.replace("One", "[untitled-1]: One").replace(
        "Two.", "Two. {id: untitled-2}"
    )
    assert edited == f"{front}{named}  {sign} [untitled-1]\n"


def test_a_new_title_with_brackets_stands_where_it_is_defined() -> None:
    """Nothing else can name it, so that what it is a reason for is above it."""
    new = Claim("new", "New.", title="Rule [2]")
    wanted = loads(A).with_parts(new, Inference([new], conclusion="a"))
    edited = dumps(wanted, original=A)
    assert edited == f"{A}  + [Rule [2]]: New. {{id: new}}\n"


def test_where_lines_end_in_a_lone_cr_new_ones_do_not() -> None:
    """For Argdown two of them make no empty line, and so no block."""
    text = "[A]: x\r  - [C]: y\r"
    wanted = loads(text, "argdown").with_parts(N)
    assert dumps(wanted, original=text) == f"{text}\n\n[N]: New.\n"
