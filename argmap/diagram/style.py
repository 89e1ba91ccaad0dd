"""The looks of a diagram: sizes, colours, dashes, heads. Data only.

Nothing is shown by colour alone: each kind of line has its own dashes and head, each
junction its own shape and sign. The looks of a kind of line, in every notation, are
here and nowhere else.
"""

from enum import StrEnum

import attrs

from argmap.model.kinds import Choice

FONT = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
"""Families in order of preference, as SVG wants them; drawn with the first there is."""
DOT_FONT = "Helvetica"


class Direction(Choice):
    """Where arrows lead; `auto` picks what stays readable on a page."""

    AUTO = "auto"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"

    @property
    def is_sideways(self) -> bool:
        """Whether arrows lead to the left or to the right."""
        return self in {Direction.LEFT, Direction.RIGHT}

    @property
    def rankdir(self) -> str:
        """How Graphviz ranks conclusions first, so that arrows lead this way."""
        return self.flow[::-1]

    @property
    def flow(self) -> str:
        """How DOT and Mermaid call it where lines run the way that arrows lead."""
        return {"up": "BT", "down": "TB", "left": "RL", "right": "LR"}[self]


class Layout(Choice):
    """How a map is laid out; `auto` takes the graph where its text can be read."""

    AUTO = "auto"
    GRAPH = "graph"
    LIST = "list"


class Arguments(Choice):
    """How reconstructed arguments are drawn; `auto` folds those of large maps."""

    AUTO = "auto"
    STEPS = "steps"
    FOLDED = "folded"


class Paper(Choice):
    """The sizes of paper."""

    A4 = "A4"
    A3 = "A3"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        return {"A4": (595.0, 842.0), "A3": (842.0, 1191.0)}.get(self, (612.0, 792.0))


class LineColor(StrEnum):
    """The colours of lines; each is a class in SVG and in Mermaid."""

    SUPPORT = "support"
    OBJECTION = "objection"
    UNDERCUT = "undercut"
    NEUTRAL = "neutral"
    FAINT = "faint"


class ArrowHead(StrEnum):
    """What a line ends in, as Graphviz calls it."""

    NONE = "none"
    ARROW = "normal"
    TEE = "tee"
    HOLLOW = "onormal"
    OPEN = "vee"
    DOT = "dot"


@attrs.frozen(kw_only=True)
class LineKind:
    """A kind of line: its meaning, and its look in every notation.

    `verb` is what premises do in words, `meaning` the entry in the legend; `toward`
    goes before the number of the claim that they lead to, `noun` before theirs;
    `linked` and `single` are the legend's entries for where its lines meet.
    `dashes` are lengths in points; `dot` is a style of Graphviz, `mermaid` an arrow.
    Where its lines meet stands a circle or a diamond with `sign`, in DOT `dot_sign`.
    """

    name: str
    color: LineColor
    mermaid: str
    verb: str = ""
    meaning: str = ""
    toward: str = ""
    noun: str = ""
    linked: str = ""
    single: str = ""
    end: ArrowHead = ArrowHead.NONE
    start: ArrowHead = ArrowHead.NONE
    dashes: tuple[float, ...] = ()
    dot: str = ""
    junction: str = "diamond"
    sign: str = "−"
    dot_sign: str = "-"


