"""A list on paper: whole pages, each as a picture of its own.

The first page has the title and the legend, every page its number, and the others
the title and the section that they are about.
"""

from collections.abc import Iterator

import attrs

from argmap.diagram import style, svg_shapes, text
from argmap.diagram.legend import Legend, legend
from argmap.diagram.listing import ListPage, Sheet, column_count, lay_out_pages
from argmap.diagram.plan import Plan
from argmap.diagram.positions import Line
from argmap.diagram.request import Look
from argmap.diagram.style import Palette, Paper, Theme
from argmap.diagram.svg import elements
from argmap.diagram.svg_shapes import xml

_SIDE = 42.0
_TOP = 56.0
_BOTTOM = 50.0
_HEAD = 30.0
_TITLE_SIZE = 18.0
_TITLE_LEADING = 23.0
_HEADING_GAP = 14.0
_ASIDE = 0.45
"""How much of a page's width the name of a section may take."""


@attrs.frozen
class PaperPages:
    """The pages of a list on paper, all sizes in points."""

    plan: Plan
    look: Look
    size: tuple[float, float]
    sheet: Sheet
    signs: Legend
    pages: tuple[ListPage, ...]

    @property
    def palette(self) -> Palette:
        """The colours; paper does not know what scheme its reader prefers."""
        return self.look.theme.palette

    @property
    def corner(self) -> tuple[float, float]:
        """Where on a page its list begins."""
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
        part = _part(self.plan, page)
        yield from elements(part, page.positions, self.look, self.plan.key)
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

    def _running_title(self, page: ListPage) -> Iterator[str]:
        width, _ = self.size
        room = self.sheet.width - 2 * style.MARGIN
        section = _section(self.plan, page)
        for words, x, anchor, part in (
            (self.plan.title, _SIDE, "start", 1 - _ASIDE if section else 1.0),
            (section, width - _SIDE, "end", _ASIDE),
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


def paper_pages(plan: Plan, look: Look) -> PaperPages:
    """Return a plan on paper of the look's size.

    Raises LimitError for a claim that is longer than a page.
    """
    width, height = (look.paper or Paper.A4).size
    if look.landscape:
        width, height = height, width
    room = width - 2 * _SIDE
    lines = len(_title(plan, room)), len(_author(plan, room))
    heading = lines[0] * _TITLE_LEADING + lines[1] * style.SPEAKER_LEADING
    list_width = room + 2 * style.MARGIN
    if look.theme is Theme.AUTO:
        look = attrs.evolve(look, theme=Theme.LIGHT)
    signs = legend(plan, list_width, is_list=True)
    sheet = Sheet(
        list_width,
        column_count(look.columns, list_width, len(plan.boxes), is_paper=True),
        height - _TOP - _BOTTOM,
        above=heading + _HEADING_GAP * bool(heading),
        below=signs.size[1],
    )
    pages = lay_out_pages(plan, sheet, max_lines=look.max_lines)
    if any(page.positions.references for page in pages):  # which the legend explains
        signs = legend(plan, list_width, is_list=True, has_references=True)
        sheet = attrs.evolve(sheet, below=signs.size[1])
        pages = lay_out_pages(plan, sheet, max_lines=look.max_lines)
    return PaperPages(plan, look, (width, height), sheet, signs, pages)


def _title(plan: Plan, room: float) -> list[str]:
    return text.wrap(plan.title, room / _TITLE_SIZE, bold=True)


def _author(plan: Plan, room: float) -> list[str]:
    return text.wrap(plan.author, room / style.SPEAKER_SIZE)


def _part(plan: Plan, page: ListPage) -> Plan:
    """Return what of a plan is on a page."""
    positions = page.positions
    boxes, junctions = plan.boxes_by_part, plan.at_junction
    steps = dict.fromkeys(
        [
            *positions.junctions,
            *(part for part, _ in positions.repeated),
            *(rail.part for rail in positions.rails),
        ]
    )
    return attrs.evolve(
        plan,
        boxes=tuple(boxes[part] for part in positions.boxes),
        junctions=tuple(junctions[part] for part in steps if part in junctions),
        edges=tuple(plan.edges[number] for number in page.lines),
        groups=tuple(each for each in plan.groups if each.part in positions.groups),
    )


def _section(plan: Plan, page: ListPage) -> str:
    """Return the title of the section of the first claim on a page."""
    first = next(iter(page.positions.boxes), None)
    home = plan.homes.get(first) if first else None
    return next((each.title for each in plan.groups if each.part == home), "")
