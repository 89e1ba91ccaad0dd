"""What is read from JSON, and what is found wrong with it."""

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Span
from argmap.formats import Document, dumps, loads, read
from argmap.formats.json import reader
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Section,
)
from tests.formats.test_battery import mutated
from tests.steps import allowed, calls, cost
from tests.strategies import argument_maps


def test_parts_have_places() -> None:
    """The place of a part is its object; sources are no parts."""
    document = read('{"argmap": 1, "sources": [{"id": "s"}], "claims": [{"id": "a"}]}')

    assert document.spans == {"a": Span(51, 62)}
    assert document.spans["a"].of(document.text) == '{"id": "a"}'


def test_hand_written_steps_need_no_ids() -> None:
    """The id of a step is made from its ends, as in Python; a schema is allowed."""
    text = """\ufeff{"$schema": "argmap.schema.json", "argmap": 1,
        "claims": [{"id": "a"}, {"id": "b"}],
        "inferences": [{"premises": ["a"], "conclusion": "b"}]}"""

    assert [each.id for each in loads(text).inferences] == ["a-so-b"]


def found(text: str) -> list[str]:
    """Return the findings with the words that they are about."""
    document = read(text, "json")
    return [
        f"{each.code} {each.span.of(text)!r}: {each.message}"
        for each in document.diagnostics
        if each.span
    ]


def claims(inside: str) -> str:
    """Return a document with a claim that has more than an id."""
    return f'{{"argmap": 1, "claims": [{{"id": "a", {inside}}}]}}'


