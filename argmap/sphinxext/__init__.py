"""Argument maps in Sphinx: a directive that draws them where the text speaks of them.

HTML gets the picture as inline SVG, which needs no script, LaTeX gets it as PDF, and
every other builder gets the outline, so that nothing of it is missing.
"""

from importlib.metadata import version
from pathlib import Path
from typing import Final

from argmap.errors import MissingExtraError

try:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata
except ImportError as _error:
    raise MissingExtraError(wanted="argmap.sphinxext", extra="sphinx") from _error

from argmap.sphinxext import nodes, visitors
from argmap.sphinxext.cache import Cache, name_of
from argmap.sphinxext.directive import ArgmapDirective
from argmap.sphinxext.domain import ArgmapDomain, domain_of, report_missing
from argmap.sphinxext.fallback import replace_pictures, shows_pictures
from argmap.sphinxext.pictures import Finishing
from argmap.sphinxext.settings import add_config
from argmap.sphinxext.table import TableDirective, Tables, argmap_table

__all__ = ["setup"]

_STATIC: Final = Path(__file__).parent / "static"
_STYLES: Final = {"argmap.css": "pictures", "argmap-words.css": "words"}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, the domain of claims and the keys of conf.py to Sphinx."""
    _add_nodes(app)
    for name in ("argmap", "argdown"):
        app.add_directive(name, ArgmapDirective)
    app.add_directive("argmap-table", TableDirective)
    app.add_domain(ArgmapDomain)
    app.add_post_transform(Finishing)
    app.add_post_transform(Tables)
    add_config(app)
    app.connect("builder-inited", _add_style)
    app.connect("env-updated", _when_read)
    app.connect("doctree-resolved", replace_pictures)
    app.connect("warn-missing-reference", report_missing)
    return {
        "version": version("argmap"),
        "env_version": 2,
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
        html=(visitors.visit_line_html, visitors.passed),
        latex=(visitors.visit_line_latex, visitors.depart_line_latex),
        text=(visitors.visit_line_text, visitors.depart_line_text),
        man=(visitors.visit_line_man, visitors.depart_line_man),
    )
    app.add_node(nodes.argmap_words)
    app.add_node(argmap_table)


def _add_style(app: Sphinx) -> None:
    """Add the style sheets; a book has words alone, and readers that know less."""
    if app.builder.format == "html":
        for name, folder in _STYLES.items():
            if folder == "words" or shows_pictures(app.builder):
                app.add_css_file(name)
                app.config.html_static_path.append(str(_STATIC / folder))


def _when_read(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Remove pictures that are shown no longer; return what has to be written anew."""
    domain = domain_of(env)
    finished = map(name_of, domain.all_finished())
    cache = Cache.of(app.doctreedir)
    cache.prune({*domain.pictures, *finished})
    if app.builder.name == "epub":
        app.config.epub_exclude_files.extend(cache.names_from(app.outdir))
    return domain.outdated()
