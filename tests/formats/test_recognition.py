"""Tests of `argmap.formats.recognition`: what a text is, and why."""

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap.errors import UnknownFormatError
from argmap.formats import (
    Format,
    dumps,
    format_for,
    format_of,
    format_on_page,
    read_text,
    recognise,
)
from argmap.formats.argdown import ARGDOWN
from argmap.formats.frameworks import TGF
from argmap.formats.known import readable_formats
from argmap.model import ArgumentMap
from tests.console import REAL_FILES
from tests.formats.test_battery import BOTH_WAYS, any_format
from tests.strategies import argument_maps

IN_JSON = [
    each for each in BOTH_WAYS if each.name in {"json", "argdown-json", "aif", "xaif"}
]

KNOWN: dict[str, Any] = {
    "xaif": {
        "text": "Trams.",
        "OVA": [],
        "AIF": {"nodes": [{"nodeID": 1, "type": "I"}], "edges": [], "locutions": []},
    },
    "ova": {
        "nodes": [{"id": 1, "text": "Trams.", "type": "I", "scheme": "0"}],
        "edges": [{"from": {"id": 1}, "to": {"id": 2}}],
        "participants": [],
        "analysis": {"txt": ""},
    },
    "sadface": {
        "metadata": {"core": {"id": "m"}},
        "resources": [],
        "nodes": [{"id": "a", "type": "atom", "text": "Trams.", "sources": []}],
        "edges": [{"id": "e", "source_id": "a", "target_id": "s"}],
    },
    "arguebuf": {
        "nodes": {"a": {"atom": {"text": "Trams."}}},
        "edges": {"e": {"source": "a", "target": "s"}},
        "schemaVersion": 1,
    },
    "node-link": {
        "directed": True,
        "graph": {},
        "nodes": [{"id": "a"}],
        "links": [{"source": "a", "target": "b"}],
    },
    "mindmup": {"id": "root", "title": "Trams", "ideas": {"1": {"title": "Why"}}},
}
"""Documents in JSON of other tools, by the names of the formats."""

NOTATIONS = {
    "gsn2x": "# a case\nG1:\n  text: It is safe.\n  supportedBy: [Sn1]\n",
    "yaml-argmap": "Trams are quiet.:\n  r1:\n    They run on rails.: []\n",
    "carneades": "meta:\n  title: Trams\nstatements:\n  p: Trams run.\n",
    "lkif": '\n<lkif version="2.1"><argument-graphs/></lkif>',
    "arggraph": "<?xml version='1.0'?>\n<!-- by hand -->\n<arggraph id='a'/>",
    "graphml": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    "argunet": '<graphml xmlns:arg="http://www.argunet.org/xml/argml">',
    "aml": '<!DOCTYPE ARG SYSTEM "argument.dtd">\n<ARG><AU/></ARG>',
    "caf": "<caf version='1.8'></caf>",
    "kialo": "Discussion Title: Trams?\n\n1. Build trams.\n1.1. Pro: They are quiet.",
    "brat": "T1\tClaim 0 6\tTrams.\nA1\tStance T1 For\n",
    "bag": "arg(a, 0.5).\narg(b, 1).\natt(a, b).\n",
    "af": "# by hand\np af 2\n1 2\n",
    "apx": "% by hand\narg(a). arg(b).\natt(a, b).\n",
    "tgf": "a Trams are loud.\nb Trams are quiet.\n#\nb a\n",
}
"""Texts that are no JSON, by the names of their formats."""


def name_of(text: str, path: str = "") -> str | None:
    found = recognise(text, path).format
    return found.name if found else None


@any_format
@given(argument_map=argument_maps())
def test_what_is_written_is_recognised(
    chosen: Format, argument_map: ArgumentMap
) -> None:
    """Every text that was written is known for what it is, without a name.

    But for nothing at all, and names alone that look like a line of Argdown.
    """
    text = dumps(argument_map, chosen)

    found = recognise(text)

    assert found.why
    if text not in {"", "%\n"} and not (chosen is TGF and text.endswith("#\n")):
        assert found.format is chosen


@pytest.mark.parametrize("chosen", IN_JSON, ids=lambda each: each.name)
@given(argument_map=argument_maps(max_claims=3), data=st.data())
def test_a_text_that_breaks_off_is_no_other_format(
    chosen: Format, argument_map: ArgumentMap, data: st.DataObject
) -> None:
    """As much of a text as there is may leave the format open, and never misleads."""
    text = dumps(argument_map, chosen)
    end = data.draw(st.integers(0, len(text)))

    assert recognise(text[:end]).format in {chosen, None}
    assert recognise(text[:end], "a.json").format in {chosen, format_for("json")}


