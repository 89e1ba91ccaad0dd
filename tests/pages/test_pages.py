"""Laws of the package of pages."""

import subprocess
import sys

import pytest

from argmap import pages


def test_what_reads_pages_loads_on_first_use() -> None:
    """A name of the package does not load it, a function of it does."""
    code = (
        "import sys, argmap.pages\n"
        "assert argmap.pages.is_page('a.md')\n"
        "assert 'argmap.pages.page' not in sys.modules\n"
        "assert argmap.pages.maps_on('', 'a.md') == ()\n"
    )

    subprocess.run([sys.executable, "-c", code], check=True)


def test_names_are_there_or_an_error() -> None:
    """All that the package lists can be had, and nothing else."""
    assert all(hasattr(pages, name) for name in pages.__all__)
    with pytest.raises(AttributeError, match="no attribute 'mapps_on'"):
        pages.mapps_on  # noqa: B018 - that it is asked for is what fails
