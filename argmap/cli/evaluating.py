"""`argmap evaluate`: which claims stand, and why."""

import json

import click

from argmap import evaluate as judge
from argmap.cli.findings import report_errors
from argmap.cli.inputs import read_input
from argmap.cli.options import from_option, input_argument
from argmap.cli.outcome import Exit, each_input
from argmap.evaluation import Evaluation
from argmap.model import ProofStandard, Verdict
from argmap.words import gist, plain

_ALL = "all"
_WIDTH = max(map(len, Verdict))


@click.command()
@input_argument
@click.option(
    "--standard",
    type=click.Choice([each.value for each in ProofStandard]),
    default=ProofStandard.PREPONDERANCE.value,
    show_default=True,
    help="How much better the case for a claim must be.",
)
@click.option("--assume", metavar="ID", multiple=True, help="Grant this claim.")
@click.option("--without", metavar="ID", multiple=True, help="Leave this part out.")
@click.option(
    "--explain", metavar="ID|all", help="Why; by default of the thesis, if any."
)
@click.option("--json", "as_json", is_flag=True, help="The verdict on every part.")
@from_option
def evaluate(
    *,
    input_: str,
    standard: str,
    assume: tuple[str, ...],
    without: tuple[str, ...],
    explain: str | None,
    as_json: bool,
    from_: str | None,
) -> None:
    """Say which claims stand once every counterpoint is counted, and why.

    A verdict weighs what the map says, not what is true: a claim stands, is refuted,
    unsupported or circular, or is contested.
    """

    def work(name: str) -> Exit:
        document = read_input(name, from_)
        if report_errors(name, document):
            return Exit.INPUT
        evaluation = judge(
            document.argument_map, standard=standard, assume=assume, without=without
        )
        if as_json:
            verdicts = {each: str(what) for each, what in evaluation.verdicts.items()}
            click.echo(json.dumps(verdicts, indent=2, ensure_ascii=False))
            return Exit.DONE
        told = [_explanations(evaluation, explain)]
        if explain is None:
            told.insert(0, "\n".join(_listed(evaluation)))
        click.echo("\n\n".join(filter(None, told)))
        return Exit.DONE

    each_input([input_], work)


def _listed(evaluation: Evaluation) -> list[str]:
    """Return a line for every claim and argument."""
    return [
        f"{evaluation.verdict(each):{_WIDTH}}  {gist(plain(each.text or each.name))}"
        for each in evaluation.argument_map.propositions
        if each.id in evaluation.verdicts
    ]


def _explanations(evaluation: Evaluation, wanted: str | None) -> str:
    argument_map = evaluation.argument_map
    if wanted == _ALL:
        ids = [each.id for each in argument_map.propositions]
    else:
        ids = [each for each in (wanted or argument_map.thesis,) if each]
    return "\n\n".join(str(evaluation.explain(each)) for each in ids)
