"""Verdicts: the claims that stand once every counterpoint is counted, and why.

A verdict weighs what the map says, not what is true. It is the grounded labelling of
the map itself (Dung 1995; on linked premises and undercuts as in ASPIC+, Prakken
2010; with strengths as in Gordon, Prakken and Walton 2007): the least fixpoint of

- a step is in if all its premises are in and all counterpoints against it are out; it
  is out if a premise is out or a counterpoint against it is in;
- a claim is in if its strongest reason that is in meets its proof standard against
  the strongest counterpoint that is not out; it is out if not even its strongest
  reason that is not out does, against the strongest counterpoint that is in.

A claim that is granted has a reason without premises: one that is `presumed`, and one
to which nothing is concluded. Claims that contradict each other count as
counterpoints against each other, as strong as their own reasons; a reason adds nothing
there if its premises cannot be had without the very claim. What is still undecided
then, and could not be derived even if every open attack failed, rests only on itself:
it is out too, and the rules are applied again. All of it is linear in the size of the
map, but for claims of circles that contradict others and have reasons of different
strengths: for each of these the circle is looked at once more.

Strict steps and preferences are made into steps of the ordinary kind before that, see
`argmap.evaluation.strict`; what stands is then consistent and closed under strict steps
(Caminada and Amgoud 2007).
"""

from argmap.evaluation.answer import Answer
from argmap.evaluation.comparison import Change, compare
from argmap.evaluation.consistency import Inconsistency
from argmap.evaluation.explanation import Explanation
from argmap.evaluation.gradual import Gradual, degrees
from argmap.evaluation.grounded import Label
from argmap.evaluation.probability import Interval
from argmap.evaluation.standpoints import Standpoints, by_speaker
from argmap.evaluation.verdicts import Evaluation, evaluate
from argmap.model import Semantics

__all__ = [
    "Answer",
    "Change",
    "Evaluation",
    "Explanation",
    "Gradual",
    "Inconsistency",
    "Interval",
    "Label",
    "Semantics",
    "Standpoints",
    "by_speaker",
    "compare",
    "degrees",
    "evaluate",
]
