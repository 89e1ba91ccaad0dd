"""From a map to its picture: `draw` for a value to keep, `render` for the bytes."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from argmap.diagram import raster
from argmap.diagram.color import color
from argmap.diagram.direction import readable_direction
from argmap.diagram.dot import digraph
from argmap.diagram.engine import TIMEOUT, Engine, lay_out
from argmap.diagram.mermaid import mermaid
from argmap.diagram.outline import outline
from argmap.diagram.plan import NOTHING, Plan, plan
from argmap.diagram.positions import Positions, read_positions
from argmap.diagram.style import Direction, Theme
from argmap.diagram.svg import svg
from argmap.display import Bundle
from argmap.errors import UnknownFormatError
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    import graphviz

    from argmap.evaluation import Evaluation


def _validated(colors: Mapping[str, str]) -> Mapping[str, str]:
    return {part: color(value) for part, value in colors.items()}


@attrs.frozen
class Diagram:
    """A map as it is to be drawn.

    `colors` leads from ids to colours: they fill arguments that have no steps and
    border claims and sections. With an `evaluation`, of this map or one that it is a
    part of, verdicts are shown. `with_source` puts the text of the sources, where it is
    at hand, on a page. `timeout` is the layout's deadline in seconds. In Jupyter it
    shows itself as a picture, or as its outline where that would take more than 2
    seconds.

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
    direction: Direction = attrs.field(
        default=Direction.AUTO, converter=Direction, kw_only=True
    )
    theme: Theme = attrs.field(default=Theme.AUTO, converter=Theme, kw_only=True)
    with_source: bool = attrs.field(default=False, kw_only=True)
    engine: Engine | None = attrs.field(
        default=None, converter=attrs.converters.optional(Engine), kw_only=True
    )
    timeout: float = attrs.field(default=TIMEOUT, kw_only=True)

    @cached_property
    def plan(self) -> Plan:
        """What is drawn, before anything has a place."""
        return plan(self.argument_map, self.colors, self.evaluation)

    @property
    def digraph(self) -> "graphviz.Digraph":
        """A new `graphviz.Digraph` of the diagram, to tweak and render at will."""
        direction = self.direction
        if direction is Direction.AUTO:
            direction = readable_direction(self.plan)
        return digraph(self.plan, direction, self.theme.palette)

    @cached_property
    def svg(self) -> str:
        """The picture as SVG.

        Raises EngineError when no engine is there or it fails, LimitError when
        the layout takes too long or too much memory.
        """
        return svg(self.plan, self._positions, self.theme)

    def numbered_svg(self, number: int) -> str:
        """Return the picture with ids that no other number has; raises as `svg`."""
        return svg(self.plan, self._positions, self.theme, number=number)

    def inline_svg(self, number: int) -> str:
        """Return the picture as a part of a page.

        It shrinks with its column while its text can be read, and follows the page's
        colour scheme. Pictures on one page have different numbers, so that no id
        occurs twice. Raises what `svg` raises.
        """
        return svg(
            self.plan, self._positions, self.theme, number=number, is_inline=True
        )

    @cached_property
    def _positions(self) -> Positions:
        layout = lay_out(self.digraph.source, engine=self.engine, timeout=self.timeout)
        return read_positions(self.plan, layout)

    @property
    def outline(self) -> str:
        """The map in words."""
        return outline(self.argument_map, self.evaluation)

    @property
    def on_paper(self) -> str:
        """The picture as SVG with the colours fixed, as PNG and PDF have it."""
        if self.theme is Theme.AUTO:
            return attrs.evolve(self, theme=Theme.LIGHT).svg
        return self.svg

    def render(self, format: str = "svg") -> bytes:  # noqa: A002 - as Graphviz names it
        """Return the picture as a file's content: one of `PICTURES`.

        Raises UnknownFormatError, what `svg` raises, and MissingExtraError where
        PNG or PDF wants a package that is not installed.
        """
        try:
            writer = PICTURES[format]
        except KeyError:
            msg = f"a picture is one of {', '.join(PICTURES)}, not {format!r}"
            raise UnknownFormatError(msg) from None
        return writer(self)

    @property
    def page(self) -> str:
        """The picture and what there is to say of it, as an HTML page of its own.

        It always tells verdicts, grounded ones of this map if the diagram has no
        others. Raises what `svg` raises.
        """
        from argmap.diagram.page import page  # noqa: PLC0415 - most are never read so
        from argmap.evaluation import evaluate  # noqa: PLC0415 - likewise

        if self.evaluation:
            return page(self, self.evaluation)
        evaluation = evaluate(self.argument_map)
        return page(attrs.evolve(self, evaluation=evaluation), evaluation)

    def _repr_mimebundle_(self, **_: object) -> Bundle:
        """Return what a notebook shows."""
        from argmap.diagram.notebook import show_diagram  # noqa: PLC0415 - few are

        return show_diagram(self)


PICTURES: dict[str, Callable[[Diagram], bytes]] = {
    "svg": lambda diagram: diagram.svg.encode(),
    "png": lambda diagram: raster.png(diagram.on_paper),
    "pdf": lambda diagram: raster.pdf(diagram.on_paper),
    "dot": lambda diagram: diagram.digraph.source.encode(),
    "mermaid": lambda diagram: mermaid(diagram.plan, diagram.direction).encode(),
    "text": lambda diagram: f"{diagram.outline}\n".encode(),
    "html": lambda diagram: diagram.page.encode(),
}
"""What a diagram can be rendered as, by name."""


def draw(
    argument_map: ArgumentMap,
    *,
    colors: Mapping[str, str] = NOTHING,
    evaluation: "Evaluation | None" = None,
    direction: Direction | str = Direction.AUTO,
    theme: Theme | str = Theme.AUTO,
    with_source: bool = False,
    engine: Engine | str | None = None,
    timeout: float = TIMEOUT,
) -> Diagram:
    """Return the diagram of a map; nothing is laid out before it is looked at.

    `colors` leads from the ids of parts to colours such as `#1b9e77`. With an
    `evaluation`, of this map or one that it is a part of, the picture tells the
    verdicts and what decides them. `with_source` puts the text of the sources on a
    page beside the picture. Raises ValueError for a colour, direction, theme
    or engine that is none.
    """
    return Diagram(
        argument_map,
        colors=colors,
        evaluation=evaluation,
        direction=direction,
        theme=theme,
        with_source=with_source,
        engine=engine,
        timeout=timeout,
    )


def render(  # noqa: PLR0913 - as `draw`
    argument_map: ArgumentMap,
    format: str = "svg",  # noqa: A002 - as Graphviz names it
    *,
    colors: Mapping[str, str] = NOTHING,
    evaluation: "Evaluation | None" = None,
    direction: Direction | str = Direction.AUTO,
    theme: Theme | str = Theme.AUTO,
    with_source: bool = False,
    engine: Engine | str | None = None,
    timeout: float = TIMEOUT,
) -> bytes:
    r"""Return a map's picture as a file's content.

    Takes what `draw` takes and raises what `Diagram.render` raises.

    >>> from argmap import Claim
    >>> render(ArgumentMap([Claim("rose", "Rents rose.")]), "text")
    b'Rents rose.\n'
    """
    diagram = draw(
        argument_map,
        colors=colors,
        evaluation=evaluation,
        direction=direction,
        theme=theme,
        with_source=with_source,
        engine=engine,
        timeout=timeout,
    )
    return diagram.render(format)
