"""`argmap update`: Markdown files with diagrams between markers."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, strategies as st

from argmap import ArgumentMap, dump, render
from argmap.cli.commands import cli
from tests.cli.conftest import RENTS, Run
from tests.console import ROOT
from tests.strategies import argument_maps

END = "<!-- /argmap -->"


def region(words: str, content: str = "old\n") -> str:
    return f"<!-- argmap: {words} -->\n{content}{END}\n"


def test_mermaid_and_the_words(run: Run, tmp_path: Path) -> None:
    """Without a picture's name a region holds a flowchart and the outline."""
    page = tmp_path / "README.md"
    page.write_text(f"# Rents\n\n{region('rents.json')}\nafter")

    done = run("update", "README.md")

    assert (done.exit_code, done.stderr) == (0, "wrote README.md\n")
    text = page.read_text()
    assert text.startswith("# Rents\n\n<!-- argmap: rents.json -->\n\n```mermaid\n")
    assert text.endswith(f"</pre>\n\n</details>\n\n{END}\n\nafter")
    assert render(RENTS, "mermaid").decode() in text
    assert (
        "<summary>Argument map: Rents are too high. 1 reason, 1 objection; 3 claims."
        "</summary>" in text
    )
    assert "\n# What are the facts?\n" in text


def test_a_picture(run: Run, tmp_path: Path) -> None:
    """With one the picture is in its file, and the region shows it with its summary."""
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "a.md"
    page.write_text(region('../rents.json svg="my images/rents.svg"'))

    done = run("update", "docs/a.md")

    picture = tmp_path / "docs" / "my images" / "rents.svg"
    assert picture.read_bytes() == render(RENTS)
    assert "prefers-color-scheme" in picture.read_text()
    assert page.read_text() == region(
        '../rents.json svg="my images/rents.svg"',
        "\n![Argument map: Rents are too high. 1 reason, 1 objection; 3 claims.]"
        "(my%20images/rents.svg)\n\n",
    )
    assert done.stderr == "wrote docs/my images/rents.svg\nwrote docs/a.md\n"


@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        ("focus=high depth=0", "Rents are too high", "index"),
        ("section=facts direction=left", "flowchart RL", "flowchart BT"),
        (
            "evaluate",
            "stands",
            "Argument map: Rents are too high. 1 reason, 1 objection; 3 claims.</",
        ),
        (
            'alt="My <map>"',
            "<summary>My &lt;map&gt;</summary>",
            "<summary>Argument map",
        ),
    ],
)
def test_options(run: Run, tmp_path: Path, options: str, there: str, gone: str) -> None:
    """Options do what the command line's of the same names do."""
    page = tmp_path / "README.md"
    page.write_text(region(f"rents.json {options}"))

    assert run("update", "-q", "README.md").stderr == ""
    assert there in page.read_text()
    assert gone not in page.read_text()


def test_check_only_tells(run: Run, tmp_path: Path) -> None:
    """What is out of date is named and gives 1; nothing is written."""
    page = tmp_path / "README.md"
    page.write_text(region("rents.json svg=a.svg"))

    stale = run("update", "--check", "README.md")
    was_written = (tmp_path / "a.svg").exists()
    run("update", "README.md")
    fresh = run("update", "--check", "README.md")
    (tmp_path / "a.svg").write_bytes(render(RENTS) + b"\n")
    picture_only = run("update", "--check", "README.md")

    assert stale.exit_code == 1
    assert stale.stderr == "a.svg would change\nREADME.md would change\n"
    assert not was_written
    assert (fresh.exit_code, fresh.stderr) == (0, "")
    assert (picture_only.exit_code, picture_only.stderr) == (1, "a.svg would change\n")


def test_diff_shows(run: Run, tmp_path: Path) -> None:
    """The difference is shown as other tools show it; with --check it gives 1."""
    page = tmp_path / "README.md"
    page.write_text(region("rents.json svg=a.svg"))

    shown, checked = (
        run("update", "--diff", *more, "README.md") for more in ([], ["--check"])
    )

    assert (shown.exit_code, checked.exit_code) == (0, 1)
    assert shown.stdout == checked.stdout
    assert "-old\n+\n+![Argument map: Rents are too high." in shown.stdout
    assert page.read_text() == region("rents.json svg=a.svg")


def test_only_regions_are_touched(run: Run, tmp_path: Path) -> None:
    """All else stays byte for byte: the mark of UTF-8, line ends, markers in code."""
    page = tmp_path / "README.md"
    before = b"\xef\xbb\xbfa \x0c\xe2\x80\xa8\r\nb\n"
    after = b"```\r\n<!-- argmap: x -->\r\n```\r\n no end"
    marked = b"<!-- argmap: rents.json -->\r\n", END.encode() + b"\r\n"
    page.write_bytes(before + marked[0] + marked[1] + after)

    assert run("update", "README.md").exit_code == 0

    content = page.read_bytes()
    assert content.startswith(before + marked[0] + b"\r\n```mermaid\r\n")
    assert content.endswith(b"\r\n\r\n" + marked[1] + after)
    inner = content[len(before) : -len(after)]
    assert inner.count(b"\n") == inner.count(b"\r\n")


