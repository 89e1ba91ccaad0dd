"""Laws of the Mermaid flowchart: nothing in a text means anything to it."""

import html
import re

import attrs
import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Section,
)
from argmap.diagram.mermaid import mermaid
from argmap.diagram.planning import plan
from argmap.diagram.style import Direction
from tests.diagram.make_golden import DIAGRAMS
from tests.diagram.shapes import nested
from tests.diagram.test_dot import HOSTILE
from tests.diagram.test_style import contrast
from tests.strategies import argument_maps

LETTERS = r'(?:[^"#&;<>\\`%|@$*_~\x00-\x1f\x7f]|#[0-9]+;)*'
WORDS = rf'"({LETTERS}(?:<br>{LETTERS})*)"'
NAME = r"n(?:\d+|(?:-[A-Za-z0-9_.]+)+)"
GRAMMAR = re.compile(
    r"flowchart (?:BT|TB|RL|LR)"
    rf"|  acc(?:Title|Descr): {LETTERS}"
    rf"|(?:  )+subgraph s\d+\[{WORDS}\]"
    r"|(?:  )+end"
    rf"|(?:  )+{NAME}\(\[{WORDS}\]\):::claim"
    rf"|(?:  )+{NAME}\[{WORDS}\]:::(?:thesis|implicit|claim|rejected|contested)"
    rf'|(?:  )+{NAME}(?:\(\("\+"\)\):::support|\{{"[−!]"\}}:::objection)'
    rf'|(?:  )+{NAME}(?:\{{"×"\}}:::undercut)'
    rf'|(?:  )+{NAME}(?:\(\("\+"\)\)|\{{"[−×!]"\}}):::(?:faint|neutral)'
    rf'|(?:  )+{NAME}\("[+−×!] {LETTERS}(?:<br>{LETTERS})*"\):::[a-z]+'
    rf"|  {NAME} (?:---o?|-->|-\.->|-\.-|-\.-x|x-\.-x|-\.-o) {NAME}"
    r"|  classDef [a-z]+ [a-z0-9:,# -]+"
    rf"|  style (?:s\d+|{NAME}) [a-z0-9:,# -]+"
    r"|  linkStyle \d+(?:,\d+)* stroke:#[0-9a-f]{6}(?:,stroke-width:[14]px)?"
)


def unescaped(words: str) -> str:
    """Return the text that Mermaid shows for these words, without marks."""
    shown = html.unescape(re.sub(r"#(\d+);", r"&#\1;", words))
    return re.sub("[\u202b\u202c]", "", shown)


def assert_in_grammar(source: str) -> None:
    """Assert that every line is one of a few, and that groups are closed."""
    open_groups = 0
    for line in source.removesuffix("\n").split("\n"):
        assert GRAMMAR.fullmatch(line), line
        open_groups += line.strip().startswith("subgraph") - (line.strip() == "end")
        assert 0 <= open_groups <= 2
    assert open_groups == 0


@given(argument_maps())
def test_every_line_is_in_the_grammar(argument_map: ArgumentMap) -> None:
    """Whatever the texts are, the source is a flowchart of ours."""
    assert_in_grammar(mermaid(plan(argument_map)))


@given(argument_maps())
def test_everything_is_there_once(argument_map: ArgumentMap) -> None:
    """Each box with its whole text, each junction and each line occurs once."""
    drawn = plan(argument_map)

    source = mermaid(drawn)

    boxes = re.findall(rf"^ +{NAME}\(?\[{WORDS}\]\)?:::", source, re.MULTILINE)
    said = [[each.words for each in box.texts] or [box.part] for box in drawn.boxes]
    shown = [unescaped(each.removesuffix(" [implicit]")) for each in boxes]
    assert sorted(each.split("<br>") for each in shown) == sorted(said)
    names = re.findall(rf"^ +({NAME})[\[({{]", source, re.MULTILINE)
    assert len(names) == len({*names}) == len(boxes) + len(drawn.junctions)
    lines = re.findall(rf"^  ({NAME}) [-x.o>]+ ({NAME})$", source, re.MULTILINE)
    assert len(lines) == len(drawn.edges)
    assert {*names} >= {end for line in lines for end in line}


@pytest.mark.parametrize("page", ["#ffffff", "#0d1117"])
def test_all_can_be_seen_on_any_page(page: str) -> None:
    """Lines, borders and titles stand out 3:1 from a page, text 4.5:1 from its box.

    Nothing is left to the theme of the page, which may be another than its colours.
    """
    shown = attrs.evolve(DIAGRAMS["every_look"], colors={})
    source = mermaid(shown.plan)
    looks = re.findall(
        r"^  (?:classDef|style|linkStyle) (\S+) (.*)$", source, re.MULTILINE
    )
    assert len(looks) > 10

    for name, look in looks:
        values = dict(each.split(":") for each in look.split(","))
        assert contrast(values["stroke"], page) >= 3, name
        if values.get("fill") == "none":
            assert contrast(values["color"], page) >= 3, name
        elif "fill" in values:
            assert contrast(values["color"], values["fill"]) >= 4.5, name
    coloured = re.findall(r"^  linkStyle (\S+) stroke:#", source, re.MULTILINE)
    numbers = sorted(int(each) for part in coloured for each in part.split(","))
    assert numbers == [*range(len(shown.plan.edges))]


