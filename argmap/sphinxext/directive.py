"""The directive: a figure of the map that an author asks for, or what is wrong."""

from collections.abc import Callable
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from argmap.diagnostics import Diagnostic, Severity
from argmap.diagram import Diagram
from argmap.errors import ArgmapError, OptionError
from argmap.evaluation import Evaluation, evaluate
from argmap.links import link_of
from argmap.model import Argument, Claim
from argmap.sphinxext.cache import Cache
from argmap.sphinxext.claims import has_mentions
from argmap.sphinxext.domain import ArgmapDomain, domain_of, has_name
from argmap.sphinxext.nodes import (
    argmap_picture,
    lines_by_part,
    link,
    pending,
    unsafe_link,
)
from argmap.sphinxext.pictures import lay_out, picture_of
from argmap.sphinxext.reporting import failure, log_diagnostic
from argmap.sphinxext.settings import AnyOption, Settings, finding_of
from argmap.sphinxext.sources import Source, line_of_option, source_of


class ArgmapDirective(SphinxDirective):
    """`.. argmap::` with a file, a text below it, or `:object:`."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = AnyOption(
        caption=str  # MyST looks for options only where there are some
    )

    def run(self) -> list[nodes.Node]:
        """Return the figure; where there is none to draw, a box that says why."""
        try:
            settings = Settings.of(self.options, self.config)
            source = source_of(self, settings.object, settings.format)
            findings = list(source.findings(is_checked=self.config.argmap_check))
            for finding, location in findings:
                log_diagnostic(finding, location)
            if source.document.has_errors:
                return [self._broken(source)]
            figure = self._figure(settings, source)
            return [figure, *self._answer(source)] if settings.answer else [figure]
        except ExceptionGroup as group:
            problems = []
            for error in group.exceptions:
                assert isinstance(error, OptionError)  # noqa: S101 - as they were raised
                finding = finding_of(error)
                log_diagnostic(finding, line_of_option(self, error.option))
                problems.append(str(finding))
            return [failure(problems, "\n".join(self.content))]
        except ArgmapError as error:
            finding = Diagnostic("map", str(error), severity=Severity.ERROR)
            log_diagnostic(finding, self.get_location())
            return [failure([str(error)], "\n".join(self.content))]

    def _broken(self, source: Source) -> nodes.Node:
        """Return what is wrong with a text, each finding with its line."""
        document, root = source.document, self.env.srcdir
        errors = [e for e in document.diagnostics if e.severity is Severity.ERROR]
        return failure((source.shown(each, root) for each in errors), document.text)

    def _figure(self, settings: Settings, source: Source) -> nodes.Node:
        diagram = Diagram.of(source.document, settings.request)
        node = self._picture(settings, source, diagram)
        self._link(node, diagram, source)
        figure = nodes.figure("", node, classes=["argmap"])
        self.set_source_info(figure)
        for name, value in (("align", settings.align), ("width", settings.width)):
            if value:
                figure[name] = value
        if settings.caption:
            inlines, messages = self.parse_inline(settings.caption)
            caption = nodes.caption(settings.caption, "", *inlines, *messages)
            self.set_source_info(caption)  # what has no place is not translated
            figure += caption
        self.add_name(figure)
        return figure

    def _answer(self, source: Source) -> list[nodes.Node]:
        """Return what the whole map comes to, as the command line says it."""
        words = str(evaluate(source.document.argument_map).answer())
        node = nodes.literal_block(words, words, language="none")
        self.set_source_info(node)
        return [node]

    def _picture(
        self, settings: Settings, source: Source, diagram: Diagram
    ) -> argmap_picture:
        """Lay the map out; builders that want a picture log what goes wrong.

        One that names claims of other pages has to wait for them.
        """
        node = picture_of(diagram, settings.alt)
        node["outline"], node["width"] = settings.outline, settings.width
        self.set_source_info(node)
        if has_mentions(diagram.argument_map):
            numbered = self._domain.note_unfinished(source.document, settings.request)
            node["unfinished"] = numbered
            return node
        lay_out(node, diagram, Cache.of(self.env.doctreedir))
        if "name" in node:
            self._domain.note_picture(node["name"])
        return node

    @property
    def _domain(self) -> ArgmapDomain:
        return domain_of(self.env)

    def _link(self, node: argmap_picture, diagram: Diagram, source: Source) -> None:
        """Make every claim a target, and a link to what it names or is defined at."""
        boxes = {box.part for box in diagram.plan.boxes if not box.is_question}
        evaluation = diagram.evaluation or evaluate(source.document.argument_map)
        for part_id, line in list(lines_by_part(node)):
            if part_id not in boxes:
                continue
            part = diagram.argument_map.proposition(part_id)
            place = source.place_of(part_id)
            definition = self._target(line, part, evaluation, place)
            kind, named = self._link_of(part)
            line["is_named"] = bool(kind)
            if kind == "url":
                if finding := unsafe_link(part, named):
                    log_diagnostic(finding, place)
                else:
                    link(line, nodes.reference("", "", refuri=named, internal=False))
            elif kind == "any":
                self._refer(
                    line, place, named, reftype="any", refdomain="", refwarn=True
                )
            elif definition:
                self._refer(line, place, part_id, **definition)

    def _link_of(self, part: Claim | Argument) -> tuple[str, str]:
        """Return what the author links a claim to, an inventory's objects too."""
        kind, named = link_of(part.data) or ("", "")
        inventory, colon, _ = named.partition(":")
        known = getattr(self.config, "intersphinx_mapping", {})
        is_inventory = colon and inventory in known and "url" not in part.data
        return ("any" if is_inventory else kind), named

    def _target(
        self,
        line: nodes.Element,
        part: Claim | Argument,
        evaluation: Evaluation,
        place: str,
    ) -> dict[str, object]:
        """Make a claim a target; return what a link to its definition has to hold."""
        if not has_name(part):
            return {}
        document = self.state.document
        argument_map = evaluation.argument_map
        verdict = evaluation.verdicts.get(part.id)
        shown = self._domain.note_claim(part, argument_map, verdict, place, document)
        if shown.anchor:
            line["ids"].append(shown.anchor)
            document.note_explicit_target(line)
        return {"refdomain": "argmap", "reftype": "claim", "claim": shown}

    def _refer(
        self, line: nodes.Element, place: str, target: str, **kind: object
    ) -> None:
        docname = self.env.docname
        link(line, pending(place, reftarget=target, refdoc=docname, **kind))
