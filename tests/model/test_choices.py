"""Choices that are given by a word."""

import pytest

from argmap.model import Expectation, Verdict


@pytest.mark.parametrize("verdict", Verdict)
def test_what_is_expected_is_met_by_its_verdict(verdict: Verdict) -> None:
    """Each verdict meets its own word; what is rejected meets `rejected` besides."""
    met = {each.value for each in Expectation if each.is_met_by(verdict)}

    assert met == {verdict.value, *["rejected"] * verdict.is_rejected}


def test_what_is_rejected() -> None:
    """A claim falls unless it stands or is contested; an expectation is a verdict."""
    assert {each for each in Verdict if not each.is_rejected} == {
        Verdict.STANDS,
        Verdict.CONTESTED,
    }
    assert {each.value for each in Expectation} == {*Verdict, "rejected"}
