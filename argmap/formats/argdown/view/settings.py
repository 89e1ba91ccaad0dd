"""Settings of a text about its own picture, those that argmap honours.

Each is a field with its own name, which knows what it stands under and what its value
must be. One that is not honoured, or whose value cannot be used, is left out, and a
finding says so.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagnostics import Severity
from argmap.formats.argdown.config import NAME
from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.kinds import Shape, list_of, mapping_of
from argmap.formats.argdown.plus import SYNTAX
from argmap.formats.argdown.view.color_schemes import SCHEMES
from argmap.formats.located import Findings
from argmap.model.kinds import FLAG, TEXT, Choice, Scalar, one_of

Color: TypeAlias = str | int | Mapping[str, Any]
"""A colour such as `#1b9e77`, its index in a scheme, or one of both as `color`."""

_HEX = re.compile(r"#(?:[\da-fA-F]{3}){1,2}")


class StatementMode(Choice):
    """The statements that are drawn."""

    ALL = "all"
    WITH_TITLE = "with-title"
    TOP_LEVEL = "top-level"
    WITH_RELATIONS = "with-relations"
    NOT_USED = "not-used-in-argument"
    WITH_SEVERAL_RELATIONS = "with-more-than-one-relation"


class LabelMode(Choice):
    """The words of an element that are written in its box."""

    HIDE_UNTITLED = "hide-untitled"
    TITLE = "title"
    TEXT = "text"


def is_hex(value: object) -> bool:
    """Return whether a value is a colour such as `#1b9e77` or `#fff`."""
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def _is_scheme(value: Any) -> bool:
    if isinstance(value, str):
        return value in SCHEMES
    return bool(value) and all(map(is_hex, value))


def _is_color(value: Any) -> bool:
    plain = value.get("color") if isinstance(value, dict) else value
    return is_hex(plain) or _NUMBER.fits(plain)


def _are_groups(value: Any) -> bool:
    waiting = [value]
    for groups in waiting:  # which grows by the groups in those before
        if not (isinstance(groups, list) and all(map(_GROUP.fits, groups))):
            return False
        waiting += (each.get("children", []) for each in groups)
    return True


_NUMBER: Final = Scalar("a number from 0 on", (int,), {}, lambda value: value >= 0)
_NAMES: Final = list_of(TEXT, "a list of names")
_SECTIONS: Final = mapping_of(
    Shape({"isGroup": FLAG, "isClosed": FLAG}),
    "titles, each with isGroup and isClosed",
)
_GROUP: Final = Shape(
    {
        "title": TEXT,
        "isClosed": FLAG,
        **dict.fromkeys(("statements", "arguments", "tags"), _NAMES),
    },
    required=("title",),
)
_GROUPS: Final = Scalar(
    "a list of groups, each with a title and what is in it", (list,), {}, _are_groups
)
_SCHEME: Final = Scalar(
    "the name of a scheme or a list such as ['#1b9e77']", (str, list), {}, _is_scheme
)
_COLORS: Final = mapping_of(
    Scalar("a colour", (str, int, dict), {}, _is_color),
    "names, each with a colour such as '#1b9e77' or 3",
)


def _setting(
    head: str,
    kind: Scalar,
    default: Any = None,
    converter: Callable[[Any], Any] | None = None,
) -> Any:
    """Return the field of a setting that stands under a head."""
    metadata = {"head": head, "kind": kind}
    return attrs.field(default=default, converter=converter, metadata=metadata)


def _scheme(value: str | Sequence[str] | None) -> Sequence[str] | None:
    return SCHEMES[value] if isinstance(value, str) else value


def _names(head: str, default: frozenset[str] | None = None) -> Any:
    return _setting(head, _NAMES, default, attrs.converters.optional(frozenset))


def _flag(head: str, *, default: bool = False) -> Any:
    return _setting(head, FLAG, default)


def _choice(head: str, default: Choice) -> Any:
    return _setting(head, one_of(type(default)), default, type(default))


def _colors(head: str) -> Any:
    return _setting(head, _COLORS, MappingProxyType({}))


@attrs.frozen(kw_only=True)
class Settings:
    """The settings that are honoured, by their own names; None where not given.

    The text `selects` where it says what is drawn, and not only in which colours;
    `has_colors` is whether it speaks of colours at all.
    """

    selects: bool = False
    has_colors: bool = False

    explode_arguments: bool = _flag("model")

    selected_tags: frozenset[str] | None = _names("selection")
    selected_sections: frozenset[str] | None = _names("selection")
    select_elements_without_tag: bool = _flag("selection")
    select_elements_without_section: bool = _flag("selection")
    include_statements: frozenset[str] = _names("selection", frozenset())
    exclude_statements: frozenset[str] = _names("selection", frozenset())
    exclude_arguments: frozenset[str] = _names("selection", frozenset())
    ignore_is_in_map: bool = _flag("selection")
    exclude_disconnected: bool = _flag("selection", default=True)
    statement_selection_mode: StatementMode = _choice(
        "selection", StatementMode.WITH_TITLE
    )

    statement_label_mode: LabelMode = _choice("map", LabelMode.HIDE_UNTITLED)
    argument_label_mode: LabelMode = _choice("map", LabelMode.HIDE_UNTITLED)
    add_tags: bool = _flag("map", default=True)

    group_depth: int = _setting("group", _NUMBER, 2)
    sections: Mapping[str, Mapping[str, bool]] | None = _setting("group", _SECTIONS)
    regroup: Sequence[Mapping[str, Any]] = _setting("group", _GROUPS, ())
    ignore_is_group: bool = _flag("group")
    ignore_is_closed: bool = _flag("group")

    color_scheme: Sequence[str] | None = _setting("color", _SCHEME, None, _scheme)
    group_color_scheme: Sequence[str] | None = _setting("color", _SCHEME, None, _scheme)
    colorize_by_tag: bool = _flag("color", default=True)
    colorize_groups_by_tag: bool = _flag("color")
    tag_colors: Mapping[str, Color] = _colors("color")
    statement_colors: Mapping[str, Color] = _colors("color")
    argument_colors: Mapping[str, Color] = _colors("color")
    group_colors: Mapping[str, Color] = _colors("color")
    ignore_color_data: bool = _flag("color")


def _path(field: "attrs.Attribute[Any]") -> str:
    """Return the path of a setting, such as `group.groupDepth` of `group_depth`."""
    head, *words = field.name.split("_")
    name = head + "".join(map(str.capitalize, words))
    return f"{field.metadata['head']}.{name}"


_FIELDS: Final = {_path(each): each for each in attrs.fields(Settings) if each.metadata}
"""The settings by their paths in the front matter."""
HONOURED: Final[Mapping[str, Scalar]] = {
    path: each.metadata["kind"] for path, each in _FIELDS.items()
}
"""The kinds of their values."""
_BY_LAST_WORD: Final = {path.rpartition(".")[2].lower(): path for path in _FIELDS}
_HEADS: Final = frozenset({*(path.partition(".")[0] for path in _FIELDS), "parser"})
_ELSEWHERE: Final = frozenset(
    {
        "model.mode",
        "model.removeTagsFromText",
        "model.shortcodes",
        "model.transformArgumentRelations",
    }
)
"""Settings that are honoured where the text is read."""
_SYNTAXES: Final = ("argdown", SYNTAX)
_NOT_FOR_A_PICTURE: Final = """
inputPath ignore outputPath outputSuffix rootPath watch process processes plugins
logLevel throwExceptions logExceptions logParserErrors include saveAs stdout
data images dot vizJs svg svgToPdf pdf png jpg webp image graphml dagre
json html webComponent sourceHighlighter
"""
_OF_THE_REFERENCE: Final = _HEADS.union(_NOT_FOR_A_PICTURE.split())
"""The names at the top that are settings; any others are the author's own data."""


