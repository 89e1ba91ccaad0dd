"""A plan and its positions as SVG, for screens, paper and screen readers.

Graphviz says only where things go; every element and every letter of the
picture is written here, so that it holds what the plan has and nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

import attrs

from argmap.diagram import style, svg_shapes
from argmap.diagram.boxes import Lines, broken
from argmap.diagram.legend import legend
from argmap.diagram.plan import Box, Edge, Group, Junction, Plan, Text
from argmap.diagram.positions import EdgePath, Placed, Positions, Reference
from argmap.diagram.request import Look
from argmap.diagram.style import DARK, LIGHT, LineColor, Palette, Theme
from argmap.diagram.svg_shapes import xml


def svg(
    plan: Plan,
    positions: Positions,
    look: Look = Look(),  # noqa: B008 - it is frozen
    *,
    number: int | None = None,
    is_inline: bool = False,
) -> str:
    """Return the picture as a document of its own; its unit is a point.

    Each claim is a `g` of class `claim`, each step a `g` of class `step` with a
    `path` of class `line` for every line; their ids are those of the parts
    behind the plan's key, so that several pictures fit on one page. A `number` in
    the key sets one apart from others that show the same.

    An inline picture is a part of a page: it shrinks with its column while its text
    can be read, and follows the page's colour scheme, not the reader's.
    """
    key = plan.key if number is None else f"{plan.key}-{number}"
    sheet = _Sheet(plan, positions, look, key, is_inline)
    return "\n".join(sheet.document()) + "\n"


def elements(plan: Plan, positions: Positions, look: Look, key: str) -> Iterator[str]:
    """Yield what is in a picture, without a legend, for a document with that key."""
    return _Sheet(plan, positions, look, key, is_inline=False).elements()


@attrs.frozen
class _Sheet:
    """The paper, and what stands on it from back to front."""

    plan: Plan
    positions: Positions
    look: Look
    key: str
    is_inline: bool

    @property
    def palette(self) -> Palette:
        return self.look.theme.palette

    def document(self) -> Iterator[str]:
        width, below = self.positions.size
        signs = legend(
            self.plan,
            width,
            is_list=self.positions.is_list,
            has_references=bool(self.positions.references),
        )
        heading = self._heading(width)
        width = max(width, signs.size[0])
        height = round(heading.height + below + signs.size[1], 1)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{self.key}" class="argmap"'
            f' width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
            f' role="img" aria-labelledby="{self.key}.title {self.key}.summary"'
            f' font-family="{style.FONT}" font-size="{style.TEXT_SIZE:g}"'
            f' fill="{self.palette.text}"{_fitting(width) if self.is_inline else ""}>'
        )
        title = self.plan.title or "Argument map"
        yield f'<title id="{self.key}.title">{xml(title)}</title>'
        yield f'<desc id="{self.key}.summary">{xml(self.plan.summary)}</desc>'
        if rules := self._rules(width, height):
            yield f"<style>{rules}</style>"
        if not (self.is_inline and self.look.theme is Theme.AUTO):
            yield (
                f'<rect class="paper" width="{width:g}" height="{height:g}"'
                f' fill="{self.palette.paper}"/>'
            )
        if heading.all:
            corner = style.MARGIN, style.MARGIN
            yield from svg_shapes.words(heading.all, corner, self.palette)
            yield f'<g transform="translate(0 {heading.height:g})">'
        yield from self.elements()
        yield from signs.drawn(below, self.palette)
        yield "</g>\n</svg>" if heading.all else "</svg>"

    def _rules(self, width: float, height: float) -> str:
        """Return the style sheet: colours that follow a scheme, and how it is printed.

        A picture in the scheme of its page stands on the page's own paper.
        """
        rules = print_rules(self.key, width, height) if self.is_inline else ""
        if self.look.theme is not Theme.AUTO:
            return rules
        is_any_lost = any(edge.is_rejected for edge in self.plan.edges)
        colors = page_rules if self.is_inline else dark_rules
        return colors(self.key, with_faint=is_any_lost) + rules

    def elements(self) -> Iterator[str]:
        """Yield all but the paper, the heading and the legend, from back to front."""
        shown = [
            each for each in self.plan.groups if each.part in self.positions.groups
        ]
        for group in sorted(shown, key=lambda each: bool(each.parent)):
            yield self._group(group, self.positions.groups[group.part])
        yield from self._rails()
        for box in self.plan.boxes:
            yield from self._box(box, self.positions.boxes[box.part])
        for reference in self.positions.references:
            yield from self._reference(reference)
        yield from self._steps()
        for group in shown:
            yield from self._title(self.positions.groups[group.part])

    def _heading(self, width: float) -> Lines:
        """Return the title and the author of the map, if they are wanted."""
        if not self.look.heading:
            return Lines(())
        title = Text(self.plan.title, is_bold=True)
        texts = (title, Text(self.plan.author, is_label=True))
        room = width - 2 * style.MARGIN
        return broken([each for each in texts if each.words], room)

    def _group(self, group: Group, placed: Placed) -> str:
        (x, y), (width, height) = placed.corner, placed.size
        border = svg_shapes.border(group.color) if group.color else ""
        return (
            f'<rect id="{self.key}-{group.part}" class="group" x="{x:g}" y="{y:g}"'
            f' width="{width:g}" height="{height:g}" rx="8" fill="{self.palette.group}"'
            f' stroke="{self.palette.group_border}"{border}/>'
        )

    def _title(self, placed: Placed) -> Iterator[str]:
        """Write a title with a halo, so that lines behind it do not cross it out."""
        yield (
            f'<g class="halo" paint-order="stroke" stroke="{self.palette.group}"'
            ' stroke-width="4" stroke-linejoin="round">'
        )
        yield from self._words(placed, placed.corner[1] + style.GROUP_TITLE_TOP)
        yield "</g>"

    def _words(self, placed: Placed, top: float) -> Iterator[str]:
        corner = placed.corner[0] + placed.indent, top
        return svg_shapes.words(placed.lines, corner, self.palette, right=placed.right)

    def _reference(self, reference: Reference) -> Iterator[str]:
        """Draw a link to the claim that stands elsewhere."""
        placed = reference.placed
        yield f'<a class="reference" href="#{self.key}-{reference.part}">'
        yield f"<title>{xml(reference.name)}</title>"
        yield svg_shapes.reference(placed, self.palette)
        yield from self._words(placed, placed.corner[1] + style.REFERENCE_PADDING / 2)
        yield "</a>"

    def _rails(self) -> Iterator[str]:
        """Draw the lines beside a list, behind all boxes."""
        boxes, junctions = self.plan.boxes_by_part, self.plan.at_junction
        rails = self.positions.rails
        if of_claims := [each for each in rails if each.part in boxes]:
            shapes = svg_shapes.rails(of_claims)
            yield svg_shapes.colored(shapes, LineColor.NEUTRAL, self.palette)
        for rail in rails:
            if rail.part in junctions:
                color = junctions[rail.part].color
                shape = svg_shapes.rails([rail])
                yield svg_shapes.colored(shape, color, self.palette)

    def _steps(self) -> Iterator[str]:
        paths = zip(self.plan.edges, self.positions.paths, strict=True)
        for part, lines in groupby(paths, key=lambda line: line[0].part):
            yield from self._step(part, tuple(lines))

    def _step(self, part: str, lines: Sequence[tuple[Edge, EdgePath]]) -> Iterator[str]:
        junction = self.plan.at_junction.get(part)
        is_question = part in self.plan.boxes_by_part  # whose box has the id
        own_id = "" if is_question else f' id="{self.key}-{part}"'
        yield f'<g{own_id} class="step">'
        if junction:
            yield f"<title>{xml(junction.name)}</title>"
        for edge, path in lines:
            line = svg_shapes.line(path, edge.kind, self.plan.stroke(edge))
            yield svg_shapes.colored(line, edge.color, self.palette)
        if part in self._signs:
            edge, _ = lines[0]
            sign = junction or Junction(
                part, "", edge.kind, is_rejected=edge.is_rejected
            )
            for placed in self._signs[part]:
                yield from self._junction(sign, placed)
        yield "</g>"

    @cached_property
    def _signs(self) -> Mapping[str, Sequence[Placed]]:
        found = {part: [each] for part, each in self.positions.junctions.items()}
        for part, each in self.positions.repeated:
            found.setdefault(part, []).append(each)
        return found

    def _junction(self, junction: Junction, placed: Placed) -> Iterator[str]:
        """Draw a sign, with the name of its argument in a frame where it has one."""
        x, centre, frame = placed.corner[0], placed.centre, ""
        if placed.lines:
            aside = style.ARGUMENT_PADDING + style.JUNCTION / 2
            centre = round(x + aside, 1), centre[1]
            frame = svg_shapes.argument(
                placed, self.palette, junction.border, junction.change
            )
        disc = svg_shapes.junction(
            centre,
            junction.kind,
            self.palette,
            diameter=junction.diameter if placed.lines else placed.size[0],
            is_strict=junction.is_strict,
            is_hollow=junction.is_rejected,
            color="" if placed.lines else junction.border,
        )
        yield svg_shapes.colored(frame + disc, junction.color, self.palette)
        height = sum(line.leading for line in placed.lines)
        yield from self._words(placed, placed.centre[1] - height / 2)

    def _box(self, box: Box, placed: Placed) -> Iterator[str]:
        kind = "question" if box.is_question else "claim"
        # in an image no link would be seen by a screen reader
        is_linked = any(span.url for line in placed.lines for span in line.spans)
        role = "group" if is_linked else "img"
        yield (
            f'<g id="{self.key}-{box.part}" class="{kind}" role="{role}"'
            f' aria-label="{xml(box.name)}"><title>{xml(box.name)}</title>'
        )
        yield svg_shapes.rectangle(box, placed, self.palette)
        x, y = placed.corner
        inner = x + placed.indent, y + style.PADDING_Y
        yield from svg_shapes.words(
            placed.lines,
            inner,
            self.palette,
            box.fill,
            right=placed.right,
            is_quiet=box.is_rejected,
            is_struck=bool(box.change) and style.CHANGES[box.change].is_struck,
        )
        if placed.number:
            yield svg_shapes.number(placed, inner, self.palette, box.fill)
        yield "</g>"


def _fitting(width: float) -> str:
    least = width * style.SMALLEST_TEXT / style.TEXT_SIZE
    return f' style="max-width:100%;min-width:{least:.0f}px;height:auto"'


def dark_rules(key: str, *, with_faint: bool = False) -> str:
    """Return the style sheet that recolours one picture for a reader's dark scheme."""
    rules = "".join(
        f"#{key}{name}{{{';'.join(map(':'.join, looks.items()))}}}"
        for name, looks in _looks(DARK, with_faint=with_faint).items()
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def page_rules(key: str, *, with_faint: bool = False) -> str:
    """Return the style sheet that gives one picture the colours of its page's scheme.

    A browser that does not know `light-dark` draws it light.
    """
    light, dark = (_looks(each, with_faint=with_faint) for each in (LIGHT, DARK))
    return "".join(
        f"#{key}{name}{{{_either(light[name], dark[name])}}}" for name in light
    )


def print_rules(key: str, width: float, height: float) -> str:
    """Return the style sheet that has a browser print one picture of a page.

    It is whole, light, and large enough to be read where the paper is wide enough.
    Where it is not, a collapsed outline beside the picture is printed too: the figure
    round both is the container `argmap`. What is much higher than a page goes on over
    several.
    """
    scale = style.PRINTED_TEXT / style.TEXT_SIZE
    printed = height * min(scale, style.PRINTED_WIDTH / width)
    is_on_one = printed <= style.PRINTED_HEIGHT * style.TEXT_SIZE / style.SMALLEST_TEXT
    words = (
        f":is(figure,.argmap-map):has(#{key})>details::details-content"
        "{content-visibility:visible;height:auto}"
    )
    if height * scale <= style.PRINTED_HEIGHT:
        words = f"@container argmap (max-width:{width * scale - 1:.0f}px){{{words}}}"
    return (
        f"@media print{{#{key}{{color-scheme:light!important;min-width:0!important;"
        f"width:{width * scale:.0f}px;max-width:100%!important"
        f"{';max-height:100vh' if is_on_one else ''}}}"
        f".argmap-scroll:has(#{key}){{overflow:visible!important;break-inside:avoid}}"
        f".argmap-map:has(#{key}){{container:argmap/inline-size}}{words}}}"
    )


def _either(light: dict[str, str], dark: dict[str, str]) -> str:
    return ";".join(f"{each}:light-dark({light[each]},{dark[each]})" for each in light)


def _looks(palette: Palette, *, with_faint: bool) -> dict[str, dict[str, str]]:
    """Return what changes with the scheme, by selector."""
    return {
        "": {"fill": palette.text},
        " .paper": {"fill": palette.paper},
        " .group": {"fill": palette.group, "stroke": palette.group_border},
        " .box": {"fill": palette.box, "stroke": palette.border},
        " :is(.claim,.legend) .group": {"stroke": palette.border},
        " .halo": {"stroke": palette.group},
        " .quiet": {"fill": palette.quiet},
        " .sign": {"stroke": palette.paper},
        **{
            f" .{name}": {"color": color}
            for name, color in palette.lines.items()
            if with_faint or name is not LineColor.FAINT
        },
    }
