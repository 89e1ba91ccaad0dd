"""Where the rows of a list go: below each other, in columns, with rails beside them.

A rail runs down from a claim or a step; the signs of the steps at it stand on the
rail. Where a rail is interrupted, by a new column or where rows have moved so far to
the right that they go on at the left, a mention of its claim is put before it.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import inf

import attrs

from argmap.diagram import style
from argmap.diagram.listing.contents import Contents, MeasuredRow
from argmap.diagram.listing.rows import Row, Shown
from argmap.diagram.listing.steps import ListedStep
from argmap.diagram.positions import EdgePath, Placed, Point, Positions, Rail, Reference


@attrs.frozen
class Sheet:
    """The pages of a list, in points: their width, columns, and the columns' height.

    On the first page there is less room `above` the columns and `below` them.
    """

    width: float
    columns: int = 1
    height: float = inf
    above: float = 0.0
    below: float = 0.0

    @property
    def column_width(self) -> float:
        """The width of a column."""
        gaps = style.COLUMN_GAP * (self.columns - 1)
        return (self.width - 2 * style.MARGIN - gaps) / self.columns

    def room(self, column: int) -> float:
        """Return the height of a column, counted through all pages."""
        is_first = column < self.columns
        return self.height - (self.above + self.below) * is_first

    def corner(self, column: int) -> Point:
        """Return where on its page a column begins."""
        at = column % self.columns * (self.column_width + style.COLUMN_GAP)
        top = self.above if column < self.columns else 0.0
        return round(style.MARGIN + at, 1), style.MARGIN + top


@attrs.frozen
class ListPage:
    """A page: where everything on it is, and the numbers of the plan's lines on it."""

    positions: Positions
    lines: tuple[int, ...]


@attrs.define
class _OpenRail:
    x: float
    top: float
    bottom: float = 0.0
    joined: float = 0.0

    def drawn(self, part: str) -> Iterator[Rail]:
        """Yield it as far as something stands on it, and the bar of a step."""
        if self.bottom > max(self.top, self.joined):
            yield Rail(part, (self.x, self.top), (self.x, self.bottom))
        if self.joined > self.top:
            yield Rail(part, (self.x, self.top), (self.x, self.joined), is_bar=True)


@attrs.define
class _Page:
    """What has been placed on a page so far."""

    height: float = style.MARGIN
    claims: dict[str, Placed] = attrs.field(factory=dict)
    titles: dict[str, Placed] = attrs.field(factory=dict)
    references: list[Reference] = attrs.field(factory=list)
    signs: dict[str, Placed] = attrs.field(factory=dict)
    repeated: list[tuple[str, Placed]] = attrs.field(factory=list)
    paths: dict[int, EdgePath] = attrs.field(factory=dict)
    rails: list[Rail] = attrs.field(factory=list)

    def finished(self, width: float) -> ListPage:
        lines = sorted(self.paths)
        positions = Positions(
            (width, round(self.height + style.MARGIN, 1)),
            self.claims,
            self.signs,
            tuple(self.paths[number] for number in lines),
            self.titles,
            tuple(self.references),
            tuple(self.rails),
            tuple(self.repeated),
            is_list=True,
        )
        return ListPage(positions, tuple(lines))


