"""A declaration in the place of a format, and what reading by it imports."""

import subprocess
import sys

import pytest

from argmap.formats import dumps, loads
from argmap.formats.declared import Declaration


def test_a_declaration_is_no_format_to_write() -> None:
    """It says where things are in what others wrote."""
    claims = loads("a\nb\n", Declaration(nodes="[*]", node_text="a"))
    with pytest.raises(LookupError, match="can be read but not written"):
        dumps(claims, Declaration())


def test_data_is_read_by_what_is_imported_then() -> None:
    """Who reads no such data does not wait for what reads it."""
    code = """
import sys
import argmap.formats
print([each for each in sys.modules if each.startswith("argmap.formats.declared.")])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert "guessing" not in done.stdout
    assert "documents" not in done.stdout
    assert "declaration" in done.stdout
