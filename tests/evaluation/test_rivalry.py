"""The strongest of rivals, while claims fall, get weaker, and stand."""

from hypothesis import given, settings, strategies as st

from argmap.evaluation.rivalry import Rivalry

WEIGHTS = st.sampled_from([0.0, 0.5, 1.0, 2.0])


@settings(max_examples=200)
@given(st.lists(WEIGHTS, min_size=3, max_size=5), st.data())
def test_the_strongest_is_the_strongest_of_the_others(
    weights: list[float], data: st.DataObject
) -> None:
    """Whatever changes, the answers are those of looking at all rivals again."""
    claims = range(len(weights))
    rivalry = Rivalry(claims, weights.__getitem__)
    for _ in range(data.draw(st.integers(1, 8))):
        claim = data.draw(st.sampled_from(claims))
        weights[claim] = min(weights[claim], data.draw(WEIGHTS))
        before = _answers(rivalry)
        has_changed = rivalry.update(claim, standing=0.0)
        assert has_changed == (_answers(rivalry) != before)

    for claim in claims:
        others = [each for each in claims if each != claim]
        assert rivalry.strongest_open(claim) == max(weights[one] for one in others)


def _answers(rivalry: Rivalry) -> list[tuple[float, float]]:
    return [
        (rivalry.strongest_open(claim), rivalry.strongest_in(claim))
        for claim in rivalry.claims
    ]


def test_what_stands_weighs_against_the_others() -> None:
    """A claim that is in counts against its rivals, not against itself."""
    rivalry = Rivalry([1, 2, 3], {1: 2.0, 2: 1.0, 3: 0.5}.__getitem__)

    assert rivalry.update(2, standing=1.0)
    assert not rivalry.update(2, standing=1.0)

    assert [rivalry.strongest_in(each) for each in (1, 2, 3)] == [1.0, 0.0, 1.0]
