"""The claims of all maps that a documentation shows, as targets of links.

A claim is defined where it is shown first with its text, in the order of the documents'
names; where none shows its text, where it is named first. A map shown again, or in
parts, repeats claims and defines none of them anew.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, Index, IndexEntry, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_id, make_refnode
from sphinx.util.typing import RoleFunction

from argmap.diagnostics import Diagnostic
from argmap.diagram import Diagram
from argmap.diagram.request import Request
from argmap.formats import Document
from argmap.formats.ids import UNTITLED_ARGUMENT, UNTITLED_CLAIM
from argmap.model import Argument, ArgumentMap, Claim, Verdict
from argmap.sphinxext.claims import Shown, completed
from argmap.sphinxext.reporting import log_diagnostic
from argmap.suggestions import did_you_mean

if TYPE_CHECKING:
    from docutils.nodes import Element

_PREFIX = "argmap-claim"
_BY_DOCUMENT: Final = ("shown", "pictures", "unfinished", "tables")


def has_name(part: Claim | Argument) -> bool:
    """Return whether somebody named it, so that its id stays when the text changes."""
    return not (
        UNTITLED_CLAIM.fullmatch(part.id) or UNTITLED_ARGUMENT.fullmatch(part.id)
    )


class _ClaimIndex(Index):
    """All claims, by their names."""

    name = "claims"
    localname = "Index of claims"
    shortname = "claims"

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the claims under the letters that their names begin with."""
        wanted = None if docnames is None else set(docnames)
        found: dict[str, list[IndexEntry]] = {}
        assert isinstance(self.domain, ArgmapDomain)  # noqa: S101 - whose index it is
        claims = sorted(
            self.domain.definitions.values(),
            key=lambda each: (each.name.casefold(), each.name),
        )
        for each in claims:
            if wanted is None or each.docname in wanted:
                entry = IndexEntry(
                    each.name, 0, each.docname, each.anchor, "", "", each.words
                )
                found.setdefault(each.name[0].upper(), []).append(entry)
        return sorted(found.items()), False


