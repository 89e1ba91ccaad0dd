"""Reports to the builder of a documentation of what is wrong with a map.

Each finding is a warning of Sphinx at its own line, of the type `argmap` and with
the finding's code as its subtype; what is only remarkable is logged as information.
"""

from collections.abc import Iterable

from docutils import nodes
from sphinx.util import logging

from argmap.diagnostics import Diagnostic, Severity
from argmap.words import first_lines, one_line, visible_lines

_LOGGER = logging.getLogger(__name__)
_LONGEST = 60
"""How many lines of a text are shown on a page where there should be a picture."""


def log_diagnostic(
    finding: Diagnostic,
    location: str | nodes.Node,
    about: str = "",
    *,
    is_once: bool = False,
) -> None:
    """Log a finding at its location, a node or `path:line`, or once for all."""
    words = [str(finding), finding.help, about]
    log = _LOGGER.info if finding.severity is Severity.INFO else _LOGGER.warning
    log(
        "%s",
        "; ".join(one_line(each) for each in words if each),
        location=location or None,
        once=is_once,
        type="argmap",
        subtype=finding.code,
    )


def failure(problems: Iterable[str], text: str = "") -> nodes.Element:
    """Return what stands in a picture's place: what is wrong with which text."""
    box = nodes.error("", nodes.paragraph("", "This argument map cannot be drawn:"))
    box += _verbatim("\n".join(problems))
    if text.strip():
        box += _verbatim(text)
    return box


def _verbatim(text: str) -> nodes.literal_block:
    shown = visible_lines(first_lines(text, _LONGEST))
    return nodes.literal_block(shown, shown, language="none")
