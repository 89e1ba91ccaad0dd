"""Pictures put into their nodes: most when a page is read, some once all pages are.

A map that names claims whose text is on another page can be drawn only when that has
been read too.
"""

from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from argmap.diagram import Diagram
from argmap.diagram.scrolling import first_in_view, is_wide
from argmap.errors import EngineError, LimitError
from argmap.sphinxext.cache import Cache
from argmap.sphinxext.domain import domain_of
from argmap.sphinxext.nodes import argmap_picture, lines_by_part, link, outline_of


def picture_of(diagram: Diagram, alt: str) -> argmap_picture:
    """Return the node of a picture that is still to be laid out, with its words."""
    summary = diagram.plan.summary
    words = outline_of(diagram)
    key = diagram.plan.key
    thesis = first_in_view(diagram.argument_map)
    return argmap_picture(
        "", words, key=key, alt=alt or summary, summary=summary, thesis=thesis
    )


def lay_out(node: argmap_picture, diagram: Diagram, cache: Cache) -> None:
    """Put the picture into its node, or why there is none."""
    try:
        node["name"], node["svg"] = cache.svg(diagram)
        if is_wide(node["svg"]):
            node["page"] = diagram.page_as_list
    except (EngineError, LimitError) as error:
        node["problem"] = str(error)


def lay_out_late(node: argmap_picture, env: BuildEnvironment) -> None:
    """Put the picture into a node that waited for other pages."""
    if "unfinished" in node:
        diagram = domain_of(env).finished(*node["unfinished"])
        lay_out(node, diagram, Cache.of(env.doctreedir))


class Finishing(SphinxPostTransform):
    """Puts the words of other pages in, before their links are resolved."""

    default_priority: ClassVar[int] = 5

    def run(self, **_: Any) -> None:
        """Complete the maps of the document that wait."""
        domain = domain_of(self.env)
        for node in list(self.document.findall(argmap_picture)):
            if "unfinished" in node:
                diagram = domain.finished(*node["unfinished"])
                alt = "" if node["alt"] == node["summary"] else node["alt"]
                finished = picture_of(diagram, alt)
                _take_over_links(node, finished)
                node.attributes.update(finished.attributes)
                node[:] = finished[:]


def _take_over_links(node: argmap_picture, finished: argmap_picture) -> None:
    """Give lines the ids and the links of those about the same parts before."""
    lines = dict(lines_by_part(finished))
    for part, before in lines_by_part(node):
        line = lines[part]
        line["ids"] = before["ids"]
        line["is_named"] = before.get("is_named", False)
        last = before[-1]
        if isinstance(last, nodes.reference | addnodes.pending_xref):
            last.clear()
            link(line, last)
