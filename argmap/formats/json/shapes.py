"""The table of the format: what stands under which key, and what it is for.

Reading, writing and the published schema all follow it.
"""

import sys
from enum import StrEnum
from typing import Final

import attrs

from argmap.formats.json.kinds import (
    Field,
    ListOf,
    OrShort,
    Pieces,
    Scalar,
    Schema,
    Shape,
)
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Data,
    Expectation,
    Inference,
    Locator,
    Premise,
    ProofStandard,
    Quotation,
    Section,
    Source,
    values,
)
from argmap.model.parts import FORMER_NAMES

VERSION: Final = 1

_NOT_IN_IDS = r"\s\x00-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f"
_ID_PATTERN = rf"^[^{_NOT_IN_IDS}.-][^{_NOT_IN_IDS}]*$"


def _is_id(value: str) -> bool:
    try:
        values.is_id(None, attrs.fields(Claim).id, value)
    except ValueError:
        return False
    return True


def _is_shallow(value: dict[str, object]) -> bool:
    try:
        Data(value)
    except ValueError:
        return False
    return True


def _one_of(names: type[StrEnum]) -> Scalar:
    allowed = [str(each) for each in names]
    wanted = f"one of {', '.join(allowed)}"
    allowed += [name for name, now in FORMER_NAMES.items() if now in allowed]
    return Scalar(wanted, (str,), {"enum": allowed}, allowed.__contains__)


ID = Scalar(
    "an id such as 'rent-control'",
    (str,),
    {"type": "string", "pattern": _ID_PATTERN},
    _is_id,
    "bad-id",
)
_TEXT = Scalar("text", (str,), {"type": "string"})
_WORD = Scalar(
    "text that is not blank",
    (str,),
    {"type": "string", "pattern": r"[\S\ufeff]"},
    lambda value: bool(value.strip()),
)
_FLAG = Scalar("true or false", (bool,), {"type": "boolean"})
_PROBABILITY = Scalar(
    "a number from 0 to 1",
    (int, float),
    {"type": "number", "minimum": 0, "maximum": 1},
    lambda value: 0 <= value <= 1,
)
_STRENGTH = Scalar(
    "a positive number",
    (int, float),
    {"type": "number", "exclusiveMinimum": 0},
    lambda value: 0 < value <= sys.float_info.max,
)
_COUNT = Scalar(
    "a count of code points",
    (int,),
    {"type": "integer", "minimum": 0},
    lambda value: value >= 0,
)
_DATA = Scalar(
    "an object of at most 50 levels",
    (dict,),
    {"type": "object"},
    _is_shallow,
    "too-deep",
)
_TAGS = ListOf(_WORD)
_FREE = Field("data", _DATA, "Free data; argmap keeps it and does not look at it.")

