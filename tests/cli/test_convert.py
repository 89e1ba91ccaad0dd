"""`argmap convert`."""

import json
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, Source
from argmap.cli.folders import expanded
from argmap.cli.targets import Target
from argmap.formats import dump, load
from tests.cli.conftest import RENTS, Run
from tests.corpus.files import lay_out
from tests.steps import lines


def test_convert(run: Run) -> None:
    """What is converted is the same map."""
    result = run("convert", "rents.json", "-o", "again.json")

    assert result.exit_code == 0
    assert result.stderr == "wrote again.json\n"
    assert load("again.json") == RENTS
    assert run("convert", "rents.json").stdout == Path("again.json").read_text("utf-8")


def test_convert_keeps_texts_to_itself(run: Run) -> None:
    """The text of a source goes along only when it is asked for."""
    gazette = Source("gazette", text="Rents rose.")
    quoting = Claim("rose", "Rents rose.", quotations=[gazette.quote("Rents rose")])
    Path("rents.py").write_text(
        "from argmap import *\n"
        "gazette = Source('gazette', text='Rents rose.')\n"
        "RENTS = ArgumentMap([Claim('rose', 'R.')], sources=[gazette])\n"
    )
    dump(ArgumentMap([quoting], sources=[gazette]), "quoting.json")

    assert load("quoting.json").sources[0].text is None
    run("convert", "rents.py:RENTS", "-o", "without.json")
    run("convert", "rents.py:RENTS", "-o", "with.json", "--with-source-text")
    assert load("without.json").sources[0].text is None
    assert load("with.json").sources[0].text == "Rents rose."


def test_convert_to_nothing_known(run: Run) -> None:
    """A format that is none is wrong usage, and nothing is written."""
    result = run("convert", "rents.json", "-o", "rents.xyz")

    assert result.exit_code == 2
    assert not Path("rents.xyz").exists()


@pytest.mark.parametrize(
    ("to", "out", "code"),
    [
        ("json", "w.argdown", 2),
        ("argdown", "w.json", 2),
        ("argdown-json", "w.json", 0),
        ("aif", "w.json", 0),
        ("json", "w.map", 0),
    ],
)
def test_a_suffix_is_believed(run: Run, to: str, out: str, code: int) -> None:
    """OUT is not named as files in another format are; whatever is JSON may be."""
    result = run("convert", "rents.json", "--to", to, "-o", out)

    assert result.exit_code == code
    assert Path(out).exists() is (code == 0)


def test_convert_to_a_framework(run: Run) -> None:
    """A map that is more than one becomes one with the same verdicts, and a table."""
    result = run("convert", "rents.json", "-o", "rents.tgf")

    assert result.exit_code == 0
    assert result.stderr == (
        "the map is more than a framework: its reasons, counterpoints and claims"
        " become 7 arguments\nwrote rents.tgf\n"
    )
    assert Path("rents.tgf").read_text("utf-8").splitlines()[2:5] == [
        "rose-so-high “Rents rose by a third.”, so “Rents are too high.”",
        (
            "index-against-rose “The index leaves out new contracts.”,"
            " against “Rents rose by a third.”"
        ),
        "high-failure not: “Rents are too high.”",
    ]
    verdicts = json.loads(run("evaluate", "rents.tgf", "--json").stdout)["verdicts"]
    assert verdicts["high-failure"] == verdicts["rose-failure"] == "stands"
    assert verdicts["index-failure"] == "defeated"


def test_convert_a_framework(run: Run) -> None:
    """A map of claims and attacks, or of supports that its file can hold, stays one."""
    Path("a.apx").write_text("arg(a). arg(b). att(a, b). sup(b, a).\n")
    Path("b.tgf").write_text("a Rents rose.\nb\n#\nb a\n")

    assert run("convert", "a.apx", "--to", "apx").stdout == (
        "arg(a).\narg(b).\natt(a,b).\nsup(b,a).\n"
    )
    result = run("convert", "b.tgf", "--to", "af")
    assert result.stdout == "p af 2\n# 1 a\n# 2 b\n2 1\n"
    assert "AF cannot hold 'text' of 1 claim ('a')" in result.stderr


