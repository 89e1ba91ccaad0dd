"""Texts as quoted scalars of JSON and YAML, which hold any of them."""

import json
import re
from typing import Final

_ESCAPED: Final = re.compile(
    r"[{}\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|={3,}|[\]>](?=:)|@(?=include\()"
)
"""What YAML refuses, or would mean something else in a text around it."""


def quoted_scalar(text: str) -> str:
    r"""Return a text in quotation marks, without what means anything to Argdown.

    >>> print(quoted_scalar('They said "rents {rose}".'))
    "They said \"rents \u007brose\u007d\"."
    """
    return _ESCAPED.sub(
        lambda match: "".join(f"\\u{ord(each):04x}" for each in match[0]),
        json.dumps(text, ensure_ascii=False),
    )
