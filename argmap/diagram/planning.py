"""Planning of a picture: what of a map is drawn, and as what.

A claim becomes a box. A step becomes a single line where one premise leads to
one end; where several are linked, or another part aims at the step itself, it
becomes a junction with lines to and from it.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from argmap.diagram import style
from argmap.diagram.annotations import is_called_undercut, rules_of, spans_of
from argmap.diagram.changed import changes_to_show, marked
from argmap.diagram.outline import (
    acts_of,
    describe,
    entries,
    quoted_name,
    sections_of_parts,
    status_of,
)
from argmap.diagram.plan import Box, Edge, Group, Junction, Plan, Text
from argmap.diagram.style import LineKind
from argmap.diagram.summary import summary
from argmap.model import (
    Act,
    Argument,
    ArgumentMap,
    AttackKind,
    Claim,
    Contradiction,
    Inference,
    Preference,
    Step,
    Verdict,
)
from argmap.words import one_line

if TYPE_CHECKING:
    from argmap.changes import PartChange
    from argmap.evaluation import Evaluation

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_Drawn = TypeVar("_Drawn", Junction, Edge)
PAIR = 2
GROUP_LEVELS = 2


def plan(
    argument_map: ArgumentMap,
    colors: Mapping[str, str] = NOTHING,
    evaluation: "Evaluation | None" = None,
    *,
    with_schemes: bool = False,
    changes: Mapping[str, "PartChange"] = NOTHING,
) -> Plan:
    """Decide what to draw of a map, in colours by the ids of parts.

    With an evaluation, which may be that of a larger map, verdicts are shown. With
    schemes each step has the name of its own. `changes` says, by id, what has become of
    parts since another map, as `Diff.both` does.

    >>> argument_map = ArgumentMap.of(
    ...     Claim("a", "A."), Claim("b", "B."), Inference(["a"], conclusion="b")
    ... )
    >>> [(edge.tail, edge.head, edge.kind.name) for edge in plan(argument_map).edges]
    [('a', 'b', 'support')]
    """
    verdicts = evaluation.verdicts if evaluation else NOTHING
    changes = changes_to_show(argument_map, changes)
    order = dict.fromkeys(
        entry.part for entry in entries(argument_map) if not entry.is_mention
    )
    joined = [
        each
        for each in argument_map.steps
        if _is_joined(argument_map, each)
        or (with_schemes and each.scheme)
        or each.id in changes
    ]
    contradictions = argument_map.contradictions
    junctions = (
        *(
            _junction(argument_map, step, colors, with_schemes=with_schemes)
            for step in joined
        ),
        *(
            _contradiction(each)
            for each in contradictions
            if len(each.claims) > PAIR or each.id in changes
        ),
        *_changed_others(argument_map, changes),
    )
    at_junction = dict.fromkeys(junction.part for junction in junctions)
    drawn = filter(argument_map.counts_as_claim, order)
    boxes = tuple(
        _box(
            part,
            is_thesis=part.id == argument_map.thesis,
            color=colors.get(part.id, ""),
            verdict=verdicts.get(part.id),
            author=one_line(argument_map.author),
        )
        for part in map(argument_map.proposition, drawn)
    )
    boxes = _with_questions(argument_map, boxes, colors)
    mark = partial(marked, argument_map, changes)
    edges = (
        *(
            edge
            for step in argument_map.steps
            for edge in _step_edges(argument_map, step, at_junction)
        ),
        *(
            edge
            for each in contradictions
            for edge in _contradiction_edges(argument_map, each, at_junction)
        ),
        *_other_edges(argument_map, at_junction),
    )
    return Plan(
        title=one_line(argument_map.heading),
        author=one_line(argument_map.author),
        summary=summary(argument_map, evaluation, changes),
        boxes=tuple(mark(each) for each in boxes),
        junctions=tuple(mark(_judged(each, evaluation)) for each in junctions),
        edges=tuple(_judged(each, evaluation) for each in edges),
        groups=_groups(
            argument_map, (*(box.part for box in boxes), *at_junction), colors
        ),
        decisive=frozenset(
            each.part
            for each in edges
            if evaluation and each.part in evaluation.decisive
        ),
        has_verdicts=evaluation is not None,
    )


def _with_questions(
    argument_map: ArgumentMap, boxes: Sequence[Box], colors: Mapping[str, str]
) -> tuple[Box, ...]:
    """Return boxes with those of questions, each before its first answer."""
    before: defaultdict[str | None, list[Box]] = defaultdict(list)
    places = {box.part: at for at, box in enumerate(boxes)}
    for each in argument_map.questions:
        answers = [argument_map.as_premise(answer).id for answer in each.answers]
        drawn = sorted(filter(places.__contains__, answers), key=places.__getitem__)
        only = "At most one answer" if each.exclusive else ""
        asked = one_line(each.name) or each.id
        texts = (Text(only, is_label=True), Text(asked, is_bold=True))
        before[drawn[0] if drawn else None].append(
            Box(
                part=each.id,
                name=f"Question: {asked}",
                texts=tuple(text for text in texts if text.words),
                is_question=True,
                color=colors.get(each.id, ""),
            )
        )
    found = [each for box in boxes for each in (*before[box.part], box)]
    return *found, *before[None]


def _changed_others(
    argument_map: ArgumentMap, changes: Container[str]
) -> Iterator[Junction]:
    """Yield what shows that a rephrase or a preference has changed."""
    others = (
        *((each.id, style.REPHRASE) for each in argument_map.rephrases),
        *((each.id, style.PREFERENCE) for each in argument_map.preferences),
    )
    for part, kind in others:
        if part in changes:
            yield Junction(part, kind.meaning.capitalize(), kind)


def _other_edges(
    argument_map: ArgumentMap, at_junction: Container[str]
) -> Iterator[Edge]:
    """Yield what questions, rephrases and preferences join."""
    for question in argument_map.questions:
        for answer in question.answers:
            tail = argument_map.as_premise(answer)
            yield Edge(tail.id, question.id, question.id, style.ANSWER)
    for same in argument_map.rephrases:
        tail, head = map(argument_map.as_premise, (same.claim, same.original))
        edge = Edge(tail.id, head.id, same.id, style.REPHRASE)
        yield from _by_way_of(edge, at_junction)
    for more in argument_map.preferences:
        tail, head = map(argument_map.as_end, (more.preferred, more.over))
        edge = Edge(tail.id, head.id, more.id, style.PREFERENCE)
        yield from _by_way_of(edge, at_junction)


def _by_way_of(edge: Edge, at_junction: Container[str]) -> Iterator[Edge]:
    """Yield a line, or both halves of it where its part has a junction."""
    if edge.part in at_junction:
        yield attrs.evolve(edge, head=edge.part, kind=style.PREMISE)
        edge = attrs.evolve(edge, tail=edge.part)
    yield edge


def _judged(part: _Drawn, evaluation: "Evaluation | None") -> _Drawn:
    status = status_of(evaluation, part.part)
    is_rejected = status is not None and not status.does_count
    return attrs.evolve(part, is_rejected=True) if is_rejected else part


def _box(
    part: Claim | Argument,
    *,
    is_thesis: bool,
    color: str,
    verdict: Verdict | None,
    author: str,
) -> Box:
    return Box(
        part=part.id,
        name=describe(part, verdict),
        texts=tuple(_texts(part, verdict, author)),
        is_thesis=is_thesis,
        is_implicit=isinstance(part, Claim) and part.implicit,
        is_sketch=isinstance(part, Argument),
        color=color,
        is_rejected=verdict is not None and verdict.is_rejected,
        is_contested=verdict is Verdict.CONTESTED,
    )


def _texts(
    part: Claim | Argument, verdict: Verdict | None, author: str
) -> Iterator[Text]:
    title, words = one_line(part.title), one_line(part.text)
    if verdict not in {None, Verdict.STANDS}:
        yield Text(str(verdict), is_label=True, is_bold=True)
    if isinstance(part, Claim) and (voices := _voices(part, author)):
        yield Text(voices, is_label=True)
    if title or not words:
        yield Text(title or part.id, is_bold=True)
    if words:
        yield Text(words, spans=spans_of(part))


def _voices(claim: Claim, author: str) -> str:
    """Return who says a claim; of who asserts it the name is enough."""
    said = (each.removesuffix(f" {Act.ASSERTS}") for each in acts_of(claim, author))
    return ", ".join(filter(None, [one_line(claim.speaker), *said]))


def _is_joined(argument_map: ArgumentMap, step: Step) -> bool:
    """Return whether lines meet at the step, so that it needs a junction."""
    return (
        len(step.premises) != 1
        or (isinstance(step, Inference) and step.strict)
        or bool(argument_map.inferences_for(step))
        or bool(argument_map.counterpoints_against(step))
        or bool(argument_map.arguments_with(step.id))
        or any(each.attributed for each in step.premises)
        or any(isinstance(each, Preference) for each in argument_map.links_of(step))
    )


def _line_kind(argument_map: ArgumentMap, step: Step) -> LineKind:
    if isinstance(step, Inference):
        return style.SUPPORT
    if step.accepted:
        return style.ACCEPTED
    kind = argument_map.attack_kind(step)
    if kind is AttackKind.UNDERCUTTING or is_called_undercut(step):
        return style.UNDERCUT
    return style.OBJECTION


def _junction(
    argument_map: ArgumentMap,
    step: Step,
    colors: Mapping[str, str],
    *,
    with_schemes: bool,
) -> Junction:
    kind = _line_kind(argument_map, step)
    names = " and ".join(
        quoted_name(argument_map, premise.claim) for premise in step.premises
    )
    scheme = f" ({step.scheme})" if step.scheme else ""
    end = argument_map.part(step.end)
    if isinstance(end, Claim | Argument):
        goal = quoted_name(argument_map, end.id)
    else:
        goal = "a step"
    own = (colors.get(each.id, "") for each in argument_map.arguments_with(step.id))
    return Junction(
        part=step.id,
        name=f"{names or 'Something'} {kind.verb} {goal}{scheme}",
        kind=kind,
        texts=(
            *_argument_texts(argument_map, step),
            *([_scheme(step.scheme)] if with_schemes and step.scheme else ()),
        ),
        is_linked=len(step.premises) > 1,
        is_strict=isinstance(step, Inference) and step.strict,
        border=next(filter(None, own), ""),
    )


def _scheme(name: str) -> Text:
    """Return the title of a scheme, or the name that an author gave one."""
    from argmap.schemes import find_scheme  # noqa: PLC0415 - most pictures name none

    scheme = find_scheme(name)
    return Text(scheme.name if scheme else one_line(name), is_label=True)


def _argument_texts(argument_map: ArgumentMap, step: Step) -> Iterator[Text]:
    """Yield the names of the arguments with a step, what they say, and its rules."""
    for argument in argument_map.arguments_with(step.id):
        title, words = one_line(argument.title), one_line(argument.text)
        count = len(argument.steps)
        number = argument.steps.index(step.id) + 1
        if title:
            place = f" ({number} of {count})" if count > 1 else ""
            yield Text(f"{title}{place}", is_label=True, is_bold=True)
        if words and number == count:
            yield Text(words, is_label=True, spans=spans_of(argument))
    if rules := ", ".join(rules_of(step)):
        yield Text(f"by {rules}", is_label=True)


def _contradiction(contradiction: Contradiction) -> Junction:
    return Junction(
        part=contradiction.id,
        name=f"At most one of {len(contradiction.claims)} claims can stand",
        kind=style.CONTRADICTION,
        is_linked=True,
    )


def _step_edges(
    argument_map: ArgumentMap, step: Step, at_junction: Container[str]
) -> Iterator[Edge]:
    kind = _line_kind(argument_map, step)
    tails = [argument_map.as_premise(each.claim).id for each in step.premises]
    if step.id in at_junction:
        for tail, premise in zip(tails, step.premises, strict=True):
            is_said = premise.attributed
            yield Edge(
                tail, step.id, step.id, style.ATTRIBUTED if is_said else style.PREMISE
            )
        tails = [step.id]
    for tail in tails:
        yield Edge(tail, argument_map.as_end(step.end).id, step.id, kind)


def _contradiction_edges(
    argument_map: ArgumentMap, contradiction: Contradiction, at_junction: Container[str]
) -> Iterator[Edge]:
    ends = [argument_map.as_premise(claim).id for claim in contradiction.claims]
    if contradiction.id not in at_junction:
        tail, head = ends
        yield Edge(tail, head, contradiction.id, style.CONTRADICTION)
        return
    for end in ends:
        yield Edge(contradiction.id, end, contradiction.id, style.OBJECTION)


def _groups(
    argument_map: ArgumentMap, drawn: Iterable[str], colors: Mapping[str, str]
) -> tuple[Group, ...]:
    """Return the sections as groups, deeper ones as part of the second level's."""
    shown = _shown_sections(argument_map)
    members: dict[str, list[str]] = {}
    homes = sections_of_parts(argument_map)
    for part_id in drawn:
        if home := homes[part_id]:
            members.setdefault(shown[home.id], []).append(part_id)
    return tuple(
        Group(
            section.id,
            one_line(section.title) or section.id,
            tuple(members.get(section.id, ())),
            section.parent,
            colors.get(section.id, ""),
        )
        for section in argument_map.sections
        if shown[section.id] == section.id
    )


def _shown_sections(argument_map: ArgumentMap) -> dict[str, str]:
    """Return for every section the one that is drawn: itself, or one around it."""
    shown: dict[str, str] = {}
    waiting = [(each, 1) for each in argument_map.subsections(None)]
    while waiting:
        section, level = waiting.pop()
        parent = section.parent
        shown[section.id] = (
            section.id if parent is None or level <= GROUP_LEVELS else shown[parent]
        )
        waiting.extend((each, level + 1) for each in argument_map.subsections(section))
    return shown
