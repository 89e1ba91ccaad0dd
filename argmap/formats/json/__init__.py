"""The lossless format: a map in JSON, explicit and strict in what it reads.

Defaults are left out, keys stand in one fixed order, and the same map gives the
same bytes.
"""

import json

from argmap.formats.document import Format
from argmap.formats.json.reader import read
from argmap.formats.json.shapes import ARGUMENT_MAP, VERSION, json_schema
from argmap.model import ArgumentMap, Data

__all__ = ["JSON", "json_schema", "read", "write"]


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


JSON = Format("json", "argmap JSON", (".json",), read=read, write=write)
