"""The map: what holds it together, its indexes, and maps made from maps."""

import copy
import pickle
import threading
from collections.abc import Callable
from itertools import pairwise
from random import Random

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    AttackKind,
    Claim,
    Counterpoint,
    Inference,
    Section,
    Source,
)
from argmap.errors import InvalidMapError, UnknownPartError
from argmap.model import Link, Piece, Question
from argmap.model.references import named
from tests.strategies import argument_maps

A, B, C = Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")


@given(argument_maps())
def test_values(argument_map: ArgumentMap) -> None:
    """A map equals its copies and its pickle, and hashes as they do."""
    list(map(argument_map.uses_of, (each.id for each in argument_map.parts)))

    for other in (
        copy.copy(argument_map),
        copy.deepcopy(argument_map),
        pickle.loads(pickle.dumps(argument_map)),  # noqa: S301 - our own pickle
        attrs.evolve(argument_map),
    ):
        assert other == argument_map
        assert hash(other) == hash(argument_map)
        assert list(other.parts) == list(argument_map.parts)
        assert [other.find_part(part.id) for part in argument_map.parts] == list(
            argument_map.parts
        )


@given(argument_maps())
def test_references_hold(argument_map: ArgumentMap) -> None:
    """Every id that is named is the id of a part."""
    ids = [part.id for part in argument_map.parts]

    assert len(set(ids)) == len(ids)
    assert set().union(*map(named, argument_map.parts)) <= set(ids)
    assert argument_map.thesis in {None, *ids}


@given(argument_maps())
def test_indexes(argument_map: ArgumentMap) -> None:
    """Every index gives what a search through the whole map gives."""
    inferences, counterpoints = argument_map.inferences, argument_map.counterpoints
    steps: list[Inference | Counterpoint] = [*inferences, *counterpoints]
    assert list(argument_map.steps) == steps
    for part in argument_map.parts:
        assert argument_map.part(part.id) is part
        assert argument_map.inferences_for(part) == tuple(
            each for each in inferences if each.conclusion == part.id
        )
        assert argument_map.counterpoints_against(part.id) == tuple(
            each for each in counterpoints if each.target == part.id
        )
        assert argument_map.uses_of(part.id) == tuple(
            each for each in steps if part.id in [p.claim for p in each.premises]
        )
        assert argument_map.contradictions_of(part.id) == tuple(
            each for each in argument_map.contradictions if part.id in each.claims
        )
        assert argument_map.arguments_with(part.id) == tuple(
            each for each in argument_map.arguments if part.id in each.steps
        )
        assert [argument_map.section_of(part)] == [
            each for each in argument_map.sections if part.id in each.members
        ] or argument_map.section_of(part) is None
    for parent in [None, *argument_map.sections]:
        assert argument_map.subsections(parent) == tuple(
            each
            for each in argument_map.sections
            if each.parent == (parent.id if parent else None)
        )
    assert argument_map.leaves == tuple(
        each for each in argument_map.claims if not argument_map.inferences_for(each)
    )
    assert argument_map.roots == tuple(
        each for each in argument_map.claims if not argument_map.uses_of(each)
    )
    assert [argument_map.source(each.id) for each in argument_map.sources] == list(
        argument_map.sources
    )


@given(argument_maps(), st.randoms())
def test_of(argument_map: ArgumentMap, random: Random) -> None:
    """A map is the same from its pieces, kinds in any order."""
    pieces: list[tuple[Piece, ...]] = [
        argument_map.sections,
        argument_map.sources,
        argument_map.arguments,
        argument_map.contradictions,
        argument_map.questions,
        argument_map.rephrases,
        argument_map.preferences,
        argument_map.counterpoints,
        argument_map.inferences,
        argument_map.claims,
    ]
    random.shuffle(pieces)

    again = ArgumentMap.of(
        *(piece for kind in pieces for piece in kind),
        title=argument_map.title,
        author=argument_map.author,
        thesis=argument_map.thesis,
        data=argument_map.data,
    )

    assert again == argument_map


@given(argument_maps(), st.data())
def test_without(argument_map: ArgumentMap, data: st.DataObject) -> None:
    """Nothing names what was left out, and only what named it went with it."""
    ids = [part.id for part in argument_map.parts]
    gone = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []

    rest = argument_map.without(*gone)

    left = {part.id for part in rest.parts}
    assert left.isdisjoint(gone)
    for part in rest.parts:
        assert set(named(part)) <= left
        assert argument_map.part(part.id) == part or isinstance(
            part, Argument | Question | Section
        )
    for part in argument_map.parts:
        if part.id not in left and part.id not in gone:
            assert isinstance(part, Link)
            assert not isinstance(part, Question)
            assert not set(named(part)) <= left
    assert rest.without() == rest
    assert rest.sources == argument_map.sources


