"""`argmap convert`: maps in other formats."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
import click

from argmap.cli.exit_codes import Exit, is_partial, report_errors, run_all
from argmap.cli.findings import report
from argmap.cli.folders import expanded
from argmap.cli.inputs import read_input, read_with_sources
from argmap.cli.options import (
    from_option,
    inputs_argument,
    jobs_option,
    keep_going_option,
    output_option,
    quiet_option,
    root_option,
)
from argmap.cli.outputs import print_data, print_message
from argmap.cli.targets import Target, is_folder, refuse_suffix
from argmap.cli.workers import run_all_in
from argmap.errors import UnknownFormatError
from argmap.formats import FORMATS, Document, Format, dumps, format_for, loads
from argmap.formats.files import write_file
from argmap.formats.frameworks import FRAMEWORKS, write_framework
from argmap.model import ArgumentMap


@click.command()
@inputs_argument
@output_option
@keep_going_option
@jobs_option
@from_option
@click.option(
    "--to",
    metavar="FORMAT",
    help="The format to write; by default that of OUT's suffix, json for DIR and -.",
)
@root_option
@click.option(
    "--with-source-text", is_flag=True, help="Include the text of the sources (JSON)."
)
@quiet_option
def convert(
    *,
    inputs: tuple[str, ...],
    output: str,
    keep_going: bool,
    jobs: int,
    from_: str | None,
    to: str | None,
    with_source_text: bool,
    quiet: bool,
) -> None:
    """Write maps in another format.

    What the format cannot hold is reported on standard error. In af, tgf and apx a
    map becomes an abstract framework with the same verdicts. Unless the map is one
    already, comments or labels say what each argument is. Nothing is written if two
    results would have the same name.
    """
    files = expanded(inputs, from_, apart_from=output)
    has_suffix = output != "-" and not is_folder(output, files)
    format_ = _format_named(to or (output if has_suffix else "json"))
    if has_suffix:
        known = {suffix for each in FORMATS for suffix in each.suffixes}
        refuse_suffix(output, format_.name, format_.suffixes, known)
    target = Target.of(output, format_.suffixes[0], files, from_)
    paths = _paths(target, files.names)
    work = _Conversion(paths, format_.name, from_, with_source_text, keep_going, quiet)
    run_all_in(jobs, files.names, work)


def _format_named(name: str) -> Format:
    """Return the format that a name or OUT says; raises UsageError for a picture's."""
    try:
        return format_for(name)
    except UnknownFormatError as error:
        from argmap.diagram.drawing import PICTURES, SUFFIXES  # noqa: PLC0415 - rare

        kind = SUFFIXES.get(Path(name).suffix.lower(), name)
        if kind not in PICTURES:
            raise
        option = "-f" if kind == name else "-o"
        msg = f"{kind} is what render writes: argmap render INPUT {option} {name}"
        raise click.UsageError(msg) from error


def _paths(target: Target, names: Sequence[str]) -> dict[str, Path | None]:
    """Return the files of the results, or exit before anything is written."""
    paths: dict[str, Path | None] = {}

    def find(name: str) -> Exit:
        paths[name] = target.path_for(name)
        return Exit.DONE

    run_all(names, find)
    return paths


@attrs.frozen
class _Conversion:
    """The work on an INPUT, with all that it needs in another process."""

    paths: Mapping[str, Path | None]
    format_name: str
    from_: str | None
    with_source_text: bool
    keep_going: bool
    quiet: bool

    def __call__(self, name: str) -> Exit:
        """Write the result for an INPUT."""
        read = read_with_sources if self.with_source_text else read_input
        document = read(name, self.from_)
        code = report_errors(name, document)
        if code and not (self.keep_going and is_partial(name, document)):
            return code
        self._write(self._text(name, document), self.paths[name])
        return Exit.FINDINGS if code else Exit.DONE

    def _text(self, name: str, document: Document) -> str:
        """Return the map in the other format, once its losses are reported."""
        argument_map, format_ = document.argument_map, format_for(self.format_name)
        text = dumps(argument_map, format_, with_source_text=self.with_source_text)
        if format_ in FRAMEWORKS and not _has_equal_network(
            argument_map, text, format_
        ):
            return _as_framework(argument_map, format_)
        report(name, document, format_.losses(argument_map))
        return text

    def _write(self, text: str, path: Path | None) -> None:
        if path is None:
            print_data(text, end="")
            return
        write_file(path, text.encode())
        if not self.quiet:
            print_message(f"wrote {path}")


def _has_equal_network(argument_map: ArgumentMap, text: str, target: Format) -> bool:
    from argmap.evaluation.projection import have_equal_networks  # noqa: PLC0415

    return have_equal_networks(argument_map, loads(text, target))


def _as_framework(argument_map: ArgumentMap, target: Format) -> str:
    """Return what a map comes to as a framework, where it is none as it stands."""
    from argmap.evaluation.projection import as_framework  # noqa: PLC0415

    projection = as_framework(argument_map)
    print_message(
        "the map is more than a framework: its reasons, counterpoints and claims"
        f" become {len(projection.meanings)} arguments"
    )
    texts = [each.words for each in projection.meanings]
    return write_framework(projection.framework, target, texts=texts)
