"""The protocol's side: requests in, answers out.

Positions count what the editor counts, UTF-16 unless it asks for something else.
What stands nowhere in a text gets an empty answer.
"""

import asyncio
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

import attrs
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.errors import FormatError
from argmap.formats.argdown.formatter import format_text
from argmap.language_server.answering import answers
from argmap.language_server.colours import Colour, colours
from argmap.language_server.completion import Proposal, proposals
from argmap.language_server.files import File
from argmap.language_server.folders import defined_below, defined_in, is_like
from argmap.language_server.folds import folds
from argmap.language_server.hovers import describe
from argmap.language_server.index import Index, Node, Occurrence, Use
from argmap.model import Argument, Claim, Section

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
_TITLES: Final = {"[": _SYMBOLS[Claim], "<": _SYMBOLS[Argument]}
_MOST_SYMBOLS: Final = 200
_HIGHLIGHTS: Final = {
    Use.DEFINITION: types.DocumentHighlightKind.Write,
    Use.REFERENCE: types.DocumentHighlightKind.Read,
    Use.MENTION: types.DocumentHighlightKind.Read,
}
_COLOUR_NUMBERS: Final = {each: number for number, each in enumerate(Colour)}
_DEFINITION: Final = "definition"
_ITEMS: Final = {
    type(None): types.CompletionItemKind.Keyword,
    Claim: types.CompletionItemKind.Class,
    Argument: types.CompletionItemKind.Function,
}

_NOT_OPEN: Final = File(None, "")

_Asking: TypeAlias = (
    types.DefinitionParams
    | types.DocumentHighlightParams
    | types.ReferenceParams
    | types.PrepareRenameParams
    | types.RenameParams
)
"""Requests about a position in a text."""


class _Untouched(TextDocument):
    """A text that pygls itself makes no changes in.

    It takes more signs for line ends than the protocol, and what it then takes for a
    place past the end of a line it moves, in the request itself.
    """

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Leave the change to the server."""


class _Server(LanguageServer):
    """The texts that are open, each read once as it stands."""

    def __init__(self) -> None:
        super().__init__(
            "argmap",
            version("argmap"),
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
        )
        self.files: dict[str, File] = {}
        self._indexes: dict[str, Index] = {}

    def open(self, uri: str, text: str) -> None:
        """Take the text that an editor opens."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        self.files[uri] = File(path, text)
        documents = self.workspace.text_documents
        for name in [name for name, each in documents.items() if each.uri == uri]:
            documents[name] = _Untouched(uri)

    def change(self, uri: str, change: types.TextDocumentContentChangeEvent) -> None:
        """Take a change of an open text, of a piece of it or of the whole."""
        file = self.files[uri]
        span = Span(0, len(file.text))
        if isinstance(change, types.TextDocumentContentChangePartial):
            span = self.span(file, change.range)
        self.files[uri] = file.changed(span, change.text)

    def close(self, uri: str) -> None:
        self.files.pop(uri, None)
        self.forget(uri)

    def index(self, uri: str) -> Index:
        """Return what was read of an open text; one that is not is empty."""
        file = self.files.get(uri, _NOT_OPEN)
        index = self._indexes.get(uri)
        if index is None or index.file is not file:
            index = self._indexes[uri] = Index(file)
        return index

    def latest(self, uri: str) -> Index:
        """Return what was read last of an open text, even if it has changed since."""
        return self._indexes.get(uri) or self.index(uri)

    def forget(self, uri: str) -> None:
        """Read a text anew when it is next asked for."""
        self._indexes.pop(uri, None)

    def report_if_idle(self, uri: str, file: File) -> None:
        """Send the findings in a text if nobody has typed on."""
        if self.files.get(uri) is file:
            self.report(uri)

    def report(self, uri: str) -> None:
        """Send the findings in a text; none for one that is not open."""
        index = self.index(uri)
        found = index.findings if uri in self.files else ()
        findings = [self._finding(each, index.file) for each in found]
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

    def mending(self, uri: str, file: File, found: Diagnostic) -> types.CodeAction:
        """Return the change that mends a finding."""
        return attrs.evolve(
            self.action(uri, file, found.help or found.message, found.mend),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self._finding(found, file)],
        )

    def mending_all(self, uri: str) -> types.CodeAction:
        """Return the change that mends all; it is worked out once somebody wants it.

        An editor that cannot ask for it again gets it at once.
        """
        action = types.CodeAction(_MEND_ALL, kind=_FIX_ALL, data=uri)
        return action if self._can_resolve else resolve(self, action)

    @property
    def _can_resolve(self) -> bool:
        asked = self.client_capabilities.text_document
        offered = asked.code_action if asked else None
        support = offered.resolve_support if offered else None
        return support is not None and "edit" in support.properties

    def action(
        self, uri: str, file: File, title: str, edit: Edit | None
    ) -> types.CodeAction:
        """Return a change of a text that an author may want."""
        return types.CodeAction(
            title,
            kind=types.CodeActionKind.RefactorRewrite,
            edit=self.edit_of(uri, file, edit),
        )

    def edit_of(self, uri: str, file: File, edit: Edit | None) -> types.WorkspaceEdit:
        """Return a change as an editor makes it."""
        edits = [types.TextEdit(self.range(file, edit.span), edit.text)] if edit else []
        return types.WorkspaceEdit({uri: edits})

    def range(self, file: File, span: Span) -> types.Range:
        """Return a span as the editor counts."""
        return types.Range(
            self._position(file, span.start), self._position(file, span.end)
        )

    def _position(self, file: File, offset: int) -> types.Position:
        line, column = file.position(offset)
        before = file.lines[line][:column]
        if not before.isascii():
            column = self.workspace.position_codec.client_num_units(before)
        return types.Position(line, column)

    def offset(self, file: File, position: types.Position) -> int:
        """Return an offset as we count; past the end of a line it is that."""
        if position.line >= len(file.lines):
            return len(file.text)
        line = file.lines[position.line].rstrip("\r\n")
        column = min(position.character, len(line))
        if not line.isascii():
            codec = self.workspace.position_codec
            place = types.Position(
                0, min(position.character, codec.client_num_units(line))
            )
            column = codec.position_from_client_units([line], place).character
        return file.offset(position.line, column)

    def span(self, file: File, place: types.Range) -> Span:
        """Return a span as we count."""
        return Span(self.offset(file, place.start), self.offset(file, place.end))

    def require_saved(self, uri: str, file: File) -> None:
        """Raise ValueError if a file is open and not as it was read."""
        open_ = self.files.get(uri)
        if open_ is not None and open_.text != file.text:
            msg = f"save {Path(file.path or uri).name} first"
            raise ValueError(msg)

    def asked_about(self, params: _Asking) -> tuple[Index, Occurrence] | None:
        """Return the index of a text and the title at a position in it, if any."""
        index = self.index(params.text_document.uri)
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
    uri = params.text_document.uri
    ls.open(uri, params.text_document.text)
    ls.report(uri)


