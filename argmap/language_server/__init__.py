"""A language server for Argdown: what an editor asks while somebody writes.

`index` knows the text and nothing of the protocol, `server` the protocol.
"""

from argmap.errors import MissingExtraError

__all__ = ["serve"]


def serve() -> None:
    """Serve one editor over standard input and output, until it leaves.

    Raises MissingExtraError where pygls is not installed, or is older than 2.0.
    """
    try:
        from argmap.language_server.server import SERVER  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise MissingExtraError(wanted="the language server", extra="lsp") from error
    SERVER.start_io()