def read_settings(elements: Elements) -> tuple[Settings, Findings]:
    """Return the settings of a text, and findings in it about those not honoured.

    >>> wanted = {"group": {"groupDepth": 1}, "dot": {"graphname": "Rents"}}
    >>> settings, findings = read_settings(Elements(front_matter=wanted))
    >>> settings.group_depth
    1
    >>> [each.message for each in findings]
    ["the setting 'dot' is not honoured"]
    """
    given: dict[str, Any] = {}
    selects = False
    findings = Findings()
    own = dict(_paths(elements.own_settings))
    for path, value in _paths(elements.settings):
        field = _FIELDS.get(path)
        kind = field.metadata["kind"] if field else None
        if field and kind and kind.fits(value):
            given[field.name] = value
            selects = selects or field.metadata["head"] != "color"
            continue
        like = _BY_LAST_WORD.get(path.rpartition(".")[2].lower())
        is_own = path in own
        if is_own and not like and path.partition(".")[0] not in _OF_THE_REFERENCE:
            continue
        help_ = f"did you mean '{like}'?" if like else None
        if path == "parser.syntax":
            help_ = f"it must be {' or '.join(_SYNTAXES)}"
        elif kind:
            help_ = f"it must be {kind.wanted}, not {value!r:.60}"
        findings.add(
            "setting-not-honoured",
            f"the setting '{path}'{'' if is_own else f' in {NAME}'} is not honoured",
            elements.key_span(*path.split(".")) if is_own else None,
            help_,
            Severity.INFO,
        )
    has_colors = isinstance(elements.settings.get("color"), dict)
    return Settings(selects=selects, has_colors=has_colors, **given), findings


def _paths(settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield settings with their paths; one path for all where none is honoured."""
    for name, value in settings.items():
        pairs = [(name, value)]
        if name in _HEADS and isinstance(value, dict):
            pairs = [(f"{name}.{key}", each) for key, each in value.items()]
        yield from (
            (path, each)
            for path, each in pairs
            if path not in _ELSEWHERE
            and (path != "parser.syntax" or each not in _SYNTAXES)
        )
