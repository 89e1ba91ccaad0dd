"""The catalogue of argumentation schemes: patterns that inferences follow.

After Walton, Reed and Macagno, Argumentation Schemes (2008). The schemes are data
in `schemes.toml`, read on first use.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import attrs

from argmap.errors import UnknownSchemeError
from argmap.model import kinds
from argmap.suggestions import with_likely

_ELSEWHERE = ("inference", "conclusion")

_Kind = TypeVar("_Kind", "Role", "CriticalQuestion", "Scheme")


def _are_distinct(
    owner: Any, attribute: "attrs.Attribute[Any]", parts: tuple[Any, ...]
) -> None:
    ids = [part.id for part in parts]
    if not ids or len(ids) != len(set(ids)):
        msg = f"{attribute.name} of '{owner.id}' must be some, each once, not {ids}"
        raise ValueError(msg)


@attrs.frozen
class Role:
    """The part that a premise plays in a scheme, and what it says there."""

    id: str = attrs.field(validator=kinds.identifier)
    text: str = attrs.field(validator=kinds.word)

    @id.validator
    def _is_a_premise(self, _: object, role_id: str) -> None:
        if role_id in _ELSEWHERE:
            msg = f"a role must not be called {role_id!r}, which is no premise"
            raise ValueError(msg)


@attrs.frozen
class CriticalQuestion:
    """A question that whoever doubts the inference may ask.

    `strikes` is what an unfavourable answer counts against: the role of a premise, or
    `inference` or `conclusion`.
    """

    id: str = attrs.field(validator=kinds.identifier)
    text: str = attrs.field(validator=kinds.word)
    strikes: str


@attrs.frozen
class Scheme:
    """A pattern of inference, with the questions that test it.

    Raises ValueError for a scheme without roles or questions, for one given twice,
    and for a question that strikes what the scheme does not have.

    >>> print(
    ...     Scheme(
    ...         "rumour",
    ...         "Argument from rumour",
    ...         gist="What is whispered is so.",
    ...         roles=(Role("whisper", "People whisper it."),),
    ...         conclusion="It is so.",
    ...         questions=(CriticalQuestion("who", "Who does?", strikes="whisper"),),
    ...     )
    ... )
    Argument from rumour (rumour)
    What is whispered is so.
    <BLANKLINE>
    Premises by role:
      whisper  People whisper it.
    Conclusion:
      It is so.
    <BLANKLINE>
    Critical questions:
      1. Who does? (who, against whisper)
    """

    id: str = attrs.field(validator=kinds.identifier)
    name: str = attrs.field(validator=kinds.word)
    gist: str = attrs.field(kw_only=True, validator=kinds.word)
    roles: tuple[Role, ...] = attrs.field(kw_only=True, validator=_are_distinct)
    conclusion: str = attrs.field(kw_only=True, validator=kinds.word)
    questions: tuple[CriticalQuestion, ...] = attrs.field(
        kw_only=True, validator=_are_distinct
    )

    @questions.validator
    def _strike_what_is_there(
        self, _: object, questions: tuple[CriticalQuestion, ...]
    ) -> None:
        known = (*(role.id for role in self.roles), *_ELSEWHERE)
        for question in questions:
            if question.strikes not in known:
                msg = (
                    f"strikes must be one of {', '.join(known)} in '{self.id}',"
                    f" not {question.strikes!r}"
                )
                raise ValueError(msg)

    def __str__(self) -> str:
        """Return all of it as text to read."""
        width = max(len(role.id) for role in self.roles)
        premises = "\n".join(f"  {each.id:{width}}  {each.text}" for each in self.roles)
        questions = "\n".join(
            f"  {number}. {each.text} ({each.id}, against {each.strikes})"
            for number, each in enumerate(self.questions, 1)
        )
        return (
            f"{self.name} ({self.id})\n{self.gist}\n\nPremises by role:\n{premises}\n"
            f"Conclusion:\n  {self.conclusion}\n\nCritical questions:\n{questions}"
        )


@cache
def _catalogue() -> dict[str, Scheme]:
    from importlib.resources import files  # noqa: PLC0415 - 20 ms with tomllib

    return _read(files("argmap").joinpath("schemes.toml").read_text(encoding="utf-8"))


def _read(text: str) -> dict[str, Scheme]:
    import tomllib  # noqa: PLC0415 - the catalogue is read on first use

    by_id: dict[str, Scheme] = {}
    for table in tomllib.loads(text)["scheme"]:
        each = _scheme(table)
        if each.id in by_id:
            msg = f"the catalogue must have each scheme once, not '{each.id}' twice"
            raise ValueError(msg)
        by_id[each.id] = each
    return by_id


def _scheme(table: Mapping[str, Any]) -> Scheme:
    roles = table.get("roles", {})
    questions = table.get("questions", {})
    parts = {
        "roles": tuple(Role(each, text) for each, text in roles.items()),
        "questions": tuple(
            _made(CriticalQuestion, {"id": each, **content})
            for each, content in questions.items()
        ),
    }
    return _made(Scheme, {**table, **parts})


def _made(kind: type[_Kind], fields: Mapping[str, Any]) -> _Kind:
    wanted = [each.name for each in attrs.fields(kind)]
    if set(fields) != set(wanted):
        msg = f"{kind.__name__} must have {', '.join(wanted)}, not {', '.join(fields)}"
        raise ValueError(msg)
    return kind(**fields)


def schemes() -> tuple[Scheme, ...]:
    """Return all schemes of the catalogue, in its order.

    >>> schemes()[0].id
    'expert-opinion'
    """
    return tuple(_catalogue().values())


def find_scheme(scheme_id: str) -> Scheme | None:
    """Return the scheme with this id, or None."""
    return _catalogue().get(scheme_id)


def scheme(scheme_id: str) -> Scheme:
    """Return the scheme with this id; raises UnknownSchemeError.

    >>> [role.id for role in scheme("expert-opinion").roles]
    ['expert', 'assertion']
    """
    found = find_scheme(scheme_id)
    if found is None:
        msg = f"the catalogue has no scheme '{scheme_id}'"
        raise UnknownSchemeError(with_likely(msg, scheme_id, _catalogue()))
    return found
