"""Laws of the program for the parts that are left undecided."""

import sys
from itertools import count
from types import SimpleNamespace

import pytest

from argmap import ArgumentMap, Claim, Contradiction, Counterpoint, Verdict, evaluate
from argmap.errors import LimitError, MissingExtraError
from argmap.evaluation import deadline
from argmap.evaluation.asp import Encoding
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded import label
from argmap.evaluation.network import network
from tests.evaluation.maps import FLOATING


def test_deadline_of_a_large_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept while the encoding is written, too."""
    clock = SimpleNamespace(monotonic=count(step=0.01).__next__)
    monkeypatch.setattr(deadline, "time", clock)
    claims = [Claim(f"c{number}") for number in range(1_000)]
    net = network(ArgumentMap(claims, contradictions=[Contradiction(claims)]))

    with pytest.raises(LimitError, match=r"no answer in 0\.1 s"):
        Encoding(net, label(net), Deadline(0.1))


def test_without_clingo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is left undecided none is needed; else the package is named."""
    monkeypatch.setitem(sys.modules, "clingo", None)

    plain = ArgumentMap.of(Claim("a"), Counterpoint([], target="a"))
    assert evaluate(plain, "preferred").verdict("a") is Verdict.DEFEATED
    with pytest.raises(MissingExtraError, match=r"pip install 'argmap\[semantics\]'"):
        evaluate(FLOATING, "preferred")