@pytest.mark.parametrize(
    ("part_id", "name"),
    [
        ("rents-rose", "n-rents-rose"),
        ("end", "n-end"),
        ("a.b_c", "n-a.b_c"),
        ("a--b", "n0"),
        ("a-", "n0"),
        ("a-.b", "n0"),
        ("租", "n0"),
    ],
)
def test_nodes_are_named_by_ids(part_id: str, name: str) -> None:
    """A name says which claim a line is about, where Mermaid can read it."""
    source = mermaid(plan(ArgumentMap([Claim(part_id, "A.")])))

    assert f'  {name}["A."]:::claim\n' in source


@pytest.mark.parametrize(
    "words", [*HOSTILE, '"]:::x\nclick n0 call alert()', "%%{a}%%"]
)
def test_hostile_words_stay_words(words: str) -> None:
    """No text ends its own quotation marks or is taken for HTML."""
    source = mermaid(
        plan(
            ArgumentMap.of(
                Claim("a", words, title=words, speaker=words),
                Argument("b", words),
                Section("s", words, members=["a"]),
                title=words,
            )
        )
    )

    assert_in_grammar(source)


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("1. A", "1#46; A"),
        ("12) A", "12#41; A"),
        ("- A - B", "#45; A - B"),
        ("*A*", "#42;A#42;"),
        ("https://a.b", "https#58;//a.b"),
        ("WWW.a.b", "WWW#46;a.b"),
        ("[A](b) [c]", "[A#93;(b) [c]"),
        ("fa:fa-car", "fa#58;fa-car"),
        ("$$A$$", "#36;#36;A#36;#36;"),
        ("In 1.5: A.", "In 1.5: A."),
    ],
)
def test_markdown_stays_words(words: str, escaped: str) -> None:
    """Mermaid 11 takes labels for Markdown and puts errors in place of lists."""
    assert f'"{escaped}"' in mermaid(plan(ArgumentMap([Claim("a", words)])))


def test_what_is_written_from_right_to_left() -> None:
    """A text gets the base direction of its first letter, whatever the page has."""
    claim = Claim("a", "5% של שכר.", title="Rent (שכר)")

    source = mermaid(plan(ArgumentMap([claim])))

    assert 'n-a["Rent (שכר)<br>#8235;5#37; של שכר.#8236;"]' in source


def test_a_flowchart() -> None:
    """Kinds of boxes, of lines and of junctions each have their own look."""
    step = Inference(["a", "b"], conclusion="c", id="step")
    argument_map = ArgumentMap.of(
        Claim("a", "A.", speaker="Ann"),
        Claim("b", "B.", implicit=True),
        Claim("c", "C."),
        step,
        Counterpoint(["a"], target="c"),
        Counterpoint(["b"], target=step),
        Contradiction(["a", "b"]),
        Section("s", "Section", members=["c"]),
        title="Rents",
        thesis="c",
    )

    assert mermaid(plan(argument_map), Direction.RIGHT) == (
        "flowchart LR\n"
        "  accTitle: Rents\n"
        "  accDescr: Argument map: C. 1 reason, 2 objections, "
        "1 contradiction#59; 3 claims.\n"
        '  subgraph s0["Section"]\n'
        '    n-c["C."]:::thesis\n'
        '    n-step(("+")):::support\n'
        "  end\n"
        '  n-a["Ann<br>A."]:::claim\n'
        '  n-b["B. [implicit]"]:::implicit\n'
        "  n-a --- n-step\n"
        "  n-b --- n-step\n"
        "  n-step --> n-c\n"
        "  n-a -.-x n-c\n"
        "  n-b -.-o n-step\n"
        "  n-a x-.-x n-b\n"
        "  classDef thesis fill:#ffffff,color:#1b1f24,stroke:#6e7781,"
        "stroke-width:4px\n"
        "  classDef claim fill:#ffffff,color:#1b1f24,stroke:#6e7781\n"
        "  classDef implicit fill:#ffffff,color:#1b1f24,stroke:#6e7781,"
        "stroke-dasharray:5 3\n"
        "  classDef support fill:#0072b2,color:#ffffff,stroke:#0072b2\n"
        "  style s0 fill:none,color:#6e7781,stroke:#6e7781\n"
        "  linkStyle 2 stroke:#0072b2\n"
        "  linkStyle 3,5 stroke:#c2500f\n"
        "  linkStyle 4 stroke:#a84f96\n"
        "  linkStyle 0,1 stroke:#6e7781\n"
    )


def test_twenty_thousand_sections() -> None:
    """Nested or side by side, sections cost time in their number, not its square."""
    flat = ArgumentMap(sections=[Section(f"s{index}") for index in range(20_000)])

    assert_in_grammar(mermaid(plan(nested(20_000))))
    assert mermaid(plan(flat)).count("subgraph") == 20_000
