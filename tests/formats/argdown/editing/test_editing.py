"""Texts edited so that they say another map."""

from pathlib import Path

import attrs
import pytest
from hypothesis import assume, given, strategies as st

from argmap.errors import EditError, InvalidMapError, UnknownFormatError
from argmap.formats import dumps, load, loads, read
from argmap.formats.argdown.editing.comparing import differences, settled
from argmap.model import ArgumentMap, Claim, Counterpoint, Inference, Source
from tests.console import REAL_FILES, ROOT
from tests.formats.argdown import edits
from tests.formats.argdown.texts import texts

FILES = [
    *sorted((ROOT / "examples").glob("*.argdown")),
    *sorted((Path(__file__).parent.parent / "golden").glob("*.argdown")),
    *sorted((REAL_FILES / "argdown").glob("*.argdown")),
]
DEBATE = """\
// why we keep this map
[Cap]: The city should cap rents, because
  wages lag behind.
  // for
  + <Relief>: Tenants' costs would stop
    rising.
  - <Building>: Fewer flats are built. // so they say
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_edited_with_its_own_map_is_itself(path: Path) -> None:
    """Where nothing is another, not a byte is."""
    text = path.read_bytes().decode()
    document = read(text, "argdown", path=path)
    assert document.edited(document.argument_map) == text


@pytest.mark.parametrize("name", edits.EDITS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_an_edit_is_not_about_stays(path: Path, name: str) -> None:
    """The map is the wanted one; comments stay, and lines that say nothing new."""
    document = read(path.read_bytes(), "argdown", path=path)
    for part in edits.some(document, 3):
        edited = edits.applied(document, name, part)
        if edited is not None:
            assert [*edits.faults(document, name, part, edited, path)] == []


@given(texts(), st.sampled_from([*edits.EDITS]), st.integers(0, 20))
def test_any_text_says_the_changed_map_afterwards(
    text: str, name: str, place: int
) -> None:
    """Whatever the text, what is read of it then is what was wanted, with comments."""
    document = read(text, "argdown")
    parts = [*document.argument_map.propositions]
    assume(parts)
    part = parts[place % len(parts)]
    try:
        edited = edits.applied(document, name, part)
    except InvalidMapError:
        edited = None
    assume(edited is not None)
    found = edits.faults(document, name, part, str(edited))
    assert not [each for each in found if "lines" not in each and "line" not in each]


@pytest.mark.parametrize("line_break", ["\r\n", "\n"])
def test_lines_end_as_they_did(line_break: str) -> None:
    """What is new ends its lines as the text does."""
    text = DEBATE.replace("\n", line_break)
    document = read(text, "argdown")
    for name in edits.EDITS:
        for part in document.argument_map.propositions:
            edited = edits.applied(document, name, part) or ""
            assert edited.count("\n") == edited.count(line_break)


def test_parts_are_written_where_an_author_would() -> None:
    """A reason, an objection and an answer are a line each, in the text's manner."""
    argument_map = loads(DEBATE, "argdown")
    aimed = argument_map.counterpoints[0]
    late = Claim("late", "It comes too late.", title="Late")
    exempt = Claim("exempt", "New buildings would be exempt.")
    fair = Claim("fair", "It is fair.", title="Fair")
    wanted = argument_map.with_parts(
        *(late, exempt, fair),
        Inference([fair], conclusion="cap"),
        Counterpoint([exempt], target=aimed),
        Counterpoint([late], target="cap"),
    )
    assert dumps(wanted, "argdown", original=DEBATE) == DEBATE.replace(
        "so they say\n",
        "so they say\n    _ New buildings would be exempt. {id: exempt}\n"
        "  + [Fair]: It is fair.\n  - [Late]: It comes too late.\n",
    )


def test_several_edits_are_made_at_once() -> None:
    """Changes of all kinds come together in one text."""
    argument_map = loads(DEBATE, "argdown").without("building").rename("cap", "limit")
    claim = attrs.evolve(argument_map.claims[0], tags=["core"], speaker="Ada")
    wanted = argument_map.with_parts(claim, Source("gazette", path="gazette.txt"))
    edited = dumps(attrs.evolve(wanted, title="Rents"), "argdown", original=DEBATE)
    assert loads(edited, "argdown") == attrs.evolve(wanted, title="Rents")
    assert edited == (
        "===\ntitle: Rents\nargmap:\n  sources:\n    gazette: gazette.txt\n===\n\n"
        "// why we keep this map\n"
        "[Cap]: The city should cap rents, because\n"
        "  wages lag behind. #core {id: limit, speaker: Ada}\n"
        "  // for\n"
        "  + <Relief>: Tenants' costs would stop\n"
        "    rising.\n"
        "  // so they say\n"
    )


def test_an_edit_in_a_file_leaves_what_it_includes(tmp_path: Path) -> None:
    """The text of the file itself changes; a change of another file is refused."""
    (tmp_path / "more.argdown").write_text("[Wages]: Wages lag behind.\n", "utf-8")
    path = tmp_path / "rents.argdown"
    text = "[Cap]: Cap rents.\n\n@include(more.argdown)\n\n[Last]: So it is.\n"
    path.write_text(text, "utf-8")
    document = read(text, "argdown", path=path)
    last = document.argument_map.claim("last")
    wanted = document.argument_map.with_parts(attrs.evolve(last, text="It is so."))

    edited = document.edited(wanted)

    assert edited == text.replace("So it is.", "It is so.")
    path.write_text(edited, "utf-8")
    assert load(path) == wanted
    wages = attrs.evolve(document.argument_map.claim("wages"), text="They do not.")
    edited = document.edited(document.argument_map.with_parts(wages))
    assert edited.endswith(text)
    assert edited.startswith("===\nargmap:\n  claims:\n    wages: {text: They do")


