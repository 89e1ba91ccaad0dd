"""`argmap formats`."""

from pathlib import Path

from tests.cli.conftest import Run


def test_formats(run: Run) -> None:
    """The formats are listed, read and written ones and pictures."""
    names = [line.split()[0] for line in run("formats").stdout.splitlines()]

    assert names[0] == "json"
    assert "svg" in names


def test_what_a_file_is(run: Run) -> None:
    """A file is named for what it is, with the reason, and so is standard input."""
    Path("map.xml").write_text('<lkif version="2.1"/>')
    Path("notes.md").write_text("Rents rose.")

    done = run("formats", "rents.json", "-", text="[Rents]: Rents rose.")
    others = run("formats", "map.xml", "notes.md", "missing.json")

    assert done.exit_code == 0
    assert done.stdout == (
        "rents.json: json (argmap JSON): it is JSON with argmap\n"
        "-: argdown (Argdown): line 1 begins with '['\n"
    )
    assert others.exit_code == 3
    assert others.stdout == (
        "map.xml: LKIF, which is not read: it is XML with lkif; Carneades 4 reads it"
        " and writes YAML, which can be read\n"
        "notes.md: no map: it has no fence or directive called argdown or argmap,"
        " and no options as records in MADR list them\n"
    )
    assert "missing.json: no such file or directory" in others.stderr
