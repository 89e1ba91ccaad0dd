"""Laws of standpoints: who reports a view does not grant it."""

import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Premise, evaluate
from argmap.errors import UnknownSpeakerError
from argmap.evaluation import by_speaker
from argmap.model import Act, Utterance
from tests.strategies import argument_maps

UPRISING = ArgumentMap.of(
    Claim("will", "It was the will of the people.", speaker="the West"),
    Claim("complex", "It was more complex.", speaker="Russia"),
    Claim("differ", "They disagree."),
    Claim("war", "There was a war.", utterances=["Russia", Utterance("Ann", "agrees")]),
    Inference(
        [Premise("will", attributed=True), Premise("complex", attributed=True)],
        conclusion="differ",
    ),
    author="Ann",
)


def standing(argument_map: ArgumentMap, standpoint: str | None = None) -> set[str]:
    """Return the ids of the claims that stand."""
    found = evaluate(argument_map, standpoint=standpoint)
    return {each.id for each in argument_map.claims if found.verdict(each) == "stands"}


def test_who_reports_a_view_does_not_grant_it() -> None:
    """From the author's standpoint what only others hold needs a reason."""
    assert standing(UPRISING) == standing(UPRISING, "Ann") == {"differ", "war"}
    assert standing(UPRISING, "Russia") == {"complex", "differ", "war"}
    assert standing(UPRISING, "everyone") == {"will", "complex", "differ", "war"}
    words = str(evaluate(UPRISING).explain("will"))
    assert words.endswith("“It was the will of the people.”, the West's claim,"
                          " not argued here")  # fmt: skip


def test_a_reason_is_enough() -> None:
    """A view of others stands if the author gives a reason for it."""
    argued = UPRISING.with_parts(Inference(["war"], conclusion="complex"))

    assert standing(argued) == {"complex", "differ", "war"}


def test_an_objection_of_others() -> None:
    """What others object does not count against what the author holds."""
    argument_map = UPRISING.with_parts(Counterpoint(["will"], target="war"))

    assert "war" in standing(argument_map)
    assert "war" not in standing(argument_map, "everyone")


@pytest.mark.parametrize("act", [None, *Act])
def test_who_holds_a_claim(act: Act | None) -> None:
    """Who asserts it, agrees, argues or restates holds it; the others do not."""
    claim = Claim("a", "A.", utterances=[Utterance("Ada", act)])

    holds = act in {None, Act.ASSERTS, Act.AGREES, Act.ARGUES, Act.RESTATES}
    assert ArgumentMap([claim], author="Bo").holders("a") == (
        ("Ada",) if holds else ("Bo",)
    )


def test_a_speaker_that_there_is_not() -> None:
    """A slip in a name is answered."""
    with pytest.raises(UnknownSpeakerError, match="'Rusia'; did you mean 'Russia'"):
        evaluate(UPRISING, standpoint="Rusia")


def test_where_speakers_agree() -> None:
    """What stands for each of them is agreed."""
    found = by_speaker(UPRISING)

    assert [*found.evaluations] == ["Ann", "the West", "Russia"]
    assert found.agreed == ("differ",)
    assert by_speaker(ArgumentMap([Claim("a")])).agreed == ()


def test_who_is_for_what() -> None:
    """Each claim is with those from whose standpoint it stands, most of them first."""
    assert [*by_speaker(UPRISING).by_support.items()] == [
        (("Ann", "the West", "Russia"), ("differ",)),
        (("Ann", "Russia"), ("war",)),
        (("the West",), ("will",)),
        (("Russia",), ("complex",)),
    ]


@given(argument_maps())
def test_nothing_is_left_out(argument_map: ArgumentMap) -> None:
    """Every claim is in one group."""
    groups = by_speaker(argument_map).by_support.values()

    ids = [each.id for each in argument_map.propositions]
    assert sorted(each for group in groups for each in group) == sorted(ids)


@given(argument_maps())
def test_one_may_grant_less_than_everyone(argument_map: ArgumentMap) -> None:
    """What is granted from a standpoint is granted by everyone."""
    everyone = evaluate(argument_map, standpoint="everyone").granted

    for each in by_speaker(argument_map).evaluations.values():
        assert each.granted <= everyone
