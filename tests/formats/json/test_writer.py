"""What is written as JSON."""

from argmap.formats import dumps, loads
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Locator,
    Premise,
    Quotation,
    Section,
    Source,
)

EVERYTHING = ArgumentMap(
    [
        Claim(
            "a",
            "Mieten steigen – überall.",
            title="A",
            speaker="the tenants",
            implicit=True,
            quotations=[
                Quotation("Rents rose.", source="s", locator=Locator(0, 11, suffix=" "))
            ],
            tags=["rent"],
            presumed=False,
            credence=0.5,
            standard="preponderance",
            expected="stands",
            data={"seen": [2015, {"page": None}]},
        ),
        Claim("b"),
    ],
    [
        Inference(
            ["a", Premise("b", "minor")],
            "b",
            id="i",
            scheme="expert-opinion",
            strength=2,
            strict=True,
        )
    ],
    counterpoints=[Counterpoint([], target="i", id="c")],
    contradictions=[Contradiction(["a", "b"], "contrary", id="x")],
    arguments=[Argument("g", "G", text="So.", steps=["i"], tags=["t"])],
    sections=[Section("s", "S", members=["a"]), Section("t", parent="s")],
    sources=[Source("s", "Gazette", author="N.", date="1999", url="u", sha256="0")],
    title="Rents",
    thesis="b",
    data={"x": True},
)


EVERYTHING_WRITTEN = """\
{
  "argmap": 1,
  "title": "Rents",
  "thesis": "b",
  "sources": [
    {
      "id": "s",
      "title": "Gazette",
      "author": "N.",
      "date": "1999",
      "url": "u",
      "sha256": "0"
    }
  ],
  "claims": [
    {
      "id": "a",
      "text": "Mieten steigen – überall.",
      "title": "A",
      "speaker": "the tenants",
      "implicit": true,
      "quotations": [
        {
          "exact": "Rents rose.",
          "source": "s",
          "locator": {
            "start": 0,
            "end": 11,
            "suffix": " "
          }
        }
      ],
      "tags": [
        "rent"
      ],
      "presumed": false,
      "credence": 0.5,
      "standard": "preponderance",
      "expected": "stands",
      "data": {
        "seen": [
          2015,
          {
            "page": null
          }
        ]
      }
    },
    {
      "id": "b"
    }
  ],
  "arguments": [
    {
      "id": "g",
      "title": "G",
      "text": "So.",
      "steps": [
        "i"
      ],
      "tags": [
        "t"
      ]
    }
  ],
  "inferences": [
    {
      "id": "i",
      "premises": [
        "a",
        {
          "claim": "b",
          "role": "minor"
        }
      ],
      "conclusion": "b",
      "scheme": "expert-opinion",
      "strength": 2,
      "strict": true
    }
  ],
  "counterpoints": [
    {
      "id": "c",
      "premises": [],
      "target": "i"
    }
  ],
  "contradictions": [
    {
      "id": "x",
      "claims": [
        "a",
        "b"
      ],
      "kind": "contrary"
    }
  ],
  "sections": [
    {
      "id": "s",
      "title": "S",
      "members": [
        "a"
      ]
    },
    {
      "id": "t",
      "parent": "s"
    }
  ],
  "data": {
    "x": true
  }
}
"""


def test_layout() -> None:
    """Keys stand in one order, defaults are left out, letters stay letters."""
    assert dumps(EVERYTHING) == EVERYTHING_WRITTEN
    assert loads(EVERYTHING_WRITTEN) == EVERYTHING
