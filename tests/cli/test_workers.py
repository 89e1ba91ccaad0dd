"""Work in several processes, which shows in nothing but the time."""

import os
import signal
from collections.abc import Callable

import click
import click.testing
import pytest

from argmap.cli.exit_codes import Exit, InputError
from argmap.cli.options import max_size
from argmap.cli.outputs import print_message
from argmap.cli.workers import run_all_in

NAMES = [f"{each}.json" for each in range(40)]


def talkative(name: str) -> Exit:
    """Say which input this is, and fail for two of them."""
    if name == NAMES[7]:
        msg = "it is the seventh"
        raise InputError(msg)
    style = click.style(f"{name} of {max_size()} bytes", fg="red")
    print_message(style, is_styled=True)
    return Exit.FINDINGS if name == NAMES[30] else Exit.DONE


def deadly(name: str) -> Exit:
    """End the process at one of the inputs."""
    if name == NAMES[7]:
        os.kill(os.getpid(), signal.SIGKILL)
    return talkative(name)


def ended(
    jobs: int, work: Callable[[str], Exit], *, color: bool | None = None
) -> tuple[int, str]:
    """Return the exit code of work on all inputs, and its messages."""

    @click.command()
    @click.pass_context
    def command(context: click.Context) -> None:
        context.color = color
        context.meta["argmap.max_size"] = 77
        run_all_in(jobs, NAMES, work)

    result = click.testing.CliRunner().invoke(command, color=bool(color))
    return result.exit_code, result.stderr


@pytest.mark.parametrize("color", [None, True])
def test_processes_change_nothing(color: bool | None) -> None:  # noqa: FBT001
    """Messages, their order and colours, options and exit code are the same."""
    code, shown = ended(3, talkative, color=color)

    assert (code, shown) == ended(1, talkative, color=color)
    assert code == Exit.INPUT
    assert ("\x1b[31m0.json of 77 bytes" in shown) is bool(color)
    assert "error" in shown.splitlines()[7]


def test_a_process_that_dies_is_said() -> None:
    """The input that ended it is an error; all others are worked on."""
    code, shown = ended(2, deadly)

    assert code == Exit.LIMIT
    lines = shown.splitlines()
    assert lines[7].startswith("error: 7.json: the process that worked")
    assert [each.split()[0] for each in lines if "error" not in each] == [
        each for each in NAMES if each != NAMES[7]
    ]


@pytest.mark.parametrize("inputs", [["-", "a.json"], ["a.json"]])
def test_standard_streams_are_used_by_one_process(inputs: list[str]) -> None:
    """Where standard input is an input, or there is only one, nobody else works."""
    here = os.getpid()
    seen: list[int] = []

    def work(_: str) -> Exit:
        seen.append(os.getpid())
        return Exit.DONE

    run_all_in(4, inputs, work)

    assert seen == [here] * len(inputs)
