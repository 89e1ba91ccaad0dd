"""Positions as a list: claims below each other, each under what it leads to."""

from argmap.diagram.listing.columns import column_count
from argmap.diagram.listing.pages import ListPage, Sheet
from argmap.diagram.listing.placing import lay_out_list, lay_out_pages

__all__ = ["ListPage", "Sheet", "column_count", "lay_out_list", "lay_out_pages"]