@SERVER.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: _Server, params: types.DidChangeTextDocumentParams) -> None:
    """Take what is typed at once, and report the findings after a pause."""
    uri = params.text_document.uri
    for each in params.content_changes:
        ls.change(uri, each)
    loop = asyncio.get_running_loop()
    loop.call_later(_PAUSE, ls.report_if_idle, uri, ls.files[uri])


@SERVER.feature(types.TEXT_DOCUMENT_DID_SAVE)
def saved(ls: _Server, params: types.DidSaveTextDocumentParams) -> None:
    """Read every open text anew: it may include the one that was saved."""
    del params
    for uri in ls.files:
        ls.forget(uri)
        ls.report(uri)


@SERVER.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: _Server, params: types.DidCloseTextDocumentParams) -> None:
    """Take back the findings in a text that nobody looks at."""
    ls.close(params.text_document.uri)
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


@SERVER.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
def highlights(
    ls: _Server, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight]:
    """Mark where the title at a position stands in the text."""
    asked = ls.asked_about(params)
    if asked is None:
        return []
    index, found = asked
    return [
        types.DocumentHighlight(ls.range(each.file, each.span), _HIGHLIGHTS[each.use])
        for each in index.occurrences(found.title)
        if each.file is index.file
    ]


@SERVER.feature(types.TEXT_DOCUMENT_HOVER)
def hover(ls: _Server, params: types.HoverParams) -> types.Hover | None:
    """Show a claim or an argument: what is near it, its verdict, what it quotes."""
    index = ls.index(params.text_document.uri)
    offset = ls.offset(index.file, params.position)
    found = index.occurrence_at(offset)
    part = index.part_of(found.title) if found else index.part_at(offset)
    if found is None and part is None:
        return None
    words = describe(index, found.title if found else None, part)
    return types.Hover(
        types.MarkupContent(types.MarkupKind.PlainText, words),
        ls.range(index.file, found.span) if found else None,
    )


