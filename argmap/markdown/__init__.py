"""Argument maps in Markdown: fences that Python-Markdown and MkDocs turn into pictures.

`markdown_extensions: [argmap]` draws what stands in fences called `argmap`. `fence`
and `validate` do the same for `pymdownx.superfences`, which also sees fences inside
lists and tabs; where both are there the extension adds them by itself.
"""

from argmap.errors import MissingExtraError

try:
    from argmap.markdown.extension import (
        ArgmapExtension,
        fence,
        makeExtension,
        validate,
    )
except ModuleNotFoundError as _error:
    raise MissingExtraError(wanted="argmap.markdown", extra="markdown") from _error

__all__ = ["ArgmapExtension", "fence", "makeExtension", "validate"]
