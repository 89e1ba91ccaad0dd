"""What a text says of its own picture: the settings that argmap honours.

Each is a field that knows its path in the front matter and what its value must be.
One that is not honoured, or whose value cannot be used, is left out, and a finding
tells so.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.view.color_schemes import SCHEMES
from argmap.model.kinds import Choice

Color: TypeAlias = str | int | Mapping[str, Any]
"""A colour such as `#1b9e77`, its place in a scheme, or one of both as `color`."""

_KEY = re.compile(r"^[ \t]*+([\w.-]++)[ \t]*+:", re.MULTILINE)
_HEX = re.compile(r"#(?:[\da-fA-F]{3}){1,2}")


class StatementMode(Choice):
    """Which statements are drawn."""

    ALL = "all"
    WITH_TITLE = "with-title"
    TOP_LEVEL = "top-level"
    WITH_RELATIONS = "with-relations"
    NOT_USED = "not-used-in-argument"
    WITH_SEVERAL_RELATIONS = "with-more-than-one-relation"


class LabelMode(Choice):
    """What of an element is written in its box."""

    HIDE_UNTITLED = "hide-untitled"
    TITLE = "title"
    TEXT = "text"


def is_hex(value: object) -> bool:
    """Tell whether a value is a colour such as `#1b9e77` or `#fff`."""
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return type(value) is int and value >= 0


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _are_sections(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(each, dict)
        and _is_flag(each.get("isGroup", False))
        and _is_flag(each.get("isClosed", False))
        for each in value.values()
    )


def _are_groups(value: Any) -> bool:
    waiting = [value]
    while waiting:
        groups = waiting.pop()
        if not isinstance(groups, list):
            return False
        for each in groups:
            if not (
                isinstance(each, dict)
                and isinstance(each.get("title"), str)
                and _is_flag(each.get("isClosed", False))
                and _are_names(each.get("statements", []))
                and _are_names(each.get("arguments", []))
                and _are_names(each.get("tags", []))
            ):
                return False
            waiting.append(each.get("children", []))
    return True


def _is_scheme(value: Any) -> bool:
    if isinstance(value, str):
        return value in SCHEMES
    return isinstance(value, list) and bool(value) and all(map(is_hex, value))


def _are_colors(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_color, value.values()))


def _is_color(value: Any) -> bool:
    plain = value.get("color") if isinstance(value, dict) else value
    return is_hex(plain) or _is_number(plain)


@attrs.frozen
class _Kind:
    """What a value must be, in words and as a test."""

    wanted: str
    fits: Callable[[Any], bool]

    def at(self, path: str) -> dict[str, Any]:
        """Return the metadata of a field with this path in the front matter."""
        return {"path": path, "kind": self}


def _word(kind: type[Choice]) -> _Kind:
    return _Kind(f"one of {', '.join(kind)}", lambda value: value in list(kind))


_FLAG = _Kind("true or false", _is_flag)
_NUMBER = _Kind("a number from 0 on", _is_number)
_NAMES = _Kind("a list of names", _are_names)
_STATEMENT_MODE = _word(StatementMode)
_LABEL_MODE = _word(LabelMode)
_SECTIONS = _Kind("titles, each with isGroup and isClosed", _are_sections)
_GROUPS = _Kind("a list of groups, each with a title and what is in it", _are_groups)
_SCHEME = _Kind("the name of a scheme or a list such as ['#1b9e77']", _is_scheme)
_COLORS = _Kind("names, each with a colour such as '#1b9e77' or 3", _are_colors)


def _scheme(value: str | Sequence[str] | None) -> Sequence[str] | None:
    return SCHEMES[value] if isinstance(value, str) else value


def _names(path: str, default: frozenset[str] | None = None) -> Any:
    return attrs.field(
        default=default,
        converter=attrs.converters.optional(frozenset),
        metadata=_NAMES.at(path),
    )


def _flag(path: str, *, default: bool = False) -> Any:
    return attrs.field(default=default, metadata=_FLAG.at(path))


@attrs.frozen(kw_only=True)
class Settings:
    """The settings that are honoured; None where there is nothing to go by.

    `given` are the names of those that the text gives; `has_colors` is whether it
    speaks of colours at all.
    """

    given: frozenset[str] = frozenset()
    has_colors: bool = False

    explode_arguments: bool = _flag("model.explodeArguments")

    selected_tags: frozenset[str] | None = _names("selection.selectedTags")
    selected_sections: frozenset[str] | None = _names("selection.selectedSections")
    without_tag: bool = _flag("selection.selectElementsWithoutTag")
    without_section: bool = _flag("selection.selectElementsWithoutSection")
    included_statements: frozenset[str] = _names(
        "selection.includeStatements", frozenset()
    )
    excluded_statements: frozenset[str] = _names(
        "selection.excludeStatements", frozenset()
    )
    excluded_arguments: frozenset[str] = _names(
        "selection.excludeArguments", frozenset()
    )
    ignores_is_in_map: bool = _flag("selection.ignoreIsInMap")
    excludes_disconnected: bool = _flag("selection.excludeDisconnected", default=True)
    statement_mode: StatementMode = attrs.field(
        default=StatementMode.WITH_TITLE,
        converter=StatementMode,
        metadata=_STATEMENT_MODE.at("selection.statementSelectionMode"),
    )

    statement_label: LabelMode = attrs.field(
        default=LabelMode.HIDE_UNTITLED,
        converter=LabelMode,
        metadata=_LABEL_MODE.at("map.statementLabelMode"),
    )
    argument_label: LabelMode = attrs.field(
        default=LabelMode.HIDE_UNTITLED,
        converter=LabelMode,
        metadata=_LABEL_MODE.at("map.argumentLabelMode"),
    )
    adds_tags: bool = _flag("map.addTags", default=True)

    group_depth: int = attrs.field(default=2, metadata=_NUMBER.at("group.groupDepth"))
    sections: Mapping[str, Mapping[str, bool]] | None = attrs.field(
        default=None, metadata=_SECTIONS.at("group.sections")
    )
    regroup: Sequence[Mapping[str, Any]] = attrs.field(
        default=(), metadata=_GROUPS.at("group.regroup")
    )
    ignores_is_group: bool = _flag("group.ignoreIsGroup")
    ignores_is_closed: bool = _flag("group.ignoreIsClosed")

    color_scheme: Sequence[str] | None = attrs.field(
        default=None, converter=_scheme, metadata=_SCHEME.at("color.colorScheme")
    )
    group_color_scheme: Sequence[str] | None = attrs.field(
        default=None, converter=_scheme, metadata=_SCHEME.at("color.groupColorScheme")
    )
    colors_by_tag: bool = _flag("color.colorizeByTag", default=True)
    colors_groups_by_tag: bool = _flag("color.colorizeGroupsByTag")
    tag_colors: Mapping[str, Color] = attrs.field(
        factory=dict, metadata=_COLORS.at("color.tagColors")
    )
    statement_colors: Mapping[str, Color] = attrs.field(
        factory=dict, metadata=_COLORS.at("color.statementColors")
    )
    argument_colors: Mapping[str, Color] = attrs.field(
        factory=dict, metadata=_COLORS.at("color.argumentColors")
    )
    group_colors: Mapping[str, Color] = attrs.field(
        factory=dict, metadata=_COLORS.at("color.groupColors")
    )
    ignores_color_data: bool = _flag("color.ignoreColorData")

    @property
    def selects(self) -> bool:
        """Whether the text says what is drawn, and not only in which colours."""
        return any(not _PATHS[each].startswith("color.") for each in self.given)


_FIELDS: Final = {
    each.metadata["path"]: each for each in attrs.fields(Settings) if each.metadata
}
_PATHS: Final = {each.name: path for path, each in _FIELDS.items()}
_BY_LAST_WORD: Final = {path.rpartition(".")[2].lower(): path for path in _FIELDS}
_HEADS: Final = frozenset(path.partition(".")[0] for path in _FIELDS)
_ELSEWHERE: Final = frozenset(
    {
        "model.mode",
        "model.removeTagsFromText",
        "model.shortcodes",
        "model.transformArgumentRelations",
    }
)
"""What is honoured where the text is read."""
_NOT_FOR_A_PICTURE: Final = """
inputPath ignore outputPath outputSuffix rootPath watch process processes plugins
logLevel throwExceptions logExceptions logParserErrors include saveAs stdout
parser data images dot vizJs svg svgToPdf pdf png jpg webp image graphml dagre
json html webComponent sourceHighlighter
"""
_OF_THE_REFERENCE: Final = _HEADS.union(_NOT_FOR_A_PICTURE.split())
"""The names at the top that are settings; any others are the author's own data."""