@attrs.define
class Pages:
    """Puts rows on pages, one below the other."""

    steps: Mapping[str, ListedStep]
    contents: Contents
    sheet: Sheet
    column: int = 0
    y: float = 0.0
    is_top: bool = True
    page: _Page = attrs.field(factory=_Page)
    full: list[ListPage] = attrs.field(factory=list)
    open: dict[str, _OpenRail] = attrs.field(factory=dict)
    signed: set[str] = attrs.field(factory=set)
    shown: set[str] = attrs.field(factory=set)
    """The steps that have a sign, and those that have one since the last break."""

    def __attrs_post_init__(self) -> None:
        """Begin at the top of the first column."""
        self.y = self.sheet.corner(0)[1]

    def turn(self, hosts: Iterable[tuple[str, float]]) -> None:
        """Go on anew in the same column, with mentions of the hosts."""
        self._end_rails()
        self.y += style.TURN_GAP
        self._mention(hosts)

    def next_column(self, hosts: Iterable[tuple[str, float]]) -> None:
        """Go on at the top of the next column, with mentions of the hosts."""
        self._end_rails()
        self.column += 1
        if self.column % self.sheet.columns == 0:
            self.full.append(self.page.finished(self.sheet.width))
            self.page = _Page()
        self.y, self.is_top = self.sheet.corner(self.column)[1], True
        self._mention(hosts)

    def finished(self) -> tuple[ListPage, ...]:
        """Return the pages."""
        self._end_rails()
        return *self.full, self.page.finished(self.sheet.width)

    def add(self, measured: MeasuredRow) -> None:
        """Put a row below the last one."""
        row, x = measured.row, measured.x
        if row.shown is Shown.WORDS:
            x -= style.LEVEL + style.ARGUMENT_PADDING
        placed = self._put(measured.content, x, measured.gap)
        if row.step:
            self._connect(row, placed)
        if row.shown is Shown.TITLE:
            self.page.titles[row.part] = placed
        elif row.shown is Shown.CLAIM:
            self.page.claims[row.part] = placed
            self.open[row.part] = _OpenRail(placed.corner[0] + style.RAIL, self.y)
        elif row.shown is Shown.MENTION:
            self._refer(row.part, placed)

    def _mention(self, hosts: Iterable[tuple[str, float]]) -> None:
        for host, x in hosts:
            mention = self.contents.mention(host, self.sheet.column_width - x)
            placed = self._put(mention, x, style.MENTION_GAP)
            self._refer(host, placed)
            self.open[host] = _OpenRail(placed.corner[0] + style.RAIL, self.y)

    def _refer(self, part: str, placed: Placed) -> None:
        name = self.contents.name(part)
        self.page.references.append(Reference(part, placed, name))

    def _put(self, content: Placed, x: float, gap: float) -> Placed:
        self.y += 0 if self.is_top else gap
        self.is_top = False
        placed = content.moved((self.sheet.corner(self.column)[0] + x, self.y))
        self.y = round(self.y + content.size[1], 1)
        self.page.height = max(self.page.height, self.y)
        return placed

    def _connect(self, row: Row, placed: Placed) -> None:
        """Draw the line from a row to its step, and with the first one its sign."""
        step = self.steps[row.step]
        left, y, foot = _joint(row, placed)
        rail = round(left - style.LEVEL + style.RAIL, 1)
        bar, edge = round(rail + style.STEP, 1), round(rail + style.RAIL, 1)
        if row.step not in self.shown:
            self.shown.add(row.step)
            if step.part not in self.signed and step.line is not None:
                self.page.paths[step.line] = _straight((bar, y), (edge, y))
            self._sign(row, placed, (rail, y))
            self.open[row.step] = _OpenRail(bar, foot)
            if row.host in self.open:
                self.open[row.host].bottom = y
        elif step.is_contradiction:
            self.open[row.step].bottom = y
        else:
            self.open[row.step].joined = y
        if row.line >= 0:
            end = edge if step.line is None else bar
            self.page.paths[row.line] = _straight((left, y), (end, y))

    def _sign(self, row: Row, placed: Placed, centre: Point) -> None:
        part = self.steps[row.step].part
        corner = round(centre[0] - style.RAIL, 1), round(centre[1] - style.RAIL, 1)
        sign = Placed(corner, (style.JUNCTION, style.JUNCTION))
        if part in self.signed:
            self.page.repeated.append((part, sign))
        else:
            self.signed.add(part)
            self.page.signs[part] = placed if row.shown is Shown.WORDS else sign

    def _end_rails(self) -> None:
        for part, rail in self.open.items():
            self.page.rails += rail.drawn(part)
        self.open.clear()
        self.shown.clear()


def _joint(row: Row, placed: Placed) -> tuple[float, float, float]:
    """Return x and y of where a row is joined to its step, and where the rail begins.

    A frame with words begins at the sign, and the rail below the frame.
    """
    (left, top), (_, height) = placed.corner, placed.size
    if row.shown is Shown.WORDS:
        return (
            left + style.LEVEL + style.ARGUMENT_PADDING,
            placed.centre[1],
            top + height,
        )
    middle = height / 2
    if placed.number:
        middle = style.PADDING_Y + placed.lines[0].leading / 2
    y = round(top + middle, 1)
    return left, y, y


def _straight(tail: Point, head: Point) -> EdgePath:
    return EdgePath([tail, tail, head, head])
