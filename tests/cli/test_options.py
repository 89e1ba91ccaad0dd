"""The values that options take."""

from pathlib import Path

import click
import pytest
from hypothesis import given, strategies as st

from argmap.cli.options import _bytes, max_size, seconds, source_root
from argmap.formats.files import LARGEST, shown_size
from tests.cli.conftest import Run


@given(st.integers(0, 10**6), st.sampled_from("kmgt"), st.sampled_from(["", " "]))
def test_sizes(number: int, unit: str, blank: str) -> None:
    """Units go by thousands, with an i by 1,024, in any case, the b left out or not."""
    power = "kmgt".index(unit) + 1

    for written in (f"{number}{blank}{unit}", f"{number}{blank}{unit.upper()}B"):
        assert _bytes(written) == number * 1000**power
    assert _bytes(f"{number}{blank}{unit}iB") == number * 1024**power
    assert _bytes(f" {number} ") == number


@pytest.mark.parametrize("size", ["", "B", "-1", "1XB", "1.MB", "1e3", "1 0", "9" * 16])
def test_what_is_no_size(size: str) -> None:
    """Anything else is refused with an example."""
    with pytest.raises(click.BadParameter, match="is not a size such as 300MB"):
        _bytes(size)


def test_the_default_size_is_the_limit() -> None:
    """What --help shows as the default is the limit; so it is without a command."""
    assert _bytes(shown_size(LARGEST)) == LARGEST == max_size()
    assert source_root() is None


@pytest.mark.parametrize("value", ["nan", "0", "-1", "inf", "86401", "soon"])
def test_what_is_no_time(value: str) -> None:
    """A deadline is a number of seconds, above 0 and of no more than a day."""
    with pytest.raises(click.BadParameter):
        seconds.convert(value, None, None)
    assert seconds.convert("0.5", None, None) == 0.5


NODES = '[{"no": 1, "says": "Cap rents."}, {"no": 2, "says": "Rents rose.", "to": [1]}]'
DECLARED = ("--nodes", "[*]", "--node-id", "no", "--node-text", "says")
EDGES = ("--edges", "[*]", "--edge-source", "no", "--edge-target", "to[*]")
SUPPORT = ("--relation", "to=support")


def test_all_commands_that_read_take_a_declaration(run: Run) -> None:
    """The same options, or a file that says the same, serve in every command."""
    Path("nodes.json").write_text(NODES, "utf-8")
    lines = [
        "nodes = '[*]'\nnode-id = 'no'\nnode-text = 'says'\nedges = '[*]'",
        "edge-source = 'no'\nedge-target = 'to[*]'\n[relations]\nto = 'support'\n",
    ]
    Path("reader.toml").write_text("\n".join(lines), "utf-8")
    for command in ("check", "show", "evaluate", "render", "convert"):
        said = run(command, "nodes.json", *DECLARED, *EDGES, *SUPPORT)
        written = run(command, "nodes.json", "--reader", "reader.toml")

        assert "Rents rose." in said.output or command == "check"
        assert said.exit_code == written.exit_code
        assert said.output == written.output
        assert "guessed" not in said.output


def test_an_option_goes_before_the_file(run: Run) -> None:
    """What is said on the command line is meant more than what a file says."""
    Path("nodes.json").write_text(NODES, "utf-8")
    Path("reader.toml").write_text("nodes = '[*]'\nnode-text = 'no'\n", "utf-8")
    shown = run("show", "nodes.json", "--reader", "reader.toml", "--node-text", "says")

    assert "Rents rose." in shown.output


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--nodes", "a["), "nodes: 'a[' is no path"),
        (("--relation", "to=suport"), "did you mean 'support'?"),
        (("--relation", "support"), "--relation wants WORD=MEANING"),
        (("--reader", "rents.json"), "'rents.json': it is no TOML"),
        (("--reader", "none.toml"), "does not exist"),
        (("--from", "csv", "--nodes", "a"), "--from changes nothing"),
    ],
)
def test_what_is_no_declaration_is_wrong_usage(
    run: Run, words: tuple[str, ...], reason: str
) -> None:
    """A wrong path, meaning or file is said before anything is read."""
    shown = run("show", "rents.json", *words)

    assert shown.exit_code == 2
    assert reason in shown.output


def test_only_one_command_lists_what_can_be_declared(run: Run) -> None:
    """The help of the others names the file, and is no longer than it was."""
    assert "--edge-source" in run("convert", "--help").output
    shown = run("show", "--help").output
    assert "--reader" in shown
    assert "--edge-source" not in shown


def test_quotations_of_a_pipeline_are_looked_up(run: Run) -> None:
    """A quote that is not in the file that is said to be quoted is an error."""
    Path("source.txt").write_text("Rents rose by a third.", "utf-8")
    Path("claims.csv").write_text("claim,quote\nA.,rose by a third\nB.,fell\n", "utf-8")
    checked = run("check", "claims.csv", "--source-file", "source.txt")

    assert "quotation-not-in-source" in checked.output
    assert "2 quotations: 1 exact, 1 missing" in checked.output
