"""The suffixes of the files that are pages."""

import os
from typing import Final

from argmap.formats.files import AnyPath

MARKDOWN: Final = (".md", ".markdown")
RST: Final = ".rst"
NOTEBOOK: Final = ".ipynb"
SUFFIXES: Final = (*MARKDOWN, RST, NOTEBOOK)
"""The suffixes of the files that are pages."""


def is_page(path: AnyPath) -> bool:
    """Return whether a file is a page, by its name.

    >>> is_page("docs/decisions/0007.md"), is_page("debate.argdown")
    (True, False)
    """
    return os.fspath(path).lower().endswith(SUFFIXES)
