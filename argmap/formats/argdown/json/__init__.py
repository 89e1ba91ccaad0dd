"""Argdown JSON: elements as the reference's command `argdown json` writes them.

Everything is named by its title. What follows from the rest is written for others
to use, such as the relations inside each element, but it is never read back.
"""

from argmap.formats.argdown.json.reader import elements_from_json
from argmap.formats.argdown.json.writer import elements_as_json

__all__ = ["elements_as_json", "elements_from_json"]
