"""A text with a bit of everything, read with settings, and its view in lines."""

from collections.abc import Iterator

from argmap import ArgumentMap, Claim, Inference
from argmap.formats import Document, read

HOUSING = """
# Housing

[Cap]: Cap rents. #policy
  + <Fairness>: It is fair. #pro
  - <Shortage>: Flats get rare. #con
  + They rose.

## Detail

<Fairness>

(1) Homes are needed.
(2) [Dignity]: All have dignity.
----
(3) Needs come first.
----
(4) [Cap]
  <_ <Needs>: They differ.
"""


def housing(*settings: str, body: str = HOUSING) -> Document:
    """Return what is read of the text with these settings, in YAML."""
    front = "\n".join(settings)
    return read(f"===\n{front}\n===\n\n{body}" if settings else body, "argdown")


def drawn(document: Document) -> list[str]:
    """Return the view in lines: boxes, groups, lines between boxes."""
    assert document.view is not None
    return list(_lines(document.view.argument_map))


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    for part in argument_map.propositions:
        box = "[{}]" if isinstance(part, Claim) else "<{}>"
        yield box.format(part.title or part.text)
    for section in argument_map.sections:
        yield f"# {section.title}: {' '.join(section.members)}"
    for step in argument_map.steps:
        sign = "+" if isinstance(step, Inference) else "-"
        yield f"{step.end} {sign} {step.premises[0].claim}"
    for each in argument_map.contradictions:
        yield " >< ".join(each.claims)
