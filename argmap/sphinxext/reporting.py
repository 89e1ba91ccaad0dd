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


def log_diagnostic(finding: Diagnostic, location: str | nodes.Node) -> None:
    """Log a finding at its location: a node, `path:line`, or nothing.

    What is said of a line is said once, however many pages show its file. Sphinx takes
    records for the same that have the same arguments, so the line is one of them.
    """
    words = "; ".join(one_line(each) for each in (str(finding), finding.help) if each)
    log = _LOGGER.info if finding.severity is Severity.INFO else _LOGGER.warning
    is_line = isinstance(location, str)
    log(
        "%s%.0s",
        words,
        location if is_line else "",
        location=location or None,
        once=is_line,
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
