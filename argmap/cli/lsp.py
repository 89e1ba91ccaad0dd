"""`argmap lsp`: a server for editors."""

import click

from argmap.cli.inputs import standard_input


@click.command()
@click.option(
    "--stdio",
    is_flag=True,
    expose_value=False,
    help="Allowed, as some editors give it; there is no other way.",
)
def lsp() -> None:
    """Serve an editor: the Language Server Protocol, for Argdown.

    Requests come on standard input and answers go to standard output. Needs an
    extra: pip install 'argmap[lsp]'
    """
    from argmap.language_server import serve  # noqa: PLC0415 - help needs no extra

    standard_input()  # pygls would fail for want of it
    serve()
