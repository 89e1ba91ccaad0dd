"""The package's public names, and what it costs to import them."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import argmap
from argmap import check, errors


@pytest.mark.parametrize("name", argmap.__all__)
def test_public_names(name: str) -> None:
    """Every public name is there, and is listed."""
    assert getattr(argmap, name) is not None
    assert name in dir(argmap)


def test_every_error_is_public() -> None:
    """All that argmap raises of its own can be caught by a name at the top."""
    found = {
        name
        for name, each in vars(errors).items()
        if isinstance(each, type) and each.__module__ == errors.__name__
    }

    assert "FormatError" in found <= {*argmap.__all__}
    kinds = argmap.ArgmapError, UserWarning
    assert all(issubclass(getattr(argmap, each), kinds) for each in found)


def test_version_and_check() -> None:
    """The version is that of the package, `check` the function that checks."""
    assert argmap.__version__ == version("argmap")
    assert check(argmap.ArgumentMap()) == ()


def test_no_name_hides_a_module() -> None:
    """A public name means the same before and after its module is imported."""
    code = (
        "import argmap, argmap.cli, argmap.rules, argmap.sphinxext, types;"
        "assert not [name for name in argmap.__all__"
        " if isinstance(getattr(argmap, name), types.ModuleType)]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_names_that_are_none() -> None:
    """What is no public name is an AttributeError."""
    with pytest.raises(AttributeError, match="'argmap' has no attribute 'nonsense'"):
        _ = argmap.nonsense


def test_import_is_light() -> None:
    """Importing argmap loads no engine, no builder of graphs and no command line."""
    code = (
        "import argmap, sys;"
        "heavy = {'wasmtime', 'graphviz', 'click', 'wcwidth', 'json', 'sphinx'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_command_line_begins_at_once() -> None:
    """Before `main` no file is imported: Ctrl-C there would end in a traceback."""
    code = (
        "import sys; before = {*sys.modules, *sys.builtin_module_names};"
        "import argmap.cli; print(*sorted(set(sys.modules) - before))"
    )

    loaded = subprocess.check_output([sys.executable, "-I", "-c", code], text=True)

    assert loaded.split() == ["argmap", "argmap.cli", "argmap.display"]
