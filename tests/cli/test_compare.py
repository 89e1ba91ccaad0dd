"""`argmap compare`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MODEL = """\
[Cap]: The city should cap rents.
  + [Rose]: Rents rose by a third in five years.
  - [Fewer]: Where rents are capped, fewer flats are built.
    - [Exempt]: New buildings would be exempt.
"""
STUDENT = """\
[A]: Rents should be capped by the city.
  + [B]: Rents rose by a third in five years.
  + [C]: Fewer flats are built where rents are capped.
  - [D]: Landlords are people, too.
"""


@pytest.fixture
def exercise(run: Run) -> Run:
    """Make a model answer and a student's."""
    Path("model.argdown").write_text(MODEL, "utf-8")
    Path("student.argdown").write_text(STUDENT, "utf-8")
    return run


def test_a_student_s_map(exercise: Run) -> None:
    """The report goes by claims, relations and the main conclusion."""
    result = exercise("compare", "student.argdown", "model.argdown")

    assert result.exit_code == 1
    assert result.stdout == (
        "Claims: 3 of 4 found\n"
        "- “New buildings would be exempt.” (exempt)\n"
        "= “Fewer flats are built where rents are capped.” is taken for"
        " “Where rents are capped, fewer flats are built.”\n"
        "= “Rents should be capped by the city.” is taken for"
        " “The city should cap rents.”\n"
        "Relations: 1 of 3 right\n"
        "~ “Where rents are capped, fewer flats are built.” against"
        " “The city should cap rents.”: for and against confused\n"
        "- “New buildings would be exempt.” against"
        " “Where rents are capped, fewer flats are built.”: a claim is missing\n"
        "Main conclusion: the same\n"
        "Not in the model answer:\n"
        "+ “Landlords are people, too.” (d)\n"
    )


def test_the_model_answer_itself(exercise: Run) -> None:
    """Who has all of it has no finding."""
    result = exercise("compare", "model.argdown", "-", text=MODEL)

    assert result.exit_code == 0
    assert result.stdout == (
        "Claims: 4 of 4 found\nRelations: 3 of 3 right\nMain conclusion: the same\n"
    )


def test_json(exercise: Run) -> None:
    """The object has the same, by the ids of the model answer."""
    result = exercise("compare", "student.argdown", "model.argdown", "--json")
    data = json.loads(result.stdout)

    assert data["claims"] == {"rose": "b", "fewer": "c", "cap": "a"}
    assert (data["missing"], data["own"], data["right"]) == (["exempt"], ["d"], False)
    assert data["relations"][1] == {
        "premise": "fewer",
        "end": "cap",
        "kind": "against",
        "linked": False,
        "about_step": False,
        "judgement": "for and against confused",
    }


def test_how_alike_texts_must_be(exercise: Run) -> None:
    """With 100 only the same words are the same claim."""
    words = "compare", "student.argdown", "model.argdown"

    assert "1 of 4 found" in exercise(*words, "--similar", "100").stdout
    assert exercise(*words, "--similar", "101").exit_code == 2