@given(argument_maps(), st.sampled_from(["", " svg=a.svg", " evaluate"]))
def test_updating_twice_is_updating_once(
    argument_map: ArgumentMap, options: str
) -> None:
    """Whatever a map says, a region that was refreshed is up to date."""
    runner = CliRunner()
    with TemporaryDirectory() as folder:
        page = Path(folder, "a.md")
        dump(argument_map, page.with_name("map.json"))
        page.write_text("a\n\n" + region(f"map.json{options}") + "b", "utf-8")

        assert runner.invoke(cli, ["update", str(page)]).exit_code == 0
        written = page.read_bytes()
        again = runner.invoke(cli, ["update", "--check", str(page)])

        is_empty = not any(argument_map.parts)
        assert (again.exit_code, "[empty-text]" in again.stderr) == (0, is_empty)
        assert is_empty or not again.stderr
        assert written.startswith(b"a\n\n<!-- argmap: map.json")
        assert written.endswith(f"\n\n{END}\nb".encode())
        assert written.count(END.encode()) == 1


def test_errors_are_located(run: Run, tmp_path: Path) -> None:
    """Everything wrong is told at its line, in all files; none of these is written."""
    (tmp_path / "broken.argdown").write_text("[A]: a\n\n(1) b\n")
    (tmp_path / "bytes.argdown").write_bytes(b"[A]: \xff")
    (tmp_path / "some.yaml").write_text("a: b\n")
    (tmp_path / "logo.svg").write_text("<svg></svg>")
    wrong = [
        ("missing.json", "'missing.json' cannot be read: no such file or directory"),
        ("rents.json dept=2", "there is no option 'dept'; did you mean 'depth'?"),
        (
            "rents.json depth=two",
            "depth must be a number such as 2, not 'two'",
        ),
        ("rents.json focus=hihg", "no part has the id 'hihg'; did you mean 'high'?"),
        ("rents.json theme=dark", "theme is for a picture; say svg=FILE"),
        ("rents.json svg=a.png", "a picture's name ends in .svg, not as 'a.png' does"),
        ("rents.json svg=logo.svg", "'logo.svg' is no picture of argmap's"),
        ("broken.argdown", "'broken.argdown' has errors"),
        ("bytes.argdown", "'bytes.argdown' is not text"),
        ("some.yaml", "'some.yaml': unknown format"),
        ("depth=2", "the marker names no file"),
    ]
    bad = tmp_path / "bad.md"
    bad.write_text("".join(region(words) for words, _ in wrong) + "\n\n" + END)
    (tmp_path / "good.md").write_text(region("rents.json"))

    done = run("update", "bad.md", "gone.md", "good.md")

    assert done.exit_code == 3
    for number, (_, complaint) in enumerate(wrong):
        assert f"error: bad.md:{3 * number + 1}: {complaint}" in done.stderr
    last = 3 * len(wrong) + 3
    assert f"error: bad.md:{last}: no region begins before this end" in done.stderr
    assert "--> broken.argdown:3:6" in done.stderr
    assert "--> bytes.argdown:1:6" in done.stderr
    assert "error: gone.md: no such file or directory" in done.stderr
    assert done.stderr.endswith("wrote good.md\n")
    assert "old" in bad.read_text()
    assert "mermaid" in (tmp_path / "good.md").read_text()


def test_files_stay_in_their_folder(run: Run, tmp_path: Path) -> None:
    """Nothing outside is read or written, not through links, and nothing imported."""
    inner = tmp_path / "inner"
    (inner / ".git").mkdir(parents=True)
    (inner / "out.json").symlink_to(tmp_path / "rents.json")
    (inner / "away").symlink_to(tmp_path)
    dump(RENTS, inner / "in.json")
    (inner / "loop.json").symlink_to("loop.json")
    (inner / "code.py").write_text("raise SystemExit(9)\n")
    wrong = [
        ("../rents.json", "'../rents.json' is outside inner"),
        ("out.json", "'out.json' is outside inner"),
        ("away/rents.json", "'away/rents.json' is outside inner"),
        (f"{tmp_path}/rents.json", "is outside inner"),
        ("in.json svg=../a.svg", "'../a.svg' is outside inner"),
        ("in.json svg=away/a.svg", "'away/a.svg' is outside inner"),
        ("loop.json", "'loop.json' cannot be a file"),
        ("code.py:X", "'code.py:X' cannot be read"),
        ("code.py", "'code.py': unknown format"),
    ]
    (inner / "a.md").write_text("".join(region(words) for words, _ in wrong))

    done = run("update", "inner/a.md")

    assert done.exit_code == 3
    for number, (_, complaint) in enumerate(wrong):
        (line,) = re.findall(rf"error: inner/a.md:{3 * number + 1}: (.*)", done.stderr)
        assert complaint in line
    assert not list(tmp_path.glob("*.svg"))


