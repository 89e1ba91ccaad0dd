"""Pages bound to one PDF, with bookmarks of sections and links from page to page.

No time and no random identifier is written: the same pages give the same bytes.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from argmap.diagram import raster
from argmap.diagram.paper import PaperPages
from argmap.diagram.positions import Placed
from argmap.errors import MissingExtraError

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import Fit, IndirectObject

_AIR = 10.0
"""In points, above what a link leads to."""


def bound(pages: PaperPages) -> bytes:
    """Return pages as one PDF; needs the extra `pdf`. Raises MissingExtraError."""
    try:
        from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(wanted="paper", extra="pdf") from error
    writer = PdfWriter()
    for picture in pages.pictures():
        reader = PdfReader(BytesIO(raster.pdf(picture)))
        writer.append(reader, import_outline=False)
    about = {
        "/Title": pages.plan.title or "Argument map",
        "/Author": pages.plan.author,
        "/Subject": pages.plan.summary,
    }
    writer.add_metadata({key: words for key, words in about.items() if words})
    _bookmark(writer, pages)
    _link(writer, pages)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _bookmark(writer: "PdfWriter", pages: PaperPages) -> None:
    """Add the titles of sections, those inside others below them."""
    groups = pages.plan.groups_by_part
    bookmarks: dict[str, IndirectObject] = {}
    for index, page in enumerate(pages.pages):
        for part, placed in page.positions.groups.items():
            if part in bookmarks:
                continue
            group = groups.get(part)  # which what is in no section has none
            above = bookmarks.get(group.parent) if group and group.parent else None
            bookmarks[part] = writer.add_outline_item(
                title=" ".join(line.words for line in placed.lines),
                page_number=index,
                parent=above,
                fit=_top_of(pages, placed),
            )


def _link(writer: "PdfWriter", pages: PaperPages) -> None:
    """Make every mention a link to what it mentions."""
    from pypdf.annotations import Link  # noqa: PLC0415 - an extra

    targets = _targets(pages)
    x, y = pages.corner
    for index, page in enumerate(pages.pages):
        for part, at in page.links:
            (left, top), (width, height) = at.corner, at.size
            bottom = pages.size[1] - y - top - height
            target, placed = targets[part]
            link = Link(
                rect=(x + left, bottom, x + left + width, bottom + height),
                border=[0, 0, 0],
                target_page_index=target,
                fit=_top_of(pages, placed),
            )
            writer.add_annotation(index, link)


def _targets(pages: PaperPages) -> Mapping[str, tuple[int, Placed]]:
    """Return the page of every claim, step and section, and where on it that is."""
    targets: dict[str, tuple[int, Placed]] = {}
    for index, page in enumerate(pages.pages):
        at = page.positions
        for all_ in (at.junctions, at.boxes, at.groups):
            for part, placed in all_.items():
                targets.setdefault(part, (index, placed))
    return targets


def _top_of(pages: PaperPages, placed: Placed) -> "Fit":
    """Return how a viewer shows something at the top of its window."""
    from pypdf.generic import Fit  # noqa: PLC0415 - an extra

    above = pages.corner[1] + placed.corner[1] - _AIR
    return Fit.xyz(left=0, top=round(pages.size[1] - above, 1))
