"""Laws of writing frameworks; what all formats keep is in `test_battery`."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Source,
)
from argmap.formats import dumps, load, loads
from argmap.formats.frameworks import (
    AF,
    FRAMEWORKS,
    TGF,
    Framework,
    read_framework,
    write_framework,
)
from argmap.formats.frameworks.writer import NOTATIONS
from tests.formats.frameworks.drawn import Drawn, frameworks
from tests.formats.frameworks.test_located import FILES
from tests.strategies import argument_maps, texts

any_notation = pytest.mark.parametrize("name", [each.name for each in FRAMEWORKS])
AWKWARD = st.sampled_from(
    ["a", '"a"', '""', '"', "A", "-", "#", "# 1 a", "a b", "a%", "a.", "1", "2", " a"]
)


@any_notation
@given(frameworks(most=3), st.data())
def test_what_is_written_is_read(name: str, drawn: Drawn, data: st.DataObject) -> None:
    """Any framework that can be written is read as the same, whatever is said of it."""
    count, attacks = drawn
    names = AWKWARD | texts()
    framework = Framework(
        data.draw(st.lists(names, min_size=count, max_size=count, unique=True)),
        [tail for tail, _ in attacks],
        [head for _, head in attacks],
    )
    words = data.draw(st.lists(texts(), max_size=count))

    if all(map(NOTATIONS[name].can_name, framework.names)):
        text = write_framework(framework, name, texts=words)
        assert read_framework(text, name) == framework
    else:
        with pytest.raises(ValueError, match="cannot have an argument called"):
            write_framework(framework, name)


@any_notation
@given(argument_maps())
def test_losses_are_true(name: str, argument_map: ArgumentMap) -> None:
    """There are losses just where another map is read than was written."""
    chosen = next(each for each in FRAMEWORKS if each.name == name)
    is_same = loads(dumps(argument_map, name), name) == argument_map

    assert is_same is (chosen.losses(argument_map) == ())


@pytest.mark.skipif(not FILES, reason="ARGMAP_REAL_FILES names no folder with them")
@pytest.mark.parametrize("path", FILES or [Path()], ids=lambda path: path.stem)
def test_real_files(path: Path) -> None:
    """What others wrote is held without losses, in every notation."""
    argument_map = load(path)
    for chosen in FRAMEWORKS:
        assert chosen.losses(argument_map) == ()
        assert loads(dumps(argument_map, chosen), chosen) == argument_map


RENTS = ArgumentMap.of(
    Claim("rose", "Rents rose\nby a third.", title="Rents rose", speaker="tenants"),
    Claim("fell", "Rents fell."),
    Argument("index", "Index", text="The index fell."),
    Argument("chain", steps=["fell-so-rose"]),
    Inference(["fell"], conclusion="rose"),
    Counterpoint(["fell"], target="rose"),
    Counterpoint(["fell"], target="rose", id="again"),
    Counterpoint(["index"], target="fell", scheme="expert-opinion"),
    Counterpoint([], target="fell", id="bare"),
    Counterpoint(["rose"], target="bare", id="answer"),
    Contradiction(["rose", "fell"]),
    Source("gazette"),
    title="Rents",
    thesis="rose",
)


def test_notations() -> None:
    """Each writes names and texts as it can; what is more than attacks is left out."""
    assert dumps(RENTS, "af") == (
        "p af 3\n# 1 Rents rose\n# 2 fell\n# 3 Index\n2 1\n3 2\n"
    )
    assert dumps(RENTS, "tgf") == (
        "rose Rents rose by a third.\nfell Rents fell.\nIndex The index fell.\n"
        "#\nfell rose\nIndex fell\n"
    )
    assert dumps(RENTS, "apx") == (
        'arg("Rents rose").\narg(fell).\narg("Index").\n'
        'att(fell,"Rents rose").\natt("Index",fell).\nsup(fell,"Rents rose").\n'
    )


def test_losses_are_told() -> None:
    """Parts and fields are told by kind, and a few of them by their ids."""
    cannot = "warning[not-written]: TGF cannot hold"
    assert [str(each) for each in TGF.losses(RENTS)] == [
        f"{cannot} 'title' of the map",
        f"{cannot} 'thesis' of the map",
        f"{cannot} 1 source ('gazette')",
        f"{cannot} 'text' of 1 claim ('rose')",
        f"{cannot} 'title' of 1 claim ('rose')",
        f"{cannot} 'speaker' of 1 claim ('rose')",
        "info[made-field]: TGF fills in 'title' of 1 claim ('fell')",
        "info[made-claim]: TGF makes claims of 1 argument ('index')",
        f"{cannot} 1 argument ('chain')",
        f"{cannot} 1 inference ('fell-so-rose')",
        f"{cannot} 3 counterpoints ('again', 'bare', 'answer')",
        f"{cannot} 'scheme' of 1 counterpoint ('index-against-fell')",
        f"{cannot} 1 contradiction ('rose-or-fell')",
    ]


def test_many_losses_are_few_findings() -> None:
    """Of many parts three are named."""
    claims = [Claim(f"c{number}", "So.", title="c") for number in range(5)]
    found = [str(each) for each in AF.losses(ArgumentMap(claims))]

    assert "cannot hold 'text' of 5 claims ('c0', 'c1', 'c2', …)" in found[1]


def test_comments() -> None:
    """What there is to say of an argument stands in a line."""
    framework = Framework.of(["a", "b"], [("b", "a")])
    texts = ["Rents\nrose.", ""]

    assert write_framework(framework, "af", texts=texts) == (
        "p af 2\n# 1 a\n# 2 b\n# a: Rents rose.\n2 1\n"
    )
    assert write_framework(framework, "apx", texts=texts) == (
        "% a: Rents rose.\narg(a).\narg(b).\natt(b,a).\n"
    )
