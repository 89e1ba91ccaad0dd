"""The grammar for editors that colour by patterns, held against our own tokens.

It is run by VS Code's engine where `ARGMAP_TEXTMATE` names a folder with
`vscode-textmate` and `vscode-oniguruma` among its `node_modules`.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from argmap.formats.argdown import ARGDOWN, tokens as t
from argmap.formats.argdown.tokens import NAMES, tokenize
from argmap.language_server.colours import COLOURS, Colour
from tests.benchmarks.test_argdown import mixed
from tests.console import ROOT
from tests.language_server.test_server import TEXT

GRAMMAR = ROOT / "argmap" / "language_server" / "argdown.tmLanguage.json"
ENGINE = os.environ.get("ARGMAP_TEXTMATE")
NODE = shutil.which("node") or "node"
with_engine = pytest.mark.skipif(
    ENGINE is None, reason="ARGMAP_TEXTMATE names no folder with vscode-textmate"
)
SCOPES = {
    Colour.OPERATOR: "keyword.operator",
    Colour.KEYWORD: "keyword.control.inference",
    Colour.NUMBER: "constant.numeric",
    Colour.CLAIM: "entity.name.class",
    Colour.ARGUMENT: "entity.name.function",
    Colour.DECORATOR: "entity.name.tag",
    Colour.STRING: "markup.underline.link",
}
"""The scopes of the grammar for what an editor is told otherwise."""
OTHER_SCOPES = {
    t.HEADING: "punctuation.definition.heading",
    t.DATA: "meta.data",
    t.FRONT_MATTER: "meta.front-matter",
    t.ESCAPED: "constant.character.escape",
}
RUN = """
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
const wasm = createRequire(`${process.cwd()}/`).resolve(
  "vscode-oniguruma/release/onig.wasm"
);
await oniguruma.loadWASM(readFileSync(wasm).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
    createOnigString: text => new oniguruma.OnigString(text),
  }),
  loadGrammar: async name => name === "text.argdown"
    ? textmate.parseRawGrammar(readFileSync(process.argv[1], "utf8"), "a.json")
    : null,
});
const grammar = await registry.loadGrammar("text.argdown");
const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map(text => {
  let stack = textmate.INITIAL;
  return text.split(/\\r?\\n/).map(line => {
    const found = grammar.tokenizeLine(line, stack);
    stack = found.ruleStack;
    return found.tokens.map(({startIndex, endIndex, scopes}) => [
      startIndex, endIndex, scopes.join(" ")
    ]);
  });
})));
"""
Line: TypeAlias = list[tuple[int, int, str]]


def scopes_of(texts: Sequence[str]) -> list[list[Line]]:
    """Return what the engine finds in each line: from where, to where, and scopes."""
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", RUN, str(GRAMMAR)],
        cwd=ENGINE,
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: list[list[Line]] = json.loads(done.stdout)
    return found


def scope_at(lines: list[Line], text: str, offset: int) -> str:
    """Return the scopes at an offset."""
    before = text[:offset].split("\n")
    column = len(before[-1].encode("utf-16-le")) // 2
    found = [
        scopes
        for start, end, scopes in lines[len(before) - 1]
        if start <= column < max(end, start + 1)
    ]
    return found[0] if found else ""


def wanted(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the tokens of a text stand, their kinds, and their scopes."""
    tokens = tokenize(text)
    table: dict[int, str] = {kind: SCOPES[each] for kind, each in COLOURS.items()}
    table |= OTHER_SCOPES
    for at, kind in enumerate(tokens.kinds):
        image = tokens.image(at).strip(" \t'")
        if kind in table and image:
            yield tokens.starts[at] + tokens.image(at).index(image), kind, table[kind]
    for start, _ in tokens.comments:
        yield start, t.EOF, "comment"


def differences(texts: Sequence[str]) -> tuple[list[str], int]:
    """Return the tokens with another scope, and how many were looked at."""
    found, count = [], 0
    for text, lines in zip(texts, scopes_of(texts), strict=True):
        for offset, kind, scope in wanted(text):
            count += 1
            seen = scope_at(lines, text, offset)
            if scope not in seen:
                words = text[offset : offset + 40]
                found.append(f"{NAMES[kind]}: {words!r} is {seen!r}")
    return found, count


@pytest.mark.long
@with_engine
def test_the_grammar_finds_our_tokens() -> None:
    """In our own texts each title, sign, tag, data and comment has its scope."""
    examples = [
        *ROOT.glob("examples/*.argdown"),
        *ROOT.glob("argmap/cli/templates/*.argdown"),
    ]
    texts = [TEXT, mixed(300), *(each.read_text("utf-8") for each in examples)]

    found, count = differences(texts)

    assert found == []
    assert count > 1_000


@pytest.mark.long
@with_engine
@pytest.mark.skipif(
    "ARGMAP_REAL_FILES" not in os.environ, reason="ARGMAP_REAL_FILES names no folder"
)
def test_the_grammar_finds_the_tokens_of_others() -> None:
    """So it is for 99 of 100 in the files of others: it sees one line at a time."""
    folder = Path(os.environ["ARGMAP_REAL_FILES"])
    texts = [
        each.read_text("utf-8")
        for each in sorted(folder.rglob("*"))
        if each.name.endswith(ARGDOWN.suffixes)
    ]

    found, count = differences(texts)

    assert len(found) < 0.01 * count, found


def patterns(rule: Any) -> Iterator[tuple[str, str]]:
    """Yield the names and values of all that is in a rule, and in those in it."""
    for name, value in rule.items() if isinstance(rule, dict) else ():
        if isinstance(value, str):
            yield name, value
        yield from patterns(value)
    for each in rule if isinstance(rule, list) else ():
        yield from patterns(each)


def test_the_grammar_is_whole() -> None:
    """Each rule that is included is there and used; expressions are right; suffixes."""
    grammar = json.loads(GRAMMAR.read_text("utf-8"))
    found = list(patterns(grammar))

    included = {value[1:] for name, value in found if name == "include"}
    assert included == grammar["repository"].keys()
    assert tuple(f".{each}" for each in grammar["fileTypes"]) == ARGDOWN.suffixes
    for name, value in found:
        if name in {"begin", "match", "end"}:
            in_python = value.replace(r"\p{L}\p{N}", r"\w")
            re.compile(re.sub(r"\\x\{(\w+)\}", r"\\u\1", in_python))
