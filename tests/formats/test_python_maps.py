"""Maps that Python modules make."""

from pathlib import Path

import pytest

from argmap.formats.python_maps import PythonMapError, import_map, module_file

MODULE = """\
from argmap import ArgumentMap, Claim
from beside_maps_of_rents import TEXT

RENTS = ArgumentMap([Claim("a", TEXT)])
WAGES = ArgumentMap()
title = "Rents"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out a module of maps and one that it imports."""
    (tmp_path / "maps_of_rents.py").write_text(MODULE)
    (tmp_path / "beside_maps_of_rents.py").write_text('TEXT = "Rents rose."\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_file_makes_a_map() -> None:
    """It may import what stands beside it; a module of the path is imported by name."""
    (claim,) = import_map("maps_of_rents.py", "RENTS").claims

    assert claim.text == "Rents rose."
    assert import_map("maps_of_rents", "RENTS") == import_map(
        "maps_of_rents.py", "RENTS"
    )
    assert module_file("maps_of_rents.py") == Path("maps_of_rents.py")
    assert module_file("maps_of_rents") == Path("maps_of_rents.py").resolve()
    assert module_file("sys") is None


@pytest.mark.parametrize(
    ("attribute", "message"),
    [("RENT", "no ArgumentMap 'RENT'; its maps are RENTS, WAGES"), ("title", "its")],
)
@pytest.mark.usefixtures("folder")
def test_the_maps_of_a_module_are_named(attribute: str, message: str) -> None:
    """A name that is no map is answered with those there are."""
    with pytest.raises(PythonMapError, match=message):
        import_map("maps_of_rents.py", attribute)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "it has no map"),
        ("1/0", "cannot be imported: ZeroDivisionError"),
        ("raise SystemExit(3)", "cannot be imported: SystemExit: 3"),
        ("(", "cannot be imported: SyntaxError"),
        (
            "from argmap import ArgumentMap, Claim as C; ArgumentMap([C('a'), C('a')])",
            "does not make its map:\ntwo claims have the id 'a'",
        ),
    ],
)
def test_what_a_module_raises_is_an_error(
    folder: Path, content: str, message: str
) -> None:
    """Whatever goes wrong in a module is one error that names it."""
    (folder / "broken.py").write_text(content)

    with pytest.raises(PythonMapError, match=message) as caught:
        import_map("broken.py", "MAP")

    assert str(caught.value).startswith("'broken.py' ")


def test_a_file_that_is_not_there() -> None:
    """It is an error of the system's, as it is for any other file."""
    with pytest.raises(FileNotFoundError):
        import_map("nowhere.py", "MAP")
    with pytest.raises(PythonMapError, match="'nowhere_at_all' cannot be imported"):
        import_map("nowhere_at_all", "MAP")
