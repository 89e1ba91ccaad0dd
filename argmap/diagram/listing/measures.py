"""The sizes of a list, in points."""

from argmap.diagram import style

LEVEL = 24.0
"""How much further to the right stands what leads to a claim."""
STEP = 12.0
"""How much further to the right stands what is about a step."""
RAIL = style.JUNCTION / 2
"""How far a rail is from the left edge of its claim."""
COLUMN_GAP = 20.0
ROW_GAP = 5.0
MENTION_GAP = 3.0
MENTION = style.SPEAKER_LEADING + style.REFERENCE_PADDING
TREE_GAP = 11.0
TURN_GAP = 10.0
TITLE_GAP = 18.0
