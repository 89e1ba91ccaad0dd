"""Pages of prose and the maps that they hold, in Markdown, RST and notebooks."""

from argmap.pages.page import (
    SUFFIXES,
    PageMap,
    PageRecord,
    UnplacedError,
    is_page,
    maps_on,
    may_have_maps,
    readable_on,
    with_texts,
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
