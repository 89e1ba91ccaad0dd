"""`argmap evaluate`: which claims stand, why, and what would change it."""

import json
from collections.abc import Mapping, Sequence

import attrs
import click

from argmap import evaluate as judge
from argmap.cli.exit_codes import Exit, is_partial, report_errors, run_all
from argmap.cli.folders import expanded
from argmap.cli.inputs import python_name, read_input, text_of
from argmap.cli.options import (
    from_option,
    inputs_argument,
    keep_going_option,
    refuse,
    timeout_option,
)
from argmap.cli.outputs import print_data
from argmap.cli.verdicts import (
    Agreement,
    Report,
    as_json,
    in_short,
    is_cut,
    is_large,
    listed,
    of_framework,
)
from argmap.errors import UnknownPartError
from argmap.evaluation import (
    Evaluation,
    Gradual,
    Semantics,
    degrees,
    standpoints,
)
from argmap.formats.frameworks import AF, Framework, plain_framework
from argmap.gc_pause import gc_paused
from argmap.model import ArgumentMap, ProofStandard
from argmap.words import visible

_ALL = "all"
_IDLE_BY_SPEAKER = (
    *("semantics", "standard", "standpoint", "assume", "without", "about", "only"),
    *("is_list", "explain", "pivots", "probability", "seed", "timeout"),
)
_DEFAULTS = (Semantics.GROUNDED.value, ProofStandard.PREPONDERANCE.value)


@click.command()
@inputs_argument
@click.option(
    "--semantics",
    type=click.Choice([*map(str, Semantics), *map(str, Gradual)]),
    default=Semantics.GROUNDED.value,
    show_default=True,
    help="The semantics of the verdicts; the last four give degrees.",
)
@click.option(
    "--standard",
    type=click.Choice([each.value for each in ProofStandard]),
    default=ProofStandard.PREPONDERANCE.value,
    show_default=True,
    help="How much better the case for a claim must be than the case against it.",
)
@click.option(
    "--standpoint",
    metavar="NAME",
    help="Grant the claims of this speaker, or of everyone; by default the author's.",
)
@click.option(
    "--by-speaker",
    is_flag=True,
    help="Show what stands from the standpoint of each speaker, and of all.",
)
@click.option("--assume", metavar="ID", multiple=True, help="Grant this claim.")
@click.option("--without", metavar="ID", multiple=True, help="Leave this part out.")
@click.option(
    "--about",
    metavar="ID",
    multiple=True,
    help="Answer for this claim, not the thesis.",
)
@click.option(
    "--only",
    metavar="ID",
    multiple=True,
    help="Look for changes to these parts only.",
)
@click.option("--list", "is_list", is_flag=True, help="List all verdicts.")
@click.option("--explain", metavar="ID|all", help="Explain this verdict.")
@click.option(
    "--pivots",
    is_flag=True,
    help="List each change that alone flips the thesis, or the claim of --explain.",
)
@click.option(
    "--probability",
    is_flag=True,
    help="Show how probable it is that each claim stands, from credences.",
)
@click.option(
    "--seed",
    default=0,
    show_default=True,
    help="The random seed of --probability, used for more than 20 uncertain claims.",
)
@timeout_option("The deadline, in seconds, of the search for labellings.")
@click.option(
    "--json",
    "is_json",
    is_flag=True,
    help="Print JSON: one object, or one object per line for several INPUTs.",
)
@keep_going_option
@from_option
def evaluate(  # noqa: PLR0913 - each is an option
    *,
    inputs: tuple[str, ...],
    semantics: str,
    standard: str,
    standpoint: str | None,
    by_speaker: bool,
    assume: tuple[str, ...],
    without: tuple[str, ...],
    about: tuple[str, ...],
    only: tuple[str, ...],
    is_list: bool,
    explain: str | None,
    pivots: bool,
    probability: bool,
    seed: int,
    timeout: float,
    is_json: bool,
    keep_going: bool,
    from_: str | None,
) -> None:
    """Show what the thesis rests on, and what would flip its verdict.

    In a map without a thesis, this is shown for the final conclusions. Instead of an ID
    you can give a title or a text. A verdict says whether a claim stands once every
    counterpoint is counted, not whether it is true: a claim stands, or is defeated,
    unsupported, circular or contested.
    """
    is_answer = not (is_list or explain or pivots or probability)
    asked = explain, pivots, probability, is_json, by_speaker
    limited = standpoint, assume, without, about, only
    is_bare = not any((*asked, *limited)) and (semantics, standard) == _DEFAULTS
    _refuse_idle(
        semantics, is_answer=is_answer, is_drawn=probability, by_speaker=by_speaker
    )

    files = expanded(inputs, from_)
    is_one = len(files.names) == 1

    def write(name: str, result: Report | Agreement | _Degrees | str) -> None:
        if isinstance(result, str) or not is_json:
            _print_text(name, result, is_one=is_one)
        elif is_one:
            print_data(as_json(result.data))
        else:
            data = {"input": name, **result.data}
            print_data(json.dumps(data, ensure_ascii=False))

    def work(name: str) -> Exit:
        framework = _framework(name, from_) if is_bare else None
        if framework is not None and (is_list or is_large(framework)):
            write(name, of_framework(framework) if is_list else in_short(framework))
            if not is_list:
                hint = "--list has all verdicts, --about ID answers for one argument"
                click.echo(hint, err=True)
            return Exit.DONE
        document = read_input(name, from_)
        code = report_errors(name, document)
        if code and not (keep_going and is_partial(name, document)):
            return code
        argument_map = document.argument_map

        def ids(names: tuple[str, ...]) -> list[str]:
            return [argument_map.named(each).id for each in names]

        if aside := _aside(
            argument_map, semantics, ids(without), by_speaker=by_speaker
        ):
            write(name, aside)
            return Exit.FINDINGS if code else Exit.DONE
        evaluation = judge(
            argument_map,
            semantics,
            standard=standard,
            standpoint=standpoint,
            assume=ids(assume),
            without=ids(without),
            timeout=timeout,
        )
        is_explained = explain or pivots or (is_answer and is_json)
        subjects = _subjects(evaluation, explain) if is_explained else []
        report = Report(
            evaluation,
            answer=evaluation.answer(*ids(about), only=ids(only) or None)
            if is_answer
            else None,
            is_listed=is_list or probability,
            explained=subjects,
            pivotal=_pivotal(evaluation, subjects) if pivots else (),
            probabilities=evaluation.probabilities(seed=seed) if probability else None,
        )
        write(name, report)
        return Exit.FINDINGS if code else Exit.DONE

    run_all(files.names, work)


