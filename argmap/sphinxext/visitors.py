"""Writers of the nodes: as HTML, LaTeX, plain text and manual pages.

Any other writer takes the words for paragraphs, which is what they are made of.
"""

import re
from html import escape
from pathlib import Path
from typing import Any, Final

from docutils import nodes

from argmap.diagram.outline_html import list_tags
from argmap.diagram.scrolling import SHRINKS_TO, links_beside, scroll_box, thesis_mark
from argmap.diagram.svg import print_rules
from argmap.diagram.svg_shapes import natural_size
from argmap.formats import write_bytes
from argmap.sphinxext.nodes import (
    argmap_line,
    argmap_outline,
    argmap_picture,
    href_of,
    lines_by_part,
)

_STYLE: Final = re.compile(r"<style>[^<]*</style>\n")
_DESCRIPTION: Final = re.compile("(<desc [^>]*>)[^<]*")
_SLAB: Final = re.compile(r'<rect class="paper"[^>]*>\n')
_KEY: Final = re.compile(r'<svg [^>]*?\bid="([^"]+)"')
_LINK: Final = re.compile("<a [^>]*>|</a>")
_PAGE: Final = 455, 650
"""The width and height of the text on a page as Sphinx lays it out, in points."""
_INDENT: Final = 2
"""What a level is indented by, in characters."""


def on_paper(svg: str) -> str:
    """Return a picture in one scheme of colours, the light one where it has two."""
    return _STYLE.sub("", svg, count=1)


def scale_on_paper(svg: str) -> float:
    """Return how large a picture is on a page, where 1 is its natural size."""
    width, height = natural_size(svg)
    return min(1, _PAGE[0] / width, _PAGE[1] / height)


def visit_picture_html(translator: Any, node: argmap_picture) -> None:
    """Put the picture in a box that it fills; where it is much wider it scrolls.

    Its colours follow the page's, by argmap.css.
    """
    svg = _linked(translator, node)
    if (plain := on_paper(svg)) != svg:
        plain = _SLAB.sub("", plain, count=1)
        svg = plain.replace('class="argmap"', 'class="argmap argmap-auto"', 1)
    svg = _printable(svg)
    if node["alt"] != node["summary"]:
        alt = escape(node["alt"])
        svg = _DESCRIPTION.sub(lambda begin: begin[1] + alt, svg, count=1)
    looks = f' style="{_size(svg, node["width"])}"'
    svg = svg.replace("<svg", f"<svg{looks}", 1)
    box = f"{node['key']}-{node['thesis']}"
    mark = thesis_mark(node["svg"], box, node["width"])
    translator.body.append(
        scroll_box(svg, node["alt"], mark) + _links(translator, node)
    )
    if node["outline"] == "none":
        raise nodes.SkipNode
    is_open = ' open="open"' if node["outline"] == "visible" else ""
    translator.body.append(
        f'<details class="argmap-outline"{is_open}><summary>Outline</summary>\n'
    )


def _links(translator: Any, node: argmap_picture) -> str:
    """Return links to what has a page of its own, if there is any."""
    if "page" not in node:
        return ""
    builder = translator.builder

    def publish(text: str, suffix: str) -> str:
        name = f"argmap-{node['name']}.{suffix}"
        folder = Path(builder.outdir, builder.imagedir)
        folder.mkdir(parents=True, exist_ok=True)
        write_bytes(folder / name, text.encode())
        return f"{builder.imgpath}/{name}"

    return links_beside(node["svg"], node["page"], publish)


def _printable(svg: str) -> str:
    """Return a picture with what a browser has to know to print it."""
    key = _KEY.search(svg)
    assert key  # noqa: S101 - every picture of ours has one
    rules = f"<style>{print_rules(key[1], *natural_size(svg))}</style>\n"
    return svg.replace("</desc>\n", f"</desc>\n{rules}", 1)


def depart_picture_html(translator: Any, _: argmap_picture) -> None:
    """End the outline below the picture."""
    translator.body.append("</details>\n")


def _size(svg: str, width: str) -> str:
    shown = f"width:{width}"
    if not width or width[-1] == "%":
        least = natural_size(svg)[0] * SHRINKS_TO
        shown = f"{'width' if width else 'max-width'}:100%;min-width:{least:.0f}px"
    return f"{shown};height:auto"


