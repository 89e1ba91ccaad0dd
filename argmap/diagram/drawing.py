"""From a map to its picture: `draw` for a value to keep, `render` for the bytes."""

import os
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Unpack

import attrs

from argmap import display
from argmap.diagnostics import Diagnostic
from argmap.diagram.color import parse_color
from argmap.diagram.engine import GraphvizLayout, lay_out
from argmap.diagram.graph.candidates import lay_out_graph
from argmap.diagram.graph.direction import readable_direction
from argmap.diagram.outline import outline
from argmap.diagram.plan import Plan
from argmap.diagram.planning import NOTHING, plan
from argmap.diagram.positions import Positions
from argmap.diagram.request import REQUEST_OPTIONS, Look, Options, Request
from argmap.diagram.score import score
from argmap.diagram.style import Direction, Layout, Theme
from argmap.diagram.svg import svg
from argmap.errors import OptionError, UnknownFormatError
from argmap.formats import AnyPath, Document, View
from argmap.formats.files import write_file
from argmap.model import ArgumentMap
from argmap.model.required import require_map
from argmap.suggestions import with_likely

if TYPE_CHECKING:
    import graphviz

    from argmap.changes import Diff, PartChange
    from argmap.diagram.dot import Graph
    from argmap.evaluation import Evaluation

_MOST_IN_A_GRAPH: Final = 400
"""Boxes; no graph with more of them can be read on a page."""


def _validated(colors: Mapping[str, str]) -> Mapping[str, str]:
    return {part: parse_color(value) for part, value in colors.items()}