@pytest.mark.parametrize("name", KNOWN)
@given(data=st.data())
def test_the_order_of_keys_does_not_count(name: str, data: st.DataObject) -> None:
    """What is JSON is known by its keys, in any order, however it is laid out."""
    members = data.draw(st.permutations([*KNOWN[name].items()]))
    indent = data.draw(st.sampled_from([None, 1, 8]))
    mark = data.draw(st.sampled_from(["", "\ufeff", "\r\n\t"]))

    text = mark + json.dumps(dict(members), indent=indent)

    assert name_of(text) == name_of(text, "a.json") == name
    assert name_of(text, "a.aif.json") == name_of(text, "a.txt") == name


@pytest.mark.parametrize("name", NOTATIONS)
def test_notations_are_known_by_how_they_begin(name: str) -> None:
    """So are texts in other notations, with the line ends of Windows too."""
    text = NOTATIONS[name]

    assert name_of(text) == name_of(text.replace("\n", "\r\n")) == name
    is_yaml = name in {"gsn2x", "yaml-argmap", "carneades"}
    assert name_of(text, "a.yaml" if is_yaml else "a.txt") == name


@given(text=st.text() | st.sampled_from([*map(json.dumps, KNOWN.values())]))
def test_a_name_of_argdown_is_believed(text: str) -> None:
    """Whatever stands in a file with a suffix of Argdown is read as Argdown."""
    assert name_of(text, "a.argdown") == name_of(text, "A.AD") == "argdown"


@pytest.mark.parametrize(
    "line",
    [
        "[Rents]: Rents rose.",
        "<Supply>",
        "(1) Rents rose.",
        "===",
        "Rents rose.\n  - More was built.",
        "Rents rose.\n\t+ Fewer were built.",
        "Rents rose.\n  > It is so.",
        "Rents rose.\n  -> Rents are low.",
        "Rents rose.\n  _> [Step]",
        "Rents rose.\n  >< Rents fell.",
        "# Housing\r\n\r\n[Rents]",
        '["Rents"]: Rents rose.',
        "<!-- to do -->\nRents rose.",
    ],
)
def test_argdown_is_known_by_one_line(line: str) -> None:
    """A line such as only Argdown has tells, in plain text too, and without a name."""
    assert name_of(line) == name_of(line, "/dev/fd/63") == "argdown"
    assert name_of(line, "a.txt") == "argdown"
    assert name_of(line, "a.md") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \ufeff\n",
        "Rents rose.",
        "# Rents rose.",
        "#\nRents rose.",
        "- Rents rose.\n- Wages fell.",
        "title: Rents\nnotes: [a, b]\n",
        "Rents rose\n==========\n",
        '[{"claims": []}]',
        "[]",
        '{"title": "Rents"}',
        '{"nodes": [{"text": "A."}]}',
        '<?xml version="1.0"?><svg/>',
        "<!DOCTYPE html>\n[Rents]",
        "a\0r\0g\0(\0a\0)\0.\0",
        "\0{\0}",
    ],
)
def test_what_nothing_tells_is_not_guessed(text: str) -> None:
    """A text that could be anything is of no format, and the error says why."""
    assert recognise(text).format is None
    with pytest.raises(UnknownFormatError, match="unknown format: "):
        format_of(text)


@pytest.mark.parametrize("path", ["a.json", "a.aif", "A.TGF"])
def test_a_name_alone_is_said_to_be_one(path: str) -> None:
    """Where only the name of a file tells its format, the answer says so."""
    by_name = recognise('{"title": "Rents"', path)

    assert by_name.format is format_for(path)
    assert by_name.is_guess
    assert by_name.why == f"its name ends in {path[1:].lower()}"
    assert not recognise('{"argmap": 1}', path).is_guess


