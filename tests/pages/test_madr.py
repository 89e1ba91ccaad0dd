"""Records in the form of MADR, and what is not clear in them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap.diagram import outline
from argmap.formats import Document
from argmap.pages import readable_on
from argmap.rules import check_document
from tests.test_docs import blocks

ROOT = Path(__file__).parents[2]
OPTIONS = "# A\n\n## Considered Options\n\n* Files\n* A database\n\n"


def _read(page: str) -> Document:
    (found,) = readable_on(page, "a.md")
    return found.read()


def test_the_record_in_the_documentation() -> None:
    """The page about records shows one, and what is read of it."""
    page = ROOT / "docs" / "decisions.rst"
    (record,), (shown,) = blocks(page, "markdown"), blocks(page, "text")
    document = _read(record)

    assert outline(document.argument_map) == shown.strip()
    assert check_document(document) == ()


def _texts(document: Document) -> list[str]:
    return [each.text for each in document.argument_map.claims]


@pytest.mark.parametrize(
    "choice",
    [
        'Chosen option: "Files", because there are few.',
        "Chosen option: “Files”, because there are few.",
        "Chosen Option: **Files** because there are few.",
        "* Chosen option: [Files](#files), because there are few.",
        'Chosen option: "Files",\n  because there are few.',
        'Chosen option: "Files," because: there are few.',
        'Chosen option: "Files" (for now), because there are few.',
    ],
)
def test_ways_to_say_what_is_chosen(choice: str) -> None:
    """However it is written, the option is the thesis and the reason is for it."""
    document = _read(f"{OPTIONS}## Decision Outcome\n\n{choice}\n")

    assert document.argument_map.thesis == "files"
    assert _texts(document) == ["Files", "A database", "there are few."]
    assert document.diagnostics == ()


@pytest.mark.parametrize(
    "choice", ['Chosen option: "Files".', "Chosen option: Files. They are few."]
)
def test_a_choice_without_a_reason(choice: str) -> None:
    """What is not said to be a reason is none."""
    document = _read(f"{OPTIONS}## Decision Outcome\n\n{choice}\n")

    assert document.argument_map.thesis == "files"
    assert _texts(document) == ["Files", "A database"]


def test_a_choice_that_is_no_option() -> None:
    """That is a warning where it is chosen; nothing is taken for the thesis."""
    page = (
        f'{OPTIONS}## Decision Outcome\n\nChosen option: "S3", because it is there.\n'
    )
    page += "\n### Consequences\n\n* Good, because it is cheap\n"
    page += "\n## Pros and Cons of the Options\n\n### Files\n\n* Bad, because slow\n"
    document = _read(page)

    found = [
        (each.code, each.span and each.span.of(page)) for each in document.diagnostics
    ]
    assert found == [
        ("unclear-choice", "S3"),
        ("unplaced-remark", "Good, because it is cheap"),
    ]
    assert document.argument_map.thesis is None
    assert _texts(document) == ["Files", "A database", "slow"]


def test_a_heading_that_is_no_option() -> None:
    """Where there is a list, only what it names is an option; the rest is reported."""
    page = (
        f"{OPTIONS}## Pros and Cons of the Options\n\n### S3\n\n* Good, because cheap\n"
    )
    document = _read(page)

    (finding,) = document.diagnostics
    assert finding.code == "unplaced-remark"
    assert finding.span is not None
    assert finding.span.position(page) == (12, 3)
    assert _texts(document) == ["Files", "A database"]


def test_pros_and_cons_without_a_list() -> None:
    """Without a list the headings above what is good and bad are the options."""
    page = "## Pros and Cons\n\n### Files\n\n* Good, because cheap\n\n### So\n\nNo"

    assert _texts(_read(page)) == ["Files", "cheap"]


NUMBERED = """\
## 2. Considered options

1. Files
2. A database

## 3. Decision outcome

Chosen option: **1**, because few.

### Pros and cons of the options

**Option 1 — files**

- Good: cheap

**Option 2**

- **Bad:** slow
"""
LABELLED = """\
## Considered Options

* [Option 1] Keep files
* [Option 2] A database

## Decision Outcome

Chosen option:

* **[Option 2] A database**

## Pros and Cons of the Options

### [Option 1]

* Bad, it is slow
"""
DEEP = f"""\
{OPTIONS}
## Pros and Cons of the Options

### Files

#### Examples

* a.txt

#### Pros/cons

* Good, because cheap

## Notes

* Bad, because x
"""
ODD = """\
## Considered Options

* Neutral, because …
* OK, because …

## Decision Outcome

Chosen option: "Neutral, because …", because

* it fits,
* and so on;
"""


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        (NUMBERED, ["Files", "A database", "few.", "cheap", "slow"]),
        (LABELLED, ["[Option 1] Keep files", "[Option 2] A database", "it is slow"]),
        (DEEP, ["Files", "A database", "cheap"]),
        (ODD, ["Neutral, because …", "OK, because …", "it fits", "and so on"]),
    ],
)
def test_what_others_write(page: str, texts: list[str]) -> None:
    """Numbers, bold lines, headings inside an option and odd names are understood."""
    document = _read(page)

    assert _texts(document) == texts
    assert document.diagnostics == ()


def test_pros_and_cons_without_a_heading() -> None:
    """Whose they are is not clear, which is said, and they are left out."""
    page = f"{OPTIONS}## Pros and Cons\n\n* Good, because cheap\n\n### Files\n\n"
    document = _read(f"{page}* Bad, because slow\n")

    assert [each.code for each in document.diagnostics] == ["unplaced-remark"]
    assert _texts(document) == ["Files", "A database", "slow"]


@pytest.mark.parametrize(
    "page",
    [
        OPTIONS,
        f"{OPTIONS}## Decision\n\nWe take files, because there are few.\n",
        "# A\n\n* Good, because cheap\n* Bad, because slow\n",
        "# A\n\n## Decision Outcome\n\nChosen option: A, because it is there.\n",
        f"```\n{OPTIONS}## Pros and Cons\n\n### Files\n\n* Bad, because slow\n```",
        "# How to write records\n\nWrite *Good, because* in a list.\n",
    ],
)
def test_what_is_no_record(page: str) -> None:
    """Without options, or without anything said of them, a page is no map."""
    assert readable_on(page, "a.md") == ()


def test_a_fence_goes_before_options() -> None:
    """Where the author has drawn a map, that is the map."""
    page = f"{OPTIONS}## Decision\n\nChosen option: Files.\n\n```argdown\n[A]: a\n```\n"

    assert _texts(_read(page)) == ["a"]


@given(st.data())
def test_any_page_is_read(data: Any) -> None:
    """Whatever stands in the lines of a record, reading ends, and places are in it."""
    lines = [
        *OPTIONS.splitlines(),
        "## Decision Outcome",
        'Chosen option: "Files", because x',
        "* Good, because y",
        "* Bad, because",
        "### Files",
        "- Neutral, because\tz",
        "## Pros and Cons of the Options",
        "### ",
        "> * Bad, because w",
        "Chosen option:",
    ]
    page = "\n".join(data.draw(st.lists(st.sampled_from(lines), max_size=14)))

    for each in readable_on(page, "a.md"):
        document = each.read()
        for span in document.spans.values():
            assert 0 <= span.start < span.end <= len(page)
