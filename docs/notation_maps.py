"""The small maps on the page about the notation."""

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    Premise,
    Question,
    Rephrase,
)

THESIS = Claim("thesis", "Rents are too high.")
ROSE = Claim("rose-by-a-third", "Rents rose by a third.")
WAGES = Claim("wages-rose", "Wages rose by a tenth.")
SHARE = Claim("share", "Tenants spend half of their wages on rent.")
CLAIMS = ArgumentMap(
    [
        THESIS,
        Claim("spoken", "Rents rose by a third.", speaker="Tenants' union"),
        Claim("unstated", "Who earns more can pay more.", implicit=True),
    ],
    arguments=[Argument("sketch", "Supply", text="Building lowers rents.")],
    thesis=THESIS,
)
LINKED = ArgumentMap(
    [THESIS, ROSE, WAGES, SHARE],
    [
        Inference([ROSE, WAGES], conclusion=THESIS),
        Inference([SHARE], conclusion=THESIS),
    ],
)
STEP = Inference([ROSE], conclusion=THESIS)
AIMS = ArgumentMap(
    [
        THESIS,
        ROSE,
        Claim("cheap", "They are the lowest of all capitals."),
        Claim("index", "The index leaves out new contracts."),
        Claim("quality", "The flats have become better too."),
    ],
    [STEP],
    counterpoints=[
        Counterpoint(["cheap"], target=THESIS),
        Counterpoint(["index"], target=ROSE),
        Counterpoint(["quality"], target=STEP),
    ],
)
VERDICTS = ArgumentMap(
    [
        THESIS,
        ROSE,
        Claim("old", "Contracts are as cheap as ever."),
        Claim("few", "Old contracts are few."),
        Claim("fair", "High rents are fair."),
        Claim("unfair", "High rents are unfair."),
    ],
    [STEP],
    counterpoints=[
        Counterpoint(["old"], target=THESIS),
        Counterpoint(["few"], target="old"),
    ],
    contradictions=[Contradiction(["fair", "unfair"])],
    thesis=THESIS,
)
CONTRADICTORY = ArgumentMap(
    [Claim("went-up", "Rents rose."), Claim("fell", "Rents fell.")],
    contradictions=[Contradiction(["went-up", "fell"])],
)
STRICT = ArgumentMap(
    [
        Claim("all", "All rents rose."),
        Claim("ours", "Ours is a rent."),
        Claim("so", "Our rent rose."),
    ],
    [Inference(["all", "ours"], conclusion="so", strict=True)],
)
NAMED = ArgumentMap(
    [THESIS, ROSE, WAGES],
    [Inference([ROSE, WAGES], conclusion=THESIS, id="step")],
    arguments=[
        Argument("wages", "Rents and wages", text="Rents outrun wages.", steps=["step"])
    ],
)
CAP = Claim("cap-rents", "Cap the rents.")
BUILD = Claim("build-flats", "Build more flats.")
SAID = Inference([Premise("rose-by-a-third", attributed=True)], conclusion=CAP)
PLAIN = Inference([SHARE], conclusion=BUILD)
ASKED = ArgumentMap(
    [
        CAP,
        BUILD,
        ROSE,
        SHARE,
        Claim("half", "Half of it goes."),
        Claim("slow", "Slow."),
    ],
    [SAID, PLAIN],
    counterpoints=[Counterpoint(["slow"], target=BUILD, accepted=True)],
    questions=[Question("what", "What to do?", answers=[CAP, BUILD])],
    rephrases=[Rephrase("half", original=SHARE)],
    preferences=[Preference(PLAIN, over=SAID)],
)
