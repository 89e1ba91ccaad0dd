"""What somebody probably meant."""

from hypothesis import given, strategies as st

from argmap.suggestions import did_you_mean, near_miss

_WORDS = st.text("abcd", min_size=1, max_size=8)


def _edits(word: str) -> set[str]:
    """Return every word that is one edit away."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(a + each + b for a, b in halves for each in "abcd"),
        *(a + b[1:] for a, b in halves if b),
        *(a + each + b[1:] for a, b in halves for each in "abcd" if b),
        *(a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1),
    } - {word}


@given(_WORDS, _WORDS)
def test_near_miss(word: str, other: str) -> None:
    """Exactly the words that one edit makes of a known one are near misses."""
    for each in {other, *_edits(word)}:
        assert (near_miss(each, (word,)) is not None) == (each in _edits(word))


def test_did_you_mean() -> None:
    """The most alike is asked for, or one of which it is a part; for others none."""
    assert did_you_mean("redner", ["check", "render"]) == "did you mean 'render'?"
    assert did_you_mean("xyz", ["check", "render"]) is None
    assert did_you_mean("sunk", ["sun", "sunk-costs"]) == "did you mean 'sun'?"
    assert did_you_mean("Costs", ["cosmos", "sunk-costs"]) == (
        "did you mean 'sunk-costs'?"
    )
    assert did_you_mean("render" * 100, ["render"]) is None
