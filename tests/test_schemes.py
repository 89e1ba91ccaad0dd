"""The catalogue of argumentation schemes."""

import re
import subprocess
import sys

import pytest

from argmap.errors import UnknownSchemeError
from argmap.schemes import (
    CriticalQuestion,
    Role,
    Scheme,
    _by_id,
    find_scheme,
    scheme,
    schemes,
)

SMALL = Scheme(
    "small",
    "Small argument",
    gist="Small things add up.",
    roles=(Role("thing", "It is small."),),
    conclusion="It adds up.",
    questions=(CriticalQuestion("truth", "Is it small?", "thing"),),
)


@pytest.mark.parametrize("each", schemes(), ids=lambda each: each.id)
def test_catalogue(each: Scheme) -> None:
    """Every scheme has slugs for ids, premises in roles, and critical questions."""
    ids = [each.id, *(role.id for role in each.roles)]
    ids += [question.id for question in each.questions]
    sentences = [each.gist, each.conclusion, *(role.text for role in each.roles)]

    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in ids)
    assert all(re.fullmatch(r"[A-Z].*\.", sentence) for sentence in sentences)
    assert all(re.fullmatch(r"[A-Z].*\?", each.text) for each in each.questions)
    assert len(each.roles) >= 1
    assert len(each.questions) >= 2


def test_most_used_schemes() -> None:
    """The catalogue has at least the 25 most used schemes, each under one id."""
    ids = [each.id for each in schemes()]

    assert len(ids) == len(set(ids)) >= 25
    assert {"expert-opinion", "analogy", "sign", "practical-reasoning"} <= set(ids)


def test_looking_up() -> None:
    """A scheme is found by its id; what is none is an error with the likely one."""
    assert scheme("sign") is find_scheme("sign")
    assert find_scheme("sing") is None
    with pytest.raises(UnknownSchemeError, match=r"did you mean 'sign'\?"):
        scheme("sing")
    with pytest.raises(UnknownSchemeError, match=r"has no scheme 'xyzzy'$"):
        scheme("xyzzy")


def test_text() -> None:
    """As text a scheme tells all that it holds."""
    assert str(SMALL) == (
        "Small argument (small)\n"
        "Small things add up.\n\n"
        "Premises by role:\n"
        "  thing  It is small.\n"
        "Conclusion:\n"
        "  It adds up.\n\n"
        "Critical questions:\n"
        "  1. Is it small? (truth, strikes thing)"
    )


def test_malformed_catalogue() -> None:
    """A question that strikes nothing, and an id given twice, are refused."""
    with pytest.raises(ValueError, match="one of thing, inference, conclusion"):
        Scheme(
            "small",
            "Small",
            gist="",
            roles=SMALL.roles,
            conclusion="",
            questions=(CriticalQuestion("truth", "Is it?", "things"),),
        )
    with pytest.raises(ValueError, match="not 'small' twice"):
        _by_id([SMALL, SMALL])


def test_read_on_first_use() -> None:
    """The catalogue is not read before somebody asks."""
    code = (
        "import argmap.schemes as s; assert not s._catalogue.cache_info().currsize;"
        "s.schemes(); assert s._catalogue.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
