"""INPUT as a folder or a pattern."""

import json
import os
from pathlib import Path

import pytest

from argmap import corpus
from argmap.formats import dump
from argmap.rules.grounding import ungrounded_relation
from tests.cli.conftest import RENTS, Run
from tests.folder_files import lay_out

TEXT = "[A]: Rents rose.\n  + [B]: The index says so.\n"


@pytest.fixture(autouse=True)
def tree(run: Run) -> None:
    """Lay out a folder of maps, with much in it that is none."""
    del run
    for name in ("maps/b.argdown", "maps/sub/a.ad", "maps/.git/c.argdown"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT)
    for folder in ("venv", "node_modules", "__pycache__"):
        Path("maps", folder).mkdir()
        Path("maps", folder, "d.argdown").write_text(TEXT)
    Path("maps/venv/pyvenv.cfg").write_text("")
    Path("maps/.hidden.argdown").write_text(TEXT)
    Path("maps/package.json").write_text('{"name": "maps"}')
    Path("maps/ci.yml").write_text("on: push\n")
    Path("maps/notes.txt").write_text("Notes.")
    Path("maps/sub/loop").symlink_to("..")
    dump(RENTS, "maps/sub/rents.json")
    Path("empty").mkdir()


TOGETHER = ungrounded_relation.code

MAPS = ["maps/b.argdown", "maps/sub/a.ad", "maps/sub/rents.json"]


def inputs(run: Run, *words: str) -> list[str]:
    """Return the files that INPUTs stand for."""
    shown = run("evaluate", "--json", *words).stdout.splitlines()
    return [json.loads(each)["input"] for each in shown]


def test_a_folder_is_all_maps_in_it(run: Run) -> None:
    """Maps are found by their names or contents, sorted, and nothing else is."""
    assert inputs(run, "maps") == MAPS


def test_a_map_that_is_broken_is_one_still(run: Run) -> None:
    """What is named as a map but is none is said, not passed over."""
    Path("maps/sub/rents.aif.json").write_text("{")
    Path("maps/sub/rents.json").write_text('{"argmap": 1, oh')

    result = run("check", "maps")

    assert result.exit_code == 3
    assert "maps/sub/rents.aif.json:1" in result.stdout
    assert "maps/sub/rents.json:1" in result.stdout


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("maps/**/*.a*d*", MAPS[:2]),
        ("maps/*/*.json", MAPS[2:]),
        ("maps/sub/**.ad", MAPS[1:2]),
        ("m?ps/b.argdown", MAPS[:1]),
        ("maps/sub/[ar]*", MAPS[1:]),
    ],
)
def test_a_pattern_is_all_that_fits(run: Run, pattern: str, found: list[str]) -> None:
    """A pattern in quotes stands for the files that fit it, hidden ones apart."""
    many = inputs(run, pattern, "rents.json")

    assert many == [*found, "rents.json"]


def test_a_name_with_brackets_is_a_name(run: Run) -> None:
    """A file that is there is meant, whatever signs its name has."""
    Path("a[1]*.argdown").write_text(TEXT)

    assert run("show", "a[1]*.argdown").exit_code == 0


def test_no_name_at_all(run: Run) -> None:
    """An empty name is that of no file."""
    assert run("check", "").exit_code in (2, 3)


@pytest.mark.parametrize(
    ("name", "message"),
    [("empty", "no maps in 'empty'"), ("maps/*.tgf", "no file fits 'maps/*.tgf'")],
)
def test_nothing_found_is_said(run: Run, name: str, message: str) -> None:
    """A folder without maps exits with 3: nothing was checked."""
    result = run("check", name)

    assert result.exit_code == 3
    assert message in result.stderr


def test_results_keep_the_tree(run: Run) -> None:
    """In the folder of results each stands as its map does in its own."""
    for _ in range(2):
        assert run("convert", "maps", "-o", "maps/out", "--to", "json").exit_code == 0

        written = sorted(str(each) for each in Path("maps/out").rglob("*.json"))
        assert written == [
            "maps/out/b.json",
            "maps/out/sub/a.json",
            "maps/out/sub/rents.json",
        ]
    result = run("render", "maps/**/*.ad", "maps/b.argdown", "-o", "pictures/")
    assert result.exit_code == 0
    assert Path("pictures/sub/a.svg").exists()
    assert Path("pictures/b.svg").exists()


