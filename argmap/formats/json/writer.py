"""From a map to JSON."""

import json

from argmap.formats.json.schema import MAP
from argmap.model import ArgumentMap


def write(argument_map: ArgumentMap) -> str:
    r"""Write a map as JSON, with the texts of its sources where they are at hand.

    The number under `argmap` is the first version of the format that can hold it.

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
    written = dict(MAP.written(argument_map))
    document = {"argmap": MAP.version(written), **written}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