@pytest.mark.parametrize(
    ("inside", "finding"),
    [
        ('"presumd": 1', 'unknown-key \'"presumd"\': $.claims[0] has no key "presumd"'),
        (
            '"presumed": 3',
            "wrong-type '3': $.claims[0].presumed must be true or false, not 3",
        ),
        (
            '"presumed": null',
            "wrong-type 'null': $.claims[0].presumed must be true or false, not null",
        ),
        ('"text": []', "wrong-type '[': $.claims[0].text must be text, not a list"),
        ('"text": {}', "wrong-type '{': $.claims[0].text must be text, not an object"),
        (
            '"tags": "x"',
            'wrong-type \'"x"\': $.claims[0].tags must be a list, not "x"',
        ),
        (
            '"tags": ["x", " "]',
            (
                "bad-value '\" \"': $.claims[0].tags[1] must be text that is not blank,"
                ' not " "'
            ),
        ),
        (
            '"credence": 2',
            "bad-value '2': $.claims[0].credence must be a number from 0 to 1, not 2",
        ),
        (
            '"credence": true',
            (
                "wrong-type 'true': $.claims[0].credence must be a number from 0 to 1,"
                " not true"
            ),
        ),
        (
            '"expected": "stand"',
            (
                "bad-value '\"stand\"': $.claims[0].expected must be one of stands,"
                ' defeated, unsupported, circular, contested, rejected, not "stand"'
            ),
        ),
        (
            '"credence": NaN',
            "not-a-number 'NaN': $.claims[0].credence must be a number that JSON knows",
        ),
        (
            '"data": {"a": [-Infinity]}',
            (
                "not-a-number '-Infinity': $.claims[0].data.a[0] must be a number that"
                " JSON knows"
            ),
        ),
        (
            '"data": {"a": 1e999}',
            "number-too-large '1e999': $.claims[0].data.a is too large a number",
        ),
        ('"id": "b"', "duplicate-key '\"id\"': $.claims[0].id is given twice"),
        (
            '"data": {"a b": {"c": 1, "c": 2}}',
            'duplicate-key \'"c"\': $.claims[0].data["a b"].c is given twice',
        ),
        (
            '"text": "\\ud800"',
            (
                "lone-surrogate '\"\\\\ud800\"': $.claims[0].text"
                " has a lone surrogate in it"
            ),
        ),
        (
            '"data": {"\\udc00": 1}',
            (
                "lone-surrogate '\"\\\\udc00\"': $.claims[0].data"
                " has a lone surrogate in it"
            ),
        ),
        (
            '"data": {"a": ' + "[" * 52 + "]" * 52 + "}",
            (
                "too-deep '{': $.claims[0].data must be an object of at most 50 levels,"
                " not an object"
            ),
        ),
        (
            '"quotations": [{"exact": "x", "source": "b"}]',
            (
                "unknown-id '\"b\"': $.claims[0].quotations[0].source: no source has"
                " the id 'b', which claim 'a' names in its quotations"
            ),
        ),
        (
            '"quotations": [{"source": "b"}]',
            "missing-key '{': $.claims[0].quotations[0].exact is missing",
        ),
        (
            '"quotations": [3]',
            "wrong-type '3': $.claims[0].quotations[0] must be an object, not 3",
        ),
    ],
)
def test_findings_in_a_claim(inside: str, finding: str) -> None:
    """A finding names the path and stands at the very words; the claim stays."""
    document = read(claims(inside))

    assert found(claims(inside)) == [finding]
    assert document.diagnostics[0].subject == "a"
    assert [each.id for each in document.argument_map.claims] == ["a"]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("", ["empty-text '': the text is empty"]),
        ("[]", ["wrong-type '[': $ must be an object, not a list"]),
        ("{}", ["missing-key '{': $.argmap is missing"]),
        ("NaN", ["not-a-number 'NaN': $ must be a number that JSON knows"]),
        (
            '{"argmap": 3}',
            [
                (
                    "unsupported-version '3': $.argmap must be 1 or 2, a version of the"
                    " format that this argmap reads, not 3"
                )
            ],
        ),
        ('{"argmap": 1} x', ["json-syntax 'x': wanted the end of the text"]),
        ('{"argmap": 1,}', ["json-syntax '}': wanted a key in double quotation marks"]),
        ('{"argmap" 1}', ["json-syntax '1': wanted ':'"]),
        ('{"argmap": 1 "title"', ["json-syntax '\"': wanted ',' or '}'"]),
        ('{"argmap": 1, "title": "x', ["json-syntax '\"': unterminated string"]),
        (
            '{"argmap": 1, "title": "\x00"}',
            ["json-syntax '\\x00': invalid control character"],
        ),
        (
            '{"argmap": 1, "claims": {}}',
            ["wrong-type '{': $.claims must be a list, not an object"],
        ),
        (
            '{"argmap": 1, "claims": [{"text": "A."}]}',
            ["missing-key '{': $.claims[0].id is missing"],
        ),
        (
            '{"argmap": 1, "claims": [{"id": "a b"}, "x"]}',
            [
                (
                    "bad-id '\"a b\"': $.claims[0].id must be an id such as"
                    " 'rent-control', not \"a b\""
                ),
                'wrong-type \'"x"\': $.claims[1] must be an object, not "x"',
            ],
        ),
        (
            '{"argmap": 1, "thesis": "a", "claims": [{"id": "ab"}]}',
            [
                (
                    "unknown-id '\"a\"': $.thesis: no claim or argument has the id 'a',"
                    " which the map names as its thesis"
                )
            ],
        ),
        (
            '{"argmap": 1, "claims": [{"id": "a"}], "arguments": [{"id": "a"}]}',
            [
                (
                    "duplicate-id '\"a\"': $.arguments[0].id: two parts have the id"
                    " 'a': a claim and an argument"
                )
            ],
        ),
        (
            '{"argmap": 1, "contradictions": [{"claims": ["a", "a"]}]}',
            [
                (
                    "bad-value '{': $.contradictions[0]: claims must hold at least two,"
                    " each once, not ('a', 'a')"
                )
            ],
        ),
        (
            '{"argmap": 1, "inferences": [{"premises": [], "conclusion": "a"}]}',
            ["bad-value '[': $.inferences[0].premises must hold at least 1, not 0"],
        ),
        (
            (
                '{"argmap": 1, "claims": [{"id": "a"}], "sections": ['
                '{"id": "s", "members": ["a", "b"], "parent": "t"},'
                '{"id": "t", "members": ["a"], "parent": "s"}]}'
            ),
            [
                (
                    "unknown-id '\"b\"': $.sections[0].members[1]: no part has the id"
                    " 'b', which section 's' names in its members"
                ),
                (
                    "circular-section '\"t\"': $.sections[0].parent: section 's' is"
                    " inside itself"
                ),
                (
                    "repeated-member '\"a\"': $.sections[1].members[0]: 'a' is a member"
                    " of section 's' and again of section 't'"
                ),
            ],
        ),
        (
            '{"argmap": 1, "sources": [{"id": "s", "text": "x", "sha256": "0"}]}',
            [
                (
                    "bad-value '{': $.sources[0]: sha256 must be that of the text,"
                    " 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881,"
                    " not '0'"
                )
            ],
        ),
    ],
)
def test_findings_in_a_map(text: str, findings: list[str]) -> None:
    """Findings come all at once, in the order of the text, each once."""
    assert found(text) == findings


