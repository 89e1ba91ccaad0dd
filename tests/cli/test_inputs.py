"""INPUT: files, standard input, Python objects."""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.formats import dump
from tests.cli.conftest import RENTS, Run
from tests.cli.processes import BASH

MODULE = """\
from argmap import ArgumentMap, Claim
RENTS = ArgumentMap([Claim("high", "Rents are too high.")])
OTHER = 3
"""


def test_object_in_a_file(run: Run) -> None:
    """A map is found by the path of its file and its name."""
    Path("rents.py").write_text(MODULE)

    assert run("show", "rents.py:RENTS").stdout == "Rents are too high.\n"


def test_object_in_a_module(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A map is found by its module, from the folder one is in."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    Path("debates_here").mkdir()
    Path("debates_here/rents.py").write_text(MODULE)

    assert run("show", "debates_here.rents:RENTS").stdout == "Rents are too high.\n"


@pytest.mark.parametrize(
    ("name", "source", "complaint"),
    [
        ("rents.py:RENT", MODULE, "'rents.py' has no ArgumentMap 'RENT'"),
        ("rents.py:OTHER", MODULE, "its maps are RENTS"),
        ("rents.py:RENTS", "RENTS = 1 / 0", "ZeroDivisionError: division by zero"),
        ("rents.py:RENTS", "RENTS = (", "SyntaxError"),
        (
            "rents.py:RENTS",
            "from argmap import *\nRENTS = ArgumentMap([], [], thesis='a')",
            "no claim or argument has the id 'a'",
        ),
        ("nowhere.py:RENTS", "", "no such file or directory"),
        ("no_such_module_here:RENTS", "", "No module named 'no_such_module_here'"),
    ],
)
def test_objects_that_are_none(
    run: Run, name: str, source: str, complaint: str
) -> None:
    """What does not lead to a map exits with 3 and says why, without a traceback."""
    Path("rents.py").write_text(source)

    result = run("show", name)

    assert result.exit_code == 3
    assert complaint in result.stderr
    assert "Traceback" not in result.output


def test_file_of_python_without_a_name(run: Run) -> None:
    """A file of Python is not run unless a map in it is named; how is said."""
    Path("maps.py").write_text("raise SystemExit('I was run')\n")
    result = run("show", "maps.py")

    assert result.exit_code == 3
    assert "as in maps.py:ARGUMENT_MAP" in result.stderr


def test_format_by_content(run: Run) -> None:
    """A file without a telling suffix is read by its content, or by --from."""
    Path("rents.json").rename("rents")

    assert run("show", "rents").exit_code == 0
    assert run("show", "rents", "--from", "json").exit_code == 0


def test_format_unknown(run: Run) -> None:
    """What no format fits exits with 3 and names the way out."""
    Path("notes.txt").write_text("Rents are too high.")

    result = run("show", "notes.txt")

    assert result.exit_code == 3
    assert "say --from" in result.stderr


def test_bytes_that_are_no_text(run: Run) -> None:
    """Bytes that are not UTF-8 are a located error, from standard input too."""
    Path("rents.json").write_bytes(b'{"argmap": "\xff"}')

    for words, text in ((["rents.json"], None), (["-"], b'{"argmap": "\xff"}')):
        result = run("show", *words, text=text)

        assert result.exit_code == 3
        assert "byte 12 is 0xff" in result.stderr
        assert ":1:13" in result.stderr


def test_argdown_json_is_told_from_other_json(run: Run) -> None:
    """What the reference writes has the suffix of any JSON; its keys tell it."""
    dump(RENTS, "rents.argdown")
    run("convert", "rents.argdown", "-o", "theirs.argdown.json")
    Path("theirs.json").write_bytes(Path("theirs.argdown.json").read_bytes())
    ours = run("convert", "rents.json", "--to", "json").stdout

    for name in ("theirs.json", "theirs.argdown.json", "-"):
        text = Path("theirs.json").read_text("utf-8")
        assert run("convert", name, "--to", "json", text=text).stdout == ours


@pytest.mark.parametrize("name", ["rents.yml", "rents.YAML", "rents.carneades.yml"])
def test_carneades_is_told_from_other_yaml(run: Run, name: str) -> None:
    """A graph is known by its outermost keys, and its own tests are checked."""
    graph = "# a graph\nstatements: {p: Rents rose.}\ntests: {in: [p]}\n"
    Path(name).write_text(graph)

    result = run("check", name)

    assert result.exit_code == 1
    assert "the verdict on 'p' is unsupported, not stands" in result.output
    assert run("check", "-", "--from", "carneades", text=graph).exit_code == 1


def test_other_yaml_is_unknown(run: Run) -> None:
    """YAML that is no graph exits with 3, and so does a graph with another suffix."""
    Path("rents.yml").write_text("claims: [Rents rose.]")
    Path("rents.txt").write_text("statements: {p: Rents rose.}")

    assert run("show", "rents.yml").exit_code == 3
    assert run("show", "rents.txt").exit_code == 3


def test_aif_is_told_from_other_json(run: Run) -> None:
    """A file of nodes and edges with the suffix of any JSON is read as AIF."""
    run("convert", "rents.json", "-o", "rents.aif")
    Path("theirs.json").write_bytes(Path("rents.aif").read_bytes())

    for name in ("rents.aif", "theirs.json", "-"):
        text = Path("theirs.json").read_text("utf-8")
        assert run("convert", name, "--to", "aif", text=text).stdout == text
        assert "+ Rents rose by a third." in run("show", name, text=text).stdout
        assert run("evaluate", name, text=text).exit_code == 0
        assert run("check", name, text=text).exit_code in (0, 1)


@pytest.mark.usefixtures("texts")
def test_a_pipe_is_read() -> None:
    """An INPUT that the user names may be a pipe, as a shell makes them."""
    line = f"{sys.executable} -m argmap show --from argdown <(cat m.argdown)"

    assert b"rose" in subprocess.check_output([BASH, "-c", line])


PAGE = """\
# Notes

> ```argdown
> [A]: Rents rose.
>   - [B]: The index says otherwise.
> ```

1. ~~~ {.argmap depth=2}
   [C]: Wages fell. {expected: stands}
   ~~~
"""


def test_a_map_on_a_page(run: Run) -> None:
    """A page with one map is that map; of several one is named by its line."""
    Path("one.md").write_text(PAGE[: PAGE.index("1.")])
    Path("two.md").write_text(PAGE)
    a = "Rents rose.\n  - The index says otherwise.\n"

    assert run("show", "one.md").stdout == a
    assert run("show", "one.md:3").stdout == a
    assert run("show", "two.md:8").stdout == "Wages fell.\n"
    for name in ("two.md", "two.md:5"):
        found = run("show", name)
        assert found.exit_code == 3
        assert "two.md:3 ([A]: Rents rose.), two.md:8 ([C]: Wages" in found.stderr


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("none.md", "no map: it has no fence or directive called argdown or argmap"),
        ("none.md:3", "no map: it has no fence"),
        ("gone.md:3", "No such file"),
        ("gone.rst", "No such file"),
        ("broken.ipynb", "error[json-syntax]"),
    ],
)
def test_a_page_without_a_map(run: Run, name: str, complaint: str) -> None:
    """It is no map, which is said."""
    Path("none.md").write_text("# Notes\n")
    Path("broken.ipynb").write_text('{"cells": argdown')

    found = run("show", name)

    assert found.exit_code == 3
    assert complaint.lower() in found.stderr.lower()


