"""What is drawn between arguments is borne out by what they come to, or reported."""

import pytest

from argmap.diagnostics import Diagnostic
from argmap.formats import Document, read
from argmap.rules import check_document, check_relations

NEED = "<Need>\n\n(1) [Rose]: Rents rose.\n----\n(2) [Help]: Tenants need help.\n\n"
POOR = "<Poor>\n\n(1) [Help]\n----\n(2) [Cap]\n\n"


def ungrounded(text: str) -> list[Diagnostic]:
    found = check_document(read(text, "argdown"))
    return [each for each in found if each.code == "ungrounded-relation"]


@pytest.mark.parametrize(
    "text",
    [
        "[Cap]\n  + <Need>\n\n",
        "<Poor>\n  + [Wages]\n\n",
        "<Need>\n  + <Poor>\n\n",
        "<Poor>\n  - <Need>\n\n",
        "[Help]\n  - <Need>\n\n",
        "[Cap]\n  - <Poor>\n\n[Cap]\n  + [Help]\n\n",
    ],
)
def test_what_nothing_bears_out(text: str) -> None:
    """It is reported once, at its sign."""
    (finding,) = ungrounded(text + NEED + POOR)

    assert finding.span is not None
    assert finding.span.of(text).strip() in {"+", "-"}
    assert "no reconstruction bears that out" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "[Help]\n  + <Need>\n\n",
        "<Poor>\n  + <Need>\n\n",
        "<Poor>\n  + [Help]\n\n",
        "[Cap]\n  + <Need>\n\n[Help]\n  +> [Cap]\n\n",
        "<Poor>\n  - <Need>\n\n[Help]\n  -> [Cap]\n\n",
        "<Poor>\n  - [Calm]\n\n[Help]\n  >< [Calm]\n\n",
        "[Cap]\n  - [Wages]\n\n",
        "[Cap]\n  - <Not reconstructed>\n\n",
        "<Not reconstructed>\n  + <Need>\n\n",
        "<Need>\n  _ <Poor>\n\n",
    ],
)
def test_what_is_borne_out(text: str) -> None:
    """A shared claim bears a reason out, a relation between claims both.

    What is no argument, or not reconstructed, has nothing to be held against.
    """
    assert ungrounded(text + NEED + POOR) == []


def read_all(*texts: str) -> list[Document]:
    return [read(each, "argdown") for each in texts]


def test_several_texts_count_together() -> None:
    """An argument can be reconstructed in one text and drawn in another."""
    drawing = "[Cap]\n  + <Need>\n"

    alone = check_relations(read_all(drawing))
    together = check_relations(read_all(drawing, NEED))
    borne_out = check_relations(read_all(drawing, NEED, "[Cap]\n  + [Help]\n"))

    assert alone == [()]
    assert [len(each) for each in together] == [1, 0]
    assert borne_out == [(), (), ()]


def test_what_has_no_title_is_of_its_text_alone() -> None:
    """Untitled claims of two texts are not one, though both are the first."""
    texts = [
        "<A>\n\n(1) a\n----\n(2) b\n",
        "<B>\n  + <A>\n\n<B>\n\n(1) c\n----\n(2) d\n",
    ]

    assert [len(each) for each in check_relations(read_all(*texts))] == [0, 1]


def test_the_own_reconstruction_counts() -> None:
    """Of two reconstructions of a title each text has its own."""
    other = NEED.replace("[Help]: Tenants need help.", "[Cap]")
    drawing = "[Cap]\n  + <Need>\n\n"

    found = check_relations(read_all(drawing + NEED, drawing + other))

    assert [len(each) for each in found] == [1, 0]