def test_what_cannot_be_said_is_refused(tmp_path: Path) -> None:
    """What another file alone could say is an error that names it."""
    front = "===\ntitle: Rents\n===\n\n[Cap]: Cap rents.\n"
    (tmp_path / "front.argdown").write_text(front, "utf-8")
    text = "@include(front.argdown)\n"
    document = read(text, "argdown", path=tmp_path / "rents.argdown")
    wanted = attrs.evolve(document.argument_map, author="Ada")
    with pytest.raises(EditError, match="cannot be edited to say 'author'") as caught:
        document.edited(wanted)
    assert caught.value.parts == ("author",)


def test_a_format_without_edits_says_so() -> None:
    """What cannot be edited is to be written anew."""
    original = dumps(ArgumentMap([Claim("a", "Rents rose.")]), "argdown-json")
    with pytest.raises(UnknownFormatError, match="in Argdown JSON cannot be edited"):
        dumps(ArgumentMap(), "argdown-json", original=original)


def test_who_names_a_part_by_its_title_names_it_still() -> None:
    """A thesis, and what restates or is preferred to a part, have its id then."""
    text = (
        "===\nargmap:\n  thesis: Cap # so far\n===\n\n[Cap]: x\n\n"
        "[B]: y {restates: Cap}\n\n[C]: z {preferred-to: [B, Cap]}\n"
    )
    argument_map = loads(text, "argdown")
    cap = attrs.evolve(argument_map.claim("cap"), title="Limit")
    wanted = argument_map.with_parts(cap)
    edited = dumps(wanted, "argdown", original=text)
    assert loads(edited, "argdown") == wanted
    assert edited == (
        "===\nargmap:\n  thesis: cap\n===\n\n[Limit]: x {id: cap}\n\n"
        "[B]: y {restates: cap}\n\n[C]: z {preferred-to: [B, cap]}\n"
    )


def test_a_byte_order_mark_stays_first() -> None:
    """What is put before all stands behind it."""
    text = "\ufeff# S\n\n[A]: x\n"
    argument_map = loads(text, "argdown")
    wanted = attrs.evolve(argument_map.with_parts(Claim("n", "New.")), title="T")
    edited = dumps(wanted, "argdown", original=text)
    assert edited.startswith("\ufeff===\ntitle: T\n===\n\nNew. {id: n}\n\n# S\n")


def test_untitled_claims_keep_their_ids() -> None:
    """Who is counted goes on where the text stops to count alike, and not before."""
    text = "A.\n\nB.\n\nC.\n\nD.\n"
    argument_map = loads(text, "argdown")
    edited = dumps(argument_map.without("untitled-2"), "argdown", original=text)
    assert edited == "A.\n\nC. {id: untitled-3}\n\nD.\n"
    assert loads(edited, "argdown") == argument_map.without("untitled-2")


def test_emphasis_goes_with_its_words() -> None:
    """Words that are emphasised or mentioned stay so in a text that is reworded."""
    text = "[A]: Rents **rose** by a third, see @[B].\n\n[B]: So *it* is.\n"
    argument_map = loads(text, "argdown")
    a, b = argument_map.claims
    wanted = argument_map.with_parts(
        attrs.evolve(
            a, text="In May rents **rose** by half, see @[B].".replace("*", "")
        ),
        attrs.evolve(b, title="C"),
    )
    edited = dumps(wanted, "argdown", original=text)
    assert edited == (
        "[A]: In May rents **rose** by half, see @[C].\n\n[C]: So *it* is. {id: b}\n"
    )
    got = loads(edited, "argdown")
    assert [*differences(settled(wanted, got, argument_map), got)] == ["a"]


def test_a_text_with_an_objection_of_no_claim_is_edited() -> None:
    """What only the front matter says stays there, and hinders no edit."""
    text = "===\nargmap:\n  counterpoints:\n    no: {premises: [], target: a}\n===\n\n"
    text += "[A]: a.\n"
    reason = "  + [B]: b.\n"
    without_reason = loads(text + reason, "argdown").without("b")

    assert dumps(without_reason, original=text + reason) == text


def test_a_claim_that_says_nothing_loses_its_title() -> None:
    """No line can say a claim without words: the front matter does."""
    text = "[A]: a.\n  + [B]\n"
    wanted = loads(text, "argdown").with_parts(Claim("b"))

    edited = dumps(wanted, original=text)

    assert edited.endswith(text)
    assert loads(edited, "argdown") == wanted


def test_what_the_front_matter_says_of_a_step_goes_with_it() -> None:
    """Fields of a part that is gone would be an error."""
    text = "===\nargmap:\n  inferences:\n    b-so-a: {data: {by: Ann}}\n===\n\n"
    text += "[A]: a.\n  + [B]: b.\n"
    wanted = loads(text, "argdown").without("b-so-a")

    edited = read(dumps(wanted, original=text), "argdown")

    assert edited.diagnostics == ()
    assert edited.argument_map == wanted
    assert "by: Ann" not in edited.text


@pytest.mark.parametrize("gone", ["u-over-s", "s"])
def test_what_a_step_is_preferred_to_goes_from_its_line(gone: str) -> None:
    """The rest of the line, and comments behind it, stay."""
    text = "[C]: c.\n  + [A]: a. {step-id: s}\n\n"
    line = "(1) [A]\n-- {id: u, preferred-to: s} -- // why\n(2) [B]: b.\n"
    wanted = loads(text + line, "argdown").without(gone)

    edited = dumps(wanted, original=text + line)

    assert edited.endswith(line.replace(", preferred-to: s", ""))
    assert loads(edited, "argdown") == wanted