def test_help_names_what_was_meant() -> None:
    """An id that leads nowhere and a misspelt key are answered with the nearest."""
    text = claims('"txt": ""').replace("]}", '], "thesis": "aa"}')

    helps = [each.help for each in read(text).diagnostics]

    assert helps == ["did you mean 'text'?", "did you mean 'a'?"]


def test_help_says_what_is_missing() -> None:
    """A key that can have only one value is given with it, ready to be written."""
    (finding,) = read('{"claims": []}', "json").diagnostics

    assert finding.help == 'write "argmap": 1'


def test_what_stood_before_the_break_is_there() -> None:
    """A text that breaks off gives the parts before, and no finding for the rest."""
    document = read(
        '{"claims": [{"id": "a"}], "inferences": ['
        '{"premises": ["z"], "conclusion": "a"}, {"premises": ["a"'
    )

    assert [each.code for each in document.diagnostics] == ["json-syntax"]
    assert document.argument_map == ArgumentMap([Claim("a")])


def test_what_cannot_be_without_a_faulty_part_goes_with_it() -> None:
    """Parts that hang on one that is left out go silently; all others stay."""
    document = read(
        """{"argmap": 1, "claims": [{"id": "a"}, {"id": "b"}],
        "inferences": [
          {"id": "bad", "premises": ["a", 3], "conclusion": "b"},
          {"id": "lost", "premises": ["a"], "conclusion": "nowhere"},
          {"id": "good", "premises": ["a"], "conclusion": "b"}],
        "counterpoints": [
          {"id": "on-bad", "premises": ["a"], "target": "bad"},
          {"id": "on-lost", "premises": [], "target": "lost"},
          {"id": "worse", "premises": [["a"]], "target": "on-bad"},
          {"id": "on-good", "premises": ["a"], "target": "good"}],
        "arguments": [{"id": "g", "steps": ["bad", "good"]}],
        "sections": [{"id": "s", "members": ["lost", "worse", "a"]}]}"""
    )

    assert [each.code for each in document.diagnostics] == [
        "wrong-type",
        "unknown-id",
        "wrong-type",
    ]
    assert [each.subject for each in document.diagnostics] == ["bad", "lost", "worse"]
    assert document.argument_map == ArgumentMap(
        [Claim("a"), Claim("b")],
        [Inference(["a"], "b", id="good")],
        counterpoints=[Counterpoint(["a"], "good", id="on-good")],
        arguments=[Argument("g", steps=["good"])],
        sections=[Section("s", members=["a"])],
    )


def test_places_hold_after_something_was_left_out() -> None:
    """What shows only once another part is gone is still found at its own words."""
    text = """{"argmap": 1, "claims": [{"id": "a"}], "inferences": [
        {"id": "a", "premises": ["a"], "conclusion": "a"}],
        "arguments": [{"id": "g", "steps": ["x", "a"]}]}"""

    assert [each.partition(":")[0] for each in found(text)] == [
        "duplicate-id '\"a\"'",
        "unknown-id '\"x\"'",
        "unknown-id '\"a\"'",
    ]


def test_faulty_twin_of_a_part_is_only_faulty() -> None:
    """A step that cannot be placed does not take another part with its id away."""
    document = read(
        '{"argmap": 1, "claims": [{"id": "a"}], "counterpoints": [{"id": "a"}]}'
    )

    assert [each.code for each in document.diagnostics] == ["missing-key"] * 2
    assert document.argument_map == ArgumentMap([Claim("a")])


