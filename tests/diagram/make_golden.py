"""Write the DOT sources of the examples that the tests compare with.

Run `python -m tests.diagram.make_golden` after a change of how maps are drawn,
and look at the pictures before keeping the files.
"""

from pathlib import Path

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Section,
    evaluate,
)
from argmap.diagram import draw
from tests import examples

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {
    name: examples.EXAMPLES[name]
    for name in ("rent_control", "russia_in_syria", "undercut")
}

EVERY_LOOK = ArgumentMap.of(
    Claim("cap", "Cap rents."),
    Claim("rose", "Rents rose."),
    Claim("poor", "Tenants are poor.", implicit=True),
    Claim("flats", 'Caps & quotas make "flats" scarce.', implicit=True),
    Claim("built", "Flats are built all the same."),
    Claim("no", "No cap has worked."),
    Claim("once", "One has."),
    Claim("hot", "The market is hot."),
    Claim("cold", "The market is cold."),
    Claim("old", "The figures are old."),
    Argument("fair", "Fairness", text="It is fair."),
    Argument("envy", "Envy", text="It is envy."),
    Argument("habit", "Habit", text="It is habit."),
    Inference(["rose", "poor"], conclusion="cap", id="need"),
    Inference(["fair"], conclusion="cap"),
    Inference(["flats", "old"], conclusion="no", id="market"),
    Inference(["rose"], conclusion="hot", strict=True),
    Counterpoint(["no"], target="cap"),
    Counterpoint(["envy", "habit"], target="fair"),
    Counterpoint(["built"], target="flats"),
    Counterpoint(["once", "rose"], target="no"),
    Counterpoint(["flats", "no"], target="rose"),
    Counterpoint(["old"], target="need"),
    Counterpoint(["built"], target="market"),
    Counterpoint(["hot"], target="cold"),
    Counterpoint(["cold"], target="hot"),
    Contradiction(["hot", "cold"]),
    Contradiction(["once", "no"]),
    Section("money", "Who pays?", members=["rose", "poor"]),
    Section("past", "What was tried?", members=["no", "once"]),
    Section("when", "When?", members=["old"], parent="past"),
    title="Rents",
    thesis="cap",
)
COLORS = {
    "rose": "#1b9e77",
    "fair": "#7570b3",
    "envy": "#ffd92f",
    "past": "#d95f02",
    "no": "#e7298a",
}
DIAGRAMS = {name: draw(argument_map) for name, argument_map in EXAMPLES.items()} | {
    "every_look": draw(
        EVERY_LOOK,
        colors=COLORS,
        evaluation=evaluate(EVERY_LOOK),
        direction="left",
        theme="dark",
    )
}
"""What golden files show: the examples, and a map with every kind of box and line."""

if __name__ == "__main__":
    for name, diagram in DIAGRAMS.items():
        source = diagram.digraph.source
        (GOLDEN / f"{name}.dot").write_text(source, encoding="utf-8")
