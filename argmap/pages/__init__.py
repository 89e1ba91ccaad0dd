"""Pages of prose and the maps that they hold, in Markdown, RST and notebooks."""

from argmap.pages.blocks import NAMES
from argmap.pages.page import (
    SUFFIXES,
    PageMap,
    PageRecord,
    UnplacedError,
    is_page,
    maps_on,
    readable_on,
    with_texts,
)

__all__ = [
    "NAMES",
    "SUFFIXES",
    "PageMap",
    "PageRecord",
    "UnplacedError",
    "is_page",
    "maps_on",
    "readable_on",
    "with_texts",
]
