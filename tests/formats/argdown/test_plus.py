"""Argdown+ is read as far as maps have a place for it, and the rest is named."""

import pytest
from hypothesis import given

from argmap.formats import Document, dumps, loads, read
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.formatter import format_text
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import Assumed, tokenize
from argmap.formats.mending import mended
from argmap.model import Claim, Inference, Quotation, Source
from tests.formats.argdown.texts import texts

_ASKS = "===\nparser: {syntax: argdown+}\n===\n\n"


def _plus(text: str) -> Document:
    return read(f"{_ASKS}{text}", "argdown")


def _claims(document: Document) -> dict[str, Claim]:
    return {each.id: each for each in document.argument_map.claims}


def _found(document: Document) -> list[tuple[str, str]]:
    return [
        (each.code, each.span.of(document.text).strip() if each.span else "")
        for each in document.diagnostics
    ]


def _clean(text: str) -> Document:
    document = _plus(text)
    assert document.diagnostics == ()
    return document


def test_a_question_has_its_answers() -> None:
    """A `[?Q]` is a question, and what answers it is among its answers."""
    text = (
        "[?Rents]: Why?\n  <! [Demand]: More came.\n\n[Tax]: It rose.\n  !> [?Rents]\n"
    )
    (question,) = _clean(text).argument_map.questions
    assert question.id == "rents"
    assert question.answers == ("demand", "tax")


def test_an_untitled_answer_has_an_untitled_question() -> None:
    """What stands below `!>` without a title is a question; `? ` says so anywhere."""
    text = "[Demand]: More came.\n  !> Why are rents high?\n"
    assert [each.text for each in _clean(text).argument_map.questions] == [
        "Why are rents high?"
    ]
    text = "? Why *so* high?\n  ! [Demand]: More came.\n"
    (question,) = _clean(text).argument_map.questions
    assert (question.text, question.answers) == ("Why so high?", ("demand",))


def test_what_is_implied_follows_strictly() -> None:
    """A `=>` is a strict inference, either way round; so is `+` between statements."""
    for text in (
        "[A]: a\n  => [B]: b\n",
        "[B]: b\n  <= [A]: a\n",
        "[B]: b\n  + [A]: a\n",
    ):
        (inference,) = _clean(text).argument_map.inferences
        assert inference == Inference(["a"], conclusion="b", strict=True)


def test_a_reason_without_a_title_entails_nothing() -> None:
    """An untitled reason is an argument of the author's, and no entailment."""
    (inference,) = _clean("[B]: b\n  <+ So it seems\n").argument_map.inferences
    assert not inference.strict


def test_what_is_equal_restates() -> None:
    """A `==` between statements says that the lower one restates the upper one."""
    (rephrase,) = _clean("[A]: a\n  == [B]: b\n").argument_map.rephrases
    assert (rephrase.claim, rephrase.original) == ("b", "a")
    (rephrase,) = _clean("Just so\n  == [B]: b\n").argument_map.rephrases
    assert (rephrase.claim, rephrase.original) == ("untitled-1", "b")


def test_an_excerpt_of_a_reference_is_a_quotation() -> None:
    """Who cites an excerpt that a reference contains quotes it from that source."""
    text = (
        "[@Gazette]: https://example.org/rents\n  @> [>E]\n\n"
        "[>E] >>\n    Rents rose, // and\n    => fell.\n\n"
        "[Rose]: They rose.\n  <@ [>E]: Rents rose\n\n"
        "[Fell]: They fell.\n  <@ [>E]\n"
    )
    document = _clean(text)
    claims = _claims(document)
    assert document.argument_map.sources == (
        Source("Gazette", url="https://example.org/rents"),
    )
    assert claims["rose"].quotations == (Quotation("Rents rose", source="Gazette"),)
    assert claims["fell"].quotations == (
        Quotation("Rents rose, // and => fell.", source="Gazette"),
    )
    assert len(document.argument_map.claims) == 2


def test_a_reference_may_name_a_source_of_the_front_matter() -> None:
    """A reference without a text is the source of its name, where there is one."""
    text = (
        "===\nparser: {syntax: argdown+}\n"
        "argmap: {sources: {wiki: {title: W}}}\n===\n\n"
        "[A]: a\n  <@ >>\n      Some words.\n  <@ [>E]\n\n"
        "[>E] >>\n  Other words.\n\n[>E]\n  <@ [@wiki]\n"
    )
    document = read(text, "argdown")
    assert document.argument_map.sources == (Source("wiki", "W"),)
    assert _claims(document)["a"].quotations == (
        Quotation("Other words.", source="wiki"),
    )
    assert _found(document) == [("unread-relation", "<@")]


def test_fields_of_a_source_stand_behind_its_reference() -> None:
    """Data behind a reference gives the fields of the source."""
    text = "[@Ada 1990]: On rents {author: Ada, date: 1990-01}\n\n[A]: a\n"
    (source,) = _plus(text).argument_map.sources
    assert source == Source("ada-1990", "On rents", author="Ada", date="1990-01")