def test_no_result_leaves_its_folder(run: Run) -> None:
    """Steps up in a pattern lead to other maps, and never out of the folder of OUT."""
    result = run("convert", "maps/s*/../../maps/b.*", "-o", "out/", "--to", "json")

    assert result.exit_code == 0
    assert [str(each) for each in Path().rglob("b.json")] == ["out/sub/maps/b.json"]


def test_two_results_of_one_name(run: Run) -> None:
    """The second of two maps that differ by suffix only is refused, with the first."""
    dump(RENTS, "maps/b.json")

    result = run("render", "maps", "-o", "out", "-f", "dot")

    assert result.exit_code == 2
    assert "'out/b.dot' would be written twice, for 'maps/b.argdown' too" in (
        result.stderr
    )
    assert Path("out/sub/rents.dot").exists()


def test_fmt_takes_argdown_only(run: Run) -> None:
    """`fmt` lays out the texts in a folder and leaves the other maps alone."""
    Path("maps/b.argdown").write_text("[A]:   a\n")

    result = run("fmt", "maps")

    assert result.stderr == "laid out maps/b.argdown\n"
    assert run("fmt", "--check", "maps").exit_code == 0


def test_count_of_several(run: Run) -> None:
    """Of several maps one line says how much was found, but not to programs."""
    clean = run("check", "maps/b.argdown", "maps/sub/a.ad")
    assert clean.stderr == "no findings in 2 maps\n"
    Path("maps/b.argdown").write_text("[A]: a\n")
    dump(RENTS, "maps/c.json")

    found = run("check", "maps", "nowhere.argdown")

    assert found.stderr.endswith("in 5 maps, of which 1 could not be checked\n")
    quiet = run("check", "-q", "maps/b.argdown", "maps/sub/a.ad")
    assert quiet.stderr == ""
    for style in ("concise", "json", "github"):
        several = ("maps/b.argdown", "maps/c.json")
        assert run("check", *several, "--output-format", style).stderr == ""


def test_several_are_evaluated_one_after_the_other(run: Run) -> None:
    """Each map's verdicts stand below its name."""
    shown = run("evaluate", "--list", "maps/b.argdown", "maps/sub/a.ad").stdout

    one = "stands       Rents rose.\nstands       The index says so.\n\n"
    assert shown == f"maps/b.argdown:\n{one}maps/sub/a.ad:\n{one}"


PAGE = """\
```argdown
[A]: a
```

```argmap file="b.argdown"
```

```argdown
[C]
```
"""


def test_pages_are_the_maps_on_them(run: Run) -> None:
    """Of a folder pages with maps count, one by one; a map in a file counts once."""
    Path("maps/page.md").write_text(PAGE)
    Path("maps/sub/one.rst").write_text("A\n\n.. argmap::\n\n  [A]: a\n")
    Path("maps/README.md").write_text("# Maps\n")
    Path("maps/latin.md").write_bytes(b"# Caf\xe9\n")
    on_page = ["maps/page.md:1", "maps/page.md:8"]

    found = inputs(run, "maps")

    assert found == [MAPS[0], *on_page, MAPS[1], "maps/sub/one.rst", MAPS[2]]
    assert inputs(run, "maps/**/*.md") == [on_page[0], MAPS[0], on_page[1]]
    assert run("evaluate", "maps/R*.md").stderr == (
        "error: no page that fits 'maps/R*.md' has a map\n"
    )
    run("convert", "maps/*.md", "-o", "out/")
    assert sorted(map(str, Path("out").rglob("*"))) == [
        "out/b.json",
        "out/page-1.json",
        "out/page-8.json",
    ]


def test_a_page_that_cannot_be_read_is_said(run: Run) -> None:
    """One that speaks of maps is not passed over in silence."""
    Path("maps/latin.md").write_bytes(b"# Caf\xe9\n\n```argdown\n[A]\n```\n")

    found = run("check", "maps")

    assert found.exit_code == 3
    assert "error[invalid-utf-8]" in found.stderr


