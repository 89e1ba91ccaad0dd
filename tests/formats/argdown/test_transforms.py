"""Relations as they hold once all of a text is known."""

from typing import Any

import pytest

from argmap.formats.argdown.elements import Elements, Inference
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.argdown.transforms import explode, regroup

STRICT = "===\nmodel: {mode: strict}\n===\n\n"
AS_WRITTEN = "===\nmodel: {transformArgumentRelations: false}\n===\n\n"
ONE_STEP = "<A>\n\n(1) [P]: p\n----\n(2) c\n"
TWO_STEPS = "<A>\n\n(1) P\n----\n(2) Q\n----\n(3) [C]: c\n"


def elements(text: str) -> Elements:
    """Return what a text says."""
    return parse(tokenize(text))


def relations(found: Elements) -> list[str]:
    """Return relations in a line each, by the titles at their ends."""

    def name(end: object) -> str:
        if isinstance(end, Inference):
            return f"{end.argument.title}/{end.conclusion_index}"
        return str(getattr(end, "title", ""))

    return [f"{name(e.source)} {e.kind} {name(e.target)}" for e in found.relations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[A]: a\n  + [B]: b\n", ["B support A"]),
        (f"{TWO_STEPS}\n<A>\n  +> [D]: d\n", ["C support D"]),
        (f"{TWO_STEPS}\n<A>\n  _ <U>\n", ["U undercut A/2"]),
        (f"{TWO_STEPS}\n<A>\n  +> [C]\n", []),
        (f"{TWO_STEPS}\n<A>\n  - [D]: d\n\n[D]\n  -> <A>\n", ["D attack A"]),
        (
            f"{AS_WRITTEN}{TWO_STEPS}\n<A>\n  +> [D]: d\n",
            ["A support D"],
        ),
        (f"{STRICT}[A]: a\n  + [B]: b\n", ["B entails A"]),
        (
            f"{STRICT}[A]: a\n  - [B]: b\n\n[B]\n  - [A]\n",
            ["B contrary A"],
        ),
        (f"{STRICT}[A]: a\n  - <B>: b\n", ["B attack A"]),
        (
            "<A>\n\n(1) [P]: p\n----\n(2) c\n\n[D]: d\n  -> [P]\n  -> <A>\n",
            ["D attack P"],
        ),
    ],
)
def test_relations_that_hold(text: str, found: list[str]) -> None:
    """What is said of a reconstruction is said of its conclusion or its last line."""
    assert relations(elements(text)) == found


def test_an_argument_explodes_into_its_steps() -> None:
    """Each step is an argument, the last is what others speak of."""
    whole = elements(f"{TWO_STEPS}\n<A>\n  - <B>: b\n")

    exploded = explode(whole)

    titles = [each.title for each in exploded.arguments.values()]
    assert titles == ["A - 1", "A - 2", "B"]
    assert relations(exploded) == ["B attack A - 2"]
    assert relations(whole) == ["B attack A"]
    assert [each.title for each in whole.arguments.values()] == ["A", "B"]


def test_groups_of_the_settings() -> None:
    """Groups become sections from the outside in, a level for each group around."""
    found = elements("[A]: a\n\n<B>: b\n")
    groups: list[dict[str, Any]] = [
        {
            "title": "One",
            "statements": ["A"],
            "children": [{"title": "In", "tags": ["t"]}],
        },
        {"title": "Two", "arguments": ["B", "gone"], "isClosed": True},
    ]

    sections, homes = regroup(found, groups)

    assert [(each.title, each.level) for each in sections] == [
        ("One", 1),
        ("In", 2),
        ("Two", 1),
    ]
    assert sections[1].parent is sections[0]
    assert {each.title for each in homes.values()} == {"One", "Two"}