_LOCATOR = Shape(
    "locator",
    "Where a quotation stands in the text of its source.",
    Locator,
    (
        Field("start", _COUNT, "Its first code point, from 0.", is_required=True),
        Field("end", _COUNT, "The code point after its last.", is_required=True),
        Field("prefix", _TEXT, "What stands just before it."),
        Field("suffix", _TEXT, "What stands just after it."),
    ),
)
_QUOTATION = Shape(
    "quotation",
    "Exact words from a source.",
    Quotation,
    (
        Field("exact", _WORD, "The words, slips included.", is_required=True),
        Field("source", ID, "The id of the source.", is_required=True),
        Field("locator", _LOCATOR, "Where the words stand."),
    ),
)
_SOURCE = Shape(
    "source",
    "A work that claims are quoted from.",
    Source,
    (
        Field("id", ID, "Its name among the sources.", is_required=True),
        Field("title", _TEXT, "Its title."),
        Field("author", _TEXT, "Who wrote it."),
        Field("date", _TEXT, "When it came out, in any form."),
        Field("url", _TEXT, "Where it can be found."),
        Field("path", _TEXT, "Its file, from the folder of the map's file on."),
        Field("sha256", _TEXT, "The SHA-256 of its text in UTF-8, in hexadecimal."),
        Field("text", _TEXT, "The whole of its text, as a reader sees it."),
    ),
)
_CLAIM = Shape(
    "claim",
    "A proposition, whatever role it plays.",
    Claim,
    (
        Field("id", ID, "Its name among all parts.", is_required=True),
        Field("text", _TEXT, "The proposition, in a sentence."),
        Field("title", _TEXT, "A short name."),
        Field("speaker", _TEXT, "Whose claim it is, when not the author's own."),
        Field("implicit", _FLAG, "Whether it is nowhere stated."),
        Field("quotations", ListOf(_QUOTATION), "The words that state it."),
        Field("tags", _TAGS, "Free labels."),
        Field("presumed", _FLAG, "Whether it is granted without a reason."),
        Field("credence", _PROBABILITY, "How probable it is."),
        Field("standard", _one_of(ProofStandard), "The proof it needs."),
        Field("expected", _one_of(Expectation), "The verdict a test of it wants."),
        _FREE,
    ),
)
_PREMISE = Shape(
    "premise",
    "A claim or an argument at work in a step.",
    Premise,
    (
        Field("claim", ID, "Its id.", is_required=True),
        Field("role", _WORD, "Its part in the argumentation scheme."),
    ),
)
_STEP_ID = Field("id", ID, "Its name among all parts; made from its ends if missing.")
_SCHEME = Field("scheme", ID, "The id of the argumentation scheme it follows.")
_WEIGHT = Field("strength", _STRENGTH, "How strong it is, beside others.")
_INFERENCE = Shape(
    "inference",
    "A step from premises, which support only together, to a conclusion.",
    Inference,
    (
        _STEP_ID,
        Field(
            "premises",
            ListOf(OrShort(_PREMISE), least=1),
            "What it starts from: ids, or objects where a premise has a role.",
            is_required=True,
        ),
        Field(
            "conclusion",
            ID,
            "The id of the claim, argument, inference or counterpoint it leads to.",
            is_required=True,
        ),
        _SCHEME,
        _WEIGHT,
        Field("strict", _FLAG, "Whether it is deductive."),
        _FREE,
    ),
)
_COUNTERPOINT = Shape(
    "counterpoint",
    "A step from premises against a target.",
    Counterpoint,
    (
        _STEP_ID,
        Field(
            "premises",
            ListOf(OrShort(_PREMISE)),
            "What is raised: ids, or objects where a premise has a role.",
            is_required=True,
        ),
        Field(
            "target",
            ID,
            "The id of the claim, argument, inference or counterpoint it strikes.",
            is_required=True,
        ),
        _SCHEME,
        _WEIGHT,
        _FREE,
    ),
)
_CONTRADICTION = Shape(
    "contradiction",
    "Claims of which at most one can stand.",
    Contradiction,
    (
        _STEP_ID,
        Field(
            "claims",
            ListOf(ID, least=2, are_different=True),
            "The ids of the claims.",
            is_required=True,
        ),
        Field("kind", _one_of(ContradictionKind), "Whether all can be false."),
        _FREE,
    ),
)
_ARGUMENT = Shape(
    "argument",
    "A named piece of reasoning, sketched or reconstructed.",
    Argument,
    (
        Field("id", ID, "Its name among all parts.", is_required=True),
        Field("title", _TEXT, "A short name."),
        Field("text", _TEXT, "Its gist."),
        Field("steps", ListOf(ID), "The ids of its inferences, the main one last."),
        Field("tags", _TAGS, "Free labels."),
        _FREE,
    ),
)
_SECTION = Shape(
    "section",
    "A titled stretch of the map.",
    Section,
    (
        Field("id", ID, "Its name among all parts.", is_required=True),
        Field("title", _TEXT, "Its heading, or the question its claims answer."),
        Field("members", ListOf(ID), "The ids of what it holds."),
        Field("parent", ID, "The id of the section around it."),
        _FREE,
    ),
)

PIECES: Final[dict[str, Shape]] = {
    "sources": _SOURCE,
    "claims": _CLAIM,
    "arguments": _ARGUMENT,
    "inferences": _INFERENCE,
    "counterpoints": _COUNTERPOINT,
    "contradictions": _CONTRADICTION,
    "sections": _SECTION,
}
"""The lists of a document, in the order of writing."""

ARGUMENT_MAP: Final = Shape(
    "map",
    "The map itself.",
    ArgumentMap,
    (
        Field("title", _TEXT, "Its title."),
        Field("thesis", ID, "The id of the claim it is about."),
        *(Field(name, Pieces(shape), f"Its {name}.") for name, shape in PIECES.items()),
        _FREE,
    ),
)
DOCUMENT: Final = Shape(
    "document",
    "An argument map, as argmap writes it down without loss.",
    dict,
    (
        Field(
            "argmap",
            Scalar(
                f"{VERSION}, the version of the format that this argmap reads",
                (int,),
                {"const": VERSION},
                lambda value: value == VERSION,
                "unsupported-version",
            ),
            "The version of the format.",
            is_required=True,
        ),
        Field("$schema", _TEXT, "The address of this schema, for editors."),
        *ARGUMENT_MAP.fields,
    ),
)


def json_schema() -> Schema:
    """Return the JSON Schema of the format, draft 2020-12.

    It is also in the file `argmap.schema.json` beside this package. What it
    refuses the reader refuses; the reader also looks at what a schema cannot say:
    that ids lead somewhere, that none is given twice.

    >>> json_schema()["required"]
    ['argmap']
    """
    inner = {each.name: each.definition() for each in DOCUMENT.shapes()}
    whole = inner.pop(DOCUMENT.name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Argument map",
        **whole,
        "$defs": dict(sorted(inner.items())),
    }
