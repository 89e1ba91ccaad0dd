"""Pictures are laid out once, and kept as long as they are shown."""

import sys
import threading
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, draw
from argmap.diagram import drawing, engine
from argmap.sphinxext.cache import Cache, name_of
from tests.sphinxext.project import Project


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the layouts, by what is laid out."""
    done: list[str] = []
    lay_out = engine.lay_out

    def counted(source: str, **options: object) -> object:
        done.append(source)
        return lay_out(source, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(drawing, "lay_out", counted)
    return done


def _page(claims: list[str]) -> list[str]:
    return [line for each in claims for line in (".. argmap::", "", f"   {each}", "")]


def test_one_of_a_hundred(project: Project, layouts: list[str]) -> None:
    """Where one map of a hundred on a page changes, one is laid out."""
    claims = [f"[C{number}]: It is.\n     + {'x' * number}." for number in range(100)]
    project.page(*_page(claims))
    assert len(layouts) == 200  # upwards and sideways

    claims[50] = "[C50]: It is.\n     + Changed."
    page = project.page(*_page(claims))

    assert len(layouts) == 202
    assert "Changed." in page


def test_other_builders_draw_nothing_anew(project: Project, layouts: list[str]) -> None:
    """What one builder has laid out is there for all; words want no more of it."""
    project.page(".. argmap::", "", "   [A]: B.", "     + C.")

    for builder in ("singlehtml", "latex", "text"):
        assert project.build(builder).warnings == []
    assert len(layouts) == 2


def test_pruned(project: Project) -> None:
    """Only pictures that are shown are kept, on whatever page."""
    project.write("other.rst", ":orphan:", "", ".. argmap::", "", "   [C]: D.")
    project.write("index.rst", ".. toctree::", "", "   other", "", *_page(["[A]: B."]))
    built = project.build("latex")
    kept = Path(built.app.doctreedir) / "argmap"
    before = {path.name for path in kept.iterdir()}

    project.write("index.rst", ".. toctree::", "", "   other", "", *_page(["[A]: E."]))
    project.build("latex")

    after = {path.name for path in kept.iterdir()}
    assert len(before) == len(after) == 4
    assert len(before & after) == 2


def test_halves_are_not_taken(tmp_path: Path) -> None:
    """A file that is not whole is written again."""
    cache = Cache(tmp_path / "cache")
    diagram = draw(ArgumentMap([Claim("a", "B.")]))
    name, svg = cache.svg(diagram)
    path = tmp_path / "cache" / f"{name}.svg"
    path.write_text(svg[:100])

    assert cache.svg(diagram) == (name, svg)
    assert path.read_text("utf-8") == svg


def test_what_makes_another_picture() -> None:
    """Whatever shows in a picture is part of its name."""
    claims = [Claim("a", "B."), Claim("c", "D.")]
    diagrams = [
        draw(ArgumentMap(claims)),
        draw(ArgumentMap(claims), direction="up"),
        draw(ArgumentMap(claims), theme="dark"),
        draw(ArgumentMap(claims), colors={"a": "#ff0000"}),
        draw(ArgumentMap(claims, thesis="a")),
        draw(ArgumentMap(claims, title="T")),
        draw(ArgumentMap([claims[0], Claim("c", "E.")])),
    ]

    names = {name_of(each) for each in diagrams}

    assert len(names) == len(diagrams)


def test_shared(tmp_path: Path) -> None:
    """Several at once read, write and prune the same pictures without harm."""
    diagrams = [draw(ArgumentMap([Claim("a", f"Claim {n}.")])) for n in range(3)]
    expected = [each.svg for each in diagrams]
    failed: list[object] = []

    def work() -> None:
        cache = Cache(tmp_path / "cache")
        for _ in range(20):
            found = [cache.svg(each)[1] for each in diagrams]
            cache.prune(())
            if found != expected:
                failed.append(found)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert failed == []
    assert sys.exc_info() == (None, None, None)
