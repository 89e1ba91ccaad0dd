"""Delete from the project in this folder what its core does without.

`python -m tests.make_core`, in a copy. What imports a leaf from the core fails then.
Only the table of formats may name one, and its rows go as well.
"""

import ast
import shutil
from pathlib import Path
from typing import Final

LEAVES: Final = (
    *("formats/aif/xaif", "formats/aif", "formats/carneades", "formats/frameworks"),
    *("formats/annotations", "formats/kialo"),
    *("sphinxext", "markdown", "language_server", "rules"),
)
TABLE: Final = Path("argmap/formats/known.py")


def without_rows(source: str) -> str:
    """Return the source of the table without imports of leaves, and what uses these."""
    tree = ast.parse(source)
    leaves = {f"argmap.{each.replace('/', '.')}" for each in LEAVES}
    imports = [
        each
        for each in tree.body
        if isinstance(each, ast.ImportFrom) and each.module in leaves
    ]
    names = {alias.name for each in imports for alias in each.names}
    tree.body = [each for each in tree.body if each not in imports]
    for each in ast.walk(tree):
        if isinstance(each, ast.Tuple):
            each.elts = [row for row in each.elts if not _names(row) & names]
    return ast.unparse(tree)


def _names(expression: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(expression) if isinstance(each, ast.Name)}


def main() -> None:
    """Delete the leaves with their tests, and rewrite the table."""
    table = without_rows(TABLE.read_text("utf-8"))
    for each in LEAVES:
        for top in ("argmap", "tests"):
            shutil.rmtree(Path(top, each))
    TABLE.write_text(table, "utf-8")


if __name__ == "__main__":
    main()
