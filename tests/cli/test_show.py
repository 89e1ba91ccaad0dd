"""`argmap show`."""

from tests.cli.conftest import Run


def test_show(run: Run) -> None:
    """The outline has each claim under what it speaks for or against."""
    assert run("show", "rents.json").stdout == (
        "Rents\n\n"
        "Rents are too high.\n"
        "  + Rents rose by a third. (see “What are the facts?”)\n\n"
        "# What are the facts?\n\n"
        "Rents rose by a third.\n"
        "  - The index leaves out new contracts.\n"
    )


def test_focus_leaves_empty_sections_out(run: Run) -> None:
    """A section has its heading if there is something in it, or below."""
    text = "# One\n\n## In\n\n[A]: a.\n\n# Two\n\n[B]: b.\n\n## Three\n\n[C]: c.\n"

    assert (
        run("show", "-", "--focus", "a", text=text).stdout == "# One\n\n## In\n\na.\n"
    )


def test_depth_wants_focus(run: Run) -> None:
    """A depth round nothing is wrong usage, not ignored."""
    result = run("show", "rents.json", "--depth", "2")

    assert result.exit_code == 2
    assert "depth needs focus" in result.stderr