@pytest.mark.parametrize(
    ("sign", "key"),
    [
        ("^>", "presupposed-by"),
        (":>", "specifies"),
        ("%>", "example-of"),
        ("~=", "may-equal"),
    ],
)
def test_a_relation_that_maps_lack_is_kept_and_named(sign: str, key: str) -> None:
    """Such a relation is data of what it starts from, and a finding points at it."""
    document = _plus(f"[A]: a\n  {sign} [B]: b\n")
    assert _claims(document)["a"].data == {key: ("B",)}
    assert _found(document) == [("unread-relation", sign)]
    assert document.argument_map.inferences == ()


def test_the_reverse_of_a_relation_is_the_relation() -> None:
    """What stands below a reversed sign is where the relation starts from."""
    for sign in ("<^", "^"):
        data = _claims(_plus(f"[A]: a\n  {sign} [B]: b\n"))["b"].data
        assert data == {"presupposed-by": ("A",)}


def test_a_question_that_is_raised_is_kept_and_named() -> None:
    """A question about a claim is data of the question, and no counterpoint."""
    document = _plus("[A]: a\n  <? [?Q]: Really?\n")
    assert document.argument_map.questions[0].data["calls-in-question"] == ("A",)
    assert document.argument_map.counterpoints == ()


@pytest.mark.parametrize("sign", ["?>", "!>", "@>", "%>"])
def test_a_relation_between_what_it_cannot_join_is_named(sign: str) -> None:
    """A sign between elements of the wrong kind is a finding that says which fit."""
    document = _plus(f"<A>: a\n  {sign} [B]: b\n")
    (finding,) = document.diagnostics
    assert finding.code == "unread-relation"
    assert "leads from" in (finding.help or "")


def test_what_relates_to_a_source_is_named() -> None:
    """A reason for a reference, and whatever else, is left out with a finding."""
    document = _plus("[A]: a\n\n[@R]: r\n  + [A]\n  == [A]\n  - [B]: b\n    _ [A]\n")
    codes = [code for code, _ in _found(document)]
    assert codes == ["unread-relation"] * len(codes)
    assert document.argument_map.inferences == ()
    assert {each.id for each in document.argument_map.claims} == {"a", "b"}


def test_a_reference_in_a_reconstruction_is_a_statement() -> None:
    """What is a premise stays in the map, whatever marker its title has."""
    document = _plus("(1) [@R]: r\n----\n(2) [A]: a\n  <@ [@R]\n")
    assert document.argument_map.inferences[0].premises[0].claim == "r"


def test_an_excerpt_that_nobody_cites_is_named() -> None:
    """No words are lost in silence: those of an excerpt alone are a finding."""
    document = _plus("[A]: a\n\n>>\n  Alone.\n\n[>E] >>")
    assert _found(document)[:1] == [("unread-relation", ">>\n  Alone.")]
    assert len(document.diagnostics) == 2


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("[A]: a\n  <@ [>E]\n", "write it: [>E] >>"),
        ("[A]: a\n  <@ [>E]\n\n[@R]: r\n  @> [>E]\n", "write it: [>E] >>"),
        ("[A]: a\n  <@ [>Ann]\n\n[>Anna] >>\n  b\n", "did you mean 'Anna'?"),
    ],
)
def test_an_excerpt_without_words_is_named(text: str, help_: str) -> None:
    """Who cites an excerpt that has no text is told so, and which may be meant."""
    found = _plus(text).diagnostics[0]
    assert "has no text" in found.message
    assert found.help == help_


@pytest.mark.parametrize("words", ["  b\nc\n", "c\n", "  b\n\n  b\nc\n"])
def test_a_line_that_is_not_deeper_is_found(words: str) -> None:
    """Text below a `>>` that is not below it by its indentation is a finding."""
    (found,) = _found(_plus(f"[A] >>\n{words}  + [B]: b\n"))
    assert found == ("argdown-plus", "c")


def test_words_beside_a_block_belong_below_it() -> None:
    """The error about a text right behind `>>` says where that text belongs."""
    (found,) = _plus("[A] >> words\n").diagnostics
    assert found.help == "write its text on the lines below it, and indent them"


def test_two_markers_of_a_title_are_found() -> None:
    """One title has one kind; the first counts."""
    document = _plus("[?A]: Really?\n\n[A]: a\n")
    assert _found(document) == [("argdown-plus", "[A]:")]


def test_the_text_of_a_block_of_its_own_counts() -> None:
    """The first text in a block of its own counts, and not a later or a lower one."""
    text = "[A]: first\n  >< [B]: lower\n\n[B]: own\n\n[A]: second\n"
    claims = _claims(_clean(text))
    assert (claims["a"].text, claims["b"].text) == ("first", "own")
    assert claims["b"].data == {"argdown": {"texts": ("lower",)}}


def test_any_text_may_be_a_block() -> None:
    """A `>>` takes the deeper lines below it as they are, for what has a title too."""
    text = "[A] >>\n  - not *a\n\n  # sign\n{speaker: Ada}\n  + [B]: see @[?A]\n"
    claims = _claims(_clean(text))
    assert claims["a"] == Claim("a", "- not *a # sign", title="A", speaker="Ada")
    assert claims["b"].text == "see @[A]"


