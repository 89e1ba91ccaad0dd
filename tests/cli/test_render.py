"""`argmap render`."""

from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, Inference, Source
from argmap.diagram import PICTURES
from argmap.formats import dump, dumps
from tests.cli.conftest import RENTS, Run


def test_suffix_decides(run: Run) -> None:
    """The suffix of OUT says what is written, and one line says that it was."""
    for suffix, start in {
        "svg": b"<svg",
        "png": b"\x89PNG",
        "pdf": b"%PDF",
        "dot": b"digraph",
        "mmd": b"flowchart",
        "txt": b"Rents\n",
    }.items():
        result = run("render", "rents.json", "-o", f"rents.{suffix}")

        assert result.exit_code == 0, result.output
        assert Path(f"rents.{suffix}").read_bytes().startswith(start)
        assert result.stdout == ""
        assert result.stderr.startswith(f"wrote rents.{suffix} (3 claims, ")


def test_letters_without_a_font(run: Run) -> None:
    """What has boxes is written, and a finding says why; the exit code is 1."""
    dump(ArgumentMap([Claim("a", "A \U0001d3ff.")]), "odd.json")

    for name in ("odd.png", "odd.pdf"):
        result = run("render", "odd.json", "-q", "-o", name)
        assert result.exit_code == 1
        assert Path(name).exists()
        assert "warning[missing-glyphs]: no installed font has" in result.stderr
        assert "help: install " in result.stderr
    assert run("render", "odd.json", "-q", "-o", "odd.svg").exit_code == 0


def test_a_legend_for_dot(run: Run) -> None:
    """The signs are explained in DOT if that is wanted."""
    assert "cluster_legend" not in run("render", "rents.json", "-f", "dot").stdout
    wanted = run("render", "rents.json", "-f", "dot", "--legend").stdout
    assert "cluster_legend" in wanted


def test_standard_output(run: Run) -> None:
    """Without OUT the picture goes to standard output, as SVG if nothing is said."""
    assert run("render", "rents.json").stdout.startswith("<svg")
    assert run("render", "rents.json", "-f", "text").stdout.startswith("Rents\n")


def test_standard_input(run: Run) -> None:
    """A map comes from standard input as from a file."""
    text = Path("rents.json").read_bytes()

    from_input = run("render", "-", "-f", "dot", text=text)

    assert from_input.stdout == run("render", "rents.json", "-f", "dot").stdout


def test_folder(run: Run) -> None:
    """Several inputs go to a folder, each under its own name."""
    dump(ArgumentMap([Claim("a", "A.")]), "other.json")

    result = run("render", "rents.json", "other.json", "-o", "pictures/", "-f", "dot")

    assert result.exit_code == 0
    assert sorted(path.name for path in Path("pictures").iterdir()) == [
        "other.dot",
        "rents.dot",
    ]


def test_nothing_is_written_twice(run: Run) -> None:
    """Two inputs that would go to one file are wrong usage; the first stands."""
    Path("deeper").mkdir()
    dump(RENTS, "deeper/rents.json")

    result = run("render", "rents.json", "deeper/rents.json", "-o", "out/")

    assert result.exit_code == 2
    assert "would be written twice" in result.output
    assert Path("out/rents.svg").exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["rents.json", "-o", "rents.xyz"], "the suffix of 'rents.xyz' is none of"),
        (["rents.json", "more.json", "-o", "one.svg"], "need a folder"),
        (["rents.json", "--focus", "hihg"], "did you mean 'high'?"),
        (["rents.json", "--section", "high"], "'high' is not a section"),
        (["rents.json", "-d", "sideways"], "'sideways' is not one of"),
        (["rents.json", "--timeout", "0"], "0 is not in the range"),
        (["rents.json", "-o", "r.svg", "--with-source"], "is for a page: -f html"),
        (["rents.json", "-f", "html", "--evaluate"], "page always shows verdicts"),
        (["rents.json", "--watch"], "needs a file or a folder to write to"),
        (["rents.json", "-f", "text", "-t", "dark"], "--theme changes nothing in text"),
        (["rents.json", "-f", "dot", "--engine", "dot"], "--engine changes nothing"),
        (["rents.json", "-f", "mermaid", "--timeout", "30"], "--timeout changes"),
        (["rents.json", "-f", "dot", "--layout", "list"], "changes nothing in dot"),
        (["rents.json", "-f", "text", "--schemes"], "--schemes changes nothing"),
        (["rents.json", "--layout", "list", "-d", "up"], "changes nothing in a list"),
        (["rents.json", "-d", "up", "--columns", "2"], "changes nothing in a graph"),
        (
            ["rents.json", "-f", "pdf", "--paper", "A4", "--width", "300"],
            "--width changes nothing on paper",
        ),
        (["rents.json", "-f", "svg", "-o", "r.png"], "in another format than svg"),
        (["-", "-w", "-o", "rents.svg"], "'-' is none"),
        (["some.module:MAP", "-w", "-o", "rents.svg"], "say path/to/file.py:NAME"),
    ],
)
def test_wrong_usage(run: Run, words: list[str], complaint: str) -> None:
    """Wrong usage exits with 2, says what is wanted and writes nothing."""
    result = run("render", *words)

    assert result.exit_code == 2
    assert complaint in result.stderr
    assert [path.name for path in Path().iterdir()] == ["rents.json"]


