"""One guard for all that follows a name in a text to a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click.testing
import pytest
from markdown import Markdown

from argmap import ArgumentMap, Source
from argmap.cli.commands import cli
from argmap.formats import Document, read, with_source_texts
from argmap.formats.roots import PathError, inside, project_of
from tests.sphinxext.project import Project

SECRET = "Guarded words"  # noqa: S105 - of a map
NAMES = (
    "../secret.argdown",
    "inner/../../secret.argdown",
    "/etc/../{folder}/secret.argdown",
    "link.argdown",
    "away/secret.argdown",
    "loop.argdown",
    "x" * 5000,
    ".",
    "..",
)

Look = Callable[[Path, Sequence[str]], str]


def _include(root: Path, names: Sequence[str]) -> str:
    text = "\n\n".join(f"@include({each})" for each in names)
    document = read(text, "argdown", path=root / "map.argdown")
    return f"{document.text}{document.diagnostics}"


def _source(root: Path, names: Sequence[str]) -> str:
    sources = [Source(f"s-{at}", path=name) for at, name in enumerate(names)]
    document = Document(ArgumentMap(sources=sources), "")
    found = with_source_texts(document, root / "map.argdown", root=root)
    texts = [each.text for each in found.argument_map.sources]
    return f"{texts}{found.source_findings}"


def _update(root: Path, names: Sequence[str]) -> str:
    regions = [f"<!-- argmap: {each} -->\n<!-- /argmap -->\n" for each in names]
    page = root / "page.md"
    page.write_text("\n".join(regions), "utf-8")
    done = click.testing.CliRunner().invoke(cli, ["update", str(page)])
    return done.output + page.read_text("utf-8")


def _markdown(root: Path, names: Sequence[str]) -> str:
    md = Markdown(
        extensions=["argmap"], extension_configs={"argmap": {"root": str(root)}}
    )
    return md.convert("\n".join(f'```argmap file="{each}"\n```\n' for each in names))


def _sphinx(root: Path, names: Sequence[str]) -> str:
    (root / "inner").rmdir()
    kept = {each.name: each.readlink() for each in root.iterdir()}
    for each in kept:
        (root / each).unlink()
    root.rmdir()
    project = Project(root)
    for name, target in kept.items():
        (root / name).symlink_to(target)
    project.write("index.rst", *(f".. argmap:: {each}\n" for each in names))
    built = project.build()
    return built.text() + "\n".join(built.warnings)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a folder with links out of it, and a map beside it that nobody may read."""
    (tmp_path / "secret.argdown").write_text(f"[Secret]: {SECRET}.\n", "utf-8")
    folder = tmp_path / "root"
    (folder / "inner").mkdir(parents=True)
    (folder / "link.argdown").symlink_to(tmp_path / "secret.argdown")
    (folder / "away").symlink_to(tmp_path)
    (folder / "loop.argdown").symlink_to("loop.argdown")
    return folder


@pytest.mark.parametrize("look", [_include, _source, _update, _markdown, _sphinx])
def test_nothing_outside_is_read(look: Look, root: Path) -> None:
    """Whatever name a text has for it, a file outside the root is not opened."""
    names = [each.format(folder=root.parent) for each in NAMES]

    seen = look(root, names)

    assert SECRET not in seen
    assert "is outside" in seen


@pytest.mark.parametrize("look", [_include, _source])
def test_what_is_inside_is_read(look: Look, root: Path) -> None:
    """Dots and links that stay inside are as good as the name itself."""
    (root / "open.argdown").write_text("[Open]: Open words.\n", "utf-8")
    (root / "inner" / "link.argdown").symlink_to(root / "open.argdown")

    for name in ("open.argdown", "inner/../open.argdown", "inner/link.argdown"):
        assert "Open words" in look(root, [name])


def test_a_root_behind_a_link(root: Path) -> None:
    """A root that is a link itself holds what the folder it leads to holds."""
    (root.parent / "alias").symlink_to(root)
    alias = root.parent / "alias"

    assert inside(alias, alias, "a", "it") == root.resolve() / "a"
    with pytest.raises(PathError, match="is outside it"):
        inside(alias, alias, "../secret.argdown", "it")


@pytest.mark.parametrize("name", ["a\0b", "loop.argdown"])
def test_names_of_no_file(name: str, root: Path) -> None:
    """NUL and links that lead round are refused before anything is opened."""
    with pytest.raises(PathError, match="cannot be a file"):
        inside(root, root, name, "it")


def test_project_of(tmp_path: Path) -> None:
    """The nearest folder with a project counts; without one the folder itself."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert project_of(inner) == inner
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    assert project_of(inner) == tmp_path
    (tmp_path / "a" / "pyproject.toml").touch()
    assert project_of(inner) == tmp_path / "a"
