"""The names of statements: words, or terms such as `price(volvo, low)`."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

_TOKEN: Final = re.compile(
    r"'[^']*+'|\"[^\"]*+\"|\s++|[(),\[\]]|[^\s(),\[\]'\"]++|['\"]"
)
_VERB: Final = re.compile(r"%[%sv]")
_SIGNS: Final = frozenset("(),[]")


def normal(name: str) -> str:
    """Return a name as it is compared: a term without blanks around its signs.

    >>> normal("price( volvo, low )"), normal("a plain name")
    ('price(volvo,low)', 'a plain name')
    """
    if "(" not in name:
        return name
    tokens = _TOKEN.findall(name)
    around = ["", *tokens, ""]
    return "".join(
        token
        for before, token, after in zip(around, tokens, around[2:], strict=False)
        if not (token.isspace() and _SIGNS & {before, after})
    )


def parts(term: str) -> tuple[str, list[str]]:
    """Return the predicate of a term and its arguments; a plain name has none.

    >>> parts("knows(john,that(a,b))"), parts("rain")
    (('knows', ['john', 'that(a,b)']), ('rain', []))
    """
    tokens = _TOKEN.findall(term)
    if tokens[1:2] != ["("] or tokens[-1] != ")":
        return term, []
    return tokens[0], list(_between_commas(tokens[2:-1]))


def _between_commas(tokens: list[str]) -> Iterator[str]:
    depth = 0
    taken: list[str] = []
    for each in tokens:
        depth += (each in {"(", "["}) - (each in {")", "]"})
        if each == "," and depth == 0:
            yield "".join(taken)
            taken = []
        else:
            taken.append(each)
    yield "".join(taken)


def count_arguments(template: str) -> int:
    """Return how many arguments a template takes.

    >>> count_arguments("%s is 100%% %v")
    2
    """
    return sum(each != "%%" for each in _VERB.findall(template))


def in_words(term: str, language: Mapping[str, str]) -> str:
    """Return what a language makes of a term; nothing if it has no words for it.

    >>> in_words("rises(rent,fast)", {"rises/2": "The %s rises %s."})
    'The rent rises fast.'
    """
    name, arguments = parts(term)
    template = language.get(f"{name}/{len(arguments)}", "")
    left = iter(arguments)
    return _VERB.sub(lambda verb: "%" if verb[0] == "%%" else next(left), template)
