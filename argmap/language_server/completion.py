"""Completion of what is being typed, by where it stands.

The text is that of the moment. What it is completed from was read a moment before, so
that nobody waits for it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from argmap.diagnostics import Span
from argmap.formats.argdown import fields
from argmap.formats.argdown.patch import KEYS
from argmap.formats.argdown.view.settings import HONOURED
from argmap.formats.codec import record_of
from argmap.formats.quoting import quoted_scalar
from argmap.language_server.files import File
from argmap.language_server.index import CLOSING, Index, Titled
from argmap.model import Claim, Counterpoint, Inference, Premise, Source
from argmap.model.kinds import Maybe, Scalar
from argmap.schemes import CriticalQuestion, Role, Scheme, schemes
from argmap.words import truncate

_MOST: Final = 100
"""The proposals that are made at once; more are found by typing on."""
_FARTHEST: Final = 2_000
"""How far back data may have begun."""
_TITLE_BEGUN: Final = re.compile(r"[\[<][^\[\]<>]*\Z")
_TAG_BEGUN: Final = re.compile(r"#(?:\([^()]*|[^\s#()]*)\Z")
_KEY_BEGUN: Final = re.compile(r"(?:\A|[,\n])[ \t]*([\w-]*)\Z")
_VALUE_BEGUN: Final = re.compile(
    r"(?:\A|[,\n])[ \t]*([\w-]+)[ \t]*:[ \t]*(?:\[(?:[^\]\n]*,[ \t]*)?)?"
    r"([^,\n{}\[\]\"']*)\Z"
)
_SETTING_BEGUN: Final = re.compile(r"([ \t]*)([\w-]*)\Z")
_SETTING_VALUE_BEGUN: Final = re.compile(r"([ \t]*)([\w-]+):[ \t]+([^\"'\[{]*)\Z")
_PARENT: Final = re.compile(r"([ \t]*)([\w-]+):[ \t]*\Z")
_FRONT_MATTER: Final = re.compile(r"\s*={3,}")
_PLAIN: Final = re.compile(r"[^\W\d][\w .'-]*")

_FIELDS: Final[Mapping[type[Any], tuple[str, ...]]] = {
    Claim: fields.CLAIM_FIELDS,
    Inference: fields.INFERENCE_FIELDS,
    Counterpoint: fields.COUNTERPOINT_FIELDS,
    Premise: fields.PREMISE_FIELDS,
}
_PLACES: Final = (
    (re.compile(r"[ \t]*(?:<?\+|\+>)"), (Claim, Inference, Premise)),
    (re.compile(r"[ \t]*--"), (Inference,)),
    (re.compile(r"[ \t]*(?:<?[-_]|[-_]>)"), (Claim, Counterpoint, Premise)),
    (re.compile(r"[ \t]*\(\d+\)"), (Claim, Premise)),
    (re.compile(""), (Claim,)),
)
"""How a line begins, and whose fields the data in it can give."""
_OTHER_KEYS: Final[Mapping[type[Any], Mapping[str, str]]] = {
    Claim: {
        "id": "Its name among all parts.",
        fields.QUESTION: "Whether it is a question, with answers below it.",
        fields.RESTATES: "The claim that it says again.",
        fields.PREFERRED: "The claim that counts for less.",
    },
    Inference: {
        "id": "Its name among all parts.",
        "roles": "The role of each premise in the scheme.",
        "uses": "The numbers of the premises that it starts from.",
        fields.PREFERRED: "The step that counts for less.",
    },
    Counterpoint: {fields.STEP_ID: "Its name among all parts."},
}
_TOP_SETTINGS: Final = {
    "title": "What the map is called.",
    "argmap": "What plain Argdown has no place for.",
    **{
        path.partition(".")[0]: "What is drawn, and how."
        for path in (*HONOURED, "model.mode")
    },
}


@attrs.frozen
class Proposal:
    """A completion: what it is called, and the text in place of a span.

    `part` is what it names, if anything; `detail` says more.
    """

    label: str
    text: str
    span: Span
    detail: str = ""
    part: Titled | None = None


@attrs.frozen
class _Choice:
    """Something that could be meant, before it is known what has been typed of it."""

    label: str
    detail: str = ""
    part: Titled | None = None
    end: str = ""
    is_name: bool = False

    @property
    def text(self) -> str:
        is_quoted = self.is_name and not _PLAIN.fullmatch(self.label)
        return (quoted_scalar(self.label) if is_quoted else self.label) + self.end


def proposals(index: Index, file: File, offset: int) -> list[Proposal]:
    r"""Return what could complete the words that end at an offset of a file.

    `index` is that of the same file, or of what it was shortly before.

    >>> index = Index.of("[Cap]: Cap rents. #policy\n\n[Cost]: Cap costs.\n\n[co")
    >>> [each.text for each in proposals(index, index.file, len(index.file.text))]
    ['Cost]']
    """
    if not index.is_argdown:
        return []
    typed, choices = _begun(index, file, offset)
    span = Span(offset - len(typed), offset)
    words = typed.casefold()
    found = [each for each in choices if words in each.label.casefold()]
    found.sort(key=lambda each: not each.label.casefold().startswith(words))
    return [
        Proposal(each.label, each.text, span, each.detail, each.part)
        for each in found[:_MOST]
        if each.label != typed or each.end
    ]


def _begun(index: Index, file: File, offset: int) -> tuple[str, Iterable[_Choice]]:
    """Return what has been typed of something, and what that could be."""
    front_matter = _FRONT_MATTER.match(file.text)
    if front_matter and "===" not in file.text[front_matter.end() : offset]:
        return _setting(index, file, offset)
    brace = _open_brace(file.text, offset)
    if brace is not None:
        return _data(index, file, brace, offset)
    before = file.text[file.line_start(offset) : offset]
    if begun := _TITLE_BEGUN.search(before):
        return begun[0][1:], _titles(index, file, begun[0][0], offset, len(begun[0]))
    if begun := _TAG_BEGUN.search(before):
        return begun[0], _tags(index, offset - len(begun[0]))
    return "", ()


def _titles(
    index: Index, file: File, sign: str, offset: int, length: int
) -> Iterator[_Choice]:
    """Yield all titles but the one that is being typed."""
    closing = CLOSING[sign]
    end = "" if file.text.startswith(closing, offset) else closing
    typed = offset - length + 1
    for title, found in index.titles.items():
        if title.sign == sign and [each.span.start for each in found] != [typed]:
            part = index.part_of(title)
            detail = truncate(part.text) if part else ""
            yield _Choice(title.words, detail, part, end)


def _tags(index: Index, start: int) -> Iterator[_Choice]:
    """Yield all tags but the one that is being typed."""
    for image, starts in index.tags.items():
        if starts != [start]:
            yield _Choice(image)


def _open_brace(text: str, offset: int) -> int | None:
    """Return where the data begins that an offset is in, if it is in any."""
    depth = 0
    first = max(0, offset - _FARTHEST, text.rfind("\n\n", 0, offset))
    for at in range(offset - 1, first - 1, -1):
        if text[at] == "}":
            depth += 1
        elif text[at] == "{":
            if not depth:
                return at
            depth -= 1
    return None


def _data(
    index: Index, file: File, brace: int, offset: int
) -> tuple[str, Iterable[_Choice]]:
    inner = file.text[brace + 1 : offset]
    if file.text[:brace].rstrip().endswith((":", "[", ",")):  # inside of other data
        return "", ()
    kinds = _kinds(file, brace)
    if begun := _VALUE_BEGUN.search(inner):
        return begun[2], _values(index, begun[1], kinds)
    if begun := _KEY_BEGUN.search(inner):
        taken = re.findall(r"([\w-]+)[ \t]*:", inner)
        keys = _keys(kinds)
        return begun[1], [each for each in keys if each.label not in taken]
    return "", ()


def _kinds(file: File, brace: int) -> tuple[type[Any], ...]:
    """Return the kinds of what data speaks of, by how the line before it begins."""
    start = file.line_start(brace)
    if start and not file.text[start:brace].strip():
        start = file.line_start(start - 1)
    return next(kinds for line, kinds in _PLACES if line.match(file.text, start))


def _keys(kinds: Iterable[type[Any]]) -> list[_Choice]:
    found: dict[str, str] = {}
    for kind in kinds:
        described = {each.name: each.description for each in record_of(kind).fields}
        for key in _FIELDS[kind]:
            found.setdefault(key, described[key])
        found = {**_OTHER_KEYS.get(kind, {}), **found}
    return [_Choice(key, detail, end=": ") for key, detail in found.items()]


def _values(index: Index, key: str, kinds: Iterable[type[Any]]) -> Iterable[_Choice]:
    if key in _VALUES:
        return _VALUES[key](index)
    described = (each for kind in kinds for each in record_of(kind).fields)
    found = next((each for each in described if each.name == key), None)
    return _allowed(found.kind) if found else ()


def _used(index: Index) -> Iterable[Scheme]:
    """Return the schemes that the text uses, or else all."""
    argument_map = index.document.argument_map
    named = {each.scheme for each in argument_map.inferences}
    named |= {each.scheme for each in argument_map.counterpoints}
    return [each for each in schemes() if each.id in named] or schemes()


def _questions(index: Index) -> list[_Choice]:
    return _distinct(one for each in _used(index) for one in each.questions)


def _roles(index: Index) -> list[_Choice]:
    return _distinct(one for each in _used(index) for one in each.roles)


def _distinct(found: Iterable[CriticalQuestion | Role]) -> list[_Choice]:
    pairs = dict.fromkeys((one.id, one.text) for one in found)
    return [_Choice(*each) for each in pairs]


def _names(index: Index) -> Iterator[_Choice]:
    """Yield the names of claims, as data and settings refer to them."""
    for each in index.document.argument_map.claims:
        yield _Choice(each.title or each.id, truncate(each.text), each, is_name=True)


_VALUES: Final[Mapping[str, Callable[[Index], Iterable[_Choice]]]] = {
    "scheme": lambda _: [_Choice(each.id, each.name) for each in schemes()],
    "raises": _questions,
    "role": _roles,
    "roles": _roles,
    fields.RESTATES: _names,
    fields.PREFERRED: _names,
    fields.QUESTION: lambda _: [_Choice("true"), _Choice(fields.EXCLUSIVE)],
}
"""The values of keys that are not those of a kind of field."""


def _allowed(kind: object) -> list[_Choice]:
    """Return the values of a kind that has only some."""
    kind = kind.kind if isinstance(kind, Maybe) else kind
    schema = kind.schema if isinstance(kind, Scalar) else {}
    words = ("true", "false") if schema.get("type") == "boolean" else ()
    return [_Choice(each) for each in schema.get("enum", words)]


def _setting(index: Index, file: File, offset: int) -> tuple[str, Iterable[_Choice]]:
    start = file.line_start(offset)
    before = file.text[start:offset]
    if begun := _SETTING_VALUE_BEGUN.match(before):
        path = [*_parents(file, start, begun[1]), begun[2]]
        return begun[3], _setting_values(index, path)
    if begun := _SETTING_BEGUN.match(before):
        return begun[2], _settings(_parents(file, start, begun[1]))
    return "", ()


def _parents(file: File, start: int, indentation: str) -> list[str]:
    """Return the keys that a line of front matter stands below, outermost first."""
    found: list[str] = []
    depth = len(indentation)
    for line in reversed(file.text[:start].splitlines()):
        parent = _PARENT.match(line)
        if parent and len(parent[1]) < depth:
            found.insert(0, parent[2])
            depth = len(parent[1])
    return found


def _settings(parents: list[str]) -> list[_Choice]:
    match parents:
        case []:
            keys: Mapping[str, str] = _TOP_SETTINGS
        case ["argmap"]:
            keys = dict.fromkeys(KEYS, "")
        case ["argmap", "sources", _]:
            keys = {each.name: each.description for each in record_of(Source).fields}
        case _:
            head = ".".join([*parents, ""])
            keys = {
                path.removeprefix(head): kind.wanted
                for path, kind in HONOURED.items()
                if path.startswith(head)
            }
    return [_Choice(key, detail, end=": ") for key, detail in keys.items()]


def _setting_values(index: Index, path: list[str]) -> Iterable[_Choice]:
    match path:
        case ["argmap", "thesis"]:
            return _names(index)
        case ["argmap", "names"]:
            return [_Choice("ids")]
        case ["model", "mode"]:
            return [_Choice("strict"), _Choice("loose")]
    return _allowed(HONOURED.get(".".join(path)))
