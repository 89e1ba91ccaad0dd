"""Laws of reading frameworks fast."""

import pytest
from hypothesis import example, given, strategies as st

from argmap.errors import FormatError
from argmap.formats import read
from argmap.formats.frameworks import fast, read_framework
from tests.formats.frameworks.drawn import (
    WRITERS,
    Drawn,
    as_plain_apx,
    as_tgf,
    framework,
    frameworks,
)
from tests.formats.test_battery import mutated


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
    """A text gives a framework, or findings; one that is blank gives both."""
    document = read(text, name)

    if not text.strip("\ufeff \t\r\n"):
        assert [each.code for each in document.diagnostics] == ["empty-text"]
    elif document.has_errors or document.argument_map.inferences:
        with pytest.raises(FormatError):
            read_framework(text, name)
    else:
        count = len(document.argument_map.claims)
        assert len(read_framework(text, name).names) == count


@pytest.mark.parametrize("write", [as_tgf, as_plain_apx])
def test_long_texts(write: object) -> None:
    """Texts of several stretches are read as a whole."""
    attacks = [(place, (place * 7) % 9_000) for place in range(9_000)]
    name = "tgf" if write is as_tgf else "apx"

    text = write(9_000, attacks)  # type: ignore[operator]
    assert getattr(fast, f"read_{name}")(text) == framework((9_000, attacks))
