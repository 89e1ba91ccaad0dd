"""The protocol's side: requests in, answers out.

Positions count what the editor counts, UTF-16 unless it asks for something else.
What stands nowhere in a text gets an empty answer.
"""

import asyncio
import os
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeAlias

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import FormatError
from argmap.formats.argdown.formatter import format_text
from argmap.language_server.index import File, Index, Node, Occurrence, Proposal, Use
from argmap.model import Argument, Claim, Section
from argmap.words import truncate

_PAUSE: Final = 0.15
"""The seconds without typing after which findings are reported."""
_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_MEND_ALL: Final = "mend all that only one change can mend"
_FIX_ALL: Final = "source.fixAll.argmap"
"""A kind of action that editors can be told to do on every save."""
_SYMBOLS: Final = {
    Section: types.SymbolKind.Namespace,
    Claim: types.SymbolKind.Class,
    Argument: types.SymbolKind.Function,
}
_ITEMS: Final = {
    type(None): types.CompletionItemKind.Keyword,
    Claim: types.CompletionItemKind.Class,
    Argument: types.CompletionItemKind.Function,
}

_Asking: TypeAlias = (
    types.DefinitionParams
    | types.ReferenceParams
    | types.HoverParams
    | types.PrepareRenameParams
    | types.RenameParams
)
"""Requests about a position in a text."""


class _Server(LanguageServer):
    """The texts that are open, each read once as it stands."""

    def __init__(self) -> None:
        super().__init__(
            "argmap",
            version("argmap"),
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
        )
        self._indexes: dict[str, Index] = {}

    def index(self, uri: str) -> Index | None:
        """Return what was read of an open text; None for one that is not."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return None
        index = self._indexes.get(uri)
        if index is None or index.file.text != document.source:
            path = Path(document.path) if uri.startswith("file:") else None
            index = self._indexes[uri] = Index.of(document.source, path)
        return index

    def forget(self, uri: str) -> None:
        """Read a text anew when it is next asked for."""
        self._indexes.pop(uri, None)

    def report(self, uri: str) -> None:
        """Send the findings in a text; none for one that is not open."""
        index = self.index(uri)
        findings: list[types.Diagnostic] = []
        if index is not None:
            findings = [self._finding(each, index.file) for each in index.findings]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, findings)
        )

    def _finding(self, finding: Diagnostic, file: File) -> types.Diagnostic:
        help_ = f"\nhelp: {finding.help}" if finding.help else ""
        return types.Diagnostic(
            self.range(file, finding.span or Span(0, 0)),
            finding.message + help_,
            _SEVERITIES[finding.severity],
            finding.code,
            source="argmap",
        )

    def action(
        self,
        uri: str,
        file: File,
        found: Sequence[Diagnostic],
        title: str,
        kind: types.CodeActionKind | str = types.CodeActionKind.QuickFix,
    ) -> types.CodeAction:
        """Return the changes that mend findings; several may ask for the same."""
        changes = dict.fromkeys(each.mend for each in found if each.mend)
        edits = [
            types.TextEdit(self.range(file, each.span), each.text) for each in changes
        ]
        return types.CodeAction(
            title,
            kind=kind,
            diagnostics=[self._finding(each, file) for each in found],
            edit=types.WorkspaceEdit({uri: edits}),
        )

    def range(self, file: File, span: Span) -> types.Range:
        """Return a span as the editor counts."""
        return types.Range(
            self._position(file, span.start), self._position(file, span.end)
        )

    def _position(self, file: File, offset: int) -> types.Position:
        return self.workspace.position_codec.position_to_client_units(
            file.lines, types.Position(*file.position(offset))
        )

    def offset(self, file: File, position: types.Position) -> int:
        """Return an offset as we count; past the end it is the end."""
        ours = self.workspace.position_codec.position_from_client_units(
            file.lines, position
        )
        return file.offset(ours.line, ours.character)

    def require_saved(self, uri: str, file: File) -> None:
        """Raise ValueError if a file is open and not as it was read."""
        document = self.workspace.text_documents.get(uri)
        if document is not None and document.source != file.text:
            msg = f"save {document.filename} first"
            raise ValueError(msg)

    def asked_about(self, params: _Asking) -> tuple[Index, Occurrence] | None:
        """Return the index of a text and the title at a position in it, if any."""
        index = self.index(params.text_document.uri)
        if index is None:
            return None
        found = index.occurrence_at(self.offset(index.file, params.position))
        return (index, found) if found else None

    def locations(self, params: _Asking, *uses: Use) -> list[types.Location]:
        """Return where the title at a position is used in these ways."""
        asked = self.asked_about(params)
        if asked is None:
            return []
        index, found = asked
        return [
            types.Location(
                _uri(each.file, index, params.text_document.uri),
                self.range(each.file, each.span),
            )
            for each in index.occurrences(found.title)
            if each.use in uses
        ]


def _uri(file: File, index: Index, uri: str) -> str:
    """Return the address of a file; the text itself has the editor's."""
    if file is index.file or file.path is None:
        return uri
    return Path(os.path.abspath(file.path)).as_uri()  # noqa: PTH100 - keeps links


SERVER: Final = _Server()


@SERVER.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: _Server, params: types.DidOpenTextDocumentParams) -> None:
    """Report the findings in a text that somebody looks at."""
    ls.report(params.text_document.uri)


@SERVER.feature(types.TEXT_DOCUMENT_DID_CHANGE)
async def changed(ls: _Server, params: types.DidChangeTextDocumentParams) -> None:
    """Report the findings once nobody types for a moment."""
    await asyncio.sleep(_PAUSE)
    document = ls.workspace.text_documents.get(params.text_document.uri)
    if document and document.version == params.text_document.version:
        ls.report(params.text_document.uri)