def test_a_text_that_plain_argdown_cannot_read_is_recognised() -> None:
    """Argdown+ without the setting is read with a finding that mends it."""
    for text in ("[A]: a\n  => [B]: b\n", "===\ntitle: T\n===\n\n[A] >>\n  b\n"):
        document = read(text, "argdown")
        assert [each.code for each in document.diagnostics] == ["argdown-plus"]
        asking = mended(text, lambda each: read(each, "argdown"))
        assert read(asking, "argdown").diagnostics == ()
        assert loads(asking) == document.argument_map


@pytest.mark.parametrize(
    "front",
    [
        "===\nparser: {syntax: argdwon+} # us\ntitle: T\n===\n\n",
        "===\nparser:\n  syntax: argdown\n  other: 1\n===\n\n",
        "===\nparser: argdown+\n===\n\n",
        "===\n{title: T, parser: }\n===\n\n",
        "===\n===\n\n",
        "===\n- T\n===\n\n",
        "===\n[T\n===\n\n",
        "===\ntitle: T\n===\n",
        "---\ntitle: T\n---\n\n",
        "\ufeff",
        "",
    ],
)
def test_the_setting_is_written_if_a_finding_says_so(front: str) -> None:
    """Whatever the front matter says, it asks for Argdown+ once it is mended."""
    text = f"{front}[A]: a\n  => [B]: b\n"
    before = read(text, "argdown")
    after = read(mended(text, lambda each: read(each, "argdown")), "argdown")
    can_ask = [each.mend for each in before.diagnostics if each.code == "argdown-plus"]
    assert [each.code for each in after.diagnostics].count("argdown-plus") == (
        can_ask == [None]
    )
    assert not any(each.mend for each in after.diagnostics)
    assert after.argument_map == before.argument_map


def test_a_text_that_plain_argdown_reads_keeps_its_meaning() -> None:
    """A marker in a title, or a sign in a text, is plain, with a remark."""
    for text, id_ in (("[?Q]: So?\n", "q"), ("[Q]: It\n  => goes on\n", "q")):
        document = read(text, "argdown")
        assert [each.id for each in document.argument_map.claims] == [id_]
        assert [each.code for each in document.diagnostics] == ["argdown-plus"]


def test_reference_mode_knows_no_argdown_plus() -> None:
    """Compatibility with the reference wins over the setting."""
    document = read(f"{_ASKS}[?Q]: So?\n", "argdown", compatibility="reference")
    assert [each.title for each in document.argument_map.claims] == ["?Q"]


def test_another_syntax_is_not_honoured() -> None:
    """A dialect that is not read is reported, and the text is read as plain."""
    text = _ASKS.replace("argdown+", "micro-argdown+")
    document = read(f"{text}[A]: a\n", "argdown")
    assert [each.code for each in document.diagnostics] == ["setting-not-honoured"]


_ALL = """[?Q]: Why?
  :> [?P]: Why at all?

[A]: a {speaker: Ada}
  !> [?Q]
  == [B]: b
  <@ [>E]
  <+ So it seems
    - [C]: c

[>E] >>
    Exact words.

[>E]
  <@ @ https://example.org
"""


def test_a_map_from_argdown_plus_is_written_as_plain_argdown() -> None:
    """What is written needs no Argdown+, and is read as the same map."""
    rents = _plus(_ALL).argument_map
    written = dumps(rents, "argdown")
    assert "argdown+" not in written
    document = read(written, "argdown")
    assert document.argument_map == rents
    assert [each.code for each in document.diagnostics] == []


def test_argdown_plus_is_edited_in_place() -> None:
    """A text edited with its own map is itself; a new claim is a line in it."""
    document = _plus(_ALL)
    assert document.edited(document.argument_map) == document.text
    answer = Claim("d", "It is d.", title="D")
    changed = document.argument_map.with_parts(
        answer, Inference([answer], conclusion="a")
    )
    edited = document.edited(changed)
    lines = document.text.splitlines()
    assert [each for each in edited.splitlines() if each in lines] == lines
    assert "[D]: It is d." in edited
    assert loads(edited).claims == changed.claims


def test_argdown_plus_is_laid_out() -> None:
    """Layout changes no meaning, and takes what is in a block as it is."""
    text = f"{_ASKS}[A]: a\n      <@ >>\n           Exact\n             words.\n"
    assert loads(format_text(text)) == loads(text)


@given(texts())
def test_no_text_of_plain_argdown_is_read_otherwise(text: str) -> None:
    """What plain Argdown reads without a fault makes the map that it made before."""
    plain = parse(tokenize(text))
    if not plain.faults:
        expected = to_map(plain).argument_map
        assert to_map(read_elements(text)[1]).argument_map == expected


@given(texts())
def test_tokens_of_argdown_plus_come_in_order(text: str) -> None:
    """They do not overlap, and none is behind the end of the text."""
    tokens = tokenize(text, assumed=Assumed(is_plus=True))
    ends = [0, *tokens.ends]
    for before, start, end in zip(ends, tokens.starts, tokens.ends, strict=False):
        assert before <= start <= end <= len(text)
