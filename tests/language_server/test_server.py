"""An editor asks over standard input and output; a real client stands for it."""

import asyncio
import random
import re
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

URI = "untitled:debate"
TEXT = """\
# Housing 🏠

[Cap]: Cap 👍 all rents. #policy
  + <Fair>: It is fair. #pro
  - [Shortage]: Flats get rare, says @<Fair>.

## Detail

<Fair>

(1) 👍 @[Shortage] matters.
----
(2) [Cap]
"""


class Editor:
    """A client with one text open, and what the server tells about it."""

    def __init__(self, client: LanguageClient, uri: str) -> None:
        self.client = client
        self.uri = uri
        self.capabilities = types.ServerCapabilities()
        self.reported: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    def open(self, text: str) -> None:
        """Open the text."""
        item = types.TextDocumentItem(self.uri, "argdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, text: str, version: int) -> None:
        """Put another text in its place."""
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def edit(self, text: str, first: int, last: int, new: str, version: int) -> str:
        """Put something in the place of a piece of a text, and return that."""
        place = types.Range(position(text, first), position(text, last))
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, self.uri),
                [types.TextDocumentContentChangePartial(place, new)],
            )
        )
        return text[:first] + new + text[last:]

    async def answers(self, uri: str) -> tuple[object, ...]:
        """Return what the server says of a text that it has just reported on."""
        client, document = self.client, types.TextDocumentIdentifier(uri)
        asked = (
            await client.text_document_document_symbol_async(
                types.DocumentSymbolParams(document)
            ),
            await client.text_document_semantic_tokens_full_async(
                types.SemanticTokensParams(document)
            ),
            await client.text_document_folding_range_async(
                types.FoldingRangeParams(document)
            ),
        )
        reported: object = None
        while not self.reported.empty():  # what was reported came before the answers
            params = self.reported.get_nowait()
            reported = params.diagnostics if params.uri == uri else reported
        return reported, *asked

    async def findings(self) -> list[types.Diagnostic]:
        """Return what the server tells next."""
        params = await asyncio.wait_for(self.reported.get(), 20)
        assert params.uri == self.uri
        return list(params.diagnostics)

    @property
    def document(self) -> types.TextDocumentIdentifier:
        """The text's name in the protocol."""
        return types.TextDocumentIdentifier(self.uri)

    def at(self, text: str, words: str, count: int = 1) -> types.Position:
        """Return where words stand for the count-th time, as UTF-16 counts."""
        offset = -1
        for _ in range(count):
            offset = text.index(words, offset + 1)
        return position(text, offset)


def position(text: str, offset: int) -> types.Position:
    """Return an offset as the protocol has it, as UTF-16 counts."""
    before = re.split(r"\r\n|\n|\r", text[:offset])
    return types.Position(len(before) - 1, len(before[-1].encode("utf-16-le")) // 2)


def serve(
    session: Callable[[Editor], Awaitable[None]],
    text: str | None = TEXT,
    uri: str = URI,
    *,
    folder: Path | None = None,
    capabilities: types.ClientCapabilities | None = None,
) -> None:
    """Run a session with the text open, its first findings being reported.

    The editor has a folder open, if one is given.
    """

    async def run() -> None:
        client = LanguageClient("tests", "1")
        editor = Editor(client, uri)

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def tell(params: types.PublishDiagnosticsParams) -> None:
            editor.reported.put_nowait(params)

        await client.start_io(sys.executable, "-m", "argmap", "lsp")
        answer = await client.initialize_async(
            types.InitializeParams(
                capabilities or types.ClientCapabilities(),
                root_uri=folder.as_uri() if folder else None,
            )
        )
        editor.capabilities = answer.capabilities
        client.initialized(types.InitializedParams())
        if text is not None:
            editor.open(text)
        await session(editor)
        await client.shutdown_async(None)
        client.exit(None)
        await asyncio.wait_for(client.stop(), 20)  # type: ignore[no-untyped-call]

    asyncio.run(run())


def places(locations: Any) -> list[tuple[int, int, int]]:
    """Return the line, the first and the last column of locations."""
    return [
        (each.range.start.line, each.range.start.character, each.range.end.character)
        for each in locations
    ]


def test_findings_as_one_types() -> None:
    """Errors are reported with place, code and help, and are gone once they are."""

    async def session(editor: Editor) -> None:
        first = await editor.findings()
        assert "syntax-error" not in {each.code for each in first}

        editor.change("[A]: 👍👍 b\n\n(1) c\n", 2)
        (error,) = [
            each
            for each in await editor.findings()
            if each.severity is types.DiagnosticSeverity.Error
        ]
        assert error.code == "unfinished-reconstruction"
        assert error.source == "argmap"
        assert "\nhelp: " in error.message
        assert error.range.start.line == 2

        editor.change("[A]: b\n", 3)
        editor.change("[A]: b {a: [}\n", 4)
        (error, *_) = await editor.findings()
        assert error.code == "invalid-data"

        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(editor.document)
        )
        assert await editor.findings() == []

    serve(session)