@attrs.frozen
class Diagram(Look):
    """A map as it is to be drawn.

    `colors` leads from ids to colours: they fill arguments that have no steps and
    border others, claims and sections. With an `evaluation`, of this map or one that it
    is a part of, verdicts are shown. `left_out` is how many claims are not in it since
    nothing relates to them. `changes` leads from ids to what has become of the parts
    since another map. `with_source` puts the text of the sources, where it is at
    hand, on a page. `timeout` is the layout's deadline in seconds. In Jupyter it shows
    itself as a picture, or as its outline where that would take more than 2 seconds.
    Raises ValueError for a colour, direction, theme or engine that is none, and
    TypeError for what is no map.

    >>> from argmap import Claim
    >>> diagram = Diagram(ArgumentMap([Claim("rose", "Rents rose.")]))
    >>> diagram.plan.summary
    'Argument map: Rents rose. 1 claim.'
    >>> diagram.svg[:4]
    '<svg'
    """

    argument_map: ArgumentMap
    colors: Mapping[str, str] = attrs.field(
        default=NOTHING, converter=_validated, kw_only=True, hash=False
    )
    evaluation: "Evaluation | None" = attrs.field(
        default=None, kw_only=True, repr=False
    )
    left_out: int = attrs.field(default=0, kw_only=True, repr=False)
    changes: Mapping[str, "PartChange"] = attrs.field(
        default=NOTHING, kw_only=True, repr=False, hash=False
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what is no map."""
        require_map(self.argument_map, "Diagram")

    @classmethod
    def of(
        cls,
        document: Document,
        request: Request,
        evaluation: "Evaluation | None" = None,
        changes: Mapping[str, "PartChange"] = NOTHING,
    ) -> "Diagram":
        """Return the diagram of a document that is asked for.

        With the verdicts that the request asks for, or those of an evaluation. A map
        with a status has it above itself. Raises UnknownPartError, and what `evaluate`
        raises.
        """
        view = request.view_of(document)
        has_status = view.argument_map.heading != view.argument_map.title
        if request.evaluate and evaluation is None:
            from argmap.evaluation import evaluate  # noqa: PLC0415 - most have none

            evaluation = evaluate(document.argument_map, request.evaluate)
        looks = {each.name: getattr(request, each.name) for each in attrs.fields(Look)}
        return cls(
            view.argument_map,
            colors=view.colors,
            evaluation=evaluation,
            left_out=view.left_out,
            changes=changes,
            **looks | {"heading": request.heading or has_status},
        )

    @cached_property
    def plan(self) -> Plan:
        """What is drawn, before anything has a place."""
        return plan(
            self.argument_map,
            self.colors,
            self.evaluation,
            with_schemes=self.schemes,
            changes=self.changes,
        )

    @cached_property
    def graph(self) -> "Graph":
        """The diagram in DOT, for others to edit and to draw."""
        from argmap.diagram.dot import graph, urls  # noqa: PLC0415 - one way out of many

        return graph(
            self.plan,
            readable_direction(self.plan, self.direction),
            self.theme.palette,
            urls=urls(self.argument_map),
            with_legend=self.legend,
        )

    @property
    def digraph(self) -> "graphviz.Digraph":
        """A new `graphviz.Digraph` of the diagram, to tweak and render at will."""
        return self.graph.digraph

    @cached_property
    def svg(self) -> str:
        """The picture as SVG.

        Raises EngineError when no engine is there or it fails, LimitError when
        the layout takes too long or too much memory.
        """
        return svg(self.plan, self._positions, self)

    @property
    def svg_as_graph(self) -> str | None:
        """The picture as SVG, if it is no list or need not be one; raises as `svg`."""
        if self._layout is Layout.LIST:
            return None
        return svg(self.plan, self._as_graph(), self)

    def numbered_svg(self, number: int) -> str:
        """Return the picture with ids that no other number has; raises as `svg`."""
        return svg(self.plan, self._positions, self, number=number)

    def inline_svg(self, number: int) -> str:
        """Return the picture as a part of a page.

        It shrinks with its column while its text can be read, and follows the page's
        colour scheme. Pictures on one page have different numbers, so that no id
        occurs twice. Raises what `svg` raises.
        """
        return svg(self.plan, self._positions, self, number=number, is_inline=True)

    @property
    def laid_out_as(self) -> Layout:
        """The layout of the picture: `graph` or `list`.

        With the layout `auto`, a graph if, on a page of this width, its text can be
        read, it is no more than 4 times as high as wide and no tangle, or if arrows are
        to lead in some direction. Raises as `svg`.
        """
        return Layout.LIST if self._positions.is_list else Layout.GRAPH

    @cached_property
    def _positions(self) -> Positions:
        layout = self._layout
        if layout is not Layout.LIST:
            graph = self._as_graph()
            if layout is Layout.GRAPH or self._is_readable(graph):
                return graph
        from argmap.diagram.listing.placing import lay_out_list  # noqa: PLC0415 - see above

        return lay_out_list(
            self.plan,
            page_width=self.width,
            columns=self.columns,
            max_lines=self.max_lines,
        )

    def _is_readable(self, graph: Positions) -> bool:
        return score(self.plan, graph, page_width=self.width).is_readable

    @property
    def _layout(self) -> Layout:
        """The layout as far as it can be known before there is one."""
        if self.layout is Layout.AUTO:
            if self.direction is not Direction.AUTO:
                return Layout.GRAPH
            if len(self.plan.boxes) > _MOST_IN_A_GRAPH or self.plan.is_a_tangle:
                return Layout.LIST
        return self.layout

    @property
    def _lay_out(self) -> Callable[[str], GraphvizLayout]:
        return partial(lay_out, engine=self.engine, timeout=self.timeout)

    def _as_graph(self) -> Positions:
        return lay_out_graph(
            self.plan,
            self._lay_out,
            direction=self.direction,
            page_width=self.width,
            max_lines=self.max_lines,
        )

    @property
    def outline(self) -> str:
        """The outline of the map, as text."""
        return outline(self.argument_map, self.evaluation)

    @cached_property
    def on_paper(self) -> str:
        """The picture as SVG with the colours fixed, as PNG and PDF have it."""
        if self.theme is Theme.AUTO:
            light = attrs.evolve(self, theme=Theme.LIGHT)
            return svg(self.plan, self._positions, light)
        return self.svg

    @property
    def pdf(self) -> bytes:
        """The picture as PDF, or with `paper` on whole pages of it.

        There it is a list, unless a graph is asked for. Raises MissingExtraError,
        LimitError for a claim that is larger than a page, and what `svg` raises.
        """
        if self.paper is None:
            from argmap.diagram import raster  # noqa: PLC0415 - one way out of many

            return raster.pdf(self.on_paper)
        from argmap.diagram.binding import bound  # noqa: PLC0415 - seldom wanted
        from argmap.diagram.graph_on_paper import graph_on_paper  # noqa: PLC0415 - likewise
        from argmap.diagram.list_on_paper import list_on_paper  # noqa: PLC0415 - likewise

        if self.layout is Layout.GRAPH:
            return bound(graph_on_paper(self.plan, self, self._lay_out))
        return bound(list_on_paper(self.plan, self))

    def render(self, format: str = "svg") -> bytes:  # noqa: A002 - as Graphviz names it
        """Return the picture as a file's content: one of `PICTURES`.

        Raises UnknownFormatError, what `svg` and `pdf` raise, MissingExtraError where
        PNG or PDF wants a package that is not installed, and OptionError for paper
        that is no PDF. Warns with
        MissingGlyphsWarning as `missing_glyphs` finds.
        """
        if format not in PICTURES:
            msg = f"a picture is one of {', '.join(PICTURES)}, not {format!r}"
            raise UnknownFormatError(msg)
        if self.paper and format != "pdf":
            msg = f"paper is for pdf, not for {format}"
            raise OptionError(msg, "paper")
        return PICTURES[format](self)

    def missing_glyphs(self, format: str) -> tuple[Diagnostic, ...]:  # noqa: A002 - see above
        """Find the letters that the picture as `png` or `pdf` shows as boxes.

        No font that is installed has them. Raises what `svg` raises, and
        MissingExtraError.
        """
        from argmap.diagram import raster  # noqa: PLC0415 - one way out of many

        return raster.missing_glyphs(self.on_paper, format)

    def save(self, path: AnyPath) -> None:
        """Write the picture to a file, in the format that its suffix names.

        The file is there whole or not at all; folders it is to be in are made. Raises
        UnknownFormatError, WriteError, and what `render` raises.
        """
        write_file(path, self.render(format_of_suffix(path)))

    @property
    def page(self) -> str:
        """The list, the graph and what there is to say of them, as a page of HTML.

        It always shows verdicts, grounded ones of this map if the diagram has no
        others. Raises what `svg` raises.
        """
        return self._page(with_graph=True)

    @property
    def page_as_list(self) -> str:
        """The page without the graph, so that nothing has to be laid out for it."""
        return self._page(with_graph=False)

    def _page(self, *, with_graph: bool) -> str:
        from argmap.diagram.page import page  # noqa: PLC0415 - most are never read so
        from argmap.evaluation import evaluate  # noqa: PLC0415 - likewise

        evaluation = self.evaluation or evaluate(self.argument_map)
        judged = self if self.evaluation else attrs.evolve(self, evaluation=evaluation)
        return page(
            judged.plan,
            judged.svg_as_graph if with_graph else None,
            evaluation,
            self.argument_map,
            self.theme,
            with_source=self.with_source,
        )

    def _repr_mimebundle_(self, **_: object) -> display.Bundle:
        """Return what a notebook shows."""
        return display.show(self)


def _png(diagram: Diagram) -> bytes:
    from argmap.diagram import raster  # noqa: PLC0415 - one way out of many

    return raster.png(diagram.on_paper)


def _mermaid(diagram: Diagram) -> bytes:
    from argmap.diagram.mermaid import mermaid  # noqa: PLC0415 - one way out of many

    return mermaid(diagram.plan, diagram.direction).encode()


PICTURES: dict[str, Callable[[Diagram], bytes]] = {
    "svg": lambda diagram: diagram.svg.encode(),
    "png": _png,
    "pdf": lambda diagram: diagram.pdf,
    "dot": lambda diagram: diagram.graph.source.encode(),
    "mermaid": _mermaid,
    "text": lambda diagram: f"{diagram.outline}\n".encode(),
    "html": lambda diagram: diagram.page.encode(),
}
"""What a diagram can be rendered as, by name."""
SUFFIXES: Final = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
}
"""The format that each suffix of a file names; a format's first is its own."""


def format_of_suffix(path: AnyPath) -> str:
    """Return the format that a file's suffix names; raises UnknownFormatError.

    >>> format_of_suffix("maps/Rents.GV")
    'dot'
    """
    try:
        return SUFFIXES[Path(path).suffix.lower()]
    except KeyError:
        msg = f"the suffix of '{os.fspath(path)}' is none of {', '.join(SUFFIXES)}"
        raise UnknownFormatError(msg) from None


def draw(
    argument_map: ArgumentMap,
    *,
    colors: Mapping[str, str] = NOTHING,
    evaluation: "Evaluation | None" = None,
    since: "ArgumentMap | Diff | None" = None,
    **options: Unpack[Options],
) -> Diagram:
    r"""Return the diagram of a map; nothing is laid out before it is looked at.

    `colors` leads from the ids of parts to colours such as `#1b9e77`. With an
    `evaluation`, of this map or one that it is a part of, the picture shows the
    verdicts and what decides them; `evaluate` has them worked out, by the grounded
    semantics (True) or by the one it names. `section` or `focus` and `depth` draw a
    part of the map, named by ids. `since` is an earlier map, or the `diff` from it to
    this one: what is new, gone or changed is marked, and what is gone is drawn too.
    `whole` draws prose, too, and `arguments` says how reconstructed ones are drawn: by
    their "steps" or "folded". The other options are those of `Look`: `layout` ("graph"
    or "list"), `width` in pixels, `columns`, `max_lines`, `direction`, `theme`, `paper`
    and so on.

    Raises ValueError for a colour, layout, theme, engine or semantics that is none,
    OptionError for a depth without a focus and a number that is too small,
    UnknownPartError, and TypeError for what is no map.

    >>> from argmap import Claim, Inference
    >>> a, b, c = Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")
    >>> steps = Inference([a], conclusion=b), Inference([b], conclusion=c)
    >>> draw(ArgumentMap.of(a, b, c, *steps), focus="a").outline
    'B.\n  + A.'
    """
    require_map(argument_map, "draw")
    for name in options.keys() - {*REQUEST_OPTIONS}:
        msg = f"draw() got an unexpected keyword argument '{name}'"
        raise TypeError(with_likely(msg, name, REQUEST_OPTIONS))
    changes: Mapping[str, PartChange] = NOTHING
    if since is not None:
        from argmap.changes import Diff, diff  # noqa: PLC0415 - seldom wanted

        since = since if isinstance(since, Diff) else diff(since, argument_map)
        argument_map, changes = since.both(argument_map)
    document = Document(argument_map, "", view=View(argument_map, colors))
    return Diagram.of(document, Request(**options), evaluation, changes)


def render(
    argument_map: ArgumentMap,
    format: str = "svg",  # noqa: A002 - as Graphviz names it
    *,
    colors: Mapping[str, str] = NOTHING,
    evaluation: "Evaluation | None" = None,
    **options: Unpack[Options],
) -> bytes:
    r"""Return a map's picture as a file's content.

    Takes what `draw` takes and raises what `Diagram.render` raises.

    >>> from argmap import Claim
    >>> render(ArgumentMap([Claim("rose", "Rents rose.")]), "text")
    b'Rents rose.\n'
    """
    require_map(argument_map, "render")
    diagram = draw(argument_map, colors=colors, evaluation=evaluation, **options)
    return diagram.render(format)
