"""Write the examples in Argdown, from the maps that stand in Python.

Run `python -m tests.make_examples` after a change of an example or of how Argdown
is written, and read what it wrote before keeping it.
"""

from importlib import import_module

from argmap import ArgumentMap, dump, load
from tests.console import HAS_ARTICLE, ROOT


def _example(name: str) -> ArgumentMap:
    """Return an example as it stands in Python, or else in Argdown."""
    if name == "russia_in_syria" and not HAS_ARTICLE:
        return load(ROOT / "examples" / f"{name}.argdown")
    argument_map: ArgumentMap = import_module(f"examples.{name}").ARGUMENT_MAP
    return argument_map


EXAMPLES = {
    name: _example(name)
    for name in ("decision_record", "rent_control", "russia_in_syria", "undercut")
}

if __name__ == "__main__":
    for name, argument_map in EXAMPLES.items():
        dump(argument_map, ROOT / "examples" / f"{name}.argdown")
