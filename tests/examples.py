"""The maps of the examples, as they stand in Python."""

from importlib import import_module

from argmap import ArgumentMap, load
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
