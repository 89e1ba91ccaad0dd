"""Links that a map names: which of them may be followed from a page."""

import re
from collections.abc import Mapping
from typing import Final

SCHEMES: Final = ("http", "https", "mailto")
"""The schemes that a link may have; one without any is relative, or leads to `#`."""

_HIDDEN = re.compile(
    "[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\ufeff\ufffe\uffff\ud800-\udfff\\\\]"
)
_SCHEME = re.compile(r"[^/?#:]*:")
_ABSOLUTE = re.compile(r"https?://[^/?#]|mailto:.", re.IGNORECASE)


def is_safe(url: str) -> bool:
    r"""Return whether a URL is http, https, mailto, relative, or a fragment.

    One with blanks, controls, marks that cannot be seen or a backslash is not:
    browsers drop some of them, and read another URL than is written there.

    >>> is_safe("https://example.org/a?b#c"), is_safe("../rents.html#high")
    (True, True)
    >>> is_safe("java\tscript:alert(1)"), is_safe("//example.org"), is_safe("data:,x")
    (False, False, False)
    """
    if not url or _HIDDEN.search(url) or url.startswith("//"):
        return False
    return bool(_ABSOLUTE.match(url)) if has_scheme(url) else True


def has_scheme(url: str) -> bool:
    """Return whether something that ends in a colon stands before any path.

    >>> has_scheme("javascript:x"), has_scheme("a/b:c")
    (True, False)
    """
    return bool(_SCHEME.match(url))


def link_of(data: Mapping[str, object]) -> tuple[str, str] | None:
    """Return what the data of a part link it to: a `url`, or a target and `any`.

    `url` in it is a URL; `link` is one, or the name of anything in a documentation.

    >>> link_of({"link": "https://example.org"}), link_of({"link": "a-chapter"})
    (('url', 'https://example.org'), ('any', 'a-chapter'))
    """
    for key in ("url", "link"):
        value = data.get(key)
        if isinstance(value, str) and value:
            is_url = key == "url" or has_scheme(value) or value[0] in "#/.\\"
            return ("url" if is_url else "any"), value
    return None
