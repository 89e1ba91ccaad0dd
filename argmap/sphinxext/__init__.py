"""Argument maps in Sphinx: a directive that draws them where the text speaks of them.

HTML gets the picture as inline SVG, which needs no script, LaTeX gets it as PDF, and
every other builder gets the outline, so that nothing of it is missing.
"""

from importlib.metadata import version
from pathlib import Path

from argmap.errors import MissingExtraError

try:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata
except ImportError as _error:
    raise MissingExtraError(wanted="argmap.sphinxext", extra="sphinx") from _error

from argmap.sphinxext import nodes, visitors
from argmap.sphinxext.cache import Cache
from argmap.sphinxext.directive import ArgmapDirective
from argmap.sphinxext.domain import ArgmapDomain, report_missing
from argmap.sphinxext.fallback import replace_pictures
from argmap.sphinxext.settings import add_config

__all__ = ["setup"]

_STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, the domain of claims and the keys of conf.py to Sphinx."""
    _add_nodes(app)
    for name in ("argmap", "argdown"):
        app.add_directive(name, ArgmapDirective)
    app.add_domain(ArgmapDomain)
    add_config(app)
    app.add_css_file("argmap.css")
    app.connect("builder-inited", _add_style)
    app.connect("env-updated", _when_read)
    app.connect("doctree-resolved", replace_pictures)
    app.connect("warn-missing-reference", report_missing)
    return {
        "version": version("argmap"),
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_nodes(app: Sphinx) -> None:
    app.add_node(
        nodes.argmap_picture,
        html=(visitors.visit_picture_html, visitors.depart_picture_html),
        latex=(visitors.visit_picture_latex, None),
    )
    app.add_node(
        nodes.argmap_outline,
        html=(visitors.visit_outline_html, visitors.depart_outline_html),
        latex=(visitors.visit_outline_latex, visitors.depart_outline_latex),
        text=(visitors.visit_outline_text, visitors.depart_outline_text),
        man=(visitors.passed, visitors.passed),
        texinfo=(visitors.passed, visitors.passed),
    )
    app.add_node(
        nodes.argmap_line,
        html=(visitors.visit_line_html, visitors.depart_line_html),
        latex=(visitors.visit_line_latex, visitors.depart_line_latex),
        text=(visitors.visit_line_text, visitors.depart_line_text),
        man=(visitors.visit_line_man, visitors.depart_line_man),
    )
    app.add_node(nodes.argmap_words)


def _add_style(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.config.html_static_path.append(str(_STATIC))


def _when_read(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Remove pictures that are shown no longer; return what has to be written anew."""
    domain = env.get_domain("argmap")
    assert isinstance(domain, ArgmapDomain)  # noqa: S101 - as it was set up
    Cache.of(app.doctreedir).prune(domain.pictures)
    return domain.led_elsewhere()
