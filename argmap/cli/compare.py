"""`argmap compare`: a student's map beside a model answer."""

from collections.abc import Iterator
from typing import Any

import click

from argmap.changes import Assessment, Judgement, Relation, assess
from argmap.changes.assessment import SIMILAR_ANSWERS
from argmap.cli.exit_codes import Exit
from argmap.cli.options import from_option, keep_going_option, max_size_option
from argmap.cli.outputs import print_data
from argmap.cli.pairs import colored, read_pair
from argmap.cli.verdicts import as_json
from argmap.model import ArgumentMap
from argmap.words import quoted


@click.command()
@click.argument("student")
@click.argument("model")
@max_size_option
@click.option(
    "--similar",
    type=click.FloatRange(0, 100),
    default=SIMILAR_ANSWERS,
    show_default=True,
    help="How alike the texts of one claim must be, from 0 to 100.",
)
@click.option("--json", "is_json", is_flag=True, help="Print JSON: one object.")
@keep_going_option
@from_option
def compare(
    *,
    student: str,
    model: str,
    similar: float,
    is_json: bool,
    keep_going: bool,
    from_: str | None,
) -> None:
    """Compare a student's map with a model answer.

    STUDENT and MODEL are INPUTs, in any two formats. Claims are the same if their words
    are alike, whatever their ids. Reasons and objections are compared by what they aim
    at, their direction, and whether premises are linked. - is missing, ~ is different,
    = is in other words, and + is what only the student has, which may well be right.

    Exits with 0 if the student has all of the model answer, and with 1 if not.
    """
    pair, code = read_pair((student, model), from_, keep_going=keep_going)
    if pair is not None:
        found = assess(*pair, similar=similar)
        if is_json:
            print_data(as_json(_data(found)))
        else:
            print_data(colored(_lines(found)), is_styled=True)
        code = max(code, Exit.DONE if found.is_right else Exit.FINDINGS)
    if code:
        raise click.exceptions.Exit(code)


def _lines(found: Assessment) -> Iterator[str]:
    """Yield what there is to say: of claims, of relations, of what they lead to."""
    count = len(found.found)
    yield f"Claims: {count} of {count + len(found.missing)} found"
    yield from (f"- {quoted(each.name, each.id)} ({each.id})" for each in found.missing)
    for wanted, made in found.found.items():
        one, other = found.student.proposition(made), found.model.proposition(wanted)
        if one.name != other.name:
            name = quoted(one.name, made)
            yield f"= {name} is taken for {quoted(other.name, wanted)}"
    right = [*found.judgements.values()].count(Judgement.RIGHT)
    yield f"Relations: {right} of {len(found.judgements)} right"
    for relation, judgement in found.judgements.items():
        if judgement is not Judgement.RIGHT:
            is_missing = judgement in (Judgement.MISSING, Judgement.CLAIM_MISSING)
            sign = "-" if is_missing else "~"
            yield f"{sign} {_in_words(relation, found.model)}: {judgement}"
    if found.has_main_conclusion is not None:
        yield _on_conclusion(found)
    if found.own or found.added:
        yield "Not in the model answer:"
        yield from (f"+ {quoted(each.name, each.id)} ({each.id})" for each in found.own)
        yield from (f"+ {_in_words(each, found.model)}" for each in found.added)


def _on_conclusion(found: Assessment) -> str:
    if found.has_main_conclusion:
        return "Main conclusion: the same"
    if found.main_of_student is None:
        return "~ Main conclusion: the student's map has none, or more than one"
    return "~ Main conclusion: not the same"


def _in_words(relation: Relation, argument_map: ArgumentMap) -> str:
    premise, end = (
        quoted(argument_map.proposition(each).name, each)
        for each in (relation.premise, relation.end)
    )
    way = "for" if relation.is_support else "against"
    step = "a step to " * relation.is_about_step
    return f"{premise} {way} {step}{end}"


def _data(found: Assessment) -> dict[str, Any]:
    """Return the assessment as JSON has it."""
    return {
        "right": found.is_right,
        "claims": found.found,
        "missing": [each.id for each in found.missing],
        "own": [each.id for each in found.own],
        "relations": [
            _relation(each) | {"judgement": judgement}
            for each, judgement in found.judgements.items()
        ],
        "added": [_relation(each) for each in found.added],
        "main_conclusion": found.has_main_conclusion,
    }


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "premise": relation.premise,
        "end": relation.end,
        "kind": "for" if relation.is_support else "against",
        "linked": relation.is_linked,
        "about_step": relation.is_about_step,
    }
