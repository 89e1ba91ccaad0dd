"""Laws of scripts: what they are called, and what to install for them."""

import pytest

from argmap.diagram.scripts import SAMPLES, packages_for, script_of


@pytest.mark.parametrize(("script", "letter"), SAMPLES.items())
def test_samples(script: str, letter: str) -> None:
    """The sample of each script is a letter of it, and something has a font for it."""
    assert script_of(letter) == script
    assert packages_for(script).startswith("fonts-noto-")
