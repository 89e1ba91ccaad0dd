"""Steps of reconstructions with other premises."""

import attrs
import pytest

from argmap.formats import dumps, loads
from argmap.model import Claim, Inference

TEXT = """\
<Rent>: An argument.

(1) [P]: Rents rose. // why
(2) Wages fell.
-- modus ponens --
(3) [C]: Tenants pay more.
  - [X]: Some do not.
----
(4) [D]: Cap rents.

[Q]: It is winter.
"""
NEW = Claim("new", "Taxes rose.", title="New")


@pytest.mark.parametrize(
    ("premises", "lines", "behind"),
    [
        (["untitled-1"], ["Wages fell."], "[P]: Rents rose. // why\n\n"),
        (["p"], ["[P]: Rents rose. // why"], "Wages fell.\n\n"),
        (
            ["p", "untitled-1", "q"],
            ["[P]: Rents rose. // why", "Wages fell.", "[Q]"],
            "",
        ),
        (
            ["p", "new"],
            ["[P]: Rents rose. // why", "[New]: Taxes rose."],
            "Wages fell.\n\n",
        ),
    ],
)
def test_premises_come_and_go(
    premises: list[str], lines: list[str], behind: str
) -> None:
    """They are numbered anew, and what is said only there stays, as a block."""
    before = loads(TEXT, "argdown")
    step = attrs.evolve(before.inferences[0], premises=premises)
    wanted = before.with_parts(*([NEW] if "new" in premises else []), step)
    edited = dumps(wanted, "argdown", original=TEXT)
    numbered = [f"({each}) {line}\n" for each, line in enumerate(lines, 1)]
    count = len(lines)
    assert edited == (
        f"<Rent>: An argument.\n\n{''.join(numbered)}-- modus ponens --\n"
        f"({count + 1}) [C]: Tenants pay more.\n  - [X]: Some do not.\n----\n"
        f"({count + 2}) [D]: Cap rents.\n\n{behind}[Q]: It is winter.\n"
    )


def test_a_line_that_names_its_premises_stays() -> None:
    """Numbers in the data of a line are the author's: nothing is numbered anew."""
    text = "(1) [A]: a\n(2) [B]: b\n-- {uses: [1, 2]} --\n(3) [C]: c\n"
    before = loads(text, "argdown")
    step = attrs.evolve(before.inferences[0], premises=["b"])
    edited = dumps(before.with_parts(step), "argdown", original=text)
    got = loads(edited, "argdown")
    assert [each.premises[0].claim for each in got.inferences] == ["b"]


@pytest.mark.parametrize(
    ("conclusion", "line"),
    [("q", "(4) [Q]"), ("p", "(4) [P]"), ("new", "(4) [New]: Taxes rose.")],
)
def test_a_conclusion_gives_way(conclusion: str, line: str) -> None:
    """Another one stands in its line, and what was said there is a block."""
    before = loads(TEXT, "argdown")
    step = attrs.evolve(before.inferences[1], conclusion=conclusion)
    wanted = before.with_parts(*([NEW] if conclusion == "new" else []), step)
    edited = dumps(wanted, "argdown", original=TEXT)
    old = "(4) [D]: Cap rents."
    assert edited == TEXT.replace(old, f"{line}\n\n{old[4:]}")


def test_a_conclusion_that_is_named_keeps_its_comment() -> None:
    """Of a line that only names a claim the name alone is another."""
    text = "[A]: a\n\n[B]: b\n\n(1) [A]\n(2) P.\n----\n(3) [B] // so\n\n[C]: c\n"
    before = loads(text, "argdown")
    (old,) = before.inferences
    new = Inference(old.premises, conclusion="c")
    wanted = attrs.evolve(before, inferences=[new])
    edited = dumps(wanted, "argdown", original=text)
    assert edited == text.replace("(3) [B] //", "(3) [C] //")
