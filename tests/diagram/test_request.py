"""Laws of what is asked of a drawing: the same everywhere, and nothing ignored."""

import attrs
import pytest

import argmap
from argmap import OptionError, UnknownPartError, draw, render
from argmap.diagram.request import (
    IN_TEXTS,
    REQUEST_OPTIONS,
    Look,
    Options,
    Request,
    kind_of,
    read_options,
    text,
)
from argmap.model import Semantics
from tests.diagram.make_golden import EXAMPLES

MAP = EXAMPLES["russia_in_syria"]
SECTION, THESIS = MAP.sections[0].id, str(MAP.thesis)


def test_python_takes_what_a_request_has() -> None:
    """Every field of a request is an argument of `draw` and `render`, and no other."""
    assert list(Options.__annotations__) == [
        each.name for each in attrs.fields(Request)
    ]


@pytest.mark.parametrize("name", REQUEST_OPTIONS)
def test_every_option_explains_itself(name: str) -> None:
    """An option has a line of help, which is a sentence."""
    _, said = kind_of(name)

    assert said[0].isupper()
    assert said.endswith(".")


def test_a_page_has_no_say_in_who_lays_out() -> None:
    """What depends on who runs argmap cannot be asked for in a text."""
    assert {*REQUEST_OPTIONS} - IN_TEXTS.keys() == {
        "legend",
        "paper",
        "landscape",
        "with_source",
        "engine",
        "timeout",
    }


def test_depth_wants_focus() -> None:
    """A depth round nothing is an error, not ignored."""
    for options in ({"depth": 2}, {"depth": 0, "section": SECTION}):
        with pytest.raises(OptionError, match="needs focus") as error:
            draw(MAP, **options)
        assert error.value.option == "depth"


def test_slips_get_an_answer() -> None:
    """A word that is none is answered with the one that may have been meant."""
    with pytest.raises(ValueError, match=r"Theme must be one of .*mean 'dark'"):
        draw(MAP, theme="drak")
    with pytest.raises(TypeError, match="argument 'them'; did you mean 'theme'"):
        draw(MAP, them="dark")  # type: ignore[call-arg]


def test_a_part_is_drawn() -> None:
    """`draw` and `render` take a section, and a claim with how far round it."""
    assert draw(MAP, section=SECTION).argument_map.title == MAP.sections[0].title
    near = draw(MAP, focus=THESIS, depth=0).argument_map
    assert [each.id for each in near.claims] == [THESIS]
    wider = draw(MAP, focus=THESIS).argument_map
    assert len(wider.claims) > 1
    assert wider == draw(MAP, focus=THESIS, depth=1).argument_map
    in_words = render(MAP, "text", focus=THESIS, depth=0).decode()
    assert in_words == f"{argmap.outline(near)}\n"
    with pytest.raises(UnknownPartError):
        draw(MAP, focus="nobody-at-all")


@pytest.mark.parametrize("wanted", [True, "grounded", Semantics.GROUNDED])
def test_verdicts_are_asked_for(wanted: Semantics | str | bool) -> None:  # noqa: FBT001
    """Verdicts are worked out on the whole map, by the semantics that is named."""
    drawn = draw(MAP, focus=THESIS, depth=0, evaluate=wanted)

    assert drawn.evaluation
    assert drawn.evaluation.argument_map == MAP
    assert draw(MAP, evaluate=False).evaluation is None


def test_words_and_values_ask_for_the_same() -> None:
    """Options read from a text make the request that Python makes."""
    said = {"focus": "a", "depth": "2", "whole": None, "evaluate": "preferred"}

    request, own = read_options(said | {"alt": "x"}, {"alt": text})

    asked = Request(focus="a", depth=2, whole=True, evaluate="preferred")
    assert (request, own) == (asked, {"alt": "x"})


def test_errors_are_collected() -> None:
    """All that is wrong with options is reported where somebody collects it."""
    errors: list[OptionError] = []
    read_options({"dpeth": "1", "theme": "drak", "whole": "x"}, {}, errors.append)

    assert [(each.option, each.is_unknown) for each in errors] == [
        ("dpeth", True),
        ("theme", False),
        ("whole", False),
    ]
    assert "did you mean 'depth'" in str(errors[0])
    assert str(errors[1]).endswith("not 'drak'; did you mean 'dark'?")


def test_a_look_is_a_part_of_a_request() -> None:
    """How a map is drawn is said under the same names as what of it."""
    assert {each.name for each in attrs.fields(Look)} < Options.__annotations__.keys()
