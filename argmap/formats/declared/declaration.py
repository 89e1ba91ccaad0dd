"""Declarations of where in data the nodes and edges of a map are."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import attrs

from argmap.errors import ArgmapError
from argmap.formats.declared.paths import steps_of
from argmap.formats.declared.words import MEANINGS, Relation, folded
from argmap.model.values import Value
from argmap.suggestions import with_likely

PLACE: Final = "#"
"""In the place of a path to ids: the key or the index under which a node stands."""


class DeclarationError(ArgmapError, ValueError):
    """A declaration that says nothing, or the wrong thing."""


def _as_paths(value: str | Sequence[str]) -> tuple[str, ...]:
    several = value if isinstance(value, list | tuple) else (value,)
    return tuple(each for each in several if each != "")


def _path(_: "Declaration", field: "attrs.Attribute[Any]", value: object) -> None:
    paths = value if isinstance(value, tuple) else (value,)
    for each in paths:
        if not isinstance(each, str):
            msg = f"{field.name} must be a path such as 'nodes[*]', not {each!r}"
            raise DeclarationError(msg)
        try:
            steps_of(each)
        except ValueError as error:
            msg = f"{field.name}: {error}"
            raise DeclarationError(msg) from error


def _is_meanings(_: object, __: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, Mapping):
        msg = f"relations must lead from words to meanings, not be {value!r}"
        raise DeclarationError(msg)
    for word, meaning in value.items():
        if meaning not in MEANINGS:
            msg = f"{word!r} must mean one of {', '.join(MEANINGS)}, not {meaning!r}"
            raise DeclarationError(with_likely(msg, str(meaning), MEANINGS))


def _one(help_: str) -> Any:
    return attrs.field(default="", validator=_path, metadata=_help(help_))


def _help(text: str) -> dict[str, str]:
    return {"help": text}


@attrs.frozen(kw_only=True, slots=False, repr=False)
class Declaration(Value):
    """Where in JSON, JSON lines or a table the nodes and the edges of a map are.

    Fields are paths: `nodes`, `edges` and `source_text` from the whole, the others from
    a node, or an edge, on. Of several paths to a text or a word the first counts that
    leads to one. What is left out is looked for, and what was found is reported.
    `relations` say what words mean that are not usual. Raises DeclarationError for
    what is no path, and no meaning.

    >>> from argmap import loads
    >>> text = '{"items": [{"no": 1, "says": "A"}, {"no": 2, "says": "B", "why": [1]}]}'
    >>> declaration = Declaration(
    ...     nodes="items[*]", node_id="no", node_text="says",
    ...     edges="items[*]", edge_source="why[*]", edge_target="no",
    ...     relations={"why": "support"},
    ... )
    >>> loads(text, declaration).inferences
    (Inference(['1'], '2'),)
    """

    nodes: tuple[str, ...] = attrs.field(
        default=(),
        converter=_as_paths,
        validator=_path,
        metadata=_help("Where the nodes are, such as 'nodes[*]'."),
    )
    node_id: str = _one("The id in a node; # is the key or index of the node.")
    node_text: tuple[str, ...] = attrs.field(
        default=(),
        converter=_as_paths,
        validator=_path,
        metadata=_help("The text in a node."),
    )
    node_kind: str = _one("What a node is: a claim, a question, a step such as RA.")
    node_speaker: str = _one("Who says what is in a node.")
    node_quote: str = _one("The exact words that a node quotes.")
    node_source: str = _one("What a node quotes from: a file, an address or a title.")
    node_start: str = _one("The offset at which the words of a node begin.")
    node_end: str = _one("The offset at which the words of a node end.")
    children: tuple[str, ...] = attrs.field(
        default=(),
        converter=_as_paths,
        validator=_path,
        metadata=_help("Nodes inside a node, such as 'replies[*]'."),
    )
    edges: tuple[str, ...] = attrs.field(
        default=(),
        converter=_as_paths,
        validator=_path,
        metadata=_help("Where the edges are, such as 'edges[*]'."),
    )
    edge_id: str = _one("The id in an edge; rows with one id are one step.")
    edge_source: str = _one("What an edge leads from.")
    edge_target: tuple[str, ...] = attrs.field(
        default=(),
        converter=_as_paths,
        validator=_path,
        metadata=_help("What an edge leads to."),
    )
    edge_source_text: str = _one("The text of what an edge leads from.")
    edge_target_text: str = _one("The text of what an edge leads to.")
    edge_relation: tuple[str, ...] = attrs.field(
        default=(),
        converter=_as_paths,
        validator=_path,
        metadata=_help("The word in an edge that says what it means."),
    )
    edge_strength: str = _one("How strong an edge is.")
    source_text: str = _one("The text that quotations and offsets refer to.")
    source_file: str = attrs.field(
        default="",
        metadata=_help("The file that is quoted, relative to INPUT's folder."),
    )
    relations: Mapping[str, str] = attrs.field(
        factory=dict,
        validator=_is_meanings,
        metadata=_help(f"What a word means: {', '.join(MEANINGS)}."),
    )

    @classmethod
    def from_toml(cls, text: str) -> "Declaration":
        r"""Return the declaration in a TOML text; raises DeclarationError.

        >>> Declaration.from_toml("node-id = 'no'\n[relations]\nbacks = 'support'\n")
        Declaration(node_id='no', relations={'backs': 'support'})
        """
        import tomllib  # noqa: PLC0415 - few declarations are in a file

        try:
            found = tomllib.loads(text.removeprefix("\ufeff"))
        except tomllib.TOMLDecodeError as error:
            msg = f"it is no TOML: {error}"
            raise DeclarationError(msg) from error
        fields = {name.replace("-", "_"): value for name, value in found.items()}
        known = attrs.fields_dict(cls)
        for name in fields:
            if name not in known:
                msg = f"a declaration has no {name!r}"
                raise DeclarationError(with_likely(msg, name, known))
        return cls(**fields)

    @property
    def is_empty(self) -> bool:
        """Whether all is left out."""
        return self == Declaration()

    def listed(self, field: str) -> tuple[str, ...]:
        """Return the paths in a field, however many it holds."""
        value = getattr(self, field)
        return (value,) if isinstance(value, str) and value else tuple(value)

    @cached_property
    def meanings(self) -> Mapping[str, Relation]:
        """The declared words, as they are compared, and what they mean."""
        return {
            folded(word) or word.strip(): MEANINGS[meaning]
            for word, meaning in self.relations.items()
        }
