"""An empty documentation."""

from pathlib import Path

import pytest

from tests.sphinxext.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "docs")
