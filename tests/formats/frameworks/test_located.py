"""Abstract frameworks: three notations of arguments and attacks."""

import json
from pathlib import Path

import pytest

from argmap import Verdict, evaluate
from argmap.formats import loads, read
from argmap.formats.frameworks import Framework, as_map, fast, read_framework
from tests.console import REAL_FILES
from tests.formats.frameworks.drawn import as_af

ORACLES = REAL_FILES / "oracles" / "dung_small.json"
FILES = [
    path
    for pattern in ("tgf/*", "apx/*", "iccma-paf/*")
    for path in sorted(REAL_FILES.glob(pattern))
]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("af", "p af 2\n1 3\n", ["error 2 there is no argument '3'"]),
        ("af", "p af 2\n1 2\n1 2", ["info 3 this has been said above"]),
        ("af", "1 2 3\n", ["error 1 this is neither the header nor an attack"]),
        (
            "af",
            f"p af {'9' * 30}\n",
            ["error 1 there is one header, with at most 1000000 arguments"],
        ),
        (
            "af",
            "p af 1\np af 2\n",
            ["error 2 there is one header, with at most 1000000 arguments"],
        ),
        ("tgf", "a\na\n#\n", ["info 2 there is an argument 'a'"]),
        ("tgf", "a\n#\na a so\n", ["info 3 what stands behind an attack is not kept"]),
        ("tgf", "a \ud800\n", ["error 1 half of a surrogate pair is no character"]),
        ("tgf", "a b\n#\na\n", ["error 3 an attack has two ends"]),
        ("apx", "arg(a). arg(b, c).", ["error 1 this is no fact about arguments"]),
        ("apx", "arg(a).\natt(a).", ["error 2 this is no fact about arguments"]),
        ("apx", "pref(a, b).", ["error 1 this is no fact about arguments"]),
        ("apx", "arg(a", ["error 1 this is no fact about arguments"]),
    ],
)
def test_what_is_wrong_is_told(name: str, text: str, found: list[str]) -> None:
    """A line that is not right costs no other, and has its place."""
    document = read(text, name)

    told = []
    for each in document.diagnostics:
        assert each.span is not None
        line, _ = each.span.position(text)
        told.append(f"{each.severity} {line} {each.message}")
    assert told == found


def test_names_in_comments() -> None:
    """Comments name arguments where every one of them has its number and a name."""
    named = read_framework("p af 2\n# a remark\n# 1 rose\r\n# 2 it fell \n1 2\n")
    assert named == Framework.of(["rose", "it fell"], [("rose", "it fell")])

    for comments in ("# 1 rose", "# 1 rose\n# 3 fell", "# 1 rose\n# 2 rose", "# rose"):
        text = f"p af 2\n{comments}\n1 2\n"
        assert read_framework(text).names == ("1", "2")
        assert [each.title for each in loads(text, "af").claims] == ["1", "2"]


def test_labels() -> None:
    """What stands behind an argument is the text of its claim."""
    argument_map = loads("rose  Rents  rose. \nfell\n#\nfell rose\n", "tgf")

    assert [each.text for each in argument_map.claims] == ["Rents  rose.", ""]


def test_quotation_marks() -> None:
    """Marks that a name needs are no part of it, those it could do without are."""
    text = 'arg("B c"). arg("b"). arg(b). arg(""). arg("C").'
    names = [each.title for each in loads(text, "apx").claims]

    assert names == ["B c", '"b"', "b", '""', "C"]
    assert read_framework(text, "apx").names == tuple(names)


def test_names_and_supports() -> None:
    """A name is the title; what supports and is supported is granted."""
    argument_map = loads('arg("A (b)"). arg(c). sup("A (b)", c).', "apx")

    assert [(each.id, each.title, each.presumed) for each in argument_map.claims] == [
        ("a-b", "A (b)", True),
        ("c", "c", True),
    ]
    assert argument_map.inferences[0].conclusion == "c"


@pytest.mark.skipif(not FILES, reason="ARGMAP_REAL_FILES names no folder with them")
@pytest.mark.parametrize("path", FILES or [Path()], ids=lambda path: path.stem)
def test_real_files(path: Path) -> None:
    """Frameworks that others wrote are read without a finding, and as plain texts."""
    name = {"tgf": "tgf", "apx": "apx"}.get(path.parent.name, "af")
    text = path.read_text("utf-8")
    document = read(text, name)

    assert document.diagnostics == ()
    assert document.argument_map == as_map(getattr(fast, f"read_{name}")(text))


@pytest.mark.skipif(not ORACLES.exists(), reason="ARGMAP_REAL_FILES names no oracles")
def test_the_grounded_extension() -> None:
    """What stands is Dung's grounded extension, as four others compute it."""
    for each in json.loads(ORACLES.read_text("utf-8")):
        if not each["n"]:
            continue
        attacks = [(tail, head) for tail, head in each["attacks"]]
        verdicts = evaluate(loads(as_af(each["n"], attacks), "af")).verdicts
        standing = [
            number
            for number in range(each["n"])
            if verdicts[str(number + 1)] is Verdict.STANDS
        ]
        assert [standing] == each["extensions"]["GR"], each["name"]
