"""The steps of a reconstruction: from which statements each goes to which."""

from collections.abc import Iterator

import attrs

from argmap.formats.argdown.elements import Argument, Inference, Occurrence


@attrs.frozen
class Step:
    """A step of a reconstruction: what it starts from and what it leads to.

    `listed` are the statements that stand between the line before and this one;
    an explicit step says itself which of all it uses.
    """

    inference: Inference
    premises: list[Occurrence]
    conclusion: Occurrence
    listed: list[Occurrence]
    is_explicit: bool


def steps_of(argument: Argument) -> Iterator[Step]:
    """Yield the steps of a reconstruction.

    Without `uses` a step starts from all statements since the last conclusion, and
    from that conclusion.
    """
    listed: list[Occurrence] = []
    before: list[Occurrence] = []
    for each in argument.structure:
        if each.inference is None:
            listed.append(each)
            continue
        used = _used(each, argument.structure)
        premises = before + listed if used is None else used
        if premises:
            yield Step(each.inference, premises, each, listed, used is not None)
        listed, before = [], [each]


def _used(
    conclusion: Occurrence, structure: list[Occurrence]
) -> list[Occurrence] | None:
    """Return the statements that an inference says it uses, by their numbers."""
    inference = conclusion.inference
    assert inference is not None  # noqa: S101 - the caller has seen to it
    for uses in (
        inference.data.get("uses"),
        conclusion.data.get("uses"),
        inference.data.get("from"),
    ):
        if isinstance(uses, list):
            numbers = [each for each in uses if type(each) is int]
            found = [
                structure[each - 1] for each in numbers if 0 < each <= len(structure)
            ]
            return found or None
    return None