def test_definition_and_references() -> None:
    """A title leads to its definition and to all its uses, mentions too."""

    async def session(editor: Editor) -> None:
        client, position = editor.client, editor.at(TEXT, "Shortage] matters")
        found = await client.text_document_definition_async(
            types.DefinitionParams(editor.document, position)
        )
        assert places(found) == [(4, 5, 13)]

        for is_included, count in ((True, 2), (False, 1)):
            found = await client.text_document_references_async(
                types.ReferenceParams(
                    types.ReferenceContext(is_included), editor.document, position
                )
            )
            assert places(found) == [(4, 5, 13), (10, 9, 17)][-count:]

        nowhere = types.Position(0, 3)
        assert not await client.text_document_definition_async(
            types.DefinitionParams(editor.document, nowhere)
        )

    serve(session)


def test_hover() -> None:
    """What a title stands for is shown, with what is said for and against it."""

    async def session(editor: Editor) -> None:
        async def hover(position: types.Position) -> Any:
            return await editor.client.text_document_hover_async(
                types.HoverParams(editor.document, position)
            )

        found = await hover(editor.at(TEXT, "Cap]", 2))
        words = found.contents.value
        assert words.startswith("[Cap] #policy\n")
        assert "Cap 👍 all rents." in words
        assert "\n\n[defeated] “Cap 👍 all rents.”" in words
        assert words.endswith("lines 3, 13")
        assert await hover(types.Position(99, 99)) is None

    serve(session)


def test_completion() -> None:
    """Titles come after an opening bracket, tags after a hash."""
    text = TEXT + "\n[New]: See @[\n\n[Newer]: n #p\n  + p {speaker: Ada, sch\n"

    async def session(editor: Editor) -> None:
        async def labels(words: str) -> list[str]:
            position = editor.at(text, words)
            position.character += len(words)
            found = await editor.client.text_document_completion_async(
                types.CompletionParams(editor.document, position)
            )
            assert isinstance(found, types.CompletionList)
            assert found.is_incomplete
            return sorted(each.label for each in found.items)

        assert await labels("See @[") == ["Cap", "New", "Newer", "Shortage"]
        assert await labels("n #p") == ["#policy", "#pro"]
        assert await labels("p {speaker: Ada, sch") == ["scheme"]
        assert await labels("It is") == []

    serve(session, text)


def test_symbols() -> None:
    """Sections hold what stands in them."""

    async def session(editor: Editor) -> None:
        found = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(editor.document)
        )
        assert found is not None
        (housing,) = found
        assert isinstance(housing, types.DocumentSymbol)
        assert housing.name == "Housing 🏠"
        inner = [each.name for each in housing.children or ()]
        assert inner[0] == "Cap"
        assert inner[-1] == "Detail"

    serve(session)


def test_formatting() -> None:
    """The whole text is replaced by the same, laid out; not if it has errors."""

    async def session(editor: Editor) -> None:
        async def edits() -> Any:
            return await editor.client.text_document_formatting_async(
                types.DocumentFormattingParams(
                    editor.document, types.FormattingOptions(2, insert_spaces=True)
                )
            )

        (edit,) = await edits()
        assert edit.new_text == "[A]: 👍 b\n  + c\n"
        assert edit.range == types.Range(types.Position(0, 0), types.Position(2, 0))

        for version, text in enumerate(("[A]: b\n", "(1) a\n\n+ b"), 2):
            editor.change(text, version)
            assert not await edits()

    serve(session, "[A]:  👍 b\n    +   c\n")