SUPPORT = LineKind(
    name="support",
    verb="supports",
    meaning="supports",
    toward="for",
    noun="reason",
    linked="linked: all or none",
    single="one reason",
    color=LineColor.SUPPORT,
    end=ArrowHead.ARROW,
    mermaid="-->",
    junction="circle",
    sign="+",
    dot_sign="+",
)
OBJECTION = LineKind(
    name="objection",
    verb="counts against",
    meaning="counts against",
    toward="against",
    noun="objection",
    linked="linked objections",
    single="one objection",
    color=LineColor.OBJECTION,
    end=ArrowHead.TEE,
    dashes=(6, 3),
    dot="dashed",
    mermaid="-.-x",
)
UNDERCUT = LineKind(
    name="undercut",
    verb="undercuts",
    meaning="undercuts a step",
    toward="against the step to",
    noun="undercut",
    linked="linked against a step",
    single="one undercut",
    color=LineColor.UNDERCUT,
    end=ArrowHead.TEE,
    dashes=(1.5, 2.5),
    dot="dotted",
    mermaid="-.-o",
    sign="×",
)
CONTRADICTION = attrs.evolve(
    OBJECTION,
    name="contradiction",
    meaning="at most one can stand",
    toward="not with",
    linked="at most one of several can stand",
    start=ArrowHead.TEE,
    mermaid="x-.-x",
    sign="!",
)
PREMISE = LineKind(
    name="premise", linked=SUPPORT.linked, color=LineColor.NEUTRAL, mermaid="---"
)
"""From a premise to the junction of its step, where the line's meaning begins."""
ATTRIBUTED = attrs.evolve(
    PREMISE,
    name="attributed",
    meaning="that somebody says so",
    dashes=(1, 3),
    dot="dotted",
    mermaid="-.-",
)
ACCEPTED = attrs.evolve(
    OBJECTION,
    name="accepted",
    meaning="objection, accepted",
    color=LineColor.NEUTRAL,
    linked="linked objections, accepted",
    single="one objection, accepted",
)
ANSWER = LineKind(
    name="answer",
    verb="answers",
    meaning="answers",
    toward="answer to",
    noun="answer",
    color=LineColor.NEUTRAL,
    end=ArrowHead.DOT,
    mermaid="---o",
    junction="circle",
    sign="•",
)
REPHRASE = LineKind(
    name="rephrase",
    verb="restates",
    meaning="says again",
    toward="says again",
    noun="said again in",
    color=LineColor.NEUTRAL,
    end=ArrowHead.HOLLOW,
    dashes=(8, 3),
    dot="dashed",
    mermaid="-.->",
    junction="circle",
    sign="=",
)
PREFERENCE = LineKind(
    name="preference",
    verb="counts for more than",
    meaning="counts for more",
    toward="counts for more than",
    noun="counts for less than",
    color=LineColor.NEUTRAL,
    end=ArrowHead.OPEN,
    dashes=(1.5, 2.5),
    dot="dotted",
    mermaid="-.->",
    junction="circle",
    sign="<",
)
PREMISES = (PREMISE, ATTRIBUTED)
LINE_KINDS = (
    SUPPORT,
    OBJECTION,
    ACCEPTED,
    UNDERCUT,
    CONTRADICTION,
    PREMISE,
    ATTRIBUTED,
    ANSWER,
    REPHRASE,
    PREFERENCE,
)
"""All of them, in the order of the legend."""


@attrs.frozen(kw_only=True)
class ChangeLook:
    """The look of what has changed from one map to another: a sign and a word on it.

    `sign` is drawn, `plain` stands for it in a text; `dashes` are those of its border,
    which has a `color`. Words of a box may be struck out.
    """

    word: str
    sign: str
    plain: str
    color: LineColor
    dashes: tuple[float, ...] = ()
    is_struck: bool = False


CHANGES = {
    "added": ChangeLook(word="new", sign="+", plain="+", color=LineColor.SUPPORT),
    "removed": ChangeLook(
        word="gone",
        sign="−",
        plain="-",
        color=LineColor.OBJECTION,
        dashes=(6, 4),
        is_struck=True,
    ),
    "changed": ChangeLook(
        word="changed", sign="~", plain="~", color=LineColor.UNDERCUT, dashes=(10, 2)
    ),
    "renamed": ChangeLook(word="renamed", sign="=", plain="=", color=LineColor.NEUTRAL),
}
"""By the kind of change; nothing of it is shown by colour alone."""


@attrs.frozen
class Palette:
    """The colours of a theme, as #rrggbb; text has a contrast of at least 4.5:1."""

    paper: str
    box: str
    border: str
    text: str
    quiet: str
    group: str
    group_border: str
    lines: dict[LineColor, str] = attrs.field(hash=False)


