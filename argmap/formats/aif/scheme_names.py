"""Names of schemes in AIF, and their ids here.

AIF has no ids for schemes that all tools know: one scheme is `ExpertOpinion`, `Expert
Opinion`, `Argument from expert opinion`. Once the words around it are gone, most names
are the ids of our catalogue.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from argmap.formats.ids import slug

DEFAULT_NAMES: Final = {
    "RA": "Default Inference",
    "CA": "Default Conflict",
    "MA": "Default Rephrase",
    "PA": "Default Preference",
}
"""The name of a link without a scheme, by the type of its node."""

_COMMON: Final = frozenset({*DEFAULT_NAMES, *DEFAULT_NAMES.values()})
_NO_SCHEME: Final = frozenset(
    {"ra", "ca", "default", "default-inference", "default-conflict"}
)
_OTHER_NAMES: Final = {
    "bias-ad-hominem": "bias",
    "causal-slippery-slope": "slippery-slope",
    "circumstantial-argument-against-person": "circumstantial-ad-hominem",
    "direct-ad-hominem": "generic-ad-hominem",
    "falsification-of-hypothesis": "falsification",
    "generic-argument-against-person": "generic-ad-hominem",
    "lack-of-evidence": "ignorance",
    "oppositions": "opposition",
    "sunk-costs-or-waste": "sunk-costs",
    "waste": "sunk-costs",
}
_ARTICLES: Final = ("a", "an", "the")
_INSIDE_CAMEL_CASE: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(256)
def scheme_id(name: str) -> str | None:
    """Return the id of the scheme with this name; None for a name that says none.

    >>> scheme_id("ExpertOpinion"), scheme_id("Argument from an expert opinion")
    ('expert-opinion', 'expert-opinion')
    >>> scheme_id("Default Inference")
    """
    if name in _COMMON or not any(map(str.isalnum, name)):
        return None
    whole = slug(_INSIDE_CAMEL_CASE.sub("-", name))
    words = [each for each in whole.split("-") if each not in _ARTICLES]
    for leads in (("argument",), ("from", "to")):
        if words[:1] and words[0] in leads:
            del words[0]
    if words[-1:] == ["argument"]:
        del words[-1]
    found = "-".join(words) or whole
    if found in _NO_SCHEME or found.isdecimal():
        return None
    return _OTHER_NAMES.get(found, found)


def scheme_of(node: Mapping[str, Any]) -> str | None:
    """Return the id of the scheme that a node says it follows, under either key."""
    for key in ("scheme", "text"):
        name = node.get(key)
        if isinstance(name, str) and name.strip() and not name.isdecimal():
            return scheme_id(name)
    return None


def scheme_name(scheme: str) -> str:
    """Return the name of a scheme in AIF.

    >>> scheme_name("expert-opinion")
    'Expert Opinion'
    """
    name = " ".join(word.capitalize() for word in scheme.split("-"))
    return name if scheme_id(name) == scheme else scheme
