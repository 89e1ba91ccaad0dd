"""The commands by name, and how all of them end.

A command is imported when it is called, so that drawing does not wait for checking.
"""

import io
import os
import shlex
from importlib import import_module
from pathlib import Path

import click

from argmap.cli import say_interrupted
from argmap.cli.exit_codes import Exit, report_error, run_one
from argmap.cli.outputs import (
    prepare_streams,
    print_message,
    writing_stdout,
)
from argmap.errors import WriteError
from argmap.suggestions import did_you_mean

_COMMANDS = {
    "render": "Draw maps as pictures, as text or as an HTML page.",
    "check": "Find mistakes in maps.",
    "show": "Show the outline of a map.",
    "diff": "Show what has changed from one map to another.",
    "compare": "Compare a student's map with a model answer.",
    "convert": "Write maps in another format.",
    "stats": "Count what is in many maps.",
    "coverage": "Show which sentences of a source no claim quotes.",
    "evaluate": "Show what the thesis rests on, and what would flip its verdict.",
    "new": "Write a template: a debate, or a decision record (adr).",
    "fix": "Mend Argdown where only one change can be meant.",
    "fmt": "Format Argdown files.",
    "update": "Update the diagrams in Markdown files.",
    "pandoc": "Draw the maps in a document of pandoc, as a filter.",
    "lsp": "Run a language server for Argdown, for use by an editor.",
    "schemes": "List the argumentation schemes, or show one in full.",
    "formats": "List the formats, or show the format of FILE, and why.",
    "explain": "Explain the finding with this CODE, or list all codes.",
    "doctor": "Show what is installed, and whether a diagram can be drawn.",
}
"""Each command is the function with its name in the module with its name.

What it does stands here too, so that `argmap --help` imports none of them.
"""


class _Commands(click.Group):
    """The commands by name, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"argmap.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names, or say what was meant."""
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            likely = did_you_mean(name, _COMMANDS) or "argmap --help lists them"
            if Path(name).exists():
                likely = f"to read a map: argmap show {shlex.quote(name)}"
            ctx.fail(f"No such command '{name}'; {likely}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> None:
        """Run a command; whatever it raises ends in one line and an exit code."""

        def work(_: str) -> Exit:
            with writing_stdout():  # help does; work on INPUT has its own errors
                super(_Commands, self).invoke(ctx)
            return Exit.DONE

        try:
            code = run_one("", work)
        except BrokenPipeError:  # whoever reads has enough
            code = Exit.DONE
        except KeyboardInterrupt:
            say_interrupted()
            code = Exit.INTERRUPTED
        if code:
            raise click.exceptions.Exit(code)


def _wants_color(choice: str) -> bool | None:
    """Return whether to colour; None leaves it to whether there is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    None, "-V", "--version", package_name="argmap", message="%(prog)s %(version)s"
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour findings: auto looks at the terminal, NO_COLOR and FORCE_COLOR.",
)
@click.pass_context
def cli(context: click.Context, color: str) -> None:
    """Draw, check, show and convert argument maps.

    INPUT is a file, - for standard input, or a map in Python as path/to/file.py:NAME
    or package.module:NAME. A page (Markdown, RST, a notebook) stands for the maps in
    its fences or directives, page.md:12 for the one that begins in line 12. Commands
    that take several INPUTs also take a folder, or a pattern in quotes, for all maps in
    it.

    Exit codes: 0 success, 1 findings or differences, 2 wrong usage, 3 input that
    cannot be read, 4 engine missing or failed, 5 limit or deadline exceeded, 6 output
    that cannot be written, 70 a bug in argmap, 130 interrupted. For several INPUTs it
    is the highest code.
    """
    context.color = _wants_color(color)


def run() -> int:
    """Run the command line; return its exit code."""
    prepare_streams()
    try:
        with writing_stdout():
            code = cli(prog_name="argmap", standalone_mode=False)
    except WriteError as error:
        code = report_error("", error)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        print_message(shown.getvalue().rstrip())
        code = error.exit_code
    except click.Abort as error:  # what click makes of an interruption
        raise KeyboardInterrupt from error
    return code if isinstance(code, int) else Exit.DONE