_COLORS = {
    "paper": ("#ffffff", "#0d1117", "#ffffff", "#ffffff"),
    "box": ("#ffffff", "#161b22", "#ffffff", "#ffffff"),
    "border": ("#57606a", "#8b949e", "#000000", "#6e7781"),
    "text": ("#1b1f24", "#e6edf3", "#000000", "#1b1f24"),
    "quiet": ("#555555", "#a5afba", "#333333", "#6e7781"),
    "group": ("#f3f5f8", "#12171e", "#ffffff", "#f3f5f8"),
    "group_border": ("#c3cad3", "#3d4650", "#777777", "#6e7781"),
}
_LINE_COLORS = {
    LineColor.SUPPORT: ("#0072b2", "#6cb6ff", "#000000", "#0072b2"),
    LineColor.OBJECTION: ("#b23a00", "#ff9a5c", "#000000", "#c2500f"),
    LineColor.UNDERCUT: ("#8b3a7a", "#e3a1d2", "#000000", "#a84f96"),
    LineColor.NEUTRAL: ("#555555", "#a5afba", "#000000", "#6e7781"),
    LineColor.FAINT: ("#828a94", "#6e7681", "#808080", "#6e7781"),
}
LIGHT, DARK, PRINT, ANY_PAGE = (
    Palette(
        **{name: colors[theme] for name, colors in _COLORS.items()},
        lines={name: colors[theme] for name, colors in _LINE_COLORS.items()},
    )
    for theme in range(4)
)
"""The last one stands on a page of which nobody knows whether it is light or dark:
all but the text in its boxes has a contrast of at least 3:1 to black and to white."""


class Theme(Choice):
    """The colours to draw with; `auto` follows the reader's light or dark scheme."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"
    PRINT = "print"

    @property
    def palette(self) -> Palette:
        """The colours drawn where nothing says otherwise."""
        return {Theme.DARK: DARK, Theme.PRINT: PRINT}.get(self, LIGHT)


# lengths in points
TEXT_SIZE = 11.0
TEXT_LEADING = 13.5
SPEAKER_SIZE = 9.0
SPEAKER_LEADING = 12.0
TEXT_WIDTH = 160.0
TEXT_MAX_WIDTH = 270.0
TEXT_NARROWEST = 130.0
TEXT_WIDEST = 230.0
TEXT_LINES = 7
PADDING_X = 10.0
PADDING_Y = 5.0
BOX_MIN_WIDTH = 48.0
CORNER = 6.0
JUNCTION = 15.0
SMALL_JUNCTION = 9.0
ARGUMENT_WIDTH = 130.0
ARGUMENT_PADDING = 3.0
REFERENCE_WIDTH = 150.0
REFERENCE_PADDING = 4.0
GROUP_TITLE_TOP = 4.0
GROUP_TITLE_GAP = 3.0
GROUP_PADDING = 10.0
STROKE = 1.4
THICK_STROKE = 2.6
THIN_STROKE = 0.9
BAR = 3.5
"""The line that joins linked premises in a list."""
NUMBER_GAP = 7.0
DOUBLE = 4.0
"""Between the two borders of a box, as Graphviz has them."""
MARGIN = 10.0
ARROW = 7.0
CLEARANCE = 1.5
"""Between the border of a box and the tip of a head, from the border's middle on."""
LEVEL = 24.0
"""How much further to the right stands in a list what leads to a claim."""
STEP = 12.0
"""How much further to the right stands in a list what is about a step."""
RAIL = JUNCTION / 2
"""How far a rail is from the left edge of its claim."""
COLUMN_GAP = 20.0
ROW_GAP = 5.0
MENTION_GAP = 3.0
MENTION = SPEAKER_LEADING + REFERENCE_PADDING
TREE_GAP = 11.0
TURN_GAP = 10.0
TITLE_GAP = 18.0
PAGE_WIDTH = 736
"""In pixels: the column of a page of documentation."""
NARROWEST_PAGE = 240
"""In pixels: the smallest width that can be asked for."""
SMALLEST_TEXT = 8.0
"""In pixels: smaller letters cannot be read on a page."""
PRINTED_TEXT = 12.0
"""In pixels, nine points: smaller letters are hard to read on paper."""
PRINTED_WIDTH, PRINTED_HEIGHT = 700, 960
"""In pixels: A4 or Letter between the margins of a browser."""
MOST_CROSSINGS = 25
"""How many pairs of lines may cross in a picture that can be followed."""
LONGEST = 4.0
"""How many times as high as its page is wide a picture may be."""
