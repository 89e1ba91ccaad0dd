"""The catalogue of argumentation schemes: patterns that inferences follow.

After Walton, Reed and Macagno, Argumentation Schemes (2008). The schemes are data
in `schemes.toml`, read on first use.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from argmap.errors import UnknownSchemeError
from argmap.suggestions import did_you_mean

_ELSEWHERE = ("inference", "conclusion")


@attrs.frozen
class Role:
    """The part that a premise plays in a scheme, and what it says there."""

    id: str
    text: str


@attrs.frozen
class CriticalQuestion:
    """A question that whoever doubts the inference may ask.

    `strikes` is what an unfavourable answer hits: the role of a premise, or
    `inference` or `conclusion`.
    """

    id: str
    text: str
    strikes: str


@attrs.frozen
class Scheme:
    """A pattern of inference, with the questions that test it.

    Raises ValueError when a question strikes what the scheme does not have.
    """

    id: str
    name: str
    gist: str = attrs.field(kw_only=True)
    roles: tuple[Role, ...] = attrs.field(kw_only=True)
    conclusion: str = attrs.field(kw_only=True)
    questions: tuple[CriticalQuestion, ...] = attrs.field(kw_only=True)

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
        premises = "".join(f"  {role.id:{width}}  {role.text}\n" for role in self.roles)
        questions = "".join(
            f"  {number}. {question.text} ({question.id}, strikes {question.strikes})\n"
            for number, question in enumerate(self.questions, 1)
        )
        return (
            f"{self.name} ({self.id})\n{self.gist}\n\nPremises by role:\n{premises}"
            f"Conclusion:\n  {self.conclusion}\n\nCritical questions:\n{questions}"
        ).rstrip("\n")


@cache
def _catalogue() -> dict[str, Scheme]:
    text = files("argmap").joinpath("schemes.toml").read_text(encoding="utf-8")
    return _by_id(_scheme(table) for table in tomllib.loads(text)["scheme"])


def _scheme(table: Mapping[str, Any]) -> Scheme:
    return Scheme(
        table["id"],
        table["name"],
        gist=table["gist"],
        roles=tuple(Role(role, text) for role, text in table["roles"].items()),
        conclusion=table["conclusion"],
        questions=tuple(
            CriticalQuestion(question, **content)
            for question, content in table["questions"].items()
        ),
    )


def _by_id(found: Iterable[Scheme]) -> dict[str, Scheme]:
    by_id: dict[str, Scheme] = {}
    for each in found:
        if each.id in by_id:
            msg = f"the catalogue must have each scheme once, not '{each.id}' twice"
            raise ValueError(msg)
        by_id[each.id] = each
    return by_id


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
        likely = did_you_mean(scheme_id, _catalogue())
        hint = f"; {likely}" if likely else ""
        msg = f"the catalogue has no scheme '{scheme_id}'{hint}"
        raise UnknownSchemeError(msg)
    return found