def test_convert_a_circle_to_a_framework(run: Run) -> None:
    """Claims that support each other in a circle are no framework; none is written."""
    Path("a.apx").write_text("arg(a). sup(a, a).\n")

    result = run("convert", "a.apx", "-o", "a.tgf")

    assert result.exit_code == 2
    assert "support each other in a circle: 'a'" in result.stderr
    assert not Path("a.tgf").exists()


def test_convert_with_the_file_of_a_source(run: Run) -> None:
    """The text of the file that a source names goes into JSON where it is wanted."""
    Path("report.txt").write_text("Rents rose.", "utf-8")
    source = '{"id": "report", "path": "report.txt"}'
    Path("m.json").write_text(f'{{"argmap": 1, "sources": [{source}]}}', "utf-8")

    with_text = run("convert", "m.json", "--with-source-text").stdout

    assert '"text": "Rents rose."' in with_text
    assert "Rents rose." not in run("convert", "m.json").stdout


def test_names_that_collide_are_said_before_anything_is_written(run: Run) -> None:
    """If two results would have one name, or one is read, no file changes."""
    lay_out(Path("maps"), 4, has_bad=False)
    Path("maps/m0001.json").write_text('{"argmap": 1}')
    Path("maps/m0003.argdown").write_text("[A]: a\n")

    result = run("convert", "maps", "-o", "out", "--to", "json")

    assert result.exit_code == 2
    assert [each for each in result.stderr.splitlines() if "error" in each] == [
        (
            f"error: maps/{each}.json: 'out/{each}.json' would be written twice,"
            f" for 'maps/{each}.argdown' too"
        )
        for each in ("m0001", "m0003")
    ]
    assert not Path("out").exists()


@pytest.mark.parametrize("to", ["json", "argdown", "aif", "tgf"])
def test_processes_write_the_same(run: Run, to: str) -> None:
    """With -j the files and messages are those of one process; a bad one is said."""
    lay_out(Path("maps"), 9)
    Path("two").mkdir()
    Path("two/mine.txt").write_text("mine")

    one = run("convert", "maps", "-o", "one/", "--to", to)
    two = run("convert", "maps", "-o", "two/", "--to", to, "-j", "2")

    assert one.exit_code == two.exit_code == 3
    assert two.stderr == one.stderr.replace("wrote one", "wrote two")
    written = [each for each in Path("one").rglob("*") if each.is_file()]
    assert len(written) == 9
    for each in written:
        assert Path("two", *each.parts[1:]).read_bytes() == each.read_bytes()
    assert Path("two/mine.txt").read_text() == "mine"
    assert len([*Path("two").rglob("*")]) == len([*Path("one").rglob("*")]) + 1


def test_many_results_are_replaced_in_a_time_linear_in_them(run: Run) -> None:
    """Whether one would be written over an INPUT takes no look at all of these."""

    def steps(number: int) -> int:
        lay_out(Path(f"maps{number}"), number, has_bad=False)
        words = ("convert", f"maps{number}", "-o", f"out{number}/", "-q", "--to", "apx")
        run(*words)
        files = expanded([f"maps{number}"])
        target = Target.of(f"out{number}/", ".apx", files, None)
        return lines(lambda: [target.path_for(each) for each in files.names])

    assert steps(64) < 5 * steps(16)


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["-o", "x.svg"], "render INPUT -o x.svg"),
        (["-o", "x.HTML"], "render INPUT -o x.HTML"),
        (["--to", "mermaid"], "render INPUT -f mermaid"),
    ],
)
def test_pictures_are_for_render(run: Run, words: list[str], typed: str) -> None:
    """Who wants a picture of convert is shown what to type."""
    result = run("convert", "rents.json", *words)

    assert result.exit_code == 2
    assert typed in result.stderr


def test_warnings_are_no_failure(run: Run) -> None:
    """What reading and writing warn of is shown, and the file is there: exit code 0."""
    Path("w.kialo.txt").write_text("1. A\n\nMore.\n")

    result = run("convert", "w.kialo.txt", "-o", "w.tgf")

    assert result.exit_code == 0
    assert "warning[unnumbered-text]" in result.stderr
    assert run("show", "w.kialo.txt").exit_code == 0
    assert run("check", "w.kialo.txt").exit_code == 1