def test_renaming() -> None:
    """A title is changed wherever it stands; what is no title is refused."""

    async def session(editor: Editor) -> None:
        client, position = editor.client, editor.at(TEXT, "Fair>")
        prepared = await client.text_document_prepare_rename_async(
            types.PrepareRenameParams(editor.document, position)
        )
        assert isinstance(prepared, types.PrepareRenamePlaceholder)
        assert prepared.placeholder == "Fair"

        edit = await client.text_document_rename_async(
            types.RenameParams(editor.document, position, "Just")
        )
        assert edit is not None
        assert edit.changes is not None
        (changes,) = edit.changes.values()
        assert len(changes) == 3
        assert {each.new_text for each in changes} == {"Just"}

        with pytest.raises(JsonRpcException, match="cannot be a title"):
            await client.text_document_rename_async(
                types.RenameParams(editor.document, position, "a > b")
            )
        nowhere = types.Position(1, 0)
        assert not await client.text_document_rename_async(
            types.RenameParams(editor.document, nowhere, "x")
        )
        assert not await client.text_document_prepare_rename_async(
            types.PrepareRenameParams(editor.document, nowhere)
        )

    serve(session)


def test_included_files(tmp_path: Path) -> None:
    """Definitions in other files are found; their errors stand at the include."""
    (tmp_path / "rents.argdown").write_text("[Rents]: They rose.\n", "utf-8")
    main = tmp_path / "main.argdown"
    text = "@include(rents.argdown)\n\n[A]: See @[Rents].\n"
    main.write_text(text, "utf-8")

    async def session(editor: Editor) -> None:
        await editor.findings()
        position = editor.at(text, "Rents].")
        found = await editor.client.text_document_definition_async(
            types.DefinitionParams(editor.document, position)
        )
        assert isinstance(found, list)
        (place,) = found
        assert place.uri == (tmp_path / "rents.argdown").as_uri()

        (tmp_path / "rents.argdown").write_text("(1) They rose.\n", "utf-8")
        editor.client.text_document_did_save(
            types.DidSaveTextDocumentParams(editor.document)
        )
        errors = [
            each
            for each in await editor.findings()
            if each.severity is types.DiagnosticSeverity.Error
        ]
        assert errors[0].message.startswith("rents.argdown:1: ")
        assert errors[0].range.start.line == 0

    serve(session, text, main.as_uri())


def apply(text: str, edits: Sequence[types.TextEdit]) -> str:
    """Return a text of the first plane with edits made in it."""
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    for each in sorted(edits, key=lambda each: -each.range.start.line):
        start, end = each.range.start, each.range.end
        first, last = starts[start.line] + start.character, starts[end.line]
        text = text[:first] + each.new_text + text[last + end.character :]
    return text


def test_mends() -> None:
    """What one change can mend is offered where it is, and all of it at once."""
    text = "[A]: a\n[B]: b\n\n(1) a\n\n(2) b\n----\n(3) c\n"

    async def session(editor: Editor) -> None:
        async def offered(line: int) -> list[types.CodeAction]:
            place = types.Position(line, 0)
            found = await editor.client.text_document_code_action_async(
                types.CodeActionParams(
                    editor.document,
                    types.Range(place, place),
                    types.CodeActionContext([]),
                )
            )
            assert found is not None
            return [each for each in found if isinstance(each, types.CodeAction)]

        def mended(action: types.CodeAction) -> str:
            assert action.edit is not None
            assert action.edit.changes is not None
            return apply(text, action.edit.changes[editor.uri])

        one, every = await offered(1)
        (_,) = await offered(0)
        assert one.title == "put an empty line before this one"
        assert one.kind == types.CodeActionKind.QuickFix
        assert mended(one) == text.replace("[B]", "\n[B]")
        assert every.kind == "source.fixAll.argmap"
        assert mended(every) == ("[A]: a\n\n[B]: b\n\n(1) a\n(2) b\n----\n(3) c\n")

    serve(session, text)