def _linked(translator: Any, node: argmap_picture) -> str:
    """Return the picture with ids of its own, the anchors of claims, and links.

    A page can have a picture twice, and a document made of several pages a claim.
    """
    number = getattr(translator, "argmap_pictures", 0)
    translator.argmap_pictures = number + 1
    if number == 0:
        translator.argmap_anchors = set()
    key = f"{node['key']}-{number}"
    lines = dict(lines_by_part(node))

    def box(found: re.Match[str]) -> str:
        part, rest = found.groups()
        line = lines[part]
        anchor = next(iter(line["ids"]), "")
        if not anchor or anchor in translator.argmap_anchors:
            anchor = f"{key}-{part}"
        translator.argmap_anchors.add(anchor)
        drawn = f'<g id="{escape(anchor)}" {rest}'
        href = href_of(line)
        looks = ' class="named"' if line.get("is_named") else ""
        if not href:
            return drawn
        drawn = _LINK.sub("", drawn)  # no link may be inside another one
        return f'<a href="{escape(href)}"{looks}>{drawn}</a>'

    claims = re.compile(rf'<g id="{key}-([^"]+)" (class="claim".*?</g>)', re.DOTALL)
    svg = claims.sub(box, node["svg"].replace(node["key"], key))
    return svg.replace('role="img"', 'role="group"', 1) if "<a href" in svg else svg


def visit_picture_latex(translator: Any, node: argmap_picture) -> None:
    """Put in the picture that was made for paper, with the anchors of its claims."""
    for _, line in lines_by_part(node):
        for anchor in line["ids"]:
            translator.body.append(translator.hypertarget(anchor))
    width = translator.latex_image_length(node["width"]) if node["width"] else ""
    size = f"[width={width}]" if width else ""
    translator.body.append(f"\\sphinxincludegraphics{size}{{{node['pdf']}}}")
    raise nodes.SkipNode


def visit_outline_html(translator: Any, node: argmap_outline) -> None:
    """Begin a list, in which every line has those below it."""
    depths = (line["depth"] for line in node.findall(argmap_line))
    translator.argmap_tags = list_tags(depths, '<ul class="simple">')
    translator.body.append('<div class="argmap-words">')


def depart_outline_html(translator: Any, _: argmap_outline) -> None:
    """End the list with all that is open in it."""
    translator.body.append(f"{next(translator.argmap_tags)}</div>\n")


def visit_line_html(translator: Any, node: argmap_line) -> None:
    """Begin an item of the list that has its depth; it stays open for those below."""
    is_drawn = isinstance(node.parent.parent, argmap_picture)
    anchors = [] if is_drawn else node["ids"]
    tags = next(translator.argmap_tags), "<li>", *map(_anchor, anchors)
    translator.body.append("".join(tags))


def _anchor(name: str) -> str:
    return f'<span id="{escape(name)}"></span>'


def visit_outline_latex(translator: Any, _: argmap_outline) -> None:
    """Begin paragraphs close to each other."""
    translator.body.append(
        "\n\\par\\begingroup\\parindent=0pt\\parskip=2pt\\raggedright\n"
    )


def depart_outline_latex(translator: Any, _: argmap_outline) -> None:
    """End them."""
    translator.body.append("\\par\\endgroup\n\n")


def visit_line_latex(translator: Any, node: argmap_line) -> None:
    """Begin a paragraph as far to the right as it is deep."""
    left = 1.2 * node["depth"]
    translator.body.append(
        f"{{\\leftskip={left:.1f}em\\hangindent=1em\\hangafter=1\\relax{{}}"
    )
    for anchor in node["ids"]:
        translator.body.append(translator.hypertarget(anchor))


def depart_line_latex(translator: Any, _: argmap_line) -> None:
    """End the paragraph inside its group, so that it is set as the group has it."""
    translator.body.append("\\par}\n")


def visit_outline_text(translator: Any, _: argmap_outline) -> None:
    """Begin an indented block."""
    translator.new_state()


def depart_outline_text(translator: Any, _: argmap_outline) -> None:
    """End it with an empty line."""
    translator.states[-1].append((0, [""]))
    translator.end_state(wrap=False)


def visit_line_text(translator: Any, node: argmap_line) -> None:
    """Begin a line as far to the right as it is deep."""
    translator.new_state(_INDENT * node["depth"])


def depart_line_text(translator: Any, _: argmap_line) -> None:
    """End the line without an empty one."""
    translator.end_state(end=None)


def visit_line_man(translator: Any, node: argmap_line) -> None:
    """Begin a paragraph as far to the right as it is deep."""
    translator.ensure_eol()
    translator.body.append(translator.defs["indent"][0] % (_INDENT * node["depth"]))
    translator.visit_paragraph(node)


def depart_line_man(translator: Any, node: argmap_line) -> None:
    """End the paragraph."""
    translator.depart_paragraph(node)
    translator.body.append(translator.defs["indent"][1])


def passed(_translator: Any, _: nodes.Node) -> None:
    """Write nothing: the lines are all there is."""
