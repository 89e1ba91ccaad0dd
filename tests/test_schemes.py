"""The catalogue of argumentation schemes."""

import re
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap.errors import UnknownSchemeError
from argmap.schemes import (
    CriticalQuestion,
    Role,
    Scheme,
    _read,
    find_scheme,
    scheme,
    schemes,
)

SMALL = Scheme(
    "small",
    "Small argument",
    gist="Small things add up.",
    roles=(Role("thing", "It is small."), Role("sum", "Small things add up.")),
    conclusion="It adds up.",
    questions=(
        CriticalQuestion("truth", "Is it small?", "thing"),
        CriticalQuestion("enough", "Is it enough?", "inference"),
    ),
)

SMALL_TEXT = """\
[[scheme]]
id = "small"
name = "Small argument"
gist = "Small things add up."
conclusion = "It adds up."
[scheme.roles]
thing = "It is small."
sum = "Small things add up."
[scheme.questions.truth]
text = "Is it small?"
strikes = "thing"
[scheme.questions.enough]
text = "Is it enough?"
strikes = "inference"
"""


@pytest.mark.parametrize("each", schemes(), ids=lambda each: each.id)
def test_catalogue(each: Scheme) -> None:
    """Every scheme has slugs for ids, sentences for texts, and at least 2 questions."""
    ids = [each.id, *(role.id for role in each.roles)]
    ids += [question.id for question in each.questions]
    sentences = [each.gist, each.conclusion, *(role.text for role in each.roles)]

    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in ids)
    assert all(re.fullmatch(r"[A-Z][^.?]*\.", sentence) for sentence in sentences)
    assert all(re.fullmatch(r"[A-Z][^.?]*\?", each.text) for each in each.questions)
    assert len(each.questions) >= 2


@pytest.mark.parametrize("each", schemes(), ids=lambda each: each.id)
def test_premises_are_questioned(each: Scheme) -> None:
    """Of every scheme some question strikes a premise."""
    roles = {role.id for role in each.roles}

    assert roles & {question.strikes for question in each.questions}


def test_names() -> None:
    """No two schemes have the same id, name or gist; ids stay as they were named."""
    all_schemes = schemes()

    for kind in ("id", "name", "gist"):
        assert len({getattr(each, kind) for each in all_schemes}) == len(all_schemes)
    assert {each.id for each in all_schemes} >= set(PERMANENT.split())


PERMANENT = """
    expert-opinion position-to-know witness-testimony popular-opinion
    popular-practice commitment inconsistent-commitment circumstantial-ad-hominem
    pragmatic-inconsistency generic-ad-hominem ethotic bias example analogy precedent
    following-precedent verbal-classification composition division opposition
    established-rule exceptional-case sign cause-to-effect effect-to-cause
    correlation-to-cause evidence-to-hypothesis falsification best-explanation ignorance
    practical-reasoning value-based-practical-reasoning action-to-motive
    motive-to-action values alternatives sunk-costs need-for-help distress
    positive-consequences negative-consequences threat fear-appeal danger-appeal
    gradualism slippery-slope precedent-slippery-slope full-slippery-slope
"""


def test_looking_up() -> None:
    """A scheme is found by its id; what is none is an error with the likely one."""
    assert [scheme(each.id) for each in schemes()] == list(schemes())
    assert scheme("sign") is find_scheme("sign")
    assert find_scheme("sing") is None
    with pytest.raises(UnknownSchemeError, match=r"did you mean 'sign'\?"):
        scheme("sing")
    with pytest.raises(UnknownSchemeError, match=r"has no scheme 'xyzzy'$"):
        scheme("xyzzy")


@given(st.text())
def test_looking_up_anything(name: str) -> None:
    """Whatever is looked up is a scheme of that id or an error of ours."""
    found = find_scheme(name)

    if found is None:
        with pytest.raises(UnknownSchemeError):
            scheme(name)
    else:
        assert scheme(name).id == name


def test_text() -> None:
    """As text a scheme tells all that it holds, its roles in a column."""
    assert str(SMALL) == (
        "Small argument (small)\n"
        "Small things add up.\n\n"
        "Premises by role:\n"
        "  thing  It is small.\n"
        "  sum    Small things add up.\n"
        "Conclusion:\n"
        "  It adds up.\n\n"
        "Critical questions:\n"
        "  1. Is it small? (truth, against thing)\n"
        "  2. Is it enough? (enough, against inference)"
    )


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": "sm all"}, "id must look like"),
        ({"name": " "}, "name must not be blank"),
        ({"gist": ""}, "gist must not be blank"),
        ({"conclusion": ""}, "conclusion must not be blank"),
        ({"roles": ()}, "roles of 'small' must be some, each once, not"),
        ({"roles": SMALL.roles * 2}, "roles of 'small' must be some, each once, not"),
        ({"questions": ()}, "questions of 'small' must be some, each once"),
        ({"questions": SMALL.questions * 2}, "questions of 'small' must be some, each"),
        ({"roles": SMALL.roles[1:]}, "one of sum, inference, conclusion in 'small'"),
    ],
)
def test_malformed_scheme(change: dict[str, Any], complaint: str) -> None:
    """A scheme that lacks something, has it twice, or strikes nothing is refused."""
    with pytest.raises(ValueError, match=complaint):
        attrs.evolve(SMALL, **change)


@pytest.mark.parametrize("word", ["inference", "conclusion"])
def test_role_is_a_premise(word: str) -> None:
    """No role is called as what else a question may strike."""
    with pytest.raises(ValueError, match=f"must not be called '{word}'"):
        Role(word, "It is small.")


def test_reading() -> None:
    """The text of a catalogue gives its schemes by id, with all that they hold."""
    assert _read(SMALL_TEXT) == {"small": SMALL}


def test_malformed_catalogue() -> None:
    """A scheme or role given twice, a key misspelt, roles left out: refused."""
    with pytest.raises(ValueError, match="not 'small' twice"):
        _read(SMALL_TEXT * 2)
    with pytest.raises(ValueError, match="Scheme must have id, name, gist, roles"):
        _read(SMALL_TEXT.replace("gist", "jest"))
    with pytest.raises(ValueError, match="CriticalQuestion must have id, text, strik"):
        _read(SMALL_TEXT.replace("strikes", "hits"))
    with pytest.raises(ValueError, match="roles of 'small' must be some"):
        _read(re.sub(r"(?s)\[scheme.roles\].*?(?=\[)", "", SMALL_TEXT))
    with pytest.raises(ValueError, match="overwrite"):
        _read(SMALL_TEXT.replace("sum =", "thing ="))


def test_read_on_first_use() -> None:
    """Neither the catalogue nor what reads it is loaded before somebody asks."""
    code = (
        "import sys; import argmap.schemes as s\n"
        "assert not {'tomllib', 'importlib.resources', 'difflib'} & set(sys.modules)\n"
        "assert not s._catalogue.cache_info().currsize\n"
        "assert s.schemes() and s._catalogue.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