def test_what_is_not_open_has_empty_answers() -> None:
    """A question about a text that nobody opened is no failure."""

    async def session(editor: Editor) -> None:
        client, place = editor.client, types.Position(0, 0)
        assert not await client.text_document_hover_async(
            types.HoverParams(editor.document, place)
        )
        found = await client.text_document_completion_async(
            types.CompletionParams(editor.document, place)
        )
        assert isinstance(found, types.CompletionList)
        assert not found.items
        assert not await client.text_document_folding_range_async(
            types.FoldingRangeParams(editor.document)
        )
        colours = await client.text_document_semantic_tokens_full_async(
            types.SemanticTokensParams(editor.document)
        )
        assert colours
        assert not colours.data
        assert not await client.text_document_document_highlight_async(
            types.DocumentHighlightParams(editor.document, place)
        )
        assert not await client.text_document_code_action_async(
            types.CodeActionParams(
                editor.document,
                types.Range(place, place),
                types.CodeActionContext([]),
            )
        )
        assert not await client.text_document_document_symbol_async(
            types.DocumentSymbolParams(editor.document)
        )
        assert not await client.text_document_formatting_async(
            types.DocumentFormattingParams(
                editor.document, types.FormattingOptions(2, insert_spaces=True)
            )
        )

    serve(session, None)


def test_answers_to_an_objection() -> None:
    """An objection is offered two answers, each a line below it; a reason none."""

    async def session(editor: Editor) -> None:
        async def offered(words: str) -> list[types.CodeAction]:
            place = editor.at(TEXT, words)
            found = await editor.client.text_document_code_action_async(
                types.CodeActionParams(
                    editor.document,
                    types.Range(place, place),
                    types.CodeActionContext([]),
                )
            )
            assert found is not None
            return [each for each in found if isinstance(each, types.CodeAction)]

        deny, undercut = await offered("Flats get")
        for action, sign in ((deny, "-"), (undercut, "_")):
            assert action.edit is not None
            assert action.edit.changes is not None
            line = "says @<Fair>.\n"
            assert apply(TEXT, action.edit.changes[editor.uri]) == TEXT.replace(
                line, f"{line}    {sign} …\n"
            )
        assert await offered("It is fair") == []

    serve(session)


def test_mending_all_is_worked_out_when_wanted() -> None:
    """An editor that can ask again gets the change only then: the one of `fix`."""
    text = "[A]: a\n[B]: snake_case\n"
    resolving = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            code_action=types.CodeActionClientCapabilities(
                resolve_support=types.ClientCodeActionResolveOptions(["edit"])
            )
        )
    )

    async def session(editor: Editor) -> None:
        place = types.Position(0, 0)
        found = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                editor.document, types.Range(place, place), types.CodeActionContext([])
            )
        )
        assert found is not None
        (every,) = found
        assert isinstance(every, types.CodeAction)
        assert every.edit is None
        full = await editor.client.code_action_resolve_async(every)
        assert full.edit is not None
        assert full.edit.changes is not None
        assert apply(text, full.edit.changes[editor.uri]) == (
            "[A]: a\n\n[B]: snake\\_case\n"
        )

    serve(session, text, capabilities=resolving)


def test_folding() -> None:
    """Sections and blocks can be folded."""

    async def session(editor: Editor) -> None:
        found = await editor.client.text_document_folding_range_async(
            types.FoldingRangeParams(editor.document)
        )
        assert found is not None
        lines = [(each.start_line, each.end_line) for each in found]
        assert lines == [(0, 12), (2, 4), (6, 12), (10, 12)]

    serve(session)


def test_highlights() -> None:
    """A title is marked wherever it stands; its definition is told apart."""

    async def session(editor: Editor) -> None:
        found = await editor.client.text_document_document_highlight_async(
            types.DocumentHighlightParams(editor.document, editor.at(TEXT, "Fair>", 2))
        )
        assert found is not None
        assert places(found) == [(3, 5, 9), (4, 39, 43), (8, 1, 5)]
        kinds = types.DocumentHighlightKind
        assert [each.kind for each in found] == [kinds.Write, kinds.Read, kinds.Read]

    serve(session)


def test_semantic_tokens() -> None:
    """Words are told by lines and columns as the editor counts, each from the last."""

    async def session(editor: Editor) -> None:
        found = await editor.client.text_document_semantic_tokens_full_async(
            types.SemanticTokensParams(editor.document)
        )
        assert found is not None
        provider = editor.capabilities.semantic_tokens_provider
        assert provider is not None
        names = provider.legend.token_types
        line = column = 0
        seen = []
        for at in range(0, len(found.data), 5):
            lines, columns, length, type_, modifiers = found.data[at : at + 5]
            column = columns if lines else column + columns
            line += lines
            seen.append((line, column, length, names[type_], modifiers))
        assert seen[:6] == [
            (0, 0, 1, "keyword", 0),
            (2, 0, 6, "class", 1),
            (2, 25, 7, "decorator", 0),
            (3, 2, 1, "operator", 0),
            (3, 4, 7, "function", 1),
            (3, 24, 4, "decorator", 0),
        ]

    serve(session)


