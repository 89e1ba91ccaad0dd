"""What Argdown cannot say, in the front matter under `argmap`."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import reduce
from operator import getitem
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Counterpoint, Inference
from argmap.formats import dumps, loads, read


def found(settings: str, body: str = "[A]: a\n  + [B]: b\n") -> list[str]:
    """Return what is found of these settings."""
    document = read(f"===\nargmap: {settings}\n===\n\n{body}", "argdown")
    assert {each.code for each in document.diagnostics} <= {"invalid-argmap-settings"}
    assert {each.title for each in document.argument_map.claims} >= {"A"}
    prefix = "argmap in the front matter: "
    return [
        "; ".join(filter(None, (each.message.removeprefix(prefix), each.help)))
        for each in document.diagnostics
    ]


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ("{sorces: {}, thesis: a}", "sorces"),
        ("{thesis: gone}", "thesis"),
        ("{sources: gazette}", "sources"),
        ("{claims: {a: {speakr: x}}}", "speakr"),
        ("{claims: {new: {text: x, speakr: x}}}", "speakr"),
        ("{claims: {a: 3}}", "a"),
        ("{claims: {a: {credence: 7}}}", "a"),
    ],
)
def test_the_key_is_marked(settings: str, marked: str) -> None:
    """A finding about the settings points at the key that is at fault."""
    document = read(f"===\nargmap: {settings}\n===\n\n[A]: a\n", "argdown")

    (found,) = document.diagnostics
    assert found.span
    assert found.span.of(document.text) == marked


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("{colour: red}", "there is no key 'colour'"),
        ("{theses: a}", "there is no key 'theses'; did you mean 'thesis'?"),
        ("{claims: {a: {speakr: x}}}", "no field 'speakr'; did you mean 'speaker'?"),
        ("{thesis: gone}", "gone"),
        ("{title: 3}", "title must be"),
        ("{sources: gazette}", "sources must be a list"),
        ("{sources: [3]}", "a source must be a mapping, not 3"),
        ("{sources: [{id: g, weight: 3}]}", "a source: there is no field 'weight'"),
        ("{sources: [{id: g}, {id: g, title: G}]}", "two sources have the id 'g'"),
        ("{claims: [a]}", "claims must be a mapping from ids"),
        ("{claims: {a: 3}}", "claim 'a' must be a mapping or null"),
        ("{claims: {a: {credence: 7}}}", "claim 'a': credence must be"),
        ("{claims: {new: 3}}", "a claim must be a mapping, not 3"),
        ("{claims: {new: {credence: 7}}}", "a claim: credence must be"),
        ("{claims: {b: null}}", "b"),
        ("{claims: {a: {quotations: [3]}}}", "a quotation must be a mapping"),
        ("{claims: {a: {quotations: [{weight: 3}]}}}", "there is no field 'weight'"),
        ("{claims: {a: {quotations: [{exact: w}]}}}", "source is missing"),
        (
            "{claims: {a: {quotations: [{exact: t, source: s, locator: {from: 1}}]}}}",
            "a locator: there is no field 'from'",
        ),
        ("{inferences: {new: {premises: [b], conclusion: gone}}}", "gone"),
        ("{inferences: {b-so-aa: {strength: 2}}}", "did you mean 'b-so-a'?"),
    ],
)
def test_what_is_wrong_is_reported(settings: str, message: str) -> None:
    """Nothing in the settings is passed over; the text is read all the same."""
    assert any(message in each for each in found(settings))


def test_settings_that_are_no_mapping() -> None:
    """They are reported, and the map is that of the text."""
    document = read("===\nargmap: 3\n===\n\n[A]: a\n", "argdown")

    assert [each.severity.value for each in document.diagnostics] != []
    assert len(document.argument_map.claims) == 1


def test_a_quotation_needs_its_source() -> None:
    """A claim that quotes what is nowhere listed keeps its other words."""
    text = "[A]: a {quotations: [{exact: b, source: gone}]}\n"
    document = read(text, "argdown")

    assert "no source has the id 'gone'" in document.diagnostics[0].message
    assert document.argument_map.claim("a").quotations == ()


@pytest.mark.parametrize(
    "order", ["[2, 1]", "[2]", "[9, 2, 2, 0, x]", "[]", "{a: 1}", "[[1]]"]
)
def test_any_order_keeps_all_parts(order: str) -> None:
    """What is named comes first, what is not comes behind; nothing is lost."""
    text = f"===\nargmap: {{order: {{claims: {order}}}}}\n===\n\n[A]: a\n\n[B]: b\n"
    claims = loads(text, "argdown").claims

    assert {each.id for each in claims} == {"a", "b"}
    assert (claims[0].id == "b") is order.startswith(("[2", "[9"))


def test_what_argdown_cannot_say_comes_back() -> None:
    """Steps on steps, ids and premises in odd places survive the text."""
    argument_map = ArgumentMap.of(
        Claim("x", "a"),
        Claim("y", "b"),
        Claim("z", "c", title="Zed"),
        Inference(["x", "y"], conclusion="z", id="step"),
        Inference(["z"], conclusion="step", id="backing"),
        Counterpoint(["x", "z"], target="step", id="both"),
        Counterpoint(["y"], target="both", id="reply"),
        title="T",
        thesis="y",
        data={"n": {"a": [1, None]}},
    )
    text = dumps(argument_map, "argdown")

    assert "argmap:" in text
    assert loads(text, "argdown") == argument_map
    assert dumps(loads(text, "argdown"), "argdown") == text


WRITTEN: Final = """
# A *plain* title {id: front}

