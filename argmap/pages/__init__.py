"""Pages of prose and the maps that they hold, in Markdown, RST and notebooks.

What reads them loads on first use: most commands meet no page.
"""

from importlib import import_module

from argmap.pages.suffixes import SUFFIXES, is_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.pages.page import (
        PageMap as PageMap,
        PageRecord as PageRecord,
        UnplacedError as UnplacedError,
        maps_on as maps_on,
        may_have_maps as may_have_maps,
        readable_on as readable_on,
        with_texts as with_texts,
    )

__all__ = [
    "SUFFIXES",
    "PageMap",
    "PageRecord",
    "UnplacedError",
    "is_page",
    "maps_on",
    "may_have_maps",
    "readable_on",
    "with_texts",
]


def __getattr__(name: str) -> object:
    """Load a name on first use (PEP 562)."""
    if name in __all__:
        return getattr(import_module("argmap.pages.page"), name)
    msg = f"module 'argmap.pages' has no attribute {name!r}"
    raise AttributeError(msg)
