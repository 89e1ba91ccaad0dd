"""Laws of pages: where fences stand on them, and the files that they may name."""

from pathlib import Path

import pytest
from markdown import Markdown

from argmap.markdown import ArgmapExtension
from tests.html import Seen
from tests.markdown.fences import (
    BROKEN,
    MAP,
    QUOTING,
    converter,
    fenced,
    warnings,
)


def test_ids_do_not_clash() -> None:
    """One map three times on a page has each id once, also after a second text."""
    md = converter()

    html = md.convert(fenced(MAP) * 2) + md.convert(fenced(MAP))

    ids = Seen.of(html).ids
    assert ids
    assert len(ids) == len(set(ids))


def test_a_new_page_begins_anew() -> None:
    """After `reset` the same text gives the same page."""
    md = converter()

    assert md.convert(fenced(MAP)) == md.reset().convert(fenced(MAP))


def test_a_fence_that_another_text_brought(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What does not stand on the page is told without a line that would be wrong."""
    (tmp_path / "part.md").write_text(fenced(BROKEN))
    snippets = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    md = Markdown(
        extensions=[ArgmapExtension(), "pymdownx.snippets"], extension_configs=snippets
    )

    md.convert('Text.\n\n--8<-- "part.md"\n\n' + fenced(BROKEN, "evaluate"))

    assert [each.partition(": ")[0] for each in warnings(caplog)] == [
        "<page> (put in from elsewhere):3:5",
        "<page>:8:5",
    ]


def test_a_file_is_drawn(folder: Path) -> None:
    """A fence may name a file in the folder that is set."""
    html = converter(root=str(folder)).convert('```argmap file="rents.argdown"\n```\n')

    assert "Objection: Fewer flats are built." in Seen.of(html).text


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("../secret.argdown", "outside the documentation's folder"),
        ("/etc/passwd", "outside the documentation's folder"),
        ("out.argdown", "outside the documentation's folder"),
        ("away/secret.argdown", "outside the documentation's folder"),
        ("missing.argdown", "cannot be read: no such file or directory"),
        ("inner", "cannot be read: is a directory"),
        ("loop.argdown", "the file 'loop.argdown' cannot be a file"),
        ("a\0b", ""),
        ("x" * 5000, "file name too long"),
        ("x" * 5000 + ".json", "file name too long"),
        ("rents.py", "cannot be read: no such file"),
        ("notes.txt", "unknown format"),
    ],
)
def test_files_that_are_refused(
    name: str, complaint: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing outside the folder is read, and no path of this machine is shown."""
    md = converter(root=str(folder))

    html = md.convert(f'```argmap file="{name}"\n```\n')

    (warning,) = warnings(caplog)
    assert warning.startswith("<page>:1: ")
    assert complaint in warning.lower() or complaint in warning
    assert "<svg" not in html
    assert str(folder.parent) not in html + warning
    assert "Secret" not in html


def test_without_a_folder_no_file_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even one in the current folder."""
    monkeypatch.chdir(folder)

    html = converter().convert('```argmap file="rents.argdown"\n```\n')

    assert "<svg" not in html
    assert "no folder is set by 'root'" in warnings(caplog)[0]


def test_sources_stay_in_the_root(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A source outside the root is refused, and without a root there is none."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "report.txt").write_text("Rents fell.", "utf-8")
    (tmp_path / "pyproject.toml").touch()
    page = fenced(QUOTING.replace("report.txt", "../report.txt"))

    converter(check=True, root=str(tmp_path / "docs")).convert(page)
    assert "unreadable-source" in warnings(caplog)[0]
    caplog.clear()

    converter(check=True).convert(page)
    assert ["quotation-unverified" in each for each in warnings(caplog)] == [True]