[A]: a **bold** one, [linked](http://x.org), @[B], #tagged
  - [B]: b

[A]: another text, *told* twice

<G>: g

(1) [B]
(2) c
-- rule, other {uses: [1]} --
(3) [A]
"""
ANYTHING: Final[st.SearchStrategy[Any]] = st.sampled_from(
    [None, True, -1, 7, 1.5, 10**30, "", "x", "link", "bold", "=== ===", [], [[]], {}]
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths to all that is in a value."""
    if not isinstance(value, dict | list):
        return
    for key in value if isinstance(value, dict) else range(len(value)):
        yield (*path, key)
        yield from places(value[key], (*path, key))


@given(st.data())
def test_data_under_argdown_may_be_anything(data: st.DataObject) -> None:
    """A map from elsewhere is written and comes back, whatever is in its data."""
    document = json.loads(dumps(loads(WRITTEN, "argdown"), "json"))
    own = [each for each in places(document) if "argdown" in each[:-1]]
    for path in data.draw(st.lists(st.sampled_from(own), min_size=1, max_size=3)):
        *above, last = path
        with suppress(LookupError, TypeError):  # an earlier one took it away
            reduce(getitem, above, document)[last] = data.draw(ANYTHING)
    argument_map = loads(json.dumps(document), "json")

    assert loads(dumps(argument_map, "argdown"), "argdown") == argument_map


@pytest.mark.parametrize("length", [990, 1025, 5000])
def test_keys_may_be_long(length: int) -> None:
    """A key that is too long for YAML to see its colon is announced."""
    key = "k" * length
    data = {key: 1, "in": {key: {key: []}}, "list": [{key: {key: "x"}}, [{key: {}}]]}
    argument_map = ArgumentMap([Claim("a", "A.", data=data)], data=data)

    assert loads(dumps(argument_map, "argdown"), "argdown") == argument_map


@pytest.mark.parametrize(
    ("settings", "reported"),
    [
        ("thesis: a", "indent it below argmap:"),
        ("sources: []", "indent it below argmap:"),
        ("argmpa: {thesis: a}", "did you mean 'argmap'?"),
        ("author: Ann", None),
    ],
)
def test_settings_beside_argmap(settings: str, reported: str | None) -> None:
    """What only means something under argmap is reported where it stands beside it."""
    found = read(f"===\n{settings}\n===\n\n[A]: A.\n", "argdown").diagnostics

    assert [each.help for each in found] == [reported] * bool(reported)


@pytest.mark.parametrize("date", ["2020", "'2020'", "2020-05"])
def test_a_year_alone_is_a_date(date: str) -> None:
    """The commonest date of a source needs no quotation marks."""
    text = f"===\nargmap:\n  sources:\n    a: {{date: {date}}}\n===\n\n[A]: So.\n"
    document = read(text, "argdown")
    assert document.diagnostics == ()
    assert document.argument_map.source("a").date == date.strip("'")
