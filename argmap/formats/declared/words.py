"""The usual words for relations, and what they mean.

A word is compared without case, blanks, dashes and underscores.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from argmap.formats.nodes import Meaning

Relation: TypeAlias = tuple[Meaning, bool]
"""A meaning, and whether the relation leads backwards, as `supported by` does."""

_IDS: Final = re.compile(r"(?<=.)(?:ids?|\d+)$")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_BACKWARDS: Final = {
    "supported-by": Meaning.SUPPORT,
    "attacked-by": Meaning.ATTACK,
    "undercut-by": Meaning.UNDERCUT,
    "rephrased-by": Meaning.REPHRASE,
    "answered-by": Meaning.ANSWER,
}
MEANINGS: Final[Mapping[str, Relation]] = {
    **{each.value: (each, False) for each in Meaning},
    **{name: (meaning, True) for name, meaning in _BACKWARDS.items()},
}
"""What a word can be declared to mean, by name."""

_USUAL: Final = {
    "support": """
        support supports supporting supportive pro pros for favor favour favors favours
        infavor infavour infavorof infavourof agree agrees agreeing agreement entail
        entails entailment implies imply implication infer infers inference inferences
        defaultinference proves justify justifies justification backs backing evidence
        evidences evidencefor evidenceof reason reasons reasonfor reasonof reasonsfor
        premise premises premisefor premiseof groundsfor supportfor supportof
        conclusion because strengthens corroborates confirms substantiates supported
        supportedclaim supportsclaim example exa sup ra grounds
        supportingargument supportingarguments supportingclaims supportingevidence
        supportingpoints supportingreasons argumentsfor proarguments argumentfor
        """,
    "attack": """
        attack attacks attacking con cons against oppose opposes opposing opposition
        objects objection objections objectsto disagree disagrees disagreeing
        disagreement rebut rebuts rebuttal rebuttals rebutting refute refutes refutation
        counter counters counterargument counterarguments counterclaim counterclaims
        counterpoint counterpoints counterevidence conflict conflicts conflictswith
        defaultconflict undermine undermines undermining denies negates disputes weakens
        objectionto rebuttalto rebuttalof counterargumentto counterto attackon
        evidenceagainst reasonagainst reasonsagainst premiseagainst
        attacked attackedclaim reb ca opposingarguments opposingclaims
        opposingevidence opposingpoints argumentsagainst conarguments argumentagainst
        """,
    "undercut": "undercut undercuts undercutter undercutting und",
    "contradiction": """
        contradict contradicts contradiction contradictions contradictory contrary
        inconsistent inconsistentwith incompatible incompatiblewith
        """,
    "rephrase": """
        rephrase rephrases restate restates restatement paraphrase paraphrases
        reformulates semanticallysame same sameas equivalent equivalence equivalentto
        defaultrephrase ma
        """,
    "preference": "prefer prefers preference preferredto preferredover pa",
    "answer": "answer answers respondsto",
    "none": """
        none neutral unrelated norelation norel notrelated independent nolink noargument
        """,
    "supported-by": """
        supportedby issupportedby justifiedby isjustifiedby backedby entailedby
        impliedby provedby hassupport hasevidence hasreason haspremise conclusionof
        derivedfrom inferredfrom followsfrom basedon dependson
        """,
    "attacked-by": """
        attackedby isattackedby opposedby isopposedby rebuttedby isrebuttedby refutedby
        counteredby underminedby hasobjection hasattack hascounterargument
        """,
    "undercut-by": "undercutby isundercutby",
    "rephrased-by": "rephrasedby paraphrasedby restatedby",
    "answered-by": "answeredby isansweredby",
}
_BY_WORD: Final[Mapping[str, Relation]] = {
    word: MEANINGS[name] for name, words in _USUAL.items() for word in words.split()
}
_SIGNS: Final[Mapping[str, Relation]] = {
    "+": (Meaning.SUPPORT, False),
    "-": (Meaning.ATTACK, False),
}
_NUMBERS: Final[Mapping[str, Relation]] = {
    "1": (Meaning.SUPPORT, False),
    "0": (Meaning.NONE, False),
    "-1": (Meaning.ATTACK, False),
}
_WHOLE: Final = re.compile(r"([+-]?\d+)(?:\.0+)?")


_ROLES: Final = """
    premise premises evidence evidences reason reasons conclusion example grounds
"""
CHILDREN: Final = "children replies responses subclaims subarguments comments"
_INNER: Final = f"""
    premise premises evidence evidences reason reasons example examples grounds pro pros
    con cons objection objections rebuttal rebuttals refutation counterargument
    counterarguments counterclaim counterclaims counterpoint counterpoints
    counterevidence undercutter opposition argumentsfor argumentsagainst evidencefor
    evidenceagainst reasonsfor reasonsagainst proarguments conarguments
    supportingargument supportingarguments supportingclaims supportingevidence
    supportingpoints supportingreasons opposingarguments opposingclaims
    opposingevidence opposingpoints {CHILDREN}
"""


def is_role(word: str) -> bool:
    """Return whether a word is that of a part in an argument, more than a relation."""
    return folded(word) in _ROLES.split()


def is_inner(name: str) -> bool:
    """Return whether what a node has under a name is for or against the node itself.

    >>> is_inner("premises"), is_inner("supports")
    (True, False)
    """
    return _without_id(name) in _INNER.split()


def folded(word: str) -> str:
    """Return a word as it is compared.

    >>> folded("Is_supported-by ")
    'issupportedby'
    """
    return _NO_LETTER.sub("", word.casefold())


def usual(words: Iterable[str]) -> dict[str, Relation]:
    """Return what the words mean that are usual, of all that a file has.

    1 and -1 are for and against, and 0 is neither, where a file has -1; without it
    they may be the numbers of classes, whose order nobody knows.

    >>> usual(["Supported by", "elaborates", "1"])
    {'Supported by': (<Meaning.SUPPORT: 'support'>, True)}
    >>> [meaning.value for meaning, _ in usual(["1", "-1.0", "0"]).values()]
    ['support', 'attack', 'none']
    """
    known = {each: _meaning(each) for each in words}
    numbers = {each: _NUMBERS.get(_number(each)) for each in words}
    if any(_number(each) == "-1" for each in known):
        known = {each: found or numbers[each] for each, found in known.items()}
    return {each: found for each, found in known.items() if found}


def _meaning(word: str) -> Relation | None:
    return _SIGNS.get(word.strip()) or _BY_WORD.get(_without_id(word))


def _without_id(name: str) -> str:
    """Return a name as it is compared, `supports` for `supports_ids`."""
    return _IDS.sub("", folded(name))


def _number(word: str) -> str:
    match = _WHOLE.fullmatch(word.strip())
    return str(int(match[1])) if match else ""