def test_input_with_errors(run: Run) -> None:
    """Input with errors exits with 3, shows where they are, and writes nothing."""
    Path("bad.json").write_text('{"argmap": 1,\n "clams": []}')

    result = run("render", "bad.json", "-o", "bad.svg")

    assert result.exit_code == 3
    assert "--> bad.json:2:2" in result.stderr
    assert not Path("bad.svg").exists()


def test_all_inputs_are_tried(run: Run) -> None:
    """One bad input does not keep the others from being drawn."""
    result = run("render", "missing.json", "rents.json", "-o", "out/")

    assert result.exit_code == 3
    assert "missing.json: no such file or directory" in result.stderr
    assert Path("out/rents.svg").exists()


def test_deadline(run: Run) -> None:
    """A layout that takes too long exits with 5."""
    claims = [Claim(f"c{index}") for index in range(300)]
    ends = {(i, i * factor % 300) for i in range(300) for factor in (7, 11, 13)}
    tangle = [Inference([f"c{i}"], conclusion=f"c{j}") for i, j in sorted(ends)]
    dump(ArgumentMap(claims, tangle), "tangle.json")

    result = run("render", "tangle.json", "--timeout", "0.001")

    assert result.exit_code == 5
    assert "took longer" in result.stderr


def test_file_that_cannot_be_written(run: Run) -> None:
    """What cannot be written exits with 6, and says what and why."""
    Path("file").write_text("")

    result = run("render", "rents.json", "-o", "file/rents.svg")

    assert result.exit_code == 6
    assert f"cannot write '{Path('file/rents.svg')}'" in result.stderr


def test_missing_engine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that is wanted and not there exits with 4."""
    monkeypatch.setenv("PATH", "")

    result = run("render", "rents.json", "--engine", "dot")

    assert result.exit_code == 4
    assert "not on the PATH" in result.stderr


def test_selection(run: Run) -> None:
    """--section and --focus draw less of the map."""
    section = run("render", "rents.json", "--section", "facts", "-f", "text").stdout
    focus = run("render", "rents.json", "--focus", "index", "-f", "text").stdout

    assert "What are the facts?" in section
    assert "Rents are too high." not in focus
    assert "Rents rose by a third." in focus


def test_quiet(run: Run) -> None:
    """-q says nothing."""
    assert run("render", "rents.json", "-o", "rents.svg", "-q").output == ""


def test_every_picture_has_a_suffix() -> None:
    """Whatever can be drawn has a suffix for a folder's files."""
    from argmap.diagram.drawing import SUFFIXES

    assert set(SUFFIXES.values()) == set(PICTURES)


WISHES = """\
===
selection: {excludeArguments: [Shortage]}
color: {tagColors: {core: "#1b9e77"}}
===

[Cap]: Cap rents. #core
  + <Relief>: Costs stop rising.
  - <Shortage>: Flats get rare.
"""


def test_what_a_text_wants_drawn(run: Run) -> None:
    """Settings of the text decide, unless all or a part is asked for."""
    Path("wishes.argdown").write_text(WISHES, encoding="utf-8")

    wanted = run("render", "wishes.argdown", "-f", "dot")
    assert "Shortage" not in wanted.stdout
    assert 'color="#1b9e77"' in wanted.stdout
    for words in (["--whole"], ["--focus", "cap"]):
        whole = run("render", "wishes.argdown", "-f", "dot", *words).stdout
        assert "Shortage" in whole
        assert 'color="#1b9e77"' in whole


