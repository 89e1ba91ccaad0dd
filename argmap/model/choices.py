"""Choices that fields of parts and evaluations hold, each given by a word."""

from argmap.model.kinds import Choice


class ProofStandard(Choice):
    """How much better the case for a claim must be than the case against it.

    After Farley and Freeman (1995) and Gordon, Prakken and Walton (2007).
    """

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"
    DIALECTICAL_VALIDITY = "dialectical-validity"


class Verdict(Choice):
    """What becomes of a claim once every counterpoint is counted."""

    STANDS = "stands"
    DEFEATED = "defeated"
    UNSUPPORTED = "unsupported"
    CIRCULAR = "circular"
    CONTESTED = "contested"

    @property
    def is_rejected(self) -> bool:
        """Whether the claim falls, for whatever reason."""
        return self not in {Verdict.STANDS, Verdict.CONTESTED}


class Expectation(Choice):
    """What a test of the map wants to become of a claim.

    That is a verdict, or `rejected`: any of defeated, unsupported and circular.
    """

    STANDS = "stands"
    DEFEATED = "defeated"
    UNSUPPORTED = "unsupported"
    CIRCULAR = "circular"
    CONTESTED = "contested"
    REJECTED = "rejected"

    def is_met_by(self, verdict: Verdict) -> bool:
        """Return whether a verdict is what is wanted.

        >>> Expectation("rejected").is_met_by(Verdict.CIRCULAR)
        True
        """
        if self is Expectation.REJECTED:
            return verdict.is_rejected
        return self.value == verdict.value


class Semantics(Choice):
    """What makes verdicts ones that can be defended together (Dung 1995).

    The grounded ones are the least that the map forces; complete, preferred, stable
    and ideal ones may decide more.
    """

    GROUNDED = "grounded"
    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"
    IDEAL = "ideal"


class ContradictionKind(Choice):
    """Whether the claims cannot all be false either.

    Of contradictory claims exactly one is true; contrary ones may all be false.
    """

    CONTRADICTORY = "contradictory"
    CONTRARY = "contrary"


class AttackKind(Choice):
    """What a counterpoint counts against, in the terms of ASPIC+ (Prakken 2010).

    It rebuts a claim that an inference concludes, undermines a claim that none
    does, and undercuts an inference or another counterpoint.
    """

    REBUTTING = "rebutting"
    UNDERMINING = "undermining"
    UNDERCUTTING = "undercutting"


class Act(Choice):
    """What somebody does by saying something.

    After the illocutionary forces of Inference Anchoring Theory (Budzynska and Reed
    2011), in which the dialogues of AIF corpora are annotated.
    """

    ASSERTS = "asserts"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    ARGUES = "argues"
    ASKS = "asks"
    CHALLENGES = "challenges"
    REPORTS = "reports"
    RESTATES = "restates"

    @property
    def holds(self) -> bool:
        """Whether who does it with a claim holds it to be so."""
        return self in {Act.ASSERTS, Act.AGREES, Act.ARGUES, Act.RESTATES}
