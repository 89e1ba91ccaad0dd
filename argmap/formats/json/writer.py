"""From a map to JSON."""

import json

from argmap.formats.json.shapes import ARGUMENT_MAP, VERSION
from argmap.model import ArgumentMap, Data


def write(argument_map: ArgumentMap) -> str:
    r"""Write a map as JSON, with the texts of its sources where they are at hand.

    >>> from argmap.model import Claim
    >>> print(write(ArgumentMap([Claim("a", "Rents rose.")])), end="")
    {
      "argmap": 1,
      "claims": [
        {
          "id": "a",
          "text": "Rents rose."
        }
      ]
    }
    """
    document = {"argmap": VERSION, **dict(ARGUMENT_MAP.written(argument_map))}
    return json.dumps(document, indent=2, ensure_ascii=False, default=_thawed) + "\n"


def _thawed(data: Data) -> dict[str, object]:
    return dict(data)