@given(argument_maps(), argument_maps())
def test_union(one: ArgumentMap, other: ArgumentMap) -> None:
    """`m | m` is `m`, the empty map changes nothing, and unions keep all parts."""
    assert one | one == one
    assert one | ArgumentMap() == one
    assert ArgumentMap() | one == one
    try:
        both = one | other
    except InvalidMapError:
        return
    assert set(both.parts) == {*one.parts, *other.parts}
    assert (both | one) == (both | other) == both


def test_union_with_something_else() -> None:
    """A map is joined with a map only."""
    with pytest.raises(TypeError):
        ArgumentMap() | 3  # type: ignore[operator]


def test_union_of_rivals() -> None:
    """Two different pieces with one id make no map."""
    with pytest.raises(InvalidMapError, match="two claims have the id 'a'"):
        ArgumentMap([A]) | ArgumentMap([Claim("a", "Other.")])


@given(argument_maps())
def test_with_parts(argument_map: ArgumentMap) -> None:
    """A piece takes the place of the one with its id; its own change nothing."""
    assert argument_map.with_parts(*argument_map.parts) == argument_map
    assert argument_map.with_parts(*argument_map.sources) == argument_map
    for at, claim in enumerate(argument_map.claims):
        renamed = attrs.evolve(claim, text="Renamed.")

        changed = argument_map.with_parts(renamed)

        assert changed.claims[at] == renamed
        assert changed.without(claim.id) == argument_map.without(claim.id)


def test_with_parts_adds() -> None:
    """A new piece comes behind the others of its kind; its sources may have its id."""
    added = ArgumentMap([A]).with_parts(Inference([A], B), B, Source("a"))

    assert added.claims == (A, B)
    assert added == ArgumentMap([A, B], [Inference([A], B)], sources=[Source("a")])
    with pytest.raises(InvalidMapError):
        ArgumentMap([A]).with_parts(Inference([A], B))
    with pytest.raises(ValueError, match="a map is made of parts and sources, not 'a'"):
        ArgumentMap([A]).with_parts("a")  # type: ignore[arg-type]


@given(argument_maps(), st.data())
def test_restricted_to(argument_map: ArgumentMap, data: st.DataObject) -> None:
    """Of claims and sketches only the named stay; steps if all they join does."""
    ids = [each.id for each in argument_map.propositions]
    kept = data.draw(st.sets(st.sampled_from(ids))) if ids else set()

    part = argument_map.restricted_to(kept)

    assert {each.id for each in part.claims} == {
        each.id for each in argument_map.claims if each.id in kept
    }
    for argument in argument_map.arguments:
        found = part.find_part(argument.id)
        assert found if argument.id in kept else found in (None, argument)
        assert argument.steps or bool(found) == (argument.id in kept)
    left = {each.id for each in part.parts}
    for step in argument_map.steps:
        assert (step.id in left) == (set(named(step)) <= left)


@pytest.mark.parametrize(
    ("kind", "ask", "message"),
    [
        (
            "part",
            "rent-contrl",
            "no part has the id 'rent-contrl'; did you mean 'rent-control'?",
        ),
        ("part", "xyz", "no part has the id 'xyz'"),
        ("claim", "s", "'s' is not a claim, it is a section"),
        ("section", "rent-control", "'rent-control' is not a section, it is a claim"),
        ("section", "rent-contro", "no part has the id 'rent-contro'"),
        (
            "claim",
            "rent-contro",
            "no part has the id 'rent-contro'; did you mean 'rent-control'?",
        ),
        (
            "proposition",
            "s",
            "'s' is not a claim or argument, it is a section",
        ),
        ("argument", "s", "'s' is not an argument, it is a section"),
        ("inference", "s", "'s' is not an inference, it is a section"),
        ("counterpoint", "s", "'s' is not a counterpoint, it is a section"),
        ("step", "s", "'s' is not an inference or counterpoint, it is a section"),
        ("contradiction", "s", "'s' is not a contradiction, it is a section"),
        ("__getitem__", "xyz", "no part has the id 'xyz'"),
        ("source", "gazete", "no source has the id 'gazete'; did you mean 'gazette'?"),
        ("source", "xyz", "no source has the id 'xyz'"),
    ],
)
def test_unknown_parts(kind: str, ask: str, message: str) -> None:
    """What is not there is an error that says what is; `find_part` gives None."""
    argument_map = ArgumentMap(
        [Claim("rent-control")],
        sections=[Section("s")],
        sources=[Source("gazette")],
    )

    with pytest.raises(UnknownPartError) as raised:
        getattr(argument_map, kind)(ask)
    assert str(raised.value) == message
    assert argument_map.find_part("xyz") is None
    with pytest.raises(UnknownPartError):
        argument_map.without("xyz")
    with pytest.raises(UnknownPartError):
        argument_map.restricted_to(["xyz"])


@given(argument_maps())
def test_found_parts(argument_map: ArgumentMap) -> None:
    """What a part is found by is its id, and the name of its kind or of a wider one."""
    wider = {"claim": "proposition", "argument": "proposition"}
    wider |= {"inference": "step", "counterpoint": "step"}
    for part in argument_map.parts:
        kind = type(part).__name__.lower()
        for name in (kind, wider.get(kind, "part"), "part", "__getitem__"):
            find = getattr(argument_map, name, argument_map.part)
            assert find(part.id) is part
        assert argument_map[part] is part
        assert part in argument_map
        assert part.id in argument_map


