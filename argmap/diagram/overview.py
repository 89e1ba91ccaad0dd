"""An overview of a plan: its sections as boxes, and how many steps join them."""

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from argmap.diagram.plan import Box, Edge, Junction, Plan, Text
from argmap.diagram.style import PREMISE, PREMISES, LineKind
from argmap.words import counted

_ELSEWHERE = "In no section"


def sections_of(plan: Plan) -> Mapping[str, tuple[Box, ...]]:
    """Return the boxes of every outermost section, and with "" those in none.

    Sections come in the order of their first box.
    """
    found: dict[str, list[Box]] = {}
    for box in plan.boxes:
        found.setdefault(plan.homes.get(box.part, ""), []).append(box)
    return {section: tuple(boxes) for section, boxes in found.items()}


def box_of(section: str) -> str:
    """Return the part that stands for a section in an overview."""
    return f"to.{section}"


def title_of_section(plan: Plan, section: str) -> str:
    """Return the title of an outermost section, or what to call what is in none."""
    titles = (each.title for each in plan.groups if each.part == section)
    return next(titles, _ELSEWHERE)


def overview(plan: Plan, pages: Mapping[str, int]) -> Plan:
    """Return a plan of the sections, with the page on which each begins.

    Each has its title, its size and its main conclusion.
    """
    sections = sections_of(plan)
    lines = [*_lines(plan)]
    return attrs.evolve(
        plan,
        boxes=tuple(
            _box(plan, section, boxes, pages[section])
            for section, boxes in sections.items()
        ),
        junctions=tuple(junction for junction, _ in lines),
        edges=tuple(edge for _, edges in lines for edge in edges),
        groups=(),
        decisive=frozenset(),
    )


def _box(plan: Plan, section: str, boxes: tuple[Box, ...], page: int) -> Box:
    title = title_of_section(plan, section)
    size = f"{_counts(boxes)}, page {page}"
    conclusion = _main_conclusion(plan, boxes)
    number = plan.numbers[conclusion.part]
    said = [each.words for each in conclusion.texts if not each.is_label]
    texts = (
        Text(title, is_bold=True),
        Text(size, is_label=True),
        Text(f"{number} {said[-1]}"),
    )
    return Box(box_of(section), f"{title}: {size}", texts)


def _counts(boxes: tuple[Box, ...]) -> str:
    found = Counter(
        "question" if each.is_question else "argument" if each.is_sketch else "claim"
        for each in boxes
    )
    return ", ".join(counted(number, noun) for noun, number in found.items())


def _main_conclusion(plan: Plan, boxes: tuple[Box, ...]) -> Box:
    """Return the thesis, or else the first that reasons lead to and that leads on not.

    Only what is in the section counts.
    """
    here = {box.part for box in boxes}
    supported, leading = set[str](), set[str]()
    for edge in plan.edges:
        heads = here.intersection(plan.boxes_after(edge.head))
        if edge.tail in here and heads - {edge.tail}:
            leading.add(edge.tail)
            supported |= heads
    tops = [each for each in boxes if each.part not in leading]
    chosen = (
        *(each for each in boxes if each.is_thesis),
        *(each for each in tops if each.part in supported),
        *tops,
        boxes[0],
    )
    return chosen[0]


def _lines(plan: Plan) -> Iterator[tuple[Junction, tuple[Edge, Edge]]]:
    """Yield how many steps of each kind lead from each section into each other one."""
    found: Counter[tuple[str, str, LineKind]] = Counter()
    for edge in plan.edges:
        if edge.kind in PREMISES:
            continue
        tails = plan.premises_of(edge.tail) or plan.boxes_after(edge.tail)[:1]
        found.update(
            (tail, head, edge.kind)
            for tail in _homes(plan, tails)
            for head in _homes(plan, plan.boxes_after(edge.head))
            if tail != head
        )
    for (tail, head, kind), count in found.items():
        part = f"{tail}.{head}.{kind.name}"
        words = f"{count} × {kind.toward}"
        junction = Junction(part, words, kind, (Text(words, is_label=True),))
        yield junction, (Edge(tail, part, part, PREMISE), Edge(part, head, part, kind))


def _homes(plan: Plan, boxes: tuple[str, ...]) -> dict[str, None]:
    return dict.fromkeys(box_of(plan.homes.get(each, "")) for each in boxes)
