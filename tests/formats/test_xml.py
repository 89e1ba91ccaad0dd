"""Elements of XML and their places."""

import pytest
from hypothesis import given, strategies as st

from argmap.formats.located import Findings
from argmap.formats.xml import elements_of

PIECES = ("<a>", "</a>", "<b id='é'/>", "&amp;", "&x;", "<![CDATA[", "]]>", "é", "<!--")


@given(text=st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, each place is one of the text, and what is no XML is found."""
    text = text.encode(errors="replace").decode()
    findings = Findings()

    for each in elements_of(text, findings):
        assert each.span.of(text) == f"<{each.name}"
    for found in findings:
        assert found.span
        assert found.span.end <= len(text)


def test_elements_are_where_they_begin() -> None:
    """Places are in characters, whatever encoding the text names, with its own text."""
    text = '<?xml version="1.0" encoding="latin-1"?><ä>é<b id="1"> é </b>ü</ä>'
    findings = Findings()

    found = elements_of(text, findings)

    assert [(each.name, each.text) for each in found] == [("ä", "éü"), ("b", "é")]
    assert [each.span.of(text) for each in found] == ["<ä", "<b"]
    assert not findings


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost/'> %x;]><a/>",
    ],
)
def test_an_entity_is_refused(text: str) -> None:
    """Whatever a document declares, it is not read."""
    findings = Findings()

    elements_of(text, findings)

    assert [each.code for each in findings] == ["xml-syntax"]
    assert "declared" in findings[0].message


def test_depth_is_no_danger() -> None:
    """Elements that are deep are read, what never ends is one finding."""
    findings = Findings()

    assert len(elements_of("<a>" * 50_000, findings)) == 50_000
    assert [each.code for each in findings] == ["xml-syntax"]
