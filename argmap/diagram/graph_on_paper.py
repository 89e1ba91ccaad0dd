"""A graph on paper: on one page if it fits, else an overview and pages by section."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count

import attrs

from argmap.diagram import style
from argmap.diagram.boxes import broken, page_label
from argmap.diagram.graph.blocks import LayOut
from argmap.diagram.graph.pages import GraphPage, PageSplitter
from argmap.diagram.listing.pages import Sheet
from argmap.diagram.overview import box_of, overview, sections_of, title_of_section
from argmap.diagram.paper import PaperPage, PaperPages, links_of, on_paper
from argmap.diagram.plan import Box, Group, Plan, Text
from argmap.diagram.positions import Placed, Point, Reference
from argmap.diagram.request import Look

_BAND_GAP = 10.0
_LINES_IN_OVERVIEW = 4


def graph_on_paper(plan: Plan, look: Look, lay_out: LayOut) -> PaperPages:
    """Return a plan as graphs on paper of the look's size.

    Raises LimitError for a claim that is larger than a page, and what `lay_out` raises.
    """
    layout = cache(lay_out)
    return on_paper(
        plan, look, lambda sheet: _Binder(plan, look, layout, sheet).pages()
    )


@attrs.frozen
class _Section:
    """An outermost section, or what is in none, with the band that has its title."""

    part: str
    title: str
    band: Placed | None

    @property
    def height(self) -> float:
        """The height of the band and the gap below it."""
        return self.band.size[1] + _BAND_GAP if self.band else 0.0


@attrs.frozen
class _Binder:
    """Puts a plan on sheets, of which the first has less room."""

    plan: Plan
    look: Look
    lay_out: LayOut
    sheet: Sheet

    def pages(self) -> tuple[PaperPage, ...]:
        """Return the pages: one, or those of sections after an overview."""
        if positions := self._splitter(self.plan).whole(self._room(is_first=True)):
            moved = positions.moved((0, self.sheet.above))
            return (PaperPage(self.plan, moved, "", links_of(moved)),)
        sections = sections_of(self.plan)
        is_only = len(sections) == 1
        pages = [
            each
            for part, boxes in sections.items()
            for each in self._pages_of(part, boxes, is_first=is_only)
        ]
        begin = [] if is_only else self._overview([each.part for each, _ in pages])
        above = self.sheet.above if is_only else 0.0
        return (*begin, *_numbered(pages, len(begin) + 1, above))

    def _pages_of(
        self, part: str, boxes: Sequence[Box], *, is_first: bool
    ) -> Iterator[tuple[_Section, GraphPage]]:
        section = self._section(part)
        splitter = self._splitter(self.plan, section.height)
        first = self._room(section.height, is_first=is_first)
        yield from ((section, page) for page in splitter.pages(boxes, first))

    def _splitter(self, plan: Plan, above: float = 0.0) -> PageSplitter:
        return PageSplitter(
            plan=plan,
            size=self._room(above),
            lay_out=self.lay_out,
            direction=self.look.direction,
            max_lines=self.look.max_lines,
        )

    def _room(self, above: float = 0.0, *, is_first: bool = False) -> Point:
        taken = above + (self.sheet.above + self.sheet.below) * is_first
        return self.sheet.width, self.sheet.height + 2 * style.MARGIN - taken

    def _section(self, part: str) -> _Section:
        title = title_of_section(self.plan, part)
        if not self.plan.groups:
            return _Section(part, "", None)
        width = self.sheet.width - 2 * style.MARGIN
        lines = broken([Text(title, is_bold=True)], width - 2 * style.GROUP_PADDING)
        height = round(lines.height + 2 * style.GROUP_TITLE_TOP, 1)
        corner = style.MARGIN, style.MARGIN
        band = Placed(corner, (width, height), lines.all, style.GROUP_PADDING)
        return _Section(part, title, band)

    def _overview(self, sections: Sequence[str]) -> list[PaperPage]:
        """Return the overview, given the section of each page after it."""
        for size in count(1):
            begin: dict[str, int] = {}
            for number, section in enumerate(sections, size + 1):
                begin.setdefault(section, number)
            pages = self._overview_pages(begin)
            if len(pages) <= size:
                break
        links = {box_of(section): section for section in begin}
        above = [self.sheet.above] + [0.0] * len(pages)
        return [
            _overview_page(page, links, shift)
            for page, shift in zip(pages, above, strict=False)
        ]

    def _overview_pages(self, begin: Mapping[str, int]) -> list[GraphPage]:
        """Return the overview, without lines if with them it fills more than a page."""
        first = self._room(is_first=True)
        whole = overview(self.plan, begin)
        splitter = attrs.evolve(self._splitter(whole), max_lines=_LINES_IN_OVERVIEW)
        if positions := splitter.whole(first):
            return [GraphPage(whole, positions)]
        plain = attrs.evolve(whole, edges=(), junctions=())
        return [*attrs.evolve(splitter, plan=plain).pages(plain.boxes, first)]


def _overview_page(
    page: GraphPage, links: Mapping[str, str], above: float
) -> PaperPage:
    positions = page.positions.moved((0, above))
    linked = tuple((links[part], each) for part, each in positions.boxes.items())
    return PaperPage(page.part, positions, "", linked)


def _numbered(
    pages: Sequence[tuple[_Section, GraphPage]], first: int, above: float
) -> Iterator[PaperPage]:
    """Yield pages with their numbers on references; the first one has less room."""
    numbers = {
        box.part: number
        for number, (_, page) in enumerate(pages, first)
        for box in page.part.boxes
    }
    for number, (section, page) in enumerate(pages, first):
        yield _page(section, page, numbers, number, above * (number == first))


def _page(
    section: _Section,
    page: GraphPage,
    numbers: Mapping[str, int],
    number: int,
    above: float,
) -> PaperPage:
    """Return a page of a section, on which references say where to turn."""
    part = page.part
    positions = page.positions.moved((0, round(above + section.height, 1)))
    positions = attrs.evolve(
        positions,
        references=tuple(
            _with_page(each, part, numbers[each.part], number)
            for each in positions.references
        ),
    )
    if section.band:
        band = section.band.moved((0, above))
        group = Group(section.part, section.title, ())
        part = attrs.evolve(part, groups=(group, *part.groups))
        positions = attrs.evolve(
            positions, groups={section.part: band, **positions.groups}
        )
    assert part.whole  # noqa: S101 - it is a page of a plan
    aside = spans(part.whole.numbers[box.part] for box in part.boxes)
    return PaperPage(part, positions, aside, links_of(positions))


def spans(numbers: Iterable[int]) -> str:
    """Return numbers that grow in short.

    >>> spans([1, 2, 3, 7, 9, 10])
    '1–3, 7, 9–10'
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1] = [found[-1][0], number]
        else:
            found.append([number])
    return ", ".join("–".join(map(str, each)) for each in found)


def _with_page(reference: Reference, part: Plan, page: int, here: int) -> Reference:
    assert part.whole  # noqa: S101 - it is a page of a plan
    label = str(part.whole.numbers[reference.part])
    if page != here:
        label = page_label(label, page)
    first, *others = reference.placed.lines
    lines = attrs.evolve(first, number=f"→ {label}"), *others
    return attrs.evolve(reference, placed=attrs.evolve(reference.placed, lines=lines))
