"""Maps to evaluate: one with a verdict of each kind, one with a conflict."""

from argmap import Argument, ArgumentMap, Claim, Contradiction, Counterpoint, Inference

RENTS = ArgumentMap.of(
    Claim("cap", "Cap rents."),
    Claim("fair", "It is fair."),
    Claim("rare", "Flats get rare."),
    Claim("new", "New flats are exempt."),
    Claim("round", "It is so."),
    Claim("about", "So it is."),
    Claim("open", "Perhaps."),
    Claim("shut", "Perhaps not."),
    Claim("bare", "Nothing.", presumed=False),
    Inference(["fair"], conclusion="cap", id="because"),
    Counterpoint(["rare"], target="cap", id="but"),
    Counterpoint(["new"], target="but", id="yet"),
    Inference(["round"], conclusion="about"),
    Inference(["about"], conclusion="round"),
    Contradiction(["open", "shut"]),
    Argument("case", "The case", steps=["because"]),
    Argument("sketch", "A sketch"),
)

FLOATING = ArgumentMap.of(
    Claim("war", "There will be war."),
    Claim("peace", "There will be peace."),
    Claim("wait", "We can wait."),
    Claim("act", "We have to act."),
    Contradiction(["war", "peace"]),
    Counterpoint(["war"], target="wait"),
    Counterpoint(["peace"], target="wait"),
    Counterpoint(["wait"], target="act"),
)
