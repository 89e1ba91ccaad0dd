"""What could complete what is being typed."""

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Span
from argmap.formats.argdown.fields import STEP_KEYS
from argmap.language_server.completion import Proposal, proposals
from argmap.language_server.index import Index
from argmap.schemes import scheme, schemes
from tests.formats.argdown.texts import pieces, texts
from tests.language_server.test_index import DEBATE
from tests.steps import calls

FRONT = "===\nargmap:\n  sources:\n    report:\n      path: a.txt\n"


def proposed(text: str) -> list[Proposal]:
    """Return what is proposed for what is typed at the end of a text."""
    index = Index.of(text)
    return proposals(index, index.file, len(text))


def labels(text: str) -> list[str]:
    """Return the names of what is proposed at the end of a text."""
    return [each.label for each in proposed(text)]


@given(texts() | pieces() | st.text(max_size=30), st.integers(0, 400))
def test_proposals_fit_what_is_typed(text: str, offset: int) -> None:
    """Anywhere in any text: what is proposed has the letters typed, and ends there."""
    index = Index.of(text)
    offset = min(offset, len(text))

    for each in proposals(index, index.file, offset):
        assert each.span.end == offset
        assert each.span.of(text).casefold() in each.label.casefold()


@pytest.mark.parametrize(
    ("typed", "expected", "text"),
    [
        ("[", ["Cap", "Shortage"], "Cap]"),
        ("@[sh", ["Shortage"], "Shortage]"),
        ("@[a", ["Cap", "Shortage"], "Cap]"),
        ("<", ["Fair"], "Fair>"),
        ("#", ["#policy", "#(two words)"], "#policy"),
        ("#(t", ["#(two words)"], "#(two words)"),
        ("[Cap] a", [], ""),
        ("a", [], ""),
    ],
)
def test_titles_and_tags(typed: str, expected: list[str], text: str) -> None:
    """Titles of the kind that is begun, closed if they are not yet; tags."""
    debate = DEBATE.replace(" to [Nobody]", "")

    found = proposed(f"{debate}\n{typed}")

    assert [each.label for each in found] == expected
    assert not found or found[0].text == text


def test_a_closed_bracket_is_not_closed_again() -> None:
    """What stands behind the place is not written twice."""
    index = Index.of("[Cap]: a\n\n[Ca]\n")

    (proposal,) = proposals(index, index.file, len("[Cap]: a\n\n[Ca"))

    assert (proposal.label, proposal.text) == ("Cap", "Cap")


def test_what_was_read_before_completes_what_is_typed_now() -> None:
    """An index of the text before some letters gives what one of now would."""
    index = Index.of("[Cap]: Cap rents.\n\n[Cost]: b\n\n")
    file = index.file.changed(Span(len(index.file.text), len(index.file.text)), "[co")

    (proposal,) = proposals(index, file, len(file.text))

    assert (proposal.label, proposal.span.of(file.text)) == ("Cost", "co")


def test_proposals_need_no_reading() -> None:
    """In a long text what is proposed is looked up, not read again."""
    index = Index.of("".join(f"[Rents {each}]: b\n\n" for each in range(1_500)))
    end = len(index.file.text)
    file = index.file.changed(Span(end, end), "[rents 7")
    proposals(index, file, len(file.text))

    count = calls(lambda: proposals(index, file, len(file.text)))

    assert count < 30 * 1_500


def test_keys_of_data_by_place() -> None:
    """Behind a claim, a reason, an objection and a line there are keys of each."""
    claim, reason = labels("[A]: b {"), labels("[A]: b\n  + c {")
    objection, premise = labels("[A]: b\n  - c {"), labels("(1) c {")
    line = labels("(1) c\n-- {")

    assert "speaker" in claim
    assert not STEP_KEYS & {*claim}
    assert {"scheme", "strict", "role", "speaker"} <= {*reason}
    assert "accepted" not in reason
    assert {"accepted", "raises"} <= {*objection}
    assert {"role", "attributed"} <= {*premise}
    assert "scheme" not in premise
    assert {"scheme", "roles", "uses"} <= {*line}
    assert "speaker" not in line
    assert labels("[A]: b\n  - c\n    {acc") == ["accepted"]


def test_a_key_is_given_once() -> None:
    """What stands in the braces already is not proposed; a colon ends a key."""
    assert proposed("[A]: b {speaker: Ada, spe") == []
    (found,) = proposed("[A]: b {a: 1,\n  speak")
    assert found.text == "speaker: "


def test_schemes_questions_and_roles() -> None:
    """Schemes are those of the catalogue; questions and roles those of one in use."""
    used = "[A]: b\n  + c {scheme: expert-opinion}\n  - d "
    expert = scheme("expert-opinion")

    assert labels("[A]: b\n  + c {scheme: ") == [each.id for each in schemes()][:100]
    assert labels("[A]: b\n  + c {scheme: expert-o") == ["expert-opinion"]
    assert labels(used + "{raises: ") == [each.id for each in expert.questions]
    assert labels(used + "{role: ") == [each.id for each in expert.roles]
    assert labels("(1) a\n-- {roles: [x, exp")[:1] == ["expert"]


def test_values_that_are_only_some() -> None:
    """Where a field has a few values they are proposed, names where it wants those."""
    assert labels("[A]: b {implicit: ") == ["true", "false"]
    assert "preponderance" in labels("[A]: b {standard: pre")
    assert labels("[A]: b {question: ") == ["true", "exclusive"]
    assert labels("[Rents rose]: b\n\n[C]: d {restates: re") == ["Rents rose"]
    assert labels("[A]: b {page: ") == []
    assert labels("[A]: b {quotations: {") == []


def test_a_name_that_yaml_would_misread_is_quoted() -> None:
    """What is proposed is read as the name that it stands for."""
    (found,) = proposed("[Rents: up]: b\n\n[C]: d {restates: rents")

    assert found.text == '"Rents: up"'


def test_settings() -> None:
    """Keys of the front matter by what they stand below, and their values."""
    assert {"title", "argmap", "selection", "model"} <= {*labels("===\n")}
    assert labels("===\nti")[0] == "title"
    assert {"thesis", "sources"} <= {*labels("===\nargmap:\n  ")}
    assert {"url", "sha256"} <= {*labels(FRONT + "      ")}
    assert labels("===\nselection:\n  excludeD") == ["excludeDisconnected"]
    assert labels("===\nselection:\n  excludeDisconnected: t") == ["true"]
    assert labels("===\nmodel:\n  mode: ") == ["strict", "loose"]
    index = Index.of("===\nargmap:\n  thesis: \n===\n\n[Cap rents]: b\n")
    at = index.file.text.index("thesis: ") + len("thesis: ")
    assert [each.text for each in proposals(index, index.file, at)] == ["Cap rents"]
