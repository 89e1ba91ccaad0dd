"""Laws of the Mermaid flowchart: nothing in a text means anything to it."""

import html
import re

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
from argmap.diagram.plan import plan
from argmap.diagram.style import Direction
from tests.diagram.shapes import nested
from tests.diagram.test_svg import HOSTILE
from tests.strategies import argument_maps

WORDS = r'"((?:[^"#&;<>\\`%|@$*_~\x00-\x1f\x7f]|#[0-9]+;)*)"'
GRAMMAR = re.compile(
    r"flowchart (?:BT|TB|RL|LR)"
    rf"|(?:  )+subgraph s\d+\[{WORDS}\]"
    r"|(?:  )+end"
    rf"|(?:  )+n\d+\[{WORDS}\]:::(?:thesis|implicit|claim|rejected|contested)"
    r'|(?:  )+j\d+(?:\(\("\+"\)\):::support|\{"−"\}:::objection|\{"×"\}:::undercut)'
    r'|(?:  )+j\d+(?:\(\("\+"\)\)|\{"[−×]"\}):::faint'
    r"|  [nj]\d+ (?:---|-->|-\.-x|x-\.-x|-\.-o) [nj]\d+"
    r"|  classDef [a-z]+ [a-z0-9:,# -]+"
    r"|  linkStyle \d+(?:,\d+)* stroke:#[0-9a-f]{6}(?:,stroke-width:[14]px)?"
)


def unescaped(words: str) -> str:
    """Return the text that Mermaid shows for these words."""
    return html.unescape(re.sub(r"#(\d+);", r"&#\1;", words))


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

    boxes = dict(re.findall(rf"^ +(n\d+)\[{WORDS}\]:::", source, re.MULTILINE))
    assert {name: unescaped(words) for name, words in boxes.items()} == {
        f"n{index}": box.name for index, box in enumerate(drawn.boxes)
    }
    assert len(re.findall(r"^ +n\d+\[", source, re.MULTILINE)) == len(boxes)
    assert len(re.findall(r"^ +j\d+[({]", source, re.MULTILINE)) == len(drawn.junctions)
    lines = re.findall(r"^  [nj]\d+ [-x.o>]+ [nj]\d+$", source, re.MULTILINE)
    assert len(lines) == len(drawn.edges)


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


def test_a_flowchart() -> None:
    """Kinds of boxes, of lines and of junctions each have their own look."""
    step = Inference(["a", "b"], conclusion="c")
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B.", implicit=True),
        Claim("c", "C."),
        step,
        Counterpoint(["a"], target="c"),
        Counterpoint(["b"], target=step),
        Contradiction(["a", "b"]),
        Section("s", "Section", members=["c"]),
        thesis="c",
    )

    assert mermaid(plan(argument_map), Direction.RIGHT) == (
        "flowchart LR\n"
        '  subgraph s0["Section"]\n'
        '    n2["C."]:::thesis\n'
        '    j0(("+")):::support\n'
        "  end\n"
        '  n0["A."]:::claim\n'
        '  n1["B. [implicit]"]:::implicit\n'
        "  n0 --- j0\n"
        "  n1 --- j0\n"
        "  j0 --> n2\n"
        "  n0 -.-x n2\n"
        "  n1 -.-o j0\n"
        "  n0 x-.-x n1\n"
        "  classDef thesis fill:none,stroke:#57606a,stroke-width:4px\n"
        "  classDef claim fill:none,stroke:#57606a\n"
        "  classDef implicit fill:none,stroke:#57606a,stroke-dasharray:5 3\n"
        "  classDef support fill:#0072b2,stroke:#0072b2,color:#ffffff\n"
        "  linkStyle 2 stroke:#0072b2\n"
        "  linkStyle 3,5 stroke:#b23a00\n"
        "  linkStyle 4 stroke:#8b3a7a\n"
        "  linkStyle 0,1 stroke:#555555\n"
    )


def test_twenty_thousand_sections() -> None:
    """Nested or side by side, sections cost time in their number, not its square."""
    flat = ArgumentMap(sections=[Section(f"s{index}") for index in range(20_000)])

    assert_in_grammar(mermaid(plan(nested(20_000))))
    assert mermaid(plan(flat)).count("subgraph") == 20_000
