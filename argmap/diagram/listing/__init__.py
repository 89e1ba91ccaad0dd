"""Positions as a list: claims below each other, each under what it leads to."""

from argmap.diagram.listing.columns import column_count
from argmap.diagram.listing.pages import ListPage, Sheet
from argmap.diagram.listing.placing import lay_out_list, lay_out_pages
from argmap.diagram.listing.rows import Row, Shown, rows
from argmap.diagram.listing.steps import ListedStep, claim_behind, listed_steps

__all__ = [
    "ListPage",
    "ListedStep",
    "Row",
    "Sheet",
    "Shown",
    "claim_behind",
    "column_count",
    "lay_out_list",
    "lay_out_pages",
    "listed_steps",
    "rows",
]
