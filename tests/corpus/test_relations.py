"""The relations of a corpus as rows."""

import builtins
import warnings
from pathlib import Path

import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    Question,
    Rephrase,
    corpus,
    to_networkx,
)
from argmap.corpus.items import Item
from argmap.corpus.relations import Relation, relations_of
from argmap.errors import MissingExtraError, UnreadFilesWarning
from argmap.formats import Document
from tests.corpus.files import BAD, lay_out
from tests.strategies import argument_maps

MAP = ArgumentMap.of(
    *(Claim(each, f"{each.upper()}.", speaker=f"S-{each}") for each in "abc"),
    Claim("d"),
    Inference(["a", "b"], "c", id="step", scheme="example", utterances=["Ada"]),
    Counterpoint(["b"], "step", id="undercut"),
    Counterpoint([], "d", id="doubt"),
    Contradiction(["a", "b", "c"], id="either"),
    Question("q", "Which?", answers=["a", "b"]),
    Rephrase("a", original="b", id="again"),
    Preference("a", over="b", id="more"),
)


def rows(argument_map: ArgumentMap) -> list[Relation]:
    """Return the rows of a map that was not read."""
    return list(relations_of(Item("m", Document(argument_map, ""))))


def test_every_kind_of_relation() -> None:
    """Each premise, pair or answer is a row that names both ends."""
    found = [(each.step, each.premise_id, each.conclusion_id) for each in rows(MAP)]

    assert found == [
        ("step", "a", "c"),
        ("step", "b", "c"),
        ("undercut", "b", "step"),
        ("doubt", "", "d"),
        ("either", "a", "b"),
        ("either", "a", "c"),
        ("either", "b", "c"),
        ("q", "a", "q"),
        ("q", "b", "q"),
        ("again", "a", "b"),
        ("more", "a", "b"),
    ]


def test_words_schemes_and_speakers() -> None:
    """A row has the words of both ends, the scheme, and who puts the step forward."""
    step, _, undercut, doubt, *_ = rows(MAP)

    assert (step.premise, step.conclusion, step.scheme) == ("A.", "C.", "example")
    assert step.speakers == ("Ada",)
    assert (undercut.conclusion, undercut.speakers) == ("", ("S-b",))
    assert (doubt.premise, doubt.conclusion, doubt.speakers) == ("", "d", ())


@given(argument_maps())
def test_rows_of_steps_are_the_edges_of_the_graph(argument_map: ArgumentMap) -> None:
    """There is a row for each premise that the graph of the map has an edge for."""
    edges = to_networkx(argument_map).edges(data=True)
    premises = [(a, b) for a, b, how in edges if how["kind"] == "premise"]
    found = rows(argument_map)

    kinds = {"inference", "counterpoint"}
    steps = [
        (each.premise_id, each.step)
        for each in found
        if each.relation in kinds and each.premise_id
    ]
    assert sorted(steps) == sorted(premises)
    assert all(each.step in argument_map for each in found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out maps and bad files."""
    return lay_out(tmp_path_factory.mktemp("corpus"))


def test_spans_are_those_of_the_steps(folder: Path) -> None:
    """A row's span is that of its step in the text of the map."""
    (item,) = corpus.load(folder / "m0001.argdown")
    first, *_ = relations_of(item)

    assert item.document
    assert first.span
    assert first.span.of(item.document.text).strip() == "+"


def test_a_table_of_pandas(folder: Path) -> None:
    """The table has the fields of the rows as columns, and is made anew each time."""
    pytest.importorskip("pandas")
    table = corpus.load(f"{folder}/*").relations()

    frame = table.to_pandas()

    assert list(frame["premise"]) == [each.premise for each in table]
    assert list(frame.columns) == [
        *("map", "relation", "step", "premise_id", "premise", "conclusion_id"),
        *("conclusion", "scheme", "speakers", "start", "end"),
    ]
    assert str(frame["start"].dtype) == "Int64"
    assert list(corpus.load(f"{folder}/m0000.json").relations().to_pandas()) == [
        *frame.columns
    ]


def test_files_without_rows_are_named(folder: Path) -> None:
    """A table without a file's rows does not pass for that of all files."""
    with pytest.warns(UnreadFilesWarning, match="3 of 15 files could not be read"):
        found = list(corpus.load(f"{folder}/**/*").relations())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(corpus.load(f"{folder}/*").relations()) == found
    assert not {*BAD} & {each.map for each in found}


def test_pandas_is_an_extra(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the message says what to install."""
    plain = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == "pandas":
            raise ImportError
        return plain(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"pip install 'argmap\[pandas\]'"):
        corpus.load(folder).relations().to_pandas()
