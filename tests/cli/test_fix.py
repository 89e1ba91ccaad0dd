"""`argmap fix`: what only one change can mend is mended in place."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROUGH = "===\ntitle: Rents\n===\n[A]: a\n[B]: b\n"
MENDED = "===\ntitle: Rents\n===\n\n[A]: a\n\n[B]: b\n"


def test_a_file_is_mended_in_place(run: Run, tmp_path: Path) -> None:
    """The file is written again, and named; a second time there is nothing to do."""
    path = tmp_path / "a.argdown"
    path.write_text(ROUGH)

    first, second = run("fix", str(path)), run("fix", str(path))

    assert path.read_text() == MENDED
    assert (first.exit_code, first.stderr) == (0, f"mended {path}\n")
    assert (second.exit_code, second.stdout, second.stderr) == (0, "", "")


def test_line_ends_and_a_mark_stay(run: Run, tmp_path: Path) -> None:
    """A file from Windows is one afterwards: its line ends, its byte order mark."""
    path = tmp_path / "a.argdown"
    path.write_bytes(b"\xef\xbb\xbf" + ROUGH.replace("\n", "\r\n").encode())

    run("fix", str(path))

    windows = MENDED.replace("\n", "\r\n").encode()
    assert path.read_bytes() == b"\xef\xbb\xbf" + windows


def test_check_and_diff_only_look(run: Run, tmp_path: Path) -> None:
    """With --check or --diff nothing is written."""
    path = tmp_path / "a.argdown"
    path.write_text(ROUGH)

    checked, shown = run("fix", "--check", str(path)), run("fix", "--diff", str(path))

    assert (checked.exit_code, checked.stderr) == (1, f"{path} would change\n")
    assert [each for each in shown.stdout.splitlines()[2:] if each[0] in "+-"] == [
        "+",
        "+",
    ]
    assert path.read_text() == ROUGH


def test_what_is_left_is_shown(run: Run, tmp_path: Path) -> None:
    """What no single change can mend is shown with its place in the new text."""
    path = tmp_path / "a.argdown"
    path.write_text("[A]: a\n[B]: b\n\n(1) c\n")

    found = run("fix", str(path))

    assert found.exit_code == 3
    assert path.read_text() == "[A]: a\n\n[B]: b\n\n(1) c\n"
    assert "unfinished-reconstruction" in found.stderr
    assert f"{path}:5:6" in found.stderr
    assert "misplaced-title" not in found.stderr


def test_standard_input_goes_to_standard_output(run: Run) -> None:
    """What comes in at one end goes out at the other."""
    assert run("fix", "-", text=ROUGH).stdout == MENDED


def test_what_is_included_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    """A file is mended where it is named, and not by way of another."""
    main, part = tmp_path / "main.argdown", tmp_path / "part.argdown"
    main.write_text("[X]: x\n[Y]: y\n\n@include(part.argdown)\n\nz\n# H\n")
    part.write_text("[A]: a\n[B]: b\n")

    run("fix", str(main))

    assert part.read_text() == "[A]: a\n[B]: b\n"
    assert main.read_text() == (
        "[X]: x\n\n[Y]: y\n\n@include(part.argdown)\n\nz\n\n# H\n"
    )


def test_findings_say_what_fix_does(run: Run) -> None:
    """`check` says of a finding that it can be mended, and how as data."""
    full = run("check", "-", text=ROUGH)
    data = run("check", "-", "--output-format", "json", text=ROUGH).stdout

    assert full.exit_code == 1
    assert "help: put an empty line before this one (argmap fix does it)" in full.stdout
    assert '"mend": {"start": 21, "end": 21, "text": "\\n"}' in data


SOURCE = "Rents rose by a third. Wages fell, as the {office} says.\n"
QUOTING = """\
===
argmap:
  sources: {report: report.txt}
===

[Rents]: Rents rose. {quotations: "Rents rosse by a third"}
  + [Wages]: Wages fell. {quotations: [{exact: Wages fell as the, source: report}]}
  + [Office]: They do. {quotations: {report: ["the \\u007boffice\\u007d sais"]}}
  + [Prices]: So did prices. {quotations: "Prices fell"}
"""
REWORDED = [
    ('"Rents rosse by a third"', '"Rents rose by a third"'),
    ("Wages fell as the", '"Wages fell, as the"'),
    ('"the \\u007boffice\\u007d sais"', '"the \\u007boffice\\u007d says"'),
]


def test_slips_in_quotations(run: Run, tmp_path: Path) -> None:
    """On request the source's words stand where a quotation has a slip; it is said."""
    (tmp_path / "report.txt").write_text(SOURCE)
    path, expected = tmp_path / "a.argdown", QUOTING
    path.write_text(QUOTING)
    for old, new in REWORDED:
        expected = expected.replace(old, new)

    plain, found = run("fix", str(path)), run("fix", "--quotations", str(path))

    assert plain.stderr == ""
    assert '"Rents rose by a third" for "Rents rosse by a third"' in found.stderr
    assert path.read_text() == expected
    assert run("check", str(path)).stdout.count("quotation-not-in-source") == 1
    assert run("fix", "--quotations", str(path)).stderr == ""


def test_check_says_what_a_quotation_should_be(run: Run, tmp_path: Path) -> None:
    """The finding stands at the quotation, with what the source has."""
    (tmp_path / "report.txt").write_text(SOURCE)
    path = tmp_path / "a.argdown"
    path.write_text(QUOTING.partition("  + ")[0])

    found = run("check", str(path)).stdout

    assert "a.argdown:6:35" in found
    assert 'help: it stands there with "rose" for "rosse"' in found
    assert "(argmap fix --quotations does it)" in found


def test_maps_on_a_page(run: Run, tmp_path: Path) -> None:
    """What stands in a fence is mended there, and the rest of the page stays."""
    page = tmp_path / "a.md"
    before = (
        "# A\n\n> ```argdown\n> ===\n> title: x\n> ===\n> [A]: a\n>   + [B]: b\n> ```\n"
    )
    page.write_text(before)

    assert run("fix", "a.md").exit_code == 0
    assert page.read_text() == before.replace("> ===\n> [A]", "> ===\n>\n> [A]")
    assert run("fix", "--check", "a.md").exit_code == 0
    assert run("check", "a.md").exit_code == 0


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_errors_that_are_left_are_shown(option: str, run: Run) -> None:
    """What cannot be mended is an error of --check and --diff, too."""
    left = run("fix", option, "-", text="(1) A reason.\n----\n")
    assert left.exit_code == 3
    assert "missing-conclusion" in left.stderr
