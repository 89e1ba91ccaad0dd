"""A map on paper: whole pages, each as a picture of its own.

The first page has the title and the legend, every page its number, and the others
the title and what they are about.
"""

from collections.abc import Callable, Iterator

import attrs

from argmap.diagram import style, svg_shapes, text
from argmap.diagram.legend import Legend, legend
from argmap.diagram.listing.pages import Sheet
from argmap.diagram.plan import Plan
from argmap.diagram.positions import Line, Placed, Positions
from argmap.diagram.request import Look
from argmap.diagram.style import Palette, Paper, Theme
from argmap.diagram.svg import elements
from argmap.diagram.svg_shapes import xml

_SIDE = 36.0
_TOP = 56.0
_BOTTOM = 50.0
_HEAD = 30.0
_TITLE_SIZE = 18.0
_TITLE_LEADING = 23.0
_HEADING_GAP = 14.0
_ASIDE = 0.45
"""How much of a page's width may be taken by what the running title says of a page."""


@attrs.frozen
class PaperPage:
    """What of a plan is on a page, and where.

    `aside` is what its running title says of it, `links` are what leads to a part.
    """

    part: Plan
    positions: Positions
    aside: str
    links: tuple[tuple[str, Placed], ...]


@attrs.frozen
class PaperPages:
    """The pages of a map on paper, all sizes in points."""

    plan: Plan
    look: Look
    size: tuple[float, float]
    sheet: Sheet
    signs: Legend
    pages: tuple[PaperPage, ...]

    @property
    def palette(self) -> Palette:
        """The colours; paper does not know what scheme its reader prefers."""
        return self.look.theme.palette

    @property
    def corner(self) -> tuple[float, float]:
        """Where on a page its picture begins."""
        return _SIDE - style.MARGIN, _TOP - style.MARGIN

    def pictures(self) -> Iterator[str]:
        """Yield every page as SVG."""
        return ("\n".join(self._picture(index)) for index in range(len(self.pages)))

    def _picture(self, index: int) -> Iterator[str]:
        page = self.pages[index]
        (width, height), (x, y) = self.size, self.corner
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}"'
            f' height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
            f' font-family="{style.FONT}" font-size="{style.TEXT_SIZE:g}"'
            f' fill="{self.palette.text}">'
        )
        yield f'<rect width="100%" height="100%" fill="{self.palette.paper}"/>'
        yield from self._running_title(page) if index else self._heading()
        yield f'<g transform="translate({x:g} {y:g})">'
        yield from elements(page.part, page.positions, self.look, self.plan.key)
        if not index:
            yield from self._legend()
        yield "</g>"
        number = f"{index + 1} / {len(self.pages)}"
        yield self._label(number, (width / 2, height - _BOTTOM / 2), "middle")
        yield "</svg>"

    def _heading(self) -> Iterator[str]:
        room = self.sheet.width - 2 * style.MARGIN
        y = _TOP
        for line in _title(self.plan, room):
            foot = y + svg_shapes.RISE * _TITLE_LEADING
            yield (
                f'<text x="{_SIDE:g}" y="{foot:.1f}" font-weight="bold"'
                f' font-size="{_TITLE_SIZE:g}">{xml(line)}</text>'
            )
            y += _TITLE_LEADING
        author = [Line(line, 0, is_label=True) for line in _author(self.plan, room)]
        yield from svg_shapes.words(author, (_SIDE, y), self.palette)

    def _running_title(self, page: PaperPage) -> Iterator[str]:
        width, _ = self.size
        room = self.sheet.width - 2 * style.MARGIN
        for words, x, anchor, part in (
            (self.plan.title, _SIDE, "start", 1 - _ASIDE if page.aside else 1.0),
            (page.aside, width - _SIDE, "end", _ASIDE),
        ):
            for line in text.wrap(words, part * room / style.SPEAKER_SIZE, lines=1):
                yield self._label(line, (x, _HEAD), anchor)

    def _label(self, words: str, at: tuple[float, float], anchor: str) -> str:
        return (
            f'<text x="{at[0]:g}" y="{at[1]:g}" text-anchor="{anchor}"'
            f' font-size="{style.SPEAKER_SIZE:g}" fill="{self.palette.quiet}">'
            f"{xml(words)}</text>"
        )

    def _legend(self) -> Iterator[str]:
        top = self.sheet.height + style.MARGIN - self.signs.size[1]
        return self.signs.drawn(top, self.palette)


def on_paper(
    plan: Plan,
    look: Look,
    lay_out: Callable[[Sheet], tuple[PaperPage, ...]],
    *,
    is_list: bool = False,
) -> PaperPages:
    """Return what is laid out on sheets of the look's size, with a legend."""
    width, height = (look.paper or Paper.A4).size
    if look.landscape:
        width, height = height, width
    room = width - 2 * _SIDE
    lines = len(_title(plan, room)), len(_author(plan, room))
    heading = lines[0] * _TITLE_LEADING + lines[1] * style.SPEAKER_LEADING
    if look.theme is Theme.AUTO:
        look = attrs.evolve(look, theme=Theme.LIGHT)
    sheet = Sheet(
        room + 2 * style.MARGIN,
        height=height - _TOP - _BOTTOM,
        above=heading + _HEADING_GAP * bool(heading),
    )
    has_references = False
    while True:
        signs = legend(
            plan, sheet.width, is_list=is_list, has_references=has_references
        )
        sheet = attrs.evolve(sheet, below=signs.size[1])
        pages = lay_out(sheet)
        if has_references or not any(page.positions.references for page in pages):
            return PaperPages(plan, look, (width, height), sheet, signs, pages)
        has_references = True  # which the legend explains


def _title(plan: Plan, room: float) -> list[str]:
    return text.wrap(plan.title, room / _TITLE_SIZE, bold=True)


def _author(plan: Plan, room: float) -> list[str]:
    return text.wrap(plan.author, room / style.SPEAKER_SIZE)


def links_of(positions: Positions) -> tuple[tuple[str, Placed], ...]:
    """Return the references, each with what it leads to."""
    return tuple((each.part, each.placed) for each in positions.references)