def test_what_is_in_a_map() -> None:
    """An id is in a map that has it, a part only if the map has the very same."""
    argument_map = ArgumentMap([A], sources=[Source("gazette")])

    assert "a" in argument_map
    assert "b" not in argument_map
    assert A in argument_map
    assert attrs.evolve(A, text="Other.") not in argument_map
    assert "gazette" not in argument_map
    assert 3 not in argument_map
    with pytest.raises(TypeError):
        list(argument_map)  # type: ignore[call-overload]


@given(argument_maps())
def test_rename(argument_map: ArgumentMap) -> None:
    """All that named the part names it still, and the old name gives the map back."""
    for part in argument_map.parts:
        renamed = argument_map.rename(part, "new-id")

        assert part.id not in renamed
        assert [each.id for each in renamed.parts] == [
            "new-id" if each.id == part.id else each.id for each in argument_map.parts
        ]
        assert renamed.rename("new-id", part.id) == argument_map
        assert argument_map.rename(part.id, part.id) == argument_map


def test_rename_refuses() -> None:
    """A new id has to be one, and free; the part has to be there."""
    argument_map = ArgumentMap([A, B], sources=[Source("gazette")])

    with pytest.raises(ValueError, match="'b' is the id of a claim already"):
        argument_map.rename("a", "b")
    with pytest.raises(ValueError, match="id must look like 'rent-control', not 'a b'"):
        argument_map.rename("a", "a b")
    with pytest.raises(ValueError, match="id must look like"):
        ArgumentMap([Claim("x")]).rename("x", "two words")
    with pytest.raises(UnknownPartError, match="no part has the id 'gazette'"):
        argument_map.rename("gazette", "journal")
    assert "gazette" in argument_map.rename("a", "gazette")


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("claims", "claims must hold Claim, not 'x'"),
        ("inferences", "inferences must hold Inference, not 'x'"),
        ("sources", "sources must hold Source, not 'x'"),
    ],
)
def test_pieces_in_their_places(field: str, message: str) -> None:
    """Every field holds pieces of its kind only."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is compared
        ArgumentMap(**{field: ["x"]})  # type: ignore[arg-type]
    assert str(raised.value) == message


def test_repr() -> None:
    """A map shows its title and counts, singular and plural, never its parts."""
    assert repr(ArgumentMap()) == "<ArgumentMap: empty>"
    assert repr(ArgumentMap([A, B], [Inference([A], B)], title="T")) == (
        "<ArgumentMap 'T': 2 claims, 1 inference>"
    )


def test_attack_kind() -> None:
    """What a counterpoint is follows from what it strikes."""
    step = Inference([A], B, id="i")
    kinds = {
        "i": AttackKind.UNDERCUTTING,
        "on-i": AttackKind.UNDERCUTTING,
        "b": AttackKind.REBUTTING,
        "a": AttackKind.UNDERMINING,
        "reconstructed": AttackKind.REBUTTING,
        "sketched": AttackKind.UNDERMINING,
    }
    counterpoints = [Counterpoint([], end, id=f"on-{end}") for end in kinds]
    argument_map = ArgumentMap(
        [A, B],
        [step],
        counterpoints=counterpoints,
        arguments=[Argument("reconstructed", steps=[step]), Argument("sketched")],
    )

    assert [*map(argument_map.attack_kind, counterpoints)] == [*kinds.values()]


def _in_a_small_stack(work: Callable[[], None]) -> None:
    """Run in a thread that could not hold a call for each part."""
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)


@pytest.mark.parametrize("size", [10_000, pytest.param(10**5, marks=pytest.mark.long)])
def test_long_chains(size: int) -> None:
    """Many steps in a row, replies to replies, sections in sections do not recurse."""
    claims = [Claim(f"c{at}") for at in range(size)]
    chain = [Inference([a], b) for a, b in pairwise(claims)]
    replies = [Counterpoint([], "c0", id="k0")]
    replies += [Counterpoint([], f"k{at}", id=f"k{at + 1}") for at in range(size)]
    sections = [Section("s0")]
    sections += [Section(f"s{at + 1}", parent=f"s{at}") for at in range(size)]
    rest: list[ArgumentMap] = []

    def work() -> None:
        argument_map = ArgumentMap(
            claims, chain, counterpoints=replies, sections=sections
        )
        rest.append(argument_map.without("c0"))
        rest.append(argument_map | argument_map)
        rest.append(argument_map.restricted_to(["c1", "c2"]))

    _in_a_small_stack(work)

    without, union, restricted = rest
    assert len(without.inferences) == size - 2
    assert without.counterpoints == ()
    assert union.counterpoints == tuple(replies)
    assert restricted.inferences == (chain[1],)
