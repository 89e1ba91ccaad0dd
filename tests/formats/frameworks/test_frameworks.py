"""Laws of reading frameworks as values."""

import pytest
from hypothesis import given

from argmap.errors import FormatError, UnknownFormatError
from argmap.formats import dumps, loads
from argmap.formats.frameworks import Framework, as_map, fast, read_framework
from tests.formats.frameworks.drawn import (
    WRITERS,
    Drawn,
    framework,
    frameworks,
)


@given(frameworks())
def test_one_framework_is_one_value(drawn: Drawn) -> None:
    """All notations of a framework give the same value, and the map that it has."""
    value = framework(drawn)

    for name, write in WRITERS:
        text = write(*drawn)
        assert read_framework(text, name) == value
        assert as_map(value) == loads(text, name)
    assert hash(value) == hash(framework(drawn))
    assert Framework.of(value.names, value.attacks) == value


def test_labels_are_left_out() -> None:
    """What stands behind a name is no part of a framework, fast or slow."""
    labelled = "rose Rents  rose\nfell\tThey fell\n\n#\nrose fell\n"

    assert fast.read_tgf(labelled) == Framework.of(["rose", "fell"], [("rose", "fell")])
    assert read_framework(f"\n{labelled}", "tgf") == fast.read_tgf(labelled)


def test_supports_are_refused() -> None:
    """A framework has attacks only; each support has its place."""
    with pytest.raises(FormatError) as caught:
        read_framework("arg(a).\nsup(a, a).", "apx")

    assert str(caught.value) == (
        "2:1: error[support-in-framework]:"
        " a framework has attacks only, and this is a support\n"
        "  = help: read it as a map"
    )


def test_other_formats_are_refused() -> None:
    """What is not a notation of frameworks is no format here."""
    with pytest.raises(UnknownFormatError, match="af, tgf or apx, not in json"):
        read_framework("{}", "json")


def test_a_framework_is_no_original_of_another_format() -> None:
    """A map in Argdown cannot be an edit of a text that is a framework."""
    with pytest.raises(UnknownFormatError, match="the original is"):
        dumps(loads("p af 1\n"), "argdown", original="p af 1\n")
