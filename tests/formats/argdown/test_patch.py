"""What Argdown cannot say, in the front matter under `argmap`."""

import pytest

from argmap import ArgumentMap, Claim, Counterpoint, Inference
from argmap.formats import dumps, loads, read


def found(settings: str, body: str = "[A]: a\n  + [B]: b\n") -> list[str]:
    """Return what is found of these settings."""
    document = read(f"===\nargmap: {settings}\n===\n\n{body}", "argdown")
    assert {each.code for each in document.diagnostics} <= {"invalid-argmap-settings"}
    assert {each.title for each in document.argument_map.claims} >= {"A"}
    prefix = "argmap in the front matter: "
    return [each.message.removeprefix(prefix) for each in document.diagnostics]


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
    ],
)
def test_what_is_wrong_is_told(settings: str, message: str) -> None:
    """Nothing in the settings is passed over; the text is read all the same."""
    assert any(message in each for each in found(settings))


def test_settings_that_are_no_mapping() -> None:
    """They are told, and the map is that of the text."""
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
