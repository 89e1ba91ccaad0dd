"""A folder of maps in several formats, with bad ones, and functions to send away."""

import os
import signal
from pathlib import Path

from argmap import ArgumentMap, Claim, Counterpoint, Inference, dump

BAD = ("bad/latin.argdown", "bad/open.aif.json", "bad/unknown.json")


def lay_out(folder: Path, number: int = 12, *, has_bad: bool = True) -> Path:
    """Write so many maps, each of another size, and three files that are none."""
    for each in range(number):
        claims = [Claim(f"c{i}", f"Claim {i}.", speaker=f"S{i % 3}") for i in range(9)]
        steps = [
            Inference([claims[i + 1]], claims[i], scheme="example")
            for i in range(each % 8)
        ]
        against = Counterpoint(claims[6:8], target=claims[0])
        path = folder / f"m{each:04}{('.json', '.argdown', '.aif.json')[each % 3]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        dump(ArgumentMap.of(*claims, *steps, against), path)
    if has_bad:
        (folder / "bad").mkdir()
        (folder / BAD[0]).write_bytes(b"[A]: caf\xe9\n")
        (folder / BAD[1]).write_text('{"nodes": [')
        (folder / BAD[2]).write_text('{"clams": []}')
    return folder


class TwoWordsError(Exception):
    """An exception that can be pickled, but not made again."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def number_of_claims(argument_map: ArgumentMap) -> int:
    """Return the number of claims, or raise for a map with four inferences."""
    if len(argument_map.inferences) == 4:
        raise TwoWordsError(*("four", "inferences"))
    return len(argument_map.claims) + len(argument_map.inferences)


def not_sendable(argument_map: ArgumentMap) -> object:
    """Return what cannot be pickled for a map with four inferences."""
    found = argument_map.inferences
    return (lambda: 4) if len(found) == 4 else len(found)


def deadly(argument_map: ArgumentMap) -> int:
    """End the process that this runs in at a map with four inferences."""
    if len(argument_map.inferences) == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return len(argument_map.inferences)


def deadly_once(argument_map: ArgumentMap) -> int:
    """End the process at a map with four inferences, if no other has been ended.

    The environment names the file that says so, as a function that is sent away has
    nothing else.
    """
    mark = Path(os.environ["ARGMAP_TEST_MARK"])
    if len(argument_map.inferences) == 4 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return len(argument_map.inferences)
