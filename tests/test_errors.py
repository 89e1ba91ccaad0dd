"""What exceptions say: all that is wanted, and no more than can be read."""

import copy
import pickle
import re
import subprocess
import sys
from importlib.metadata import metadata

import pytest

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import FormatError, MissingExtraError
from argmap.formats import loads

USES = {
    "png": ("vl_convert", "from argmap.diagram.raster import png; png(SVG)"),
    "pdf": ("vl_convert", "from argmap.diagram.raster import pdf; pdf(SVG)"),
    "semantics": ("clingo", "from argmap.evaluation import asp; asp.solver()"),
    "sphinx": ("sphinx", "import argmap.sphinxext"),
    "markdown": ("markdown", "import argmap.markdown"),
    "networkx": ("networkx", "import argmap; argmap.to_networkx(argmap.ArgumentMap())"),
    "pandas": (
        "pandas",
        "from argmap import corpus; corpus.load([]).relations().to_pandas()",
    ),
    "lsp": ("pygls", "from argmap.language_server import serve; serve()"),
    "watch": ("watchfiles", "from argmap.cli.watching import watch; watch([], 0, {})"),
}
"""By extra: the package that it brings, and code that wants it."""
NOT_USED = {"test", "lint", "docs", "dask"}
"""Extras for work on argmap, and one that brings an executor of the user's own."""


def test_every_extra_is_tried() -> None:
    """Every extra that users may install is among those tried here."""
    extras = set(metadata("argmap").get_all("Provides-Extra") or ())

    assert set(USES) == extras - NOT_USED


@pytest.mark.parametrize("extra", USES)
def test_a_missing_extra_is_named(extra: str) -> None:
    """Without its package the error names the extra, for pip and for pipx."""
    package, use = USES[extra]
    code = f"""
import sys
from argmap.errors import MissingExtraError
SVG = '<svg width="1" height="1"/>'
sys.modules[{package!r}] = None
try:
    {use}
except MissingExtraError as error:
    print(error)
"""

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert f"pip install 'argmap[{extra}]'" in done.stdout
    assert f"pipx inject argmap 'argmap[{extra}]'" in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_a_missing_extra_travels_between_processes() -> None:
    """The error is the same after a pickle, as a pool of processes sends it."""
    error = MissingExtraError(wanted="PNG", extra="png")

    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own

    assert (again.wanted, again.extra, str(again)) == ("PNG", "png", str(error))


def test_a_format_error_can_be_read() -> None:
    """Of thousands of findings of one kind the first are said, of others all."""
    slips = [
        Diagnostic("slip", f"slip {each}", severity=Severity.ERROR, span=Span(0, 1))
        for each in range(10_000)
    ]
    error = FormatError([*slips, Diagnostic("other", "it is one")], "text")

    *_, other, more = str(error).splitlines()

    assert other == "warning[other]: it is one"
    shown = str(error).count("error[slip]")
    assert more == f"… and {10_000 - shown:,} more of [slip]"
    assert re.match("1:1: ", str(error))
    assert 10 < shown < 100
    assert len(error.diagnostics) == 10_001


def test_repr_does_not_hold_the_text() -> None:
    """What a log shows of an error is its first finding, and the error comes back."""
    text = '{"argmap": 1, "clams": [], "title": 3}' + " " * 100_000
    with pytest.raises(FormatError) as caught:
        loads(text)
    error = caught.value

    assert repr(error) == (
        '<FormatError: 1:15: error[unknown-key]: $ has no key "clams" and 1 more>'
    )
    assert repr(FormatError(error.diagnostics[:1])).endswith('"clams">')
    assert repr(FormatError([])) == "<FormatError: >"
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301
        assert (again.diagnostics, again.text) == (error.diagnostics, text)
        assert str(again) == str(error)
