"""Write the examples in Argdown, from the maps that stand in Python.

Run `python -m tests.make_examples` after a change of an example or of how Argdown
is written, and read what it wrote before keeping it.
"""

from argmap import ArgumentMap, dump
from examples import decision_record, rent_control, russia_in_syria, undercut
from tests.console import ROOT

EXAMPLES: dict[str, ArgumentMap] = {
    "decision_record": decision_record.ARGUMENT_MAP,
    "rent_control": rent_control.ARGUMENT_MAP,
    "russia_in_syria": russia_in_syria.ARGUMENT_MAP,
    "undercut": undercut.ARGUMENT_MAP,
}

if __name__ == "__main__":
    for name, argument_map in EXAMPLES.items():
        dump(argument_map, ROOT / "examples" / f"{name}.argdown")
