"""The package's public names, and what it costs to import them."""

import subprocess
import sys

import pytest

import argmap


@pytest.mark.parametrize("name", argmap.__all__)
def test_public_names(name: str) -> None:
    """Every public name is there, and is listed."""
    assert getattr(argmap, name) is not None
    assert name in dir(argmap)


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
