"""`argmap schemes`."""

from argmap.schemes import schemes
from tests.cli.conftest import Run


def test_schemes(run: Run) -> None:
    """All schemes are listed, a line each; one is shown with all its questions."""
    lines = run("schemes").stdout.splitlines()
    expert = run("schemes", "expert-opinion").stdout

    assert [line.split()[0] for line in lines] == [each.id for each in schemes()]
    (scheme,) = (each for each in schemes() if each.id == "expert-opinion")
    assert all(question.text in expert for question in scheme.questions)


def test_an_unknown_scheme(run: Run) -> None:
    """A scheme that is none is wrong usage, with what was probably meant."""
    result = run("schemes", "expert-opinon")

    assert result.exit_code == 2
    assert "expert-opinion" in result.stderr
