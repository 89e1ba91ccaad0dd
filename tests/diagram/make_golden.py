"""Write the DOT sources of the examples that the tests compare with.

Run `python -m tests.diagram.make_golden` after a change of how maps are drawn,
and look at the pictures before keeping the files.
"""

from pathlib import Path

from argmap.diagram import draw
from tests import make_examples

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {
    name: make_examples.EXAMPLES[name]
    for name in ("rent_control", "russia_in_syria", "undercut")
}

if __name__ == "__main__":
    for name, argument_map in EXAMPLES.items():
        source = draw(argument_map).digraph.source
        (GOLDEN / f"{name}.dot").write_text(source, encoding="utf-8")
