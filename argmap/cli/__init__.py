"""The command line: read, call the library once, say what came of it.

Data goes to standard output, everything else to standard error. A command is
imported when it is called, so that drawing does not wait for checking.
"""

import os
import sys
from importlib import import_module

import click

_COMMANDS = {
    "render": "rendering",
    "check": "checking",
    "show": "reading",
    "convert": "reading",
    "coverage": "checking",
    "evaluate": "evaluating",
    "fmt": "formatting",
    "update": "updating",
    "lsp": "serving",
    "schemes": "about",
    "formats": "about",
    "explain": "about",
    "doctor": "about",
}


class _Commands(click.Group):
    """The commands by name, each from the module that has it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"argmap.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


def _wants_color(choice: str) -> bool | None:
    """Return whether to colour; None leaves it to whether there is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="argmap", message="%(prog)s %(version)s")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour findings: auto looks at the terminal, NO_COLOR and FORCE_COLOR.",
)
@click.pass_context
def cli(context: click.Context, color: str) -> None:
    """Draw, check, show and convert argument maps.

    INPUT is a file, - for standard input, or a map in Python as
    path/to/file.py:NAME or package.module:NAME.

    Exit codes: 0 done and clean, 1 findings, 2 wrong usage, 3 input that cannot
    be read, 4 engine missing or failed, 5 limit or deadline, 130 interrupted.
    """
    context.color = _wants_color(color)


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        code = cli(prog_name="argmap", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = 130
    except BrokenPipeError:
        sys.stdout = None  # nobody reads it any more
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
