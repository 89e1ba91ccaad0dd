"""The known formats, and how a text in each is recognised: one table, a row a format.

Those that are neither read nor written have rows so that they can be called by name.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

import attrs

from argmap.errors import UnknownFormatError
from argmap.formats.aif import AIF, OVA
from argmap.formats.aif.xaif import XAIF
from argmap.formats.annotations import ARGGRAPH, ARGUEBUF, BRAT, SADFACE
from argmap.formats.argdown import ARGDOWN
from argmap.formats.argdown.json import ARGDOWN_JSON
from argmap.formats.carneades import CARNEADES
from argmap.formats.declared import (
    CSV,
    JSON_LINES,
    NODE_LINK,
    TSV,
    Declaration,
    declared,
)
from argmap.formats.document import Format
from argmap.formats.files import AnyPath
from argmap.formats.frameworks import AF, APX, TGF
from argmap.formats.graphml import GRAPHML
from argmap.formats.json import JSON
from argmap.formats.kialo import KIALO
from argmap.suggestions import with_likely

AnyFormat: TypeAlias = Format | Declaration | str
"""A format, its name, or a declaration of where in data the parts of a map are."""

_LINE: Final = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_LONE_HASH: Final = re.compile(r"(?<![^\r\n])[ \t]*+#[ \t]*+(?![^\r\n])")
_ARGDOWN_LINE: Final = re.compile(
    r"(?<![^\r\n])(?:[\[<]|\([0-9]+\)|===(?=[ \t]*(?![^\r\n]))"
    r"|[ \t]++(?:[+_-]>?|><?|<[+_-]?)(?=[ \t]))"
)
_TEXTS: Final = ("claim", "text", "thesis")
_INNER: Final = ("children", "replies", "pros", "cons", "supports", "attacks")
"""The keys of texts and of inner nodes in trees, as language models write them."""
_PAIR: Final = 2
_BY_NETWORKX: Final = (
    "in Python, networkx.node_link_data(networkx.read_graphml(FILE)) is data for JSON"
    " that argmap reads"
)
_BY_CARNEADES: Final = "Carneades 4 reads it and writes YAML, which can be read"


def _never(_: str) -> str:
    return ""


def _begins(pattern: str) -> Callable[[str], str]:
    """Return what recognises a notation by how a text begins, behind comments."""
    compiled = re.compile(pattern)

    def look(text: str) -> str:
        match = compiled.match(text)
        return f"it begins with '{match[1]}'" if match else ""

    return look


def _is_tgf(text: str) -> str:
    """Recognise a trivial graph: lines of names, `#`, then lines of two of these.

    Without any pair it may as well be a text in Argdown that is being typed.
    """
    mark = _LONE_HASH.search(text)
    if mark is None:
        return ""
    names = {each.split(None, 1)[0] for each in _LINE.findall(text[: mark.start()])}
    pairs = [each.split()[:_PAIR] for each in _LINE.findall(text, mark.end())]
    if not pairs and _ARGDOWN_LINE.search(text):
        return ""
    if not all(len(pair) == _PAIR and names.issuperset(pair) for pair in pairs):
        return ""
    return "a line '#' stands between names and pairs of them"


def _is_argdown(text: str) -> str:
    """Recognise Argdown by a line that begins as hardly any line elsewhere does.

    A heading does not count: `#` begins one in Markdown too, and comments elsewhere.
    """
    match = _ARGDOWN_LINE.search(text)
    if match is None:
        return ""
    line = text.count("\n", 0, match.start()) + 1
    return f"line {line} begins with '{match[0].strip()}'"


@attrs.frozen
class Row:
    """A format, and its signs; any one of them is enough.

    A sign is one path or several that go together, see `outermost`; those in `whole`
    count when the text has no other. `begins` looks at a text that is none of these,
    `plain` at one that fits no row and is in no file, or in one of plain text. `help`
    is for a format that is not read.
    """

    format: Format
    json: tuple[str, ...] = ()
    yaml: tuple[str, ...] = ()
    xml: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    begins: Callable[[str], str] = _never
    plain: Callable[[str], str] = _never
    help: str = ""


def _unread(name: str, title: str, *suffixes: str) -> Format:
    return Format(name, title, suffixes)


ROWS: Final = (
    Row(JSON, json=("argmap", "inferences[]", "counterpoints[]")),
    Row(ARGDOWN, plain=_is_argdown),
    Row(ARGDOWN_JSON, json=("statements.*",)),
    Row(
        AIF,
        json=("nodes[].nodeID", "edges[].fromID"),
        whole=("nodes=[] edges=[]",),
    ),
    Row(
        CARNEADES,
        yaml=(
            *("statements.*", "argument_schemes", "issue_schemes"),
            "weighing_functions",
        ),
        whole=("arguments.*", "language.*", "assumptions", "issues", "meta.*"),
    ),
    Row(AF, begins=_begins(r"(?:#.*\s+)*+(p\s+af)\s+\d+\s")),
    Row(TGF, begins=_is_tgf),
    Row(
        _unread("bag", "bipolar framework with weights", ".bag"),
        begins=_begins(r"(arg)\s*\([^(),]+,\s*[0-9.]+\s*\)"),
    ),
    Row(APX, begins=_begins(r"(?:%.*\s+)*+(arg|att|sup)\s*\(")),
    Row(XAIF, json=("AIF.nodes", "AIF.edges", "aif.nodes", "aif.edges")),
    Row(OVA, json=("edges[].from nodes[].scheme", "analysis nodes[]")),
    Row(
        SADFACE,
        json=("edges[].source_id", "nodes[] resources[]"),
    ),
    Row(
        ARGUEBUF,
        json=("nodes.*.atom", "nodes.*.scheme", "nodes.* schemaVersion"),
    ),
    Row(
        NODE_LINK,
        json=(
            *("nodes[] edges[].source", "nodes[] edges[].from", "nodes[] links[]"),
            "nodes[] edges[].fromNode",
            *("nodes[] relationships[]", "nodes[] relations[]", "claims[] relations[]"),
            *("claims[] edges[]", "components[] relations[]", "entities[] relations[]"),
            *("arguments[] relations[]", "statements[] relations[]"),
            *("elements[].data", "elements.nodes", "nodes.* edges[]"),
            *(f"{text} {inner}[]" for text in _TEXTS for inner in _INNER),
        ),
        whole=("claims[]", "claims.*"),
    ),
    Row(_unread("mindmup", "MindMup JSON", ".mup"), json=("ideas.*",)),
    Row(
        _unread("gsn2x", "gsn2x YAML", ".gsn.yaml", ".gsn.yml"),
        yaml=("*.supportedBy *.text", "*.inContextOf *.text", "*.undeveloped *.text"),
    ),
    Row(
        _unread("yaml-argmap", "YAML-argmap"),
        yaml=("*.r1", "*.o1", "*.r2", "*.o2"),
    ),
    Row(_unread("lkif", "LKIF"), xml=("lkif",), help=_BY_CARNEADES),
    Row(_unread("caf", "CAF"), xml=("caf",), help=_BY_CARNEADES),
    Row(_unread("aml", "AML of Araucaria", ".aml"), xml=("ARG",)),
    Row(ARGGRAPH, xml=("arggraph",)),
    Row(
        _unread("argunet", "Argunet GraphML"),
        xml=("graphml http://www.argunet.org/xml/argml",),
    ),
    Row(GRAPHML, xml=("graphml",), help=_BY_NETWORKX),
    Row(
        KIALO,
        begins=_begins(
            r"(Discussion (?:Title|Name):|1\.(?=\s.*\s+1\.1\.\s+(?:Pro|Con):))"
        ),
    ),
    Row(
        BRAT,
        begins=_begins(r"(T\d+\t\w+ \d+ \d+)"),
    ),
    Row(JSON_LINES),
    Row(CSV, begins=_begins(r"(step,source,source_text,)")),
    Row(TSV, begins=_begins(r"(step\tsource\tsource_text\t)")),
)

FORMATS: tuple[Format, ...] = tuple(
    {x.format.name: x.format for x in ROWS if x.format.read or x.format.write}.values()
)
"""All formats that are read or written, in the order in which they are listed."""


def readable_formats() -> str:
    """Return a clause that lists what can be read."""
    return f"argmap reads {listed(each.name for each in FORMATS if each.read)}"


def format_for(name_or_path: AnyFormat | AnyPath) -> Format:
    """Return the format with this name, or that of a file with this path.

    The longest suffix that fits decides. Raises UnknownFormatError.

    >>> format_for("map.json").name, format_for("json").name
    ('json', 'json')
    """
    if isinstance(name_or_path, Format):
        return name_or_path
    if isinstance(name_or_path, Declaration):
        return declared(name_or_path)
    for each in FORMATS:
        if each.name == name_or_path:
            return each
    named = format_by_suffix(name_or_path, FORMATS)
    if named is None:
        raise UnknownFormatError(_unknown(os.fspath(name_or_path)))
    return named


def format_by_suffix(path: AnyPath, formats: Iterable[Format]) -> Format | None:
    """Return the format with the longest suffix that a path ends in."""
    file = Path(path).name.lower()
    fitting = [
        (len(suffix), each)
        for each in formats
        if file.endswith(each.suffixes)
        for suffix in each.suffixes
        if file.endswith(suffix)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _unknown(name: str) -> str:
    names = [each.name for each in FORMATS]
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    for each in ROWS:
        if each.format.name == name:
            return f"{each.format.title} is known, but not read; {readable_formats()}"
    message = f"no format is called '{name}' or fits a file of that name"
    listing = f"there are {listed(names)}, for files in {listed(suffixes)}"
    suffix = Path(name).suffix
    word, known = (suffix, suffixes) if suffix else (name, names)
    return with_likely(f"{message}; {listing}", word, known)


def listed(names: Iterable[str]) -> str:
    """Return names with commas between them, each once."""
    return ", ".join(dict.fromkeys(names))
