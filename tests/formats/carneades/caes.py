"""Carneades' own evaluation, by its definition (Gordon and Walton 2016).

Slow and plain: an argument counts once its premises have labels and its undercutter
is out, an issue is settled once all its arguments count or are undercut, and what is
then left stays undecided.
"""

from typing import Any, TypeAlias

from hypothesis import strategies as st

Graph: TypeAlias = dict[str, Any]
Labels: TypeAlias = dict[str, str]

MARGIN, DOUBT = 0.5, 0.3


def labels_of(graph: Graph) -> Labels:
    """Return the label of every statement: in, out or undecided."""
    labels = dict.fromkeys(graph["statements"], "undecided")
    labels.update(dict.fromkeys(graph["assumptions"], "in"))
    for issue in graph["issues"].values():
        if any(labels[each] == "in" for each in issue["positions"]):
            labels.update(
                (each, "out") for each in issue["positions"] if labels[each] != "in"
            )
    while True:
        found = next(_next_labels(graph, labels), None)
        if found is None:
            return labels
        labels.update(found)


def _next_labels(graph: Graph, labels: Labels) -> Any:
    issues = {
        each: issue for issue in graph["issues"].values() for each in issue["positions"]
    }
    for name in graph["statements"]:
        if labels[name] != "undecided":
            continue
        weights = [_weight(graph, labels, each) for each in _for(graph, name)]
        issue = issues.get(name)
        if all(weight is not None and weight <= 0 for weight in weights):
            yield {name: "out"}
        elif issue is None and any(weights):
            yield {name: "in"}
        elif issue is not None:
            yield from _settled(graph, labels, issue)


def _for(graph: Graph, name: str) -> list[Any]:
    return [each for each in graph["arguments"].values() if each["conclusion"] == name]


def _settled(graph: Graph, labels: Labels, issue: Any) -> Any:
    strongest: dict[str, float] = {}
    for position in issue["positions"]:
        strongest[position] = 0.0
        for each in _for(graph, position):
            weight = _weight(graph, labels, each)
            if weight is None:
                return
            strongest[position] = max(strongest[position], weight)
    yield {
        each: "in"
        if weight > 0
        and all(
            _wins(weight, other, issue.get("standard", "PE"))
            for rival, other in strongest.items()
            if rival != each
        )
        else "out"
        for each, weight in strongest.items()
    }


def _wins(pro: float, con: float, standard: str) -> bool:
    leads = pro > con and (standard == "PE" or pro - con > MARGIN)
    return leads and (standard != "BRD" or con < DOUBT)


def _weight(graph: Graph, labels: Labels, argument: Any) -> float | None:
    """Return the weight of an argument, None while that is open."""
    undercut = labels[argument["undercutter"]] if "undercutter" in argument else "out"
    held = [labels[each] for each in argument["premises"]]
    if undercut == "in":
        return 0.0
    if undercut == "undecided" or "undecided" in held:
        return None
    number, share = held.count("in"), len(held)
    match argument.get("scheme", "linked"):
        case "convergent":
            return float(number > 0)
        case "cumulative":
            return number / share if share else 0.0
        case "factorized":
            return _factor(graph, argument) if number == share else 0.0
        case scheme:
            return _own_weight(graph, scheme) if number == share else 0.0


def _own_weight(graph: Graph, name: str) -> float:
    for scheme in graph["argument_schemes"]:
        if scheme["id"] == name:
            return float(scheme["weight"]["constant"])
    return 1.0


def _factor(graph: Graph, argument: Any) -> float:
    """Return the share of all premises at issue that the argument has."""
    for issue in graph["issues"].values():
        if argument["conclusion"] in issue["positions"]:
            premises = {
                premise
                for position in issue["positions"]
                for each in _for(graph, position)
                for premise in each["premises"]
            }
            return len(argument["premises"]) / len(premises) if premises else 0.0
    return 1.0


SCHEMES = ("linked", "convergent", "cumulative", "factorized", "weak", "none")


@st.composite
def graphs(draw: st.DrawFn, *, is_acyclic: bool) -> Graph:
    """Draw small argument graphs.

    Statements of an acyclic one come in groups: an issue, or one that is at none.
    Premises and undercutters are of groups before that of the conclusion.
    """
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=5))
    groups: list[list[str]] = []
    for number, size in enumerate(sizes):
        groups.append([f"s{number}{letter}" for letter in "abc"[:size]])
    names = [name for group in groups for name in group]
    arguments: dict[str, Any] = {}
    for number, group in enumerate(groups):
        within = [each for one in groups[:number] for each in one]
        some = st.sampled_from((within if is_acyclic else names) or [""])
        for _ in range(draw(st.integers(0, 3))):
            premises = st.lists(some, max_size=3, unique=True)
            argument = {
                "conclusion": draw(st.sampled_from(group)),
                "premises": [each for each in draw(premises) if each],
                "scheme": draw(st.sampled_from(SCHEMES)),
            }
            undercutter = draw(st.none() | some)
            if undercutter:
                argument["undercutter"] = undercutter
            arguments[f"a{len(arguments)}"] = argument
    return {
        "statements": {name: f"{name}." for name in names},
        "assumptions": draw(st.lists(st.sampled_from(names), max_size=4, unique=True)),
        "issues": {
            f"i{number}": {
                "positions": group,
                "standard": draw(st.sampled_from(["PE", "PE", "CCE", "BRD"])),
            }
            for number, group in enumerate(groups)
            if len(group) > 1
        },
        "argument_schemes": [
            {"id": "weak", "weight": {"constant": 0.4}},
            {"id": "none", "weight": {"constant": 0}},
        ],
        "arguments": arguments,
    }


AT_ISSUE = """
statements: {p: , q: , r: , s: , t: }
issues: {i: {positions: [p, q]}}
"""
