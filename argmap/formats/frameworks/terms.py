"""Names in Aspartix, where answer-set solvers take many without marks for variables.

A name that is no constant stands in quotation marks, which are no part of it. What
could do without them and has them is another name: `"a"` is not `a`.
"""

import re
from typing import Final

_CONSTANT: Final = r"(?:_*+[a-z]\w*+|[0-9]++)"
_AS_IT_IS: Final = re.compile(rf'{_CONSTANT}|"{_CONSTANT}?"', re.ASCII)
_NOT_INSIDE: Final = re.compile(r'["\r\n]')


def is_nameable(name: str) -> bool:
    """Return whether a name can be written so that it is read as the same."""
    if _AS_IT_IS.fullmatch(name):
        return True
    return name != "" and not _NOT_INSIDE.search(name)


def quoted(name: str) -> str:
    """Return a name as it is written.

    >>> quoted("rose"), quoted("Rents rose"), quoted('"rose"')
    ('rose', '"Rents rose"', '"rose"')
    """
    return name if _AS_IT_IS.fullmatch(name) else f'"{name}"'


def unquoted(term: str) -> str:
    """Return the name that is written so."""
    if not term.startswith('"') or _AS_IT_IS.fullmatch(term):
        return term
    return term[1:-1]
