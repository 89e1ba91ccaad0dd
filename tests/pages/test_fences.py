"""Fences of Markdown, and what is none."""

import pytest

from argmap.pages.fences import fences
from argmap.pages.lines import lines_of


def _found(page: str) -> list[tuple[int, str]]:
    found = [(each.line, each.text) for each in fences(lines_of(page))]
    return sorted(found)


@pytest.mark.parametrize(
    "header",
    [
        "argdown",
        " argmap",
        "Argdown",
        "{ARGMAP}",
        "{argmap}",
        "{.argmap}",
        ".argdown",
        "argmap{depth=2}",
        "{argdown}",
        "{ .argmap depth=2 }",
        "argmap focus='a' evaluate",
    ],
)
def test_names_of_maps(header: str) -> None:
    """A fence of a map is called so in every way that is usual."""
    assert _found(f"```{header}\n[A]: a\n```\n") == [(0, "[A]: a\n")]


@pytest.mark.parametrize(
    "page",
    [
        "```python\n[A]: a\n```\n",
        "```argdowns\n[A]: a\n```\n",
        "```\nargdown\n```\n",
        "````markdown\n```argdown\n[A]: a\n```\n````\n",
        "````{code-block} markdown\n```argdown\n[A]: a\n```\n````\n",
        "    ```argdown\n    [A]: a\n    ```\n",
        "<!--\n```argdown\n[A]: a\n```\n-->\n",
        "---\nnote: |\n  ```argdown\n---\n",
        "Write ```argdown [A]: a``` in a line.\n",
        "```{argmap}\n:object: rents:MAP\n```\n",
    ],
)
def test_what_is_no_map(page: str) -> None:
    """Code, comments, front matter, and examples of fences are text."""
    assert _found(page) == []


def test_directives_of_myst() -> None:
    """Options come off; directives with a part of the page in them are looked into."""
    page = (
        "`````{tab-set}\n````{tab-item} One\n```{argmap}\n:depth: 2\n\n[A]: a\n\n"
        "```\n````\n`````\n\n:::{note}\n"
        "```{argmap}\n---\ndepth: 2\n---\n[B]: b\n```\n:::\n"
        "```{eval-rst}\n.. argmap::\n\n   [C]: c\n```\n"
    )

    assert _found(page) == [(2, "[A]: a\n"), (12, "[B]: b\n"), (20, "[C]: c\n")]


def test_fences_inside_each_other_end() -> None:
    """However many fences stand inside each other, reading them ends."""
    depth = 60
    opening = "".join(f"{'`' * (depth + 3 - each)}{{note}}\n" for each in range(depth))

    assert _found(f"{opening}```argmap\n[A]: a\n```\n") == []


def test_an_odd_character_is_kept() -> None:
    """What Markdown replaces stays in the text as it is."""
    assert _found("```argmap\n[A]: a\0b\n```\n") == [(0, "[A]: a\0b\n")]