@SERVER.feature(
    types.TEXT_DOCUMENT_COMPLETION,
    types.CompletionOptions(trigger_characters=["[", "<", "#", "{"]),
)
def completions(ls: _Server, params: types.CompletionParams) -> types.CompletionList:
    """Propose titles, tags, data and settings, by what has been typed of them.

    They are asked for again with each letter: only some are sent.
    """
    uri = params.text_document.uri
    index = ls.latest(uri)
    file = ls.files.get(uri, index.file)
    found = proposals(index, file, ls.offset(file, params.position))
    return types.CompletionList(
        is_incomplete=uri in ls.files, items=[_item(ls, file, each) for each in found]
    )


def _item(ls: _Server, file: File, proposal: Proposal) -> types.CompletionItem:
    return types.CompletionItem(
        proposal.label,
        kind=_ITEMS[type(proposal.part)],
        detail=proposal.detail or None,
        text_edit=types.TextEdit(ls.range(file, proposal.span), proposal.text),
    )


@SERVER.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
def folding(ls: _Server, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """Say what can be folded."""
    index = ls.index(params.text_document.uri)
    return [
        types.FoldingRange(each.first, each.last, kind=each.kind)
        for each in folds(index.own_tokens, index.file)
    ]


@SERVER.feature(
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
    types.SemanticTokensLegend([*map(str, Colour)], [_DEFINITION]),
)
def semantic_tokens(
    ls: _Server, params: types.SemanticTokensParams
) -> types.SemanticTokens:
    """Say what the words of a text are, for colours."""
    index = ls.index(params.text_document.uri)
    data: list[int] = []
    line = column = 0
    for each in colours(index.own_tokens, index.file):
        place = ls.range(index.file, each.span)
        start, end = place.start, place.end
        is_same = start.line == line
        data += (start.line - line, start.character - column * is_same)
        number, modifiers = _COLOUR_NUMBERS[each.colour], int(each.is_definition)
        data += (end.character - start.character, number, modifiers)
        line, column = start.line, start.character
    return types.SemanticTokens(data)


@SERVER.feature(types.WORKSPACE_SYMBOL)
def workspace_symbols(
    ls: _Server, params: types.WorkspaceSymbolParams
) -> list[types.SymbolInformation]:
    """Find titles in the open texts and in the files of the open folders."""
    found = islice(
        (each for each in _defined(ls) if is_like(each[1].title, params.query)),
        _MOST_SYMBOLS,
    )
    return [
        types.SymbolInformation(
            types.Location(uri, ls.range(each.file, each.span)),
            each.title.words,
            _TITLES[each.title.sign],
        )
        for uri, each in found
    ]


def _defined(ls: _Server) -> Iterator[tuple[str, Occurrence]]:
    """Yield the titles that are defined, and the addresses of their files."""
    paths = {file.path for file in ls.files.values()}
    for uri, file in ls.files.items():
        for each in defined_in(file):
            yield uri, each
    folders = [each.uri for each in ls.workspace.folders.values()]
    folders = folders or [ls.workspace.root_uri or ""]
    for folder in filter(None, map(to_fs_path, folders)):
        for each in defined_below(Path(folder)):
            if each.file.path and each.file.path not in paths:
                yield Path(each.file.path).as_uri(), each


@SERVER.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
def symbols(
    ls: _Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol]:
    """List the sections, with the claims and arguments in them."""
    index = ls.index(params.text_document.uri)
    return _symbols(ls, index.file, index.outline)


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
    if not index.is_argdown:
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
    types.CodeActionOptions(
        [types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite, _FIX_ALL],
        resolve_provider=True,
    ),
)
def actions(ls: _Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer to mend what only one change can mend, and to answer an objection."""
    uri = params.text_document.uri
    index = ls.index(uri)
    span = ls.span(index.file, params.range)
    sure = [each for each in index.findings if each.mend]
    here = [
        each
        for each in sure
        if each.span and each.span.start <= span.end and each.span.end >= span.start
    ]
    return [
        *(ls.mending(uri, index.file, each) for each in here),
        *(
            ls.action(uri, index.file, each.title, each.edit)
            for each in answers(index.own_tokens, span.start)
        ),
        *([ls.mending_all(uri)] if any(not each.rewording for each in sure) else []),
    ]


@SERVER.feature(types.CODE_ACTION_RESOLVE)
def resolve(ls: _Server, action: types.CodeAction) -> types.CodeAction:
    """Work out what mends all of a text, which may take a moment."""
    uri = str(action.data)
    if uri in ls.files and action.edit is None:
        index = ls.index(uri)
        action.edit = ls.edit_of(uri, index.file, index.mending)
    return action


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