def test_verdicts(run: Run) -> None:
    """With --evaluate the picture says what becomes of every claim."""
    also = run("render", "rents.json", "-f", "text", "--semantics", "ideal").stdout
    with_verdicts = run("render", "rents.json", "-f", "text", "--evaluate").stdout
    assert also == with_verdicts

    assert "Rents are too high. [unsupported]" in with_verdicts
    assert "[" not in run("render", "rents.json", "-f", "text").stdout


def test_arguments_are_counted_too(run: Run) -> None:
    """The line that says what was written tells claims and arguments."""
    Path("wishes.argdown").write_text(WISHES, encoding="utf-8")

    assert (
        "(1 claim, 1 argument, "
        in run("render", "wishes.argdown", "-o", "w.svg").stderr
    )
    assert (
        "(1 claim, 2 arguments, "
        in run("render", "wishes.argdown", "--whole", "-o", "w.svg").stderr
    )


SOURCE = Source("news", "News", text="Rents rose. A secret follows.")
QUOTING = ArgumentMap.of(
    SOURCE,
    Claim("rose", "They rose.", quotations=[SOURCE.quote("Rents rose")]),
)


def test_page(run: Run) -> None:
    """A page is one file, tells verdicts unasked, and others where they are wanted."""
    result = run("render", "rents.json", "-o", "rents.html")

    assert result.stderr.startswith("wrote rents.html (3 claims, ")
    page = Path("rents.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Rents are too high. [unsupported]" in page
    on_stdout = run("render", "rents.json", "-f", "html").stdout
    assert on_stdout == page
    again = run("render", "rents.json", "-f", "html", "--semantics", "ideal")
    assert "[unsupported]" in again.stdout


def test_page_with_source(run: Run) -> None:
    """The text of sources is on the page only if it is asked for and at hand."""
    with_text = dumps(QUOTING, "json", with_source_text=True)
    Path("with.json").write_text(with_text, encoding="utf-8")
    dump(QUOTING, "without.json")

    assert "secret" not in run("render", "with.json", "-f", "html").stdout
    shown = run("render", "with.json", "-f", "html", "--with-source")
    assert "A secret" in shown.stdout
    assert shown.stderr == ""
    bare = run("render", "without.json", "-f", "html", "--with-source")
    assert bare.exit_code == 0
    assert bare.stderr == "without.json: the text of no source is at hand\n"


def test_page_with_the_file_of_a_source(run: Run) -> None:
    """The page shows the text of the file that a source names, as a reader sees it."""
    Path("report.html").write_text("<title>No</title><p>Rents <b>rose</b>.", "utf-8")
    Path("m.argdown").write_text(
        "===\nargmap:\n  sources: [{id: report, path: report.html}]\n===\n\n"
        "[Rents]: Up. {quotations: [{exact: Rents rose, source: report}]}\n",
        "utf-8",
    )

    page = run("render", "m.argdown", "--with-source", "-f", "html")
    bare = run("render", "m.argdown", "-f", "html")

    assert page.exit_code == bare.exit_code == 0
    assert ">Rents rose</a>" in page.stdout
    assert ">Rents rose</a>" not in bare.stdout


def test_a_source_is_not_written_over(run: Run) -> None:
    """OUT is no file that INPUT names as a source, whatever is drawn."""
    Path("report.html").write_text("Rents rose.", "utf-8")
    Path("m.argdown").write_text(
        "===\nargmap:\n  sources: [{id: report, path: report.html}]\n===\n\n[A]: B.\n",
        "utf-8",
    )

    result = run("render", "m.argdown", "-o", "report.html")

    assert result.exit_code == 2
    assert Path("report.html").read_text("utf-8") == "Rents rose."


def test_page_without_the_file_of_a_source(run: Run) -> None:
    """Nothing is written where the source that is wanted cannot be read."""
    Path("m.argdown").write_text(
        "===\nargmap:\n  sources: [{id: report, path: gone.txt}]\n===\n\n[A]: B.\n",
        "utf-8",
    )

    result = run("render", "m.argdown", "--with-source", "-o", "m.html")

    assert result.exit_code == 3
    assert "unreadable-source" in result.stderr
    assert not Path("m.html").exists()
    assert run("render", "m.argdown", "-o", "m.html").exit_code == 0
