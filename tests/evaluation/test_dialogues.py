"""Ten short dialogues: what each speaker has to grant, and where they agree."""

import pytest

from argmap.evaluation import by_speaker
from argmap.formats import loads, read

# Each dialogue has its text, what stands for whom, and what stands for all.
DIALOGUES = {
    "assertion and doubt": (
        """\
[Won]: The plan has won jobs. {speaker: Ann}
  - [Lost]: It has lost more than it won. {speaker: Bob}
""",
        {"Ann": {"won"}, "Bob": {"lost"}},
        set(),
    ),
    "a reason that is shared": (
        """\
[Tax]: We should lower the tax. {speaker: Ann}
  + [Slow]: Business is slow. {utterances: {Ann: asserts, Bob: agrees}}
""",
        {"Ann": {"tax", "slow"}, "Bob": {"tax", "slow"}},
        {"tax", "slow"},
    ),
    "who only asks grants nothing": (
        """\
[Safe]: The streets are safe. {utterances: {Ann: asserts, Cleo: asks}}
""",
        {"Ann": {"safe"}, "Cleo": set()},
        set(),
    ),
    "who challenges grants nothing": (
        """\
[Cheap]: The wall is cheap. {utterances: {Ann: asserts, Bob: challenges}}
  - [Dear]: The wall costs billions. {speaker: Bob}
""",
        {"Ann": {"cheap"}, "Bob": {"dear"}},
        set(),
    ),
    "a report is no assertion": (
        """\
[Says so]: The report says that crime fell. {speaker: Cleo}
  + [Fell]: Crime fell.
    {utterances: {The report: asserts, Cleo: reports}, attributed: true}
""",
        {"Cleo": {"says-so"}, "The report": {"says-so", "fell"}},
        {"says-so"},
    ),
    "both accept the fact, one the conclusion": (
        """\
[Leave]: We should leave. {speaker: Ann}

(1) [Lost]: We lost a thousand men. {utterances: [Ann, Bob]}
(2) [Not worth it]: It is not worth that. {speaker: Ann}
----
(3) [Leave]
""",
        {"Ann": {"leave", "lost", "not-worth-it"}, "Bob": {"lost"}},
        {"lost"},
    ),
    "an objection is answered by its author": (
        """\
[Ban]: We ban it. {speaker: Ann}
  - [Work]: It gives work. {utterances: {Bob: asserts, Ann: agrees}}
    _ [Elsewhere]: There is work elsewhere. {speaker: Ann}
""",
        {"Ann": {"ban", "work", "elsewhere"}, "Bob": {"work"}},
        {"work"},
    ),
    "two that contradict each other": (
        """\
[Rose]: Rents rose. {speaker: Ann}
  >< [Fell]: Rents fell. {speaker: Bob}
""",
        {"Ann": {"rose"}, "Bob": {"fell"}},
        set(),
    ),
    "restating in other words": (
        """\
[Dear]: Rents are dear. {speaker: Ann}

[Too much]: One pays too much. {utterances: {Bob: restates}, restates: Dear}
""",
        {"Ann": {"dear"}, "Bob": {"too-much"}},
        set(),
    ),
    "the chair reports both": (
        """\
===
argmap: {author: The chair}
===

[Split]: The two are far apart.

(1) [Build]: We build. {speaker: Ann, attributed: true}
(2) [Wait]: We wait. {speaker: Bob, attributed: true}
----
(3) [Split]
""",
        {
            "The chair": {"split"},
            "Ann": {"split", "build"},
            "Bob": {"split", "wait"},
        },
        {"split"},
    ),
}


@pytest.mark.parametrize("name", DIALOGUES)
def test_who_has_to_grant_what(name: str) -> None:
    """From each standpoint stands what its speaker holds, and what follows from it."""
    text, expected, agreed = DIALOGUES[name]
    assert read(text, "argdown").diagnostics == ()
    argument_map = loads(text, "argdown")

    found = by_speaker(argument_map)

    standing = {
        speaker: {
            each.id
            for each in argument_map.claims
            if evaluation.verdict(each) == "stands"
        }
        for speaker, evaluation in found.evaluations.items()
    }
    assert standing == expected
    assert {*found.agreed} == agreed
