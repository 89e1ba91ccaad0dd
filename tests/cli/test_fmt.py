"""`argmap fmt`: files in place, or only looked at."""

from pathlib import Path

from tests.cli.conftest import Run

ROUGH = "[A]:  b\n    -  c\n"
FINE = "[A]: b\n  - c\n"


def test_a_file_is_laid_out_in_place(run: Run, tmp_path: Path) -> None:
    """The file is written again, and named; a second time there is nothing to do."""
    path = tmp_path / "a.argdown"
    path.write_text(ROUGH)

    first, second = run("fmt", str(path)), run("fmt", str(path))

    assert path.read_text() == FINE
    assert first.stderr == f"laid out {path}\n"
    assert (second.stdout, second.stderr) == ("", "")


def test_line_ends_and_a_mark_stay(run: Run, tmp_path: Path) -> None:
    """A file from Windows is one afterwards: its line ends, its byte order mark."""
    path = tmp_path / "a.argdown"
    windows = FINE.replace("\n", "\r\n").encode()
    path.write_bytes(b"\xef\xbb\xbf" + ROUGH.replace("\n", "\r\n").encode())

    assert run("fmt", "--check", str(path)).exit_code == 1
    run("fmt", str(path))

    assert path.read_bytes() == b"\xef\xbb\xbf" + windows
    assert run("fmt", "--check", str(path)).exit_code == 0
    path.write_bytes(windows)
    assert run("fmt", "--check", str(path)).exit_code == 0


def test_quiet(run: Run, tmp_path: Path) -> None:
    """Nothing is said of what was written when nobody wants to know."""
    path = tmp_path / "a.ad"
    path.write_text(ROUGH)

    assert run("fmt", "-q", str(path)).stderr == ""
    assert path.read_text() == FINE


def test_check_only_tells(run: Run, tmp_path: Path) -> None:
    """A file that would change is named and gives 1; none is written."""
    rough, fine = tmp_path / "rough.argdown", tmp_path / "fine.argdown"
    rough.write_text(ROUGH)
    fine.write_text(FINE)

    found = run("fmt", "--check", str(rough), str(fine))

    assert (found.exit_code, found.stderr) == (1, f"{rough} would change\n")
    assert rough.read_text() == ROUGH
    assert run("fmt", "--check", str(fine)).stderr == ""


def test_diff_shows(run: Run, tmp_path: Path) -> None:
    """A difference is shown as other tools show it; nothing is written."""
    path = tmp_path / "a.argdown"
    path.write_text(ROUGH.rstrip())

    shown = run("fmt", "--diff", str(path)).stdout

    assert shown.splitlines()[2:] == [
        "@@ -1,2 +1,2 @@",
        "-[A]:  b",
        "-    -  c",
        "\\ No newline at end of file",
        "+[A]: b",
        "+  - c",
    ]
    assert path.read_text() == ROUGH.rstrip()


def test_standard_input_goes_to_standard_output(run: Run) -> None:
    """What comes in at one end goes out at the other."""
    assert run("fmt", "-", text=ROUGH).stdout == FINE


def test_errors_leave_a_file_alone(run: Run, tmp_path: Path) -> None:
    """A text with errors is not written; the errors are shown."""
    path = tmp_path / "a.argdown"
    path.write_text("(1) A\n")

    found = run("fmt", str(path))

    assert found.exit_code == 3
    assert "error[unfinished-reconstruction]" in found.stderr
    assert path.read_text() == "(1) A\n"


def test_other_files_are_refused(run: Run, tmp_path: Path) -> None:
    """Only Argdown is laid out."""
    found = run("fmt", str(tmp_path / "a.json"))

    assert found.exit_code == 3
    assert (
        "only .argdown, .ad, .adown, .argdn, .md, .markdown, .rst, .ipynb can be"
        in found.stderr
    )


PAGE = """\
# A page  \n
1. ```argdown
   [A]:  a
       -   b
   ```\t
```python
[A]:  a
```

> ~~~ {.argmap}
> [C]:   c
>
>
> [D]: d
>    + e
> ~~~
"""
LAID_OUT = (
    PAGE.replace("   [A]:  a\n       -   b\n", "   [A]: a\n     - b\n")
    .replace("[C]:   c\n>\n>\n", "[C]: c\n>\n")
    .replace(">    + e", ">   + e")
)


def test_maps_on_a_page(run: Run) -> None:
    """Only what is in the fences of maps changes, to the byte."""
    for mark, end in (("", "\n"), ("\ufeff", "\r\n")):
        before = (mark + PAGE.replace("\n", end)).encode()
        Path("a.md").write_bytes(before)

        assert run("fmt", "--check", "a.md").exit_code == 1
        assert Path("a.md").read_bytes() == before
        assert run("fmt", "a.md").stderr == "laid out a.md\n"

        assert (
            Path("a.md").read_bytes() == (mark + LAID_OUT.replace("\n", end)).encode()
        )
        assert run("fmt", "--check", "a.md").exit_code == 0


def test_errors_leave_a_page_alone(run: Run) -> None:
    """A page with an error in a map is not written; all errors are shown."""
    page = (
        f"{PAGE}\n```argdown\n(1) A\n```\n\n- ```argmap\n  - x\n  ```\n\n```argdown\n"
    )
    Path("a.md").write_text(page)

    found = run("fmt", "a.md")

    assert found.exit_code == 3
    assert Path("a.md").read_text() == page
    for place in ("20:6", "24:3", "27:1"):
        assert f"--> a.md:{place}" in found.stderr


def test_what_is_no_text_of_a_page(run: Run) -> None:
    """Maps in JSON and in files stay; that a page has no map is said."""
    page = '```argmap\n{"argmap":1}\n```\n\n```argmap file="b.json"\n```\n'
    Path("a.md").write_text(page)
    Path("none.md").write_text("# None\n")

    found = run("fmt", "a.md", "none.md")

    assert (found.exit_code, Path("a.md").read_text()) == (0, page)
    assert found.stderr.startswith("none.md: nothing to change: it has no fence")
    assert run("fmt", "-q", "none.md").stderr == ""
