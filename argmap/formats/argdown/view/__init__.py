"""What a text wants drawn: Argdown's own map, in its author's colours.

From settings to a selection, from there to groups, edges and colours, and from
these to a view.
"""

from argmap.formats.argdown.view.picture import view

__all__ = ["view"]
