"""Writer of xAIF: a map as AIF, with what stands beside it."""

from argmap.diagnostics import Diagnostic
from argmap.formats.aif import write as write_aif
from argmap.formats.aif.passthrough import without
from argmap.formats.aif.writer import encoded
from argmap.formats.aif.xaif.beside import KEY, beside
from argmap.formats.losses import find_losses
from argmap.model import ArgumentMap


def write(argument_map: ArgumentMap) -> str:
    """Write a map as xAIF.

    >>> from argmap.model import Claim
    >>> print(write(ArgumentMap([Claim("a", "Rents rose.")])), end="")
    {
      "AIF": {
        "nodes": [
          {"nodeID": "a", "text": "Rents rose.", "type": "I"}
        ],
        "edges": [],
        "locutions": []
      },
      "text": "",
      "dialog": false,
      "OVA": {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    }
    """
    members = {"AIF": write_aif(argument_map).rstrip().replace("\n", "\n  ")}
    members |= {name: encoded(each) for name, each in beside(argument_map).items()}
    lines = (f"  {encoded(name)}: {value}" for name, value in members.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def losses(argument_map: ArgumentMap, back: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Return in what a map differs from what is read back of it."""
    before, after = (without(without(each), KEY) for each in (argument_map, back))
    return find_losses(before, after, "xAIF")