def slowly_read(text: str) -> Document:
    """Read a text without the fast decoder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_BUILDERS", {})
        return read(text, "json")


@given(argument_maps(), st.data())
def test_fast_and_slow_reading_agree(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    """The fast decoder changes neither the map nor the findings."""
    text = dumps(argument_map)
    spoilt = data.draw(mutated(text))

    assert slowly_read(text) == read(text, "json")
    assert slowly_read(spoilt) == read(spoilt, "json")


def many(element: str, count: int, key: str = "claims") -> str:
    """Return a document with a list of many elements; `#` is the index."""
    elements = ",".join(element.replace("#", str(index)) for index in range(count))
    return f'{{"argmap": 1, "{key}": [{elements}]}}'


hostile = pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, "too-deep"),
        ('{"a":' * 100_000, "too-deep"),
        (claims('"data": {"a": ' + "[" * 100_000 + "]" * 100_000 + "}"), "too-deep"),
        (claims('"data": {"a": ' + "9" * 100_000 + "}"), "number-too-large"),
        (claims('"credence": ' + "9" * 4_000), "bad-value"),
        (claims('"' + "k" * 1_000_000 + '": 1'), "unknown-key"),
        (claims('"text": "' + "\\" * 1_000_000), "json-syntax"),
        (" " * 1_000_000, "empty-text"),
        (many('{"id": "c#", "presumd": 1}', 5_000), "unknown-key"),
        (many('{"id": "c"}', 5_000), "duplicate-id"),
        (
            many('{"premises": ["x#"], "conclusion": "y"}', 2_000, "inferences"),
            "unknown-id",
        ),
        (
            many(
                '{"id": "1#", "premises": [], "target": "11#"}', 2_000, "counterpoints"
            ),
            "unknown-id",
        ),
        (many('{"id": "s#", "parent": "s#"}', 5_000, "sections"), "circular-section"),
        (
            many('{"id": "s#", "members": [' + '"x",' * 1_000 + '"y"]}', 1, "sections"),
            "unknown-id",
        ),
    ],
    ids=lambda value: value[:60],
)


@hostile
def test_hostile_texts_are_answered_at_once(text: str, code: str) -> None:
    """Depth, length and number cost no more than steps in proportion."""
    document = read(text, "json")

    assert code in {each.code for each in document.diagnostics}
    assert calls(lambda: read(text, "json")) < allowed(text)


@pytest.mark.long
@hostile
def test_hostile_texts_are_cheap(text: str, code: str) -> None:  # noqa: ARG001
    """Nor does what C does with them cost more."""
    assert cost(lambda: read(text, "json")) < 100


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_empty_text(text: str) -> None:
    """An empty text is one error that shows the smallest map."""
    document = read(text, "json")

    (finding,) = document.diagnostics
    assert str(finding) == "error[empty-text]: the text is empty"
    assert loads(str(finding.help).partition("is ")[2]) == document.argument_map


def test_what_has_none_of_our_keys_may_be_another_tool_s() -> None:
    """Help says how data of other tools is read; a map that lacks a key is a map."""
    foreign, _ = read('{"units": []}', "json").diagnostics
    (own,) = read('{"claims": []}', "json").diagnostics

    assert "--nodes PATH" in str(foreign.help)
    assert own.help == 'write "argmap": 1'


NEWER = {
    '"claims": [{"id": "a", "utterances": ["Ada"]}]': "$.claims[0].utterances",
    '"author": "Ada"': "$.author",
    '"questions": []': "$.questions",
    '"claims": [{"id": "a", "data": {"author": "Ada"}}]': None,
    '"claims": [{"id": "a", "speaker": "Ada"}]': None,
}


@pytest.mark.parametrize("inside", NEWER)
def test_what_is_newer_than_the_document_says_is_reported(inside: str) -> None:
    """It is read, but an older argmap would refuse the key; data may be anything."""
    path = NEWER[inside]
    document = reader.read(f'{{"argmap": 1, {inside}}}')

    findings = [str(each) for each in document.diagnostics]
    message = f"warning[bad-value]: $.argmap must be 2, as {path} is not in version 1"
    assert findings == ([message] if path else [])
    assert not reader.read(f'{{"argmap": 2, {inside}}}').diagnostics
    assert loads(dumps(document.argument_map, "json"), "json") == document.argument_map