def read_settings(
    elements: Elements, text: str = ""
) -> tuple[Settings, list[Diagnostic]]:
    """Return the settings of a text, and findings in it about those not honoured.

    >>> wanted = {"group": {"groupDepth": 1}, "dot": {"graphname": "Rents"}}
    >>> settings, findings = read_settings(Elements(settings=wanted))
    >>> settings.group_depth
    1
    >>> [each.message for each in findings]
    ["the setting 'dot' is not honoured"]
    """
    given: dict[str, Any] = {}
    findings: list[Diagnostic] = []
    front_matter = elements.front_matter_span
    places = {
        match[1]: Span(*match.span(1))
        for match in _KEY.finditer(text, front_matter.start, front_matter.end)
    }
    for path, value in _paths(elements.settings):
        head, _, word = path.rpartition(".")
        field = _FIELDS.get(path)
        kind = field.metadata["kind"] if field else None
        if field and kind and kind.fits(value):
            given[field.name] = value
            continue
        like = _BY_LAST_WORD.get(word.lower())
        if not like and path.partition(".")[0] not in _OF_THE_REFERENCE:
            continue
        help_ = f"did you mean '{like}'?" if like else None
        if kind:
            help_ = f"it must be {kind.wanted}, not {value!r:.60}"
        findings.append(
            Diagnostic(
                "setting-not-honoured",
                f"the setting '{path}' is not honoured",
                severity=Severity.INFO,
                span=places.get(word) or places.get(head, front_matter),
                help=help_,
            )
        )
    has_colors = isinstance(elements.settings.get("color"), dict)
    return Settings(given=frozenset(given), has_colors=has_colors, **given), findings


def _paths(settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield settings with their paths; one path for all where none is honoured."""
    for name, value in settings.items():
        pairs = [(name, value)]
        if name in _HEADS and isinstance(value, dict):
            pairs = [(f"{name}.{key}", each) for key, each in value.items()]
        yield from (pair for pair in pairs if pair[0] not in _ELSEWHERE)