def test_workspace_symbols(tmp_path: Path) -> None:
    """Titles are found in open texts as they are, and in the files of the folder."""
    (tmp_path / "rents.argdown").write_text("[Rents]: They rose.\n", "utf-8")
    main = tmp_path / "main.argdown"
    main.write_text("[Old]: a\n", "utf-8")

    async def session(editor: Editor) -> None:
        async def found(query: str) -> list[tuple[str, str]]:
            symbols = await editor.client.workspace_symbol_async(
                types.WorkspaceSymbolParams(query)
            )
            assert symbols is not None
            return [
                (each.name, each.location.uri.rpartition("/")[2]) for each in symbols
            ]

        assert await found("") == [
            *(("Rents", "main.argdown"), ("Wage", "main.argdown")),
            ("Rents", "rents.argdown"),
        ]
        assert await found("wg") == [("Wage", "main.argdown")]

    serve(session, "[Rents]: b\n  + <Wage>: c\n", main.as_uri(), folder=tmp_path)


def test_a_file_whose_address_is_escaped(tmp_path: Path) -> None:
    """A blank or a letter of any script in the name of a file makes no difference."""
    uri = (tmp_path / "große Maps" / "a b.argdown").as_uri()
    assert "%20" in uri

    async def session(editor: Editor) -> None:
        (finding,) = await editor.findings()
        assert finding.code == "unfinished-reconstruction"

    serve(session, "(1) c\n", uri)


PIECES = (
    *(
        "a",
        "b ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "  ",
        "\t",
        "👍",
        "\u2028",
        "\x0c",
        "\x85",
    ),
    *("[A]: ", "<B>", "@[A]", "+ c", "  - d", "(1) ", "----", "# H", "#tag", "{a: 1}"),
    *("/*", "*/", "//", "===", "{", "}", "*", "[", "](", "\\", ""),
)


def random_place(chance: random.Random, text: str) -> tuple[int, int]:
    """Return the ends of a short piece that an editor can point at."""
    ends = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]
    first = chance.randrange(len(ends))
    return ends[first], ends[min(first + chance.choice((0, 0, 1, 5)), len(ends) - 1)]


def edit_at_random(seed: int, count: int, often: int) -> None:
    """Type at random, and compare what is said of the text with that of a new one."""
    chance = random.Random(seed)  # noqa: S311 - the same edits every time

    async def session(editor: Editor) -> None:
        text = TEXT
        await editor.findings()
        for version in range(2, count + 2):
            first, last = random_place(chance, text)
            new = "".join(chance.choices(PIECES, k=chance.choice((0, 1, 1, 3))))
            text = editor.edit(text, first, last, new, version)
            if len(text) > 3 * len(TEXT):
                text = TEXT
                editor.change(text, version)
            if version % often == 0:
                await compare_with_a_new_one(editor, text)

    serve(session)


async def compare_with_a_new_one(editor: Editor, text: str) -> None:
    """Compare the answers about a text with those about the same one, just opened."""
    client, document = editor.client, types.TextDocumentIdentifier("untitled:new")
    client.text_document_did_save(types.DidSaveTextDocumentParams(editor.document))
    found = await editor.answers(editor.uri)
    item = types.TextDocumentItem(document.uri, "argdown", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    expected = await editor.answers(document.uri)
    client.text_document_did_close(types.DidCloseTextDocumentParams(document))
    assert found == expected
    assert found[0] is not None


def test_changes_of_pieces() -> None:
    """A text is what an editor has made of it piece by piece, whatever is in it.

    Only line feeds and carriage returns end a line, and columns count in UTF-16.
    """
    edit_at_random(seed=1, count=60, often=3)


@pytest.mark.long
def test_many_changes_of_pieces() -> None:
    """So it is after ten thousand."""
    edit_at_random(seed=2, count=10_000, often=10)
