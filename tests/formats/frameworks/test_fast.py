"""Laws of reading frameworks fast."""

import pytest
from hypothesis import example, given, strategies as st

from argmap.errors import FormatError, UnknownFormatError
from argmap.formats import loads, read
from argmap.formats.frameworks import Framework, as_map, fast, read_framework
from tests.formats.frameworks.drawn import (
    WRITERS,
    Drawn,
    as_plain_apx,
    as_tgf,
    framework,
    frameworks,
)
from tests.formats.test_battery import mutated


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


@given(frameworks(most=3), st.sampled_from(WRITERS), st.data())
def test_what_is_plain_is_right(
    drawn: Drawn, writer: tuple[str, object], data: st.DataObject
) -> None:
    """A text that can be read fast has no errors, and is read as the same framework.

    One that has errors, or supports, is refused with all of them.
    """
    name, write = writer
    text = data.draw(mutated(write(*drawn)))  # type: ignore[operator]
    document = read(text, name)
    is_bipolar = bool(document.argument_map.inferences)

    if document.has_errors or is_bipolar:
        with pytest.raises(FormatError) as caught:
            read_framework(text, name)
        found = caught.value.diagnostics
        assert [each for each in found if each.code != "support-in-framework"] == [
            *document.diagnostics
        ]
        with pytest.raises((LookupError, OverflowError, ValueError)):
            getattr(fast, f"read_{name}")(text)
        return
    value = read_framework(text, name)
    titles = {each.id: each.title for each in document.argument_map.claims}
    assert value.names == tuple(titles.values())
    assert [*value.attacks] == [
        (titles[each.premises[0].claim], titles[each.target])
        for each in document.argument_map.counterpoints
    ]


@pytest.mark.parametrize("name", ["af", "tgf", "apx"])
@given(text=st.text(st.characters() | st.sampled_from('paf0123 \t\r\n#%(),."argt')))
@example("p af 1\n1 " + "9" * 100_000)
@example("p af 999999999999")
@example("p af 2000000")
@example("p af 1\n1 2147483648")
@example("\ud800\n#\n")
@example("arg(\ud800).")
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    """A text gives a framework, or findings."""
    document = read(text, name)

    if document.has_errors or document.argument_map.inferences:
        with pytest.raises(FormatError):
            read_framework(text, name)
    else:
        count = len(document.argument_map.claims)
        assert len(read_framework(text, name).names) == count


def test_repeated_attacks_count_once() -> None:
    """What is given again is no second one, fast or slow."""
    twice = Framework.of(["1", "2"], [("1", "2"), ("2", "2")])

    assert fast.read_af("p af 2\n1 2\n2 2\n1 2\n") == twice
    assert read_framework("arg(1). arg(2). arg(1). att(1,2). att(2,2).", "apx") == twice
    assert read_framework("1\n2\n#\n1 2 so\n2 2\n1 2\n", "tgf") == twice


@pytest.mark.parametrize("write", [as_tgf, as_plain_apx])
def test_long_texts(write: object) -> None:
    """Texts of several stretches are read as a whole."""
    attacks = [(place, (place * 7) % 9_000) for place in range(9_000)]
    name = "tgf" if write is as_tgf else "apx"

    text = write(9_000, attacks)  # type: ignore[operator]
    assert getattr(fast, f"read_{name}")(text) == framework((9_000, attacks))


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
        " a framework has attacks only, and this is a support"
    )


def test_other_formats_are_refused() -> None:
    """What is not a notation of frameworks is no format here."""
    with pytest.raises(UnknownFormatError, match="af, tgf or apx, not in json"):
        read_framework("{}", "json")
