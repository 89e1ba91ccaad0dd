"""Laws of AIF that hold for every document, however odd."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import attrs
from hypothesis import given, strategies as st

from argmap.formats import dumps, read
from argmap.formats.aif import losses
from argmap.model import ArgumentMap, Claim, Counterpoint, Data, Inference, Step
from tests.formats.aif.documents import Document, documents
from tests.formats.test_battery import assert_located
from tests.strategies import argument_maps, data


def strictly(document: object) -> str:
    """Return JSON that is the same only for the same values of the same types."""
    return json.dumps(document, sort_keys=True)


def is_foreign(document: Document) -> bool:
    """Return whether there are nodes, and none of them has an id."""
    nodes = document["nodes"]
    return bool(nodes) and not any("nodeID" in each for each in nodes)


@given(document=documents(), indent=st.sampled_from([None, 1]))
def test_nothing_is_lost(document: Document, indent: int | None) -> None:
    """Whatever is in a document is written back: all values, in their order.

    Only where no node has an id is it taken for another format, and an error.
    """
    text = json.dumps(document, indent=indent)

    found = read(text, "aif")

    assert found.has_errors is is_foreign(document)
    assert_located(found)
    assert found.spans.keys() == {each.id for each in found.argument_map.parts}
    written = dumps(found.argument_map, "aif")
    assert strictly(json.loads(written)) == strictly(document)
    assert read(written, "aif").argument_map == found.argument_map


@given(document=documents())
def test_what_is_read_without_checks_passes_them(document: Document) -> None:
    """Every part is one that its constructor accepts as it is, and so is the map."""
    argument_map = read(json.dumps(document), "aif").argument_map

    assert attrs.evolve(argument_map) == argument_map
    for part in argument_map.parts:
        assert attrs.evolve(part) == part
        for inner in (*getattr(part, "premises", ()), *getattr(part, "utterances", ())):
            assert attrs.evolve(inner) == inner
    thawed = json.loads(json.dumps(argument_map.data))
    assert Data(thawed) == argument_map.data


@given(document=documents(odd=False))
def test_nodes_are_parts(document: Document) -> None:
    """Every node of information is a claim, in their order, with its text and place."""
    text = json.dumps(document)
    found = read(text, "aif")

    nodes = [each for each in document["nodes"] if each["type"] == "I"]
    claims = found.argument_map.claims
    assert [each.text for each in claims] == [each["text"] for each in nodes]
    for claim, node in zip(claims, nodes, strict=True):
        assert json.loads(found.spans[claim.id].of(text)) == node


@st.composite
def changed_maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw maps that were read from AIF and then had parts removed, changed, added."""
    argument_map = read(json.dumps(draw(documents())), "aif").argument_map
    gone = [each.id for each in argument_map.parts if draw(st.integers(0, 3)) == 0]
    argument_map = argument_map.without(*gone)
    taken = {each.id for each in argument_map.parts}
    names = st.sampled_from(["1", "2", "3", "5", "98", "99", "new"])
    new = set(draw(st.lists(names, max_size=3))) - taken
    claims = [*argument_map.claims, *(Claim(each) for each in sorted(new))]
    people = st.sampled_from(["", "", "Ann", "Ann Low", " : ", "None"])
    claims = [
        attrs.evolve(
            each,
            text=f"It is so, {number}.",
            speaker=draw(st.just(each.speaker) | people),
        )
        for number, each in enumerate(claims)
    ]
    changed = ArgumentMap(
        claims,
        [draw(_changed(each, claims)) for each in argument_map.inferences],
        counterpoints=[
            draw(_changed(each, claims)) for each in argument_map.counterpoints
        ],
        data=argument_map.data,
    )
    return changed.with_parts(*draw(_new_steps(changed)))


@st.composite
def _changed(draw: st.DrawFn, step: Any, claims: Sequence[Claim]) -> Any:
    scheme = draw(st.sampled_from([step.scheme, None, "bias", "expert-opinion"]))
    premises = draw(st.sampled_from([step.premises, claims[:1] or step.premises]))
    return attrs.evolve(step, scheme=scheme, premises=premises)


_KINDS: list[type[Step]] = [Inference, Counterpoint]


@st.composite
def _new_steps(draw: st.DrawFn, argument_map: ArgumentMap) -> list[Step]:
    if not argument_map.claims:
        return []
    claims = [each.id for each in argument_map.claims]
    ends = [*claims, *(each.id for each in argument_map.steps)]
    return [
        draw(st.sampled_from(_KINDS))(
            draw(st.lists(st.sampled_from(claims), min_size=1, unique=True)),
            draw(st.sampled_from(ends)),
            id=step_id,
        )
        for step_id in draw(st.sampled_from([[], ["s1"], ["s1", "4-2"]]))
        if argument_map.find_part(step_id) is None
    ]


def said(argument_map: ArgumentMap) -> Counter[object]:
    """Return what a map says, without its ids: claims and steps between them."""
    texts = {each.id: each.text for each in argument_map.claims}
    claims = [
        (each.text, each.speaker, frozenset(each.utterances))
        for each in argument_map.claims
    ]
    steps = [
        (
            type(each),
            frozenset(texts[premise.claim] for premise in each.premises),
            texts.get(each.end, type(argument_map.part(each.end))),
            each.scheme,
            frozenset(each.utterances),
        )
        for each in argument_map.steps
    ]
    rephrases = [
        (texts[each.claim], texts[each.original], frozenset(each.utterances))
        for each in argument_map.rephrases
    ]
    preferences = [
        tuple(
            texts.get(part, type(argument_map.part(part)))
            for part in (each.preferred, each.over)
        )
        for each in argument_map.preferences
    ]
    return Counter([*claims, *steps, *rephrases, *preferences])


@given(changed=changed_maps())
def test_what_a_map_says_now_is_written(changed: ArgumentMap) -> None:
    """A map that was read and then changed is written as it is now."""
    written = dumps(changed, "aif")
    back = read(written, "aif")

    assert back.has_errors is is_foreign(json.loads(written))
    assert said(back.argument_map) == said(changed)
    assert dumps(back.argument_map, "aif") == written


@given(drawn=changed_maps() | argument_maps(), kept=st.none() | data() | documents())
def test_losses_are_told(drawn: ArgumentMap, kept: dict[str, object] | None) -> None:
    """A map is read back unless losses are told, whatever was kept in its data."""
    data = drawn.data if kept is None else {"aif": kept}
    argument_map = attrs.evolve(drawn, data=data)

    written = dumps(argument_map, "aif")
    back = read(written, "aif").argument_map

    assert (back == argument_map) is not bool(losses(argument_map))
    again = dumps(back, "aif")
    assert strictly(json.loads(again)) == strictly(json.loads(written))
