"""Writer of frameworks, and of the maps that can be one.

A framework holds claims, sketched arguments, and the counterpoints between two of them;
in Aspartix, supports too. Names are written so that they are read as the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic
from argmap.formats.frameworks.mapping import Pair
from argmap.formats.frameworks.terms import is_nameable, quoted
from argmap.formats.ids import Ids
from argmap.formats.losses import find_losses
from argmap.model import Argument, ArgumentMap, Claim, Counterpoint, Inference
from argmap.model.framework import Framework

_LINE_END: Final = re.compile(r"[\r\n]")


@attrs.frozen
class Bipolar:
    """A framework, supports between its arguments, and a text for each of them.

    `parts` are the ids of what it holds: of arguments, supports, and attacks.
    """

    framework: Framework
    supports: Sequence[Pair] = ()
    texts: Sequence[str] = ()
    parts: Sequence[str] = ()


@attrs.frozen
class Notation:
    """How a framework is written, which names it can have, and what besides."""

    write: Callable[[Bipolar], Iterator[str]]
    can_name: Callable[[str], bool]
    has_texts: bool = False
    has_supports: bool = False

    def hold(self, argument_map: ArgumentMap) -> Bipolar:
        """Return what of a map can be written."""
        arguments = [*_arguments(argument_map)]
        indexes = {each.id: index for index, each in enumerate(arguments)}
        attacks = _between(indexes, argument_map.counterpoints)
        supports = (
            _between(indexes, argument_map.inferences) if self.has_supports else {}
        )
        return Bipolar(
            Framework(
                _names(arguments, self.can_name),
                [tail for tail, _ in attacks],
                [head for _, head in attacks],
            ),
            [*supports],
            [_on_a_line(each.text) for each in arguments] if self.has_texts else (),
            [*indexes, *supports.values(), *attacks.values()],
        )


def _arguments(argument_map: ArgumentMap) -> Iterator[Claim | Argument]:
    """Return what can be an argument of a framework: no reconstructed one."""
    return filter(argument_map.counts_as_claim, argument_map.propositions)


def _between(
    indexes: Mapping[str, int], steps: Iterable[Inference | Counterpoint]
) -> dict[Pair, str]:
    """Return the steps from one to one, by their indexes; of twins the first."""
    found: dict[Pair, str] = {}
    for step in steps:
        names = [*(each.claim for each in step.premises), step.end]
        match [indexes.get(each) for each in names]:
            case [int(tail), int(head)]:
                found.setdefault((tail, head), step.id)
    return found


def _names(
    arguments: Iterable[Claim | Argument], can_name: Callable[[str], bool]
) -> list[str]:
    """Return titles, or the id where a title cannot be written or is taken."""
    ids = Ids()
    names: dict[str, None] = {}
    for each in arguments:
        is_free = can_name(each.title) and each.title not in names
        names[ids.take(each.title if is_free else each.id)] = None
    return [*names]


def _on_a_line(text: str) -> str:
    return " ".join(text.split()) if _LINE_END.search(text) else text.strip()


def write(argument_map: ArgumentMap, name: str) -> str:
    """Return a map in the notation with this name."""
    notation = NOTATIONS[name]
    text = "".join(notation.write(notation.hold(argument_map)))
    return text or "%\n"  # a file without any text is taken for a mistake


def losses(
    argument_map: ArgumentMap, back: ArgumentMap, name: str
) -> tuple[Diagnostic, ...]:
    """Return in what a map differs from the one read back, where ids are others."""
    held = NOTATIONS[name].hold(argument_map)
    ids = dict(zip(held.parts, (each.id for each in back.parts), strict=True))
    return find_losses(argument_map, back, name.upper(), ids)


def write_framework(framework: Framework, name: str, texts: Iterable[str]) -> str:
    """Return a framework in the notation with this name; raises ValueError."""
    notation = NOTATIONS[name]
    for each in framework.names:
        if not notation.can_name(each):
            msg = f"{name} cannot have an argument called {each!r}"
            raise ValueError(msg)
    bipolar = Bipolar(framework, texts=[*map(_on_a_line, texts)])
    return "".join(notation.write(bipolar))


def _af(bipolar: Bipolar) -> Iterator[str]:
    framework = bipolar.framework
    yield f"p af {len(framework.names)}\n"
    numbers = [str(number) for number in range(1, len(framework.names) + 1)]
    if [*framework.names] != numbers:
        for number, name in zip(numbers, framework.names, strict=True):
            yield f"# {number} {name}\n"
    yield from _comments("#", bipolar)
    for tail, head in zip(framework.tails, framework.heads, strict=True):
        yield f"{tail + 1} {head + 1}\n"


def _tgf(bipolar: Bipolar) -> Iterator[str]:
    framework = bipolar.framework
    for name, text in zip_longest(framework.names, bipolar.texts, fillvalue=""):
        yield f"{name} {text}\n" if text else f"{name}\n"
    yield "#\n"
    for tail, head in framework.attacks:
        yield f"{tail} {head}\n"


def _apx(bipolar: Bipolar) -> Iterator[str]:
    framework = bipolar.framework
    yield from _comments("%", bipolar)
    terms = [quoted(each) for each in framework.names]
    for term in terms:
        yield f"arg({term}).\n"
    for tail, head in zip(framework.tails, framework.heads, strict=True):
        yield f"att({terms[tail]},{terms[head]}).\n"
    for tail, head in bipolar.supports:
        yield f"sup({terms[tail]},{terms[head]}).\n"


def _comments(sign: str, bipolar: Bipolar) -> Iterator[str]:
    """Yield what there is to say of every argument."""
    for name, text in zip(bipolar.framework.names, bipolar.texts, strict=False):
        if text:
            yield f"{sign} {name}: {text}\n"


def _is_line(name: str) -> bool:
    return name != "" and name == name.strip() and not _LINE_END.search(name)


def _is_word(name: str) -> bool:
    return name.split() == [name] and not name.startswith("#")


NOTATIONS: Final = {
    "af": Notation(_af, _is_line),
    "tgf": Notation(_tgf, _is_word, has_texts=True),
    "apx": Notation(_apx, is_nameable, has_supports=True),
}
"""The notations by the names of their formats."""