def test_lines_of_json_are_known_by_the_first() -> None:
    """Several documents in one text are for the reader to refuse."""
    text = dumps(ArgumentMap(title="Rents")).replace("\n", "")

    assert name_of(f"{text}\n{text}\n") == "json"


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ('{"argmap": 1}', "a.aif.json", "json"),
        ('{"argmap": 1, "data": {"nodes": [{"nodeID": 1}]}}', "", "json"),
        ('{"claims": [{"id": "a"}]}', "", "node-link"),
        ('{"claim": "Rents rose.", "pros": ["A."]}', "", "node-link"),
        ('{"units": [{"no": 1}]}', "a.json", "node-link"),
        ("{}", "a.json", "json"),
        ('{"statements": {}, "map": {"nodes": [], "edges": []}}', "", "argdown-json"),
        ('{"edges": [], "nodes": [ ]}', "", "aif"),
        ('{"nodes": [{"text": "{", "nodeID" : 1}], "edges": []}', "", "aif"),
        ('{"AIF": {"version": "1"}, "nodes": [{"nodeID": "1"}]}', "", "aif"),
        ('{"nodes": [], "edges": [], "analysis": {}}', "", "ova"),
        ('{"nodes": [{"id": 1}], "edges": []}', "a.json", "node-link"),
        ('{"nodes": [{"id": 1}], "edges": []}', "a.aif.json", "aif"),
        ("{", "a.json", "json"),
        ('[{"claim": "Rents rose."}]', "a.json", "node-link"),
        ('[{"claim": "Rents rose."}]', "", None),
        ("[Rents]", "a.json", "json"),
        ("language: python\n", "a.yml", None),
        ("meta:\n  title: Rents\n", "a.yml", "carneades"),
        ("name,text\na,Rents rose.\n", "a.CSV", "csv"),
        (NOTATIONS["kialo"], "a.csv", "kialo"),
        ('{"claims": [{"id": "a"}], "relations": []}', "", "node-link"),
        (NOTATIONS["tgf"], "a.apx", "apx"),
    ],
)
def test_structure_counts_more_than_the_name(
    text: str, path: str, name: str | None
) -> None:
    """What JSON and YAML show goes before the suffix, the suffix before a beginning."""
    assert name_of(text, path) == name


@given(st.text(st.characters() | st.sampled_from('{}[]":,\\\n\r #-<>()=.')))
def test_any_text_can_be_asked_about(text: str) -> None:
    """Whatever the text, there is an answer with a reason."""
    for path in ("", "a.json", "a.yml", "a.md"):
        assert recognise(text, path).why


@pytest.mark.parametrize(
    "text",
    [
        '{"a":' + "[" * 100_000,
        "[" * 100_000,
        "{" * 100_000,
        "a:\n" + "- " * 100_000,
        "a: " + "[" * 100_000,
        '{"a": "' + "\\" * 100_000,
        "<!DOCTYPE a [" + "<!ENTITY a 'a'>" * 10_000,
    ],
    ids=lambda text: text[:6],
)
def test_depth_is_no_danger(text: str) -> None:
    """Texts that are deep or never end are answered too."""
    assert recognise(text, "a.md").format is None


def test_what_is_not_read_is_named() -> None:
    """The error says what the text is, how that shows, and what could be read."""
    with pytest.raises(UnknownFormatError) as caught:
        format_of(NOTATIONS["lkif"])

    assert str(caught.value) == (
        f"this is LKIF (it is XML with lkif); {readable_formats()}"
        "; Carneades 4 reads it and writes YAML, which can be read"
    )
    with pytest.raises(UnknownFormatError, match="LKIF is known, but not read"):
        format_for("lkif")


def test_a_text_on_a_page_is_argdown_by_itself() -> None:
    """A page says what stands on it: only what is clearly another format is one."""
    assert format_on_page("Rents rose.") is ARGDOWN
    assert format_on_page("[Rents]\n\n#") is ARGDOWN
    assert format_on_page('{"argmap": 1}').name == "json"
    assert format_on_page(' {"clams": []').name == "json"
    with pytest.raises(UnknownFormatError, match="this is LKIF"):
        format_on_page(NOTATIONS["lkif"])


FOLDERS = {
    "aif": "aif",
    "apx": "apx",
    "argdown": "argdown",
    "argdown-json": "argdown-json",
    "argdown-json-cli-1.7.5": "argdown-json",
    "argdown-json-map": "argdown-json",
    "arggraph": "arggraph",
    "arguebuf-json": "arguebuf",
    "argunet-graphml": "argunet",
    "bag": "bag",
    "carneades-yaml": "carneades",
    "iccma-paf": "af",
    "kialo": "kialo",
    "lkif": "lkif",
    "ova": "ova",
    "sadface": "sadface",
    "tgf": "tgf",
    "xaif": "xaif",
}
"""What the files in each folder are."""


@pytest.mark.skipif(not REAL_FILES.is_dir(), reason="ARGMAP_REAL_FILES names no folder")
@pytest.mark.parametrize("folder", FOLDERS)
def test_real_files_are_recognised(folder: str) -> None:
    """Every file that others made is known for what it is."""
    files = [each for each in (REAL_FILES / folder).rglob("*.*") if each.is_file()]
    wanted = [each for each in files if each.suffix != ".md"]
    texts = {each: read_text(each) for each in wanted}

    named = {each: name_of(text, str(each)) for each, text in texts.items()}
    bare = {each: name_of(text) for each, text in texts.items()}

    assert wanted
    assert set(named.values()) == {FOLDERS[folder]}
    if folder != "argdown":  # some have no line that only Argdown has
        assert set(bare.values()) == {FOLDERS[folder]}