@SERVER.feature(types.TEXT_DOCUMENT_DID_SAVE)
def saved(ls: _Server, params: types.DidSaveTextDocumentParams) -> None:
    """Read every open text anew: it may include the one that was saved."""
    del params
    for uri in ls.workspace.text_documents:
        ls.forget(uri)
        ls.report(uri)


@SERVER.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: _Server, params: types.DidCloseTextDocumentParams) -> None:
    """Take back the findings in a text that nobody looks at."""
    ls.forget(params.text_document.uri)
    ls.report(params.text_document.uri)


@SERVER.feature(types.TEXT_DOCUMENT_DEFINITION)
def definitions(ls: _Server, params: types.DefinitionParams) -> list[types.Location]:
    """Lead to where a title gets its text."""
    return ls.locations(params, Use.DEFINITION)


@SERVER.feature(types.TEXT_DOCUMENT_REFERENCES)
def references(ls: _Server, params: types.ReferenceParams) -> list[types.Location]:
    """Lead to where a title is referred to or mentioned, or defined if asked."""
    defined = [Use.DEFINITION] if params.context.include_declaration else []
    return ls.locations(params, *defined, Use.REFERENCE, Use.MENTION)


@SERVER.feature(types.TEXT_DOCUMENT_HOVER)
def hover(ls: _Server, params: types.HoverParams) -> types.Hover | None:
    """Show what a title stands for, and what speaks for and against it."""
    asked = ls.asked_about(params)
    if asked is None:
        return None
    index, found = asked
    words = types.MarkupContent(types.MarkupKind.PlainText, index.describe(found.title))
    return types.Hover(words, ls.range(index.file, found.span))


@SERVER.feature(
    types.TEXT_DOCUMENT_COMPLETION,
    types.CompletionOptions(trigger_characters=["[", "<", "#"]),
)
def completions(
    ls: _Server, params: types.CompletionParams
) -> list[types.CompletionItem]:
    """Propose titles after `[` and `<`, also behind an `@`, and tags after `#`."""
    index = ls.index(params.text_document.uri)
    if index is None:
        return []
    proposals = index.proposals(ls.offset(index.file, params.position))
    return [_item(ls, index.file, each) for each in proposals]


def _item(ls: _Server, file: File, proposal: Proposal) -> types.CompletionItem:
    part = proposal.part
    return types.CompletionItem(
        proposal.label,
        kind=_ITEMS[type(part)],
        detail=truncate(part.text) if part else None,
        text_edit=types.TextEdit(ls.range(file, proposal.span), proposal.text),
    )


@SERVER.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
def symbols(
    ls: _Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol]:
    """List the sections, with the claims and arguments in them."""
    index = ls.index(params.text_document.uri)
    return _symbols(ls, index.file, index.outline) if index else []


def _symbols(
    ls: _Server, file: File, nodes: Iterable[Node]
) -> list[types.DocumentSymbol]:
    """Return an outline as symbols; it is at most nine levels deep."""
    return [
        types.DocumentSymbol(
            node.name,
            _SYMBOLS[type(node.part)],
            ls.range(file, Span(node.head.start, node.end)),
            ls.range(file, node.head),
            children=_symbols(ls, file, node.inner),
        )
        for node in nodes
    ]


@SERVER.feature(types.TEXT_DOCUMENT_FORMATTING)
def formatting(
    ls: _Server, params: types.DocumentFormattingParams
) -> list[types.TextEdit]:
    """Lay the text out anew; one with errors, or not in Argdown, is left alone."""
    index = ls.index(params.text_document.uri)
    if index is None or not index.is_argdown:
        return []
    text = index.file.text
    try:
        laid_out = format_text(text)
    except FormatError:
        return []
    if laid_out == text:
        return []
    return [types.TextEdit(ls.range(index.file, Span(0, len(text))), laid_out)]


@SERVER.feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions([types.CodeActionKind.QuickFix, _FIX_ALL]),
)
def mends(ls: _Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer to mend what only one change can mend: here, and in all of the text."""
    uri = params.text_document.uri
    index = ls.index(uri)
    if index is None:
        return []
    file = index.file
    start, end = (
        ls.offset(file, each) for each in (params.range.start, params.range.end)
    )
    found = [each for each in index.findings if each.mend]
    sure = [each for each in found if not each.rewording]
    here = [
        each
        for each in found
        if each.span and each.span.start <= end and each.span.end >= start
    ]
    return [
        *(ls.action(uri, file, [each], each.help or each.message) for each in here),
        *([ls.action(uri, file, sure, _MEND_ALL, _FIX_ALL)] if sure else []),
    ]


@SERVER.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
def prepare_rename(
    ls: _Server, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Say whether there is a title to be renamed, and which."""
    asked = ls.asked_about(params)
    if asked is None:
        return None
    index, found = asked
    return types.PrepareRenamePlaceholder(
        ls.range(index.file, found.span), found.title.words
    )


@SERVER.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
def rename(ls: _Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Change a title wherever it stands, in included files too."""
    asked = ls.asked_about(params)
    if asked is None:
        return None
    index, found = asked
    changes: dict[str, list[types.TextEdit]] = {}
    try:
        for each in index.rename(found.title, params.new_name):
            uri = _uri(each.file, index, params.text_document.uri)
            ls.require_saved(uri, each.file)
            edit = types.TextEdit(ls.range(each.file, each.span), params.new_name)
            changes.setdefault(uri, []).append(edit)
    except ValueError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    return types.WorkspaceEdit(changes)