def test_a_format_is_that_of_a_whole_file(run: Run) -> None:
    """With --from a page is a text, and is not looked for in a folder."""
    Path("maps/page.md").write_text("[A]: a\n")

    assert inputs(run, "--from", "argdown", "maps/page.md", "maps/b.argdown") == [
        "maps/page.md",
        "maps/b.argdown",
    ]
    assert "page.md" not in run("evaluate", "--from", "argdown", "maps").stdout


def test_all_commands_agree_on_a_folder(run: Run) -> None:
    """A folder is, for all, the maps in it as each is alone; what is not is counted."""
    expected = lay_out(Path("all"))
    maps, left_out = expected[True], expected[False]

    stats = run("stats", "all", "--json")
    checked = run("check", "all", "--output-format", "concise", "--ignore", TOGETHER)
    run("convert", "all", "-o", "out", "--to", "json", "-q")

    counts = json.loads(stats.stdout)
    assert counts["files"] == len(maps)
    assert set(counts["left_out"]) == left_out
    assert f"left out: {len(left_out)} files are not recognised as maps (" in (
        checked.stderr
    )
    loaded = corpus.load("all")
    pages = {each for each in maps if each.endswith(".md")}
    assert set(loaded.paths) == maps - pages
    assert set(loaded.left_out) == left_out
    assert loaded.stats().errors.keys() == counts["errors"].keys()
    alone = {each: run("check", each, "--output-format", "concise") for each in maps}
    assert sorted(checked.stdout.splitlines()) == sorted(
        line for each in alone.values() for line in each.stdout.splitlines()
    )
    assert checked.exit_code == max(each.exit_code for each in alone.values())
    assert counts["errors"].keys() == {
        name for name, each in alone.items() if each.exit_code == 3
    }
    written = {each.parts[1] for each in Path("out").rglob("*.json")}
    assert written == {
        Path(each).parts[1] for each in maps if each not in counts["errors"]
    }


@pytest.mark.parametrize("words", [["--from", "csv"], ["--edges", "[*]"]])
def test_in_a_format_that_is_named_names_count(run: Run, words: list[str]) -> None:
    """With a format, or a declaration, all files with its suffixes are maps."""
    folder = Path("data")
    folder.mkdir()
    (folder / "a.csv").write_text("reason,claim,remark\nb,a,x\n", "utf-8")
    (folder / "b.argdown").write_text(TEXT, "utf-8")

    found = json.loads(run("stats", "data", "--json", *words).stdout)

    assert (found["files"], found["left_out"]) == (1, ["data/b.argdown"])
    message = run("stats", "data", *words).stderr
    assert "left out: 1 file is not named as files in " in message
    none = run("stats", "data", "--from", "tgf")
    assert none.exit_code == 3
    assert "no maps in 'data': 2 files are not named as files in " in none.stderr


def test_what_cannot_be_opened_is_an_error(run: Run) -> None:
    """A link that leads nowhere is an error, a pipe is no file to wait for."""
    Path("maps/gone.json").symlink_to("nowhere.json")
    os.mkfifo("maps/pipe.json")

    found = run("stats", "maps", "--json")

    assert found.exit_code == 3
    assert "maps/gone.json: no such file or directory" in found.stderr
    assert "maps/pipe.json" in json.loads(found.stdout)["left_out"]


def test_left_out_is_not_said_to_who_wants_quiet(run: Run) -> None:
    """With -q only findings are printed."""
    assert "left out" in run("check", "maps").stderr
    assert run("check", "-q", "maps").stderr == ""


def test_one_that_is_no_map_is_read_if_it_is_named(run: Run) -> None:
    """Tables may be anything: one without relations is read only if it is named."""
    folder = Path("data")
    folder.mkdir()
    (folder / "sizes.csv").write_text("size,price\n1,2\n", "utf-8")
    (folder / "list.json").write_text('[{"text": "Rents rose."}]', "utf-8")

    none = run("check", "data")

    assert none.exit_code == 3
    assert "no maps in 'data': 2 files are not recognised as maps" in none.stderr
    assert "nothing-declared" in run("check", "data/sizes.csv").stdout
    assert run("show", "data/list.json").stdout == "Rents rose.\n"