class ArgmapDomain(Domain):
    """Claims of argument maps, and the names of the pictures that show them."""

    name = "argmap"
    label = "Argument maps"
    object_types: ClassVar[dict[str, ObjType]] = {"claim": ObjType("claim", "claim")}
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        "claim": XRefRole(warn_dangling=True, innernodeclass=nodes.inline)
    }
    indices: ClassVar[list[type[Index]]] = [_ClaimIndex]
    initial_data: ClassVar[dict[str, Any]] = {
        **{kind: {} for kind in _BY_DOCUMENT},
        "defined": {},
        "listed": "",
    }
    data_version = 2
    _definitions: dict[str, Shown] | None = None

    @property
    def definitions(self) -> dict[str, Shown]:
        """Where every claim is defined, by its name."""
        if self._definitions is None:
            found: dict[str, Shown] = {}
            for each in self.shown():
                first = found.setdefault(each.name, each)
                if first.is_mentioned and not each.is_mentioned:
                    anchored = self.data["shown"][each.docname][each.name][0]
                    found[each.name] = each._replace(anchor=anchored.anchor)
            self._definitions = found
        return self._definitions

    def shown(self) -> Iterator[Shown]:
        """Yield all that maps show, in the order of the documents' names."""
        for _, shown in sorted(self.data["shown"].items()):
            for claims in shown.values():
                yield from claims

    def outdated(self) -> list[str]:
        """Return the documents that show what has changed on other pages since."""
        before, listed = self.data["defined"], self.data["listed"]
        now = {
            name: (each.docname, each.anchor, each.says)
            for name, each in self.definitions.items()
        }
        self.data["defined"] = now
        shown = repr([*self.shown()])
        self.data["listed"] = blake2b(shown.encode("utf-8", "replace")).hexdigest()
        lead_elsewhere = [
            docname
            for docname, shown in self.data["shown"].items()
            if any(before.get(name, now[name]) != now[name] for name in shown)
        ]
        is_listed_anew = self.data["listed"] != listed
        return [*lead_elsewhere, *(self.data["tables"] if is_listed_anew else ())]

    @property
    def pictures(self) -> set[str]:
        """The names of all pictures that were laid out when pages were read."""
        return {name for each in self.data["pictures"].values() for name in each}

    def note_unfinished(self, document: Document, request: Request) -> tuple[str, int]:
        """Note a map whose words are partly for others to say; return its number."""
        docname = self.env.docname
        unfinished = self.data["unfinished"].setdefault(docname, [])
        unfinished.append((document, request))
        return docname, len(unfinished) - 1

    def finished(self, docname: str, number: int) -> Diagram:
        """Return the diagram of such a map, now that all pages have been read."""
        document, request = self.data["unfinished"][docname][number]
        return Diagram.of(completed(document, self.definitions), request)

    def all_finished(self) -> Iterator[Diagram]:
        """Yield the diagrams of all such maps."""
        for docname, unfinished in self.data["unfinished"].items():
            for number in range(len(unfinished)):
                yield self.finished(docname, number)

    def note_table(self) -> None:
        """Note that the document that is read lists claims."""
        self.data["tables"][self.env.docname] = True

    def note_picture(self, name: str) -> None:
        """Note that the document that is read has a picture of this name."""
        self.data["pictures"].setdefault(self.env.docname, set()).add(name)

    def note_claim(
        self,
        part: Claim | Argument,
        argument_map: ArgumentMap,
        verdict: Verdict | None,
        place: str,
        document: nodes.document,
    ) -> Shown:
        """Note that the document that is read shows a claim."""
        docname = self.env.docname
        shown = self.data["shown"].setdefault(docname, {}).setdefault(part.id, [])
        anchor = "" if shown else make_id(self.env, document, _PREFIX, part.id)
        claim = Shown.of(
            part, argument_map, verdict, docname=docname, anchor=anchor, place=place
        )
        shown.append(claim)
        self._definitions = None
        return claim

    def clear_doc(self, docname: str) -> None:
        """Forget what a document shows."""
        for kind in _BY_DOCUMENT:
            self.data[kind].pop(docname, None)
        self._definitions = None

    def merge_domaindata(
        self, docnames: Iterable[str], otherdata: dict[str, Any]
    ) -> None:
        """Take over what another process has read."""
        for docname in docnames:
            for kind in _BY_DOCUMENT:
                if docname in otherdata[kind]:
                    self.data[kind][docname] = otherdata[kind][docname]
        self._definitions = None

    def check_consistency(self) -> None:
        """Report names under which two maps have different claims."""
        seen = set()
        for each in self.shown():
            first = self.definitions[each.name]
            if not each.agrees_with(first) and (each.name, each.says) not in seen:
                seen.add((each.name, each.says))
                message = f"another map has a different claim called '{each.name}'"
                finding = Diagnostic(
                    "duplicate-claim",
                    message,
                    help=f"links lead to the one in '{first.docname}'",
                )
                log_diagnostic(finding, each.place)

    def resolve_xref(
        self,
        env: BuildEnvironment,  # noqa: ARG002
        fromdocname: str,
        builder: Builder,
        typ: str,  # noqa: ARG002
        target: str,
        node: addnodes.pending_xref,
        contnode: "Element",
    ) -> nodes.reference | None:
        """Return a link to where a claim is defined; a picture's own has none.

        Neither has one in a picture that says something else under that name.
        """
        found = self.definitions.get(target)
        if found is None:
            return None
        claim = node.get("claim")
        if claim and (
            not claim.agrees_with(found)
            or (claim.anchor, fromdocname) == (found.anchor, found.docname)
        ):
            return contnode  # type: ignore[return-value] # Sphinx puts in what it gets
        if not node["refexplicit"]:
            contnode = nodes.inline("", found.called, classes=contnode["classes"])
        return make_refnode(
            builder, fromdocname, found.docname, found.anchor, contnode, found.called
        )

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: "Element",
    ) -> list[tuple[str, nodes.reference]]:
        """Return the claim, if there is one of this name."""
        found = self.resolve_xref(
            env, fromdocname, builder, "claim", target, node, contnode
        )
        return [("argmap:claim", found)] if found is not None else []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every claim for the inventory and the search."""
        for each in self.definitions.values():
            yield each.name, each.called, "claim", each.docname, each.anchor, 1


def domain_of(env: BuildEnvironment) -> ArgmapDomain:
    """Return the domain of a documentation."""
    domain = env.get_domain(ArgmapDomain.name)
    assert isinstance(domain, ArgmapDomain)  # noqa: S101 - as it was set up
    return domain


def report_missing(
    _: Sphinx, domain: Domain | None, node: addnodes.pending_xref
) -> bool:
    """Report a reference to a claim that there is not, and what was meant."""
    if not isinstance(domain, ArgmapDomain):
        return False
    target = node["reftarget"]
    finding = Diagnostic(
        "unknown-claim",
        f"no map shows a claim called '{target}'",
        help=did_you_mean(target, domain.definitions),
    )
    log_diagnostic(finding, node)
    return True