def _framework(name: str, format_name: str | None) -> Framework | None:
    """Return the framework that a file of ICCMA holds, if nothing is to be said of it.

    None for any other INPUT. Raises as `read_input` does.
    """
    is_af = name.endswith(AF.suffixes) if format_name is None else format_name == "af"
    if not is_af or name == "-" or python_name(name):
        return None
    with gc_paused():
        return plain_framework(text_of(name))


def _print_text(name: str, result: object, *, is_one: bool) -> None:
    """Print a result as text, and what has the rest of an answer that is cut."""
    text = str(result)
    print_data(text if is_one else f"{visible(name)}:\n{text}\n")
    if isinstance(result, Report) and result.answer is not None and is_cut(text):
        click.echo("--list has all verdicts, --json all of the answer", err=True)


def _refuse_idle(
    semantics: str, *, is_answer: bool, is_drawn: bool, by_speaker: bool
) -> None:
    """Refuse options that would change nothing; raises UsageError."""
    if by_speaker:
        refuse(_IDLE_BY_SPEAKER, "beside --by-speaker")
    if semantics in list(Gradual):
        reason = f"as {semantics} gives degrees"
        idle = {"assume", "about", "explain", "standard", "standpoint", "is_list"}
        refuse(idle, reason)
    if semantics != Semantics.GROUNDED:
        reason = f"with {semantics}: it goes by the grounded semantics"
        refuse({"only", "pivots", "probability"}, reason)
    if not is_drawn:
        refuse({"seed"}, "without --probability")
    if not is_answer:
        refuse({"about", "only"}, "beside what is asked for")


@attrs.frozen
class _Degrees:
    """The degrees of what a map puts forward."""

    argument_map: ArgumentMap
    semantics: str
    degrees: Mapping[str, float]

    def __str__(self) -> str:
        words = {name: f"{degree:.3f}" for name, degree in self.degrees.items()}
        return "\n".join(listed(self.argument_map, words))

    @property
    def data(self) -> Mapping[str, object]:
        return {"semantics": self.semantics, "degrees": self.degrees}


def _aside(
    argument_map: ArgumentMap,
    semantics: str,
    without: Sequence[str],
    *,
    by_speaker: bool,
) -> Agreement | _Degrees | None:
    """Return what is asked for instead of the verdicts of one evaluation."""
    if by_speaker:
        return Agreement(standpoints.by_speaker(argument_map))
    if semantics in list(Gradual):
        found = degrees(argument_map, semantics, without=without)
        return _Degrees(argument_map, semantics, found)
    return None


def _subjects(evaluation: Evaluation, wanted: str | None) -> list[str]:
    """Return the ids of what is to be explained: by default the thesis, if any."""
    argument_map = evaluation.argument_map
    if wanted == _ALL:
        ids = [each.id for each in argument_map.propositions]
        return [each for each in ids if each in evaluation.verdicts]
    if wanted:
        return [argument_map.named(wanted).id]
    thesis = argument_map.thesis
    return [thesis] if thesis and thesis in evaluation.verdicts else []


def _pivotal(evaluation: Evaluation, subjects: Sequence[str]) -> list[str]:
    """Return the claims whose pivots are shown; without a thesis all that have some.

    Raises UnknownPartError where there are none to show.
    """
    pivots = evaluation.pivots
    if not subjects:
        return [each for each, parts in pivots.items() if parts]
    found = [each for each in subjects if each in pivots]
    if not found:
        msg = f"'{subjects[0]}' has no pivots: claims have, name one with --explain"
        raise UnknownPartError(msg)
    return found
