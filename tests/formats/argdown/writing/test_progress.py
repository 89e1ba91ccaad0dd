"""What can stand where, while a text is written."""

import re
from itertools import pairwise

from argmap.formats import dumps
from argmap.formats.argdown.writing.names import Names
from argmap.formats.argdown.writing.progress import Progress
from argmap.formats.argdown.writing.reconstructions import Reconstructions
from argmap.model import Argument, ArgumentMap, Claim, Inference, Section

CLAIMS = [Claim(each, f"{each.upper()}.", title=each.upper()) for each in "abc"]
ARGUMENT_MAP = ArgumentMap(
    CLAIMS,
    arguments=[Argument("x", "X")],
    sections=[Section("s", "S", members=["c"])],
)


def begun(argument_map: ArgumentMap) -> Progress:
    """Return what there is before the first section."""
    progress = Progress(
        argument_map, Reconstructions(argument_map), Names(argument_map, ())
    )
    outside = [
        each for each in argument_map.propositions if each.id not in progress.sections
    ]
    progress.begin(None, outside)
    return progress


def test_parts_come_in_their_order() -> None:
    """Of each kind the next that waits can be defined, and no other."""
    progress = begun(ARGUMENT_MAP)
    a, b, c = ARGUMENT_MAP.claims
    (x,) = ARGUMENT_MAP.arguments

    assert (progress.next(Claim), progress.next(Argument)) == (a, x)
    assert [progress.is_definable(each) for each in (a, b, c, x)] == [
        *(True, False, False, True)
    ]
    progress.define(a)
    assert progress.next(Claim) == b
    progress.define(b)
    assert progress.next(Claim) is None


def test_what_is_said_below_a_block_ends_with_it() -> None:
    """What was defined is closed when its block ends."""
    progress = begun(ARGUMENT_MAP)
    progress.define(ARGUMENT_MAP.claims[0])
    assert progress.closed == set()

    progress.end_block()

    assert progress.closed == progress.written == {"a"}


def test_a_section_defines_its_own() -> None:
    """A part stands in the section that it is in."""
    progress = begun(ARGUMENT_MAP)
    c = ARGUMENT_MAP.claim("c")
    assert not progress.is_here(c)

    progress.begin("s", [c])

    assert progress.is_here(c)
    assert progress.is_nestable(c, 1)
    assert not progress.is_nestable(c, 7)


def test_named_claims_are_not_nested_without_end() -> None:
    """Below some levels a claim with a title gets a block of its own."""
    claims = [Claim(f"c-{at}", f"Claim {at}.", title=f"C {at}") for at in range(20)]
    steps = [Inference([above], below) for below, above in pairwise(claims)]

    text = dumps(ArgumentMap(claims, steps), "argdown")

    depths = [len(each) // 2 for each in re.findall(r"^ *(?=\+)", text, re.MULTILINE)]
    assert max(depths) == 7
    assert len(depths) == len(steps)