def test_a_file_that_is_called_as_a_map_on_a_page(run: Run) -> None:
    """What is a file by that name is meant, whatever a page holds."""
    Path("a.md").write_text("```argdown\n[A]: Rents rose.\n```\n")
    Path("a.md:1").write_text("[A]: Wages fell.\n")

    assert run("show", "--from", "argdown", "a.md:1").stdout == "Wages fell.\n"


def test_a_page_that_names_a_file(run: Run) -> None:
    """The map is read from the file, which must be a map in the page's project."""
    Path("docs/pages").mkdir(parents=True)
    Path("docs/pyproject.toml").touch()
    page, rents = Path("docs/pages/a.md"), Path("rents.json").read_bytes()
    Path("docs/rents.json").write_bytes(rents)

    for name in ("../rents.json", "/rents.json"):
        page.write_text(f"```argmap file='{name}'\n```\n")
        assert run("show", str(page)).stdout == run("show", "rents.json").stdout
    for name, complaint in {
        "../../rents.json": "is outside the project in 'docs'",
        "a.md": "is a page, too",
        "b.json": "no such file",
    }.items():
        page.write_text(f"```argmap file='{name}'\n```\n")
        found = run("show", str(page))
        assert (found.exit_code, complaint in found.stderr.lower()) == (3, True)


def test_sources_of_a_map_on_a_page(quoting: Run) -> None:
    """Files of sources are found beside the page, and findings have its lines."""
    text = Path("m.argdown").read_text("utf-8").replace("Wages fell.", "Wages rose.")
    Path("m.md").write_text(f"# Page\n\n```argdown\n{text}```\n")

    found = quoting("check", "m.md")

    assert "error[quotation-not-in-source]" in found.stdout
    assert "--> m.md:11:5" in found.stdout


def test_a_page_that_is_rendered_again(run: Run) -> None:
    """A page is what its maps are read from, and is never written over."""
    Path("a.md").write_text(PAGE)

    for output in ("a.md", "./a.md"):
        found = run("render", "a.md:3", "-f", "dot", "-o", output)
        assert (found.exit_code, Path("a.md").read_text()) == (2, PAGE)


def test_options_of_readers(run: Run) -> None:
    """What is wanted of a reader goes to it, or is refused where it has no such thing.

    Here an edge between two claims is a reason.
    """
    Path("llm.json").write_text(
        '{"nodes": [{"nodeID": "1", "text": "So.", "type": "I"},'
        ' {"nodeID": "2", "text": "Then.", "type": "I"}],'
        ' "edges": [{"edgeID": "1", "fromID": "1", "toID": "2"}]}'
    )
    Path("rents.py").write_text(MODULE)
    Path("rents.argdown").write_text("[A]: So.\n")
    Path("rents.md").write_text("```argdown\n[A]: So.\n```\n")

    assert "--edges-as-reasons" in run("show", "llm.json").stderr
    assert run("show", "llm.json", "--edges-as-reasons").stdout == "Then.\n  + So.\n"
    for name in ("rents.py:RENTS", "rents.argdown", "rents.md"):
        refused = run("show", name, "--edges-as-reasons")
        assert refused.exit_code == 2
        assert "--edges-as-reasons changes nothing in" in refused.stderr
