"""What a code host runs is what a contributor runs, and it may only read."""

import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.console import ROOT

CI = ROOT / ".ci"
if not CI.is_dir():
    pytest.skip("CI is not part of this distribution", allow_module_level=True)

TEXT = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
JOBS: dict[str, Any] = yaml.safe_load(TEXT)["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
CONTRIBUTING = (ROOT / "docs" / "contributing.rst").read_text("utf-8")


def parts(script: Path) -> list[str]:
    """Return the parts that a script lists at its top."""
    head = script.read_text("utf-8").partition("\nset -")[0]
    return re.findall(r"^#   (\w+)  ", head, re.MULTILINE)


def test_the_host_runs_every_part() -> None:
    """Each part of `.ci/run` is a step of the workflow, and nothing else is."""
    runs = [step["run"] for step in STEPS if "run" in step]
    commands = [each for each in runs if not each.startswith("pip install -e ")]

    assert commands == [f".ci/run {each}" for each in parts(CI / "run")]


def test_every_python() -> None:
    """The tests run with every version of Python that the package is said to be for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))

    assert JOBS["tests"]["strategy"]["matrix"]["python"] == versions


def test_least_rights() -> None:
    """The workflow may only read, knows no secret, and names the version of actions."""
    uses = [step["uses"] for step in STEPS if "uses" in step]

    assert TEXT.count("permissions:\n  contents: read\n") == TEXT.count("permissions:")
    assert "secrets." not in TEXT
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", each) for each in uses)


@pytest.mark.skipif(os.name == "nt", reason="its bash is another system's")
@pytest.mark.parametrize("name", ["run", "long"])
def test_parts_are_documented(name: str) -> None:
    """Each part of the scripts is documented, and no other word is taken."""
    listed = parts(CI / name)

    refused = subprocess.run(
        [CI / name, "nonsense"], check=False, capture_output=True, text=True
    )

    assert all(f"``{each}``\n" in CONTRIBUTING for each in listed)
    assert refused.returncode == 2
    assert refused.stdout == f"no part 'nonsense': {' '.join(listed)}\n"
