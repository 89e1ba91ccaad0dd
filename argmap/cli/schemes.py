"""`argmap schemes`: the catalogue of argumentation schemes."""

import click

from argmap import schemes as catalogue
from argmap.cli.outputs import print_data


@click.command()
@click.argument("scheme", metavar="[ID]", required=False)
def schemes(scheme: str | None) -> None:
    """List the argumentation schemes, or show one in full."""
    if scheme:
        print_data(str(catalogue.scheme(scheme)))
        return
    known = catalogue.schemes()
    width = max(len(each.id) for each in known)
    for each in known:
        print_data(f"{each.id:{width}}  {each.gist}")
