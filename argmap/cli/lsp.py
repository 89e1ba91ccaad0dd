"""`argmap lsp`: a server for editors."""

import click

from argmap.cli.inputs import standard_input


@click.command()
@click.option(
    "--stdio",
    is_flag=True,
    expose_value=False,
    help="Has no effect; accepted because some editors pass it.",
)
def lsp() -> None:
    """Run a language server for Argdown, for use by an editor.

    It reads requests from standard input and writes answers to standard output. It
    needs an extra: pip install 'argmap[lsp]'
    """
    from argmap.language_server import serve  # noqa: PLC0415 - help needs no extra

    standard_input()  # pygls would fail for want of it
    serve()
