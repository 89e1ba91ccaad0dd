"""Write the published JSON Schema anew: `python -m tests.make_schema`."""

import json
from pathlib import Path

import argmap.formats
from argmap.formats.json import json_schema

PATH = Path(argmap.formats.__file__).parent / "argmap.schema.json"


def written() -> str:
    """Return the text of the file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(written(), encoding="utf-8", newline="\n")
