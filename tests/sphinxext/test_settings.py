"""The keys of conf.py, and what they are without."""

from pathlib import Path

import pytest
from sphinx.errors import ConfigError

from tests.sphinxext.project import Project


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (
            "argmap_tehme = 'dark'",
            "argmap has no key 'argmap_tehme' in conf.py; did you mean 'argmap_theme'?",
        ),
        ("argmap_qqqqqq = 1", "the keys are argmap_direction, argmap_theme"),
        ("argmap_theme = 'drak'", "not 'drak'; did you mean 'dark'?"),
        ("argmap_direction = None", "the key 'argmap_direction' in conf.py must be"),
        ("argmap_outline = 'open'", "must be one of collapsed, visible, none"),
        ("argmap_check = 'no'", "must be one of True, False, not 'no'"),
    ],
)
def test_slips(tmp_path: Path, line: str, complaint: str) -> None:
    """A key that there is not, or a value that is none, ends the build and says why."""
    project = Project(tmp_path / "docs", f"{line}\n")

    with pytest.raises(ConfigError) as error:
        project.build()

    assert complaint in str(error.value)


def test_names_that_are_no_keys(tmp_path: Path) -> None:
    """Functions and modules in conf.py may be called as they like."""
    project = Project(
        tmp_path / "docs", "import os as argmap_os\ndef argmap_setup(): pass\n"
    )

    assert "Words" in project.page("Words")


def test_defaults(tmp_path: Path) -> None:
    """A key says what holds where an option does not."""
    project = Project(
        tmp_path / "docs",
        "argmap_theme = 'dark'\nargmap_outline = 'none'\nargmap_direction = 'left'\n",
    )
    text = ("", "   [A]: B.", "     + [C]: D.", "")

    page = project.page(
        ".. argmap::",
        *text,
        ".. argmap::",
        "   :theme: auto",
        "   :outline: visible",
        *text,
    )

    assert page.count("argmap-auto") == 1
    assert page.count("<details") == 1
