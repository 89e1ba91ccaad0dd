"""The options of a request are its fields."""

import attrs
import click
import pytest
from click.testing import CliRunner

from argmap.cli.requests import request_options
from argmap.diagram.request import Request, kind_of

NAMES = [each.name for each in attrs.fields(Request)]


@click.command()
@request_options(*NAMES)
def command(**given: object) -> None:
    """Show what a request is made of."""
    click.echo(repr(Request(**given)))  # type: ignore[arg-type]


def test_every_field_can_be_an_option() -> None:
    """An option has the name of its field, its help and its default."""
    parameters = {each.name: each for each in command.params}

    assert list(parameters) == NAMES
    for name, option in parameters.items():
        assert isinstance(option, click.Option)
        assert f"--{name.replace('_', '-')}" in option.opts
        assert option.help == kind_of(name)[1]
    assert CliRunner().invoke(command).output == f"{Request()!r}\n"


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        (["-d", "right", "-t", "dark"], Request(direction="right", theme="dark")),
        (["--focus", "a", "--depth", "2"], Request(focus="a", depth=2)),
        (["--whole", "--timeout", "2"], Request(whole=True, timeout=2.0)),
    ],
)
def test_options_fill_a_request(words: list[str], request_: Request) -> None:
    """What is given is in the request as if Python had made it."""
    assert CliRunner().invoke(command, words).output == f"{request_!r}\n"


@pytest.mark.parametrize(
    "words", [["--depth", "-1"], ["--theme", "drak"], ["--timeout", "0"]]
)
def test_what_no_field_takes(words: list[str]) -> None:
    """A value that its field cannot have is wrong usage."""
    assert CliRunner().invoke(command, words).exit_code == 2
