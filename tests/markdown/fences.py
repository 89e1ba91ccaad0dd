"""Fences, and a converter for them."""

import pytest
from markdown import Markdown

from argmap.markdown import ArgmapExtension

MAP = "[Cap]: The city should cap rents.\n  - [Few]: Fewer flats are built.\n"
BROKEN = "[A]: a\n\n(1) b\n"
UNFINISHED = "error[unfinished-reconstruction]: the premises lead to no conclusion"
QUOTING = (
    "===\nargmap:\n  sources: [{id: report, path: report.txt}]\n===\n\n"
    "[Rents]: Up. {quotations: [{exact: Rents fell, source: report}]}\n"
    "  + [Index]: It says so.\n"
)


def converter(*extensions: str, **options: object) -> Markdown:
    return Markdown(extensions=[ArgmapExtension(**options), *extensions])


def fenced(source: str, options: str = "", margin: str = "") -> str:
    lines = ["```argmap " + options, *source.rstrip("\n").split("\n"), "```"]
    return "".join(f"{margin}{line}".rstrip() + "\n" for line in lines)


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records]