def test_the_current_folder_is_the_root(run: Run, tmp_path: Path) -> None:
    """Without a repository files are in the folder that one works in, or beside."""
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "a.md"
    page.write_text(region("../rents.json"))

    assert run("update", "docs/a.md").exit_code == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path / "docs")
        assert "is outside" in run("update", "a.md").stderr
        (tmp_path / "other").mkdir()
        patch.chdir(tmp_path / "other")
        assert "is outside" in run("update", str(page)).stderr


def test_a_file_without_a_marker(run: Run, tmp_path: Path) -> None:
    """Who has written the marker wrongly is shown one; a pattern is no such claim."""
    (tmp_path / "a.md").write_text("<!-- argmap rents.json -->\n")

    named = run("update", str(tmp_path / "a.md"))
    fitting = run("update", str(tmp_path / "*.md"))

    assert (named.exit_code, fitting.exit_code) == (0, 0)
    assert "no marker such as <!-- argmap: debate.argdown -->" in named.stderr
    assert not fitting.stderr


def test_a_picture_is_one_maps(run: Run, tmp_path: Path) -> None:
    """Two regions may share a picture if it is the same, in other files too."""
    (tmp_path / "a.md").write_text(region("rents.json svg=a.svg") * 2)
    (tmp_path / "b.md").write_text(region("rents.json svg=a.svg focus=high depth=0"))

    done = run("update", "a.md", "b.md")

    assert done.stderr.endswith(
        "error: b.md:1: 'a.svg' is the picture of another region already\n"
    )
    assert (tmp_path / "a.svg").read_bytes() == render(RENTS)


def test_patterns(run: Run, tmp_path: Path) -> None:
    """A pattern that the shell left alone stands for the files that fit it."""
    for name in ("docs/a.md", "docs/b/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(region("x.json"))

    done = run("update", "docs/**/*.md")
    none = run("update", "*.rst")

    assert re.findall(r"error: (\S+):1: ", done.stderr) == ["docs/a.md", "docs/b/c.md"]
    assert (none.exit_code, none.stderr) == (3, "*.rst: no file fits\n")
    (tmp_path / "README.md").write_text("Nothing to draw.")
    assert run("update", "README.md", "*.rst").exit_code == 0


HOSTILE = [
    END,
    "<!-- argmap: /etc/passwd -->",
    "]( javascript:alert(1) ) [x",
    "</pre></details><script>alert(1)</script>",
    "```\n<script>alert(1)</script>\n```",
    "![x](y) **b** `c` $d$ <img src=x onerror=y> &lt;",
]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("options", ["", " svg=a.svg"])
def test_hostile_texts(run: Run, tmp_path: Path, hostile: str, options: str) -> None:
    """Texts of a map are text to Markdown too, and cannot end their region."""
    argument_map = ArgumentMap(RENTS.claims, title=hostile).with_parts(
        type(RENTS.claims[0])("evil", hostile)
    )
    dump(argument_map, tmp_path / "evil.json")
    page = tmp_path / "a.md"
    page.write_text(region("evil.json focus=evil" + options) + "after\n")

    assert run("update", "a.md").exit_code == 0
    assert run("update", "--check", "a.md").exit_code == 0

    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(page.read_text())
    flat = [inner for each in tokens for inner in (each, *(each.children or ()))]
    assert not any(
        each.type in {"link_open", "strong_open", "code_inline"} for each in flat
    )
    html = "".join(each.content for each in flat if each.type.startswith("html"))
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("<!--") == 2


def test_pre_commit_hooks(run: Run) -> None:
    """Every hook calls a command that there is, for files that it takes."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert [each["id"] for each in hooks] == [
        "argmap-check",
        "argmap-fmt",
        "argmap-update",
    ]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "argmap"
        assert run(command, "--help").exit_code == 0
        assert re.search(hook["files"], "debates/rents.argdown")
        assert not re.search(hook["files"], "rents.argdown.py")


def test_the_documentation(run: Run, tmp_path: Path) -> None:
    """The markers that its page shows are refreshed."""
    page = (ROOT / "docs" / "markdown.rst").read_text("utf-8")
    shown = re.findall(r"^   (<!-- .* -->)$", page, re.MULTILINE)
    (tmp_path / "README.md").write_text("\n".join(shown))
    (tmp_path / "examples").mkdir()
    name = "examples/rent_control.argdown"
    (tmp_path / name).write_bytes((ROOT / name).read_bytes())

    done = run("update", "README.md")

    assert done.stderr == "wrote docs/images/rent.svg\nwrote README.md\n"
    assert "flowchart RL" in (tmp_path / "README.md").read_text()
