"""`argmap convert`: from any format to any other, saying what is lost on the way."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message, write_message_line, write_result
from argmap.commands.shared.inputs import STANDARD, read_data, refuse_no_map
from argmap.commands.shared.outputs import (
    for_each,
    into_folder,
    refuse_one_for_several,
    targets,
    write,
)
from argmap.errors import ArgmapError, Problem, Severity

if TYPE_CHECKING:
    from argmap.formats.format import Exported, Format, Imported, Loss


def configure(parser: ArgumentParser) -> None:
    """Add files, formats, and what to do about losses."""
    parser.add_argument(
        "files",
        metavar="IN ... OUT",
        nargs="*",
        help="files to read, and the file or folder to write; - is standard input or output",
    )
    parser.add_argument("--list", action="store_true", help="list the formats")
    parser.add_argument(
        "--from", dest="source", metavar="F", help="the format of IN; default: by suffix or content"
    )
    parser.add_argument("--to", metavar="F", help="the format of OUT; default: by its suffix")
    parser.add_argument("--strict", action="store_true", help="write nothing if anything is lost")
    parser.add_argument(
        "--report", choices=["text", "json"], default="text", help="how to tell what is lost"
    )


def run(arguments: Namespace) -> Exit:
    """Convert one file after the other, or list the formats."""
    if arguments.list:
        from argmap.formats.manual import listing

        write_result(listing().rstrip())
        return Exit.FINE
    if len(arguments.files) < 2:
        raise ArgmapError(
            "There is nothing to read, or nowhere to write.", "Write `argmap convert IN OUT`."
        )
    *files, output = arguments.files
    row = _target_format(files, output, arguments.to)
    where = targets(files, output, row.suffixes[0])
    return for_each(files, lambda name: _convert(name, where[name], row, arguments))


def _target_format(files: list[str], output: str, to: str | None) -> Format:
    from argmap.formats import convert, table

    if to:
        return table.by_name(to)
    refuse_one_for_several(files, output)
    if output == STANDARD or into_folder(files, output):
        raise ArgmapError(
            f"“{output}” does not show in which format to write.", "Name it with `--to`."
        )
    return convert.format_for(output)


def _convert(name: str, target: str, row: Format, arguments: Namespace) -> Exit:
    from argmap.formats import convert
    from argmap.formats.format import is_misread

    data = read_data(name)
    file = "" if name == STANDARD else name
    imported, exported = convert.convert(data, row.name, arguments.source, file)
    refuse_no_map(imported.problems)
    _tell_losses(name, imported, exported, as_json=arguments.report == "json")
    misread = any(map(is_misread, imported.problems))
    if arguments.strict and (imported.losses or exported.losses or misread):
        raise ArgmapError(
            f"“{name}” was not converted, as something would be lost.", "Leave out `--strict`."
        )
    write(target, exported.content)
    errors = any(problem.severity is Severity.ERROR for problem in imported.problems)
    return Exit.PROBLEMS if errors else Exit.FINE


def _tell_losses(name: str, imported: Imported, exported: Exported, *, as_json: bool) -> None:
    if as_json:
        import json

        report = {
            "file": name,
            "problems": [_told(problem) for problem in imported.problems],
            "not_read": [_plain(loss) for loss in imported.losses],
            "not_drawn": [_plain(loss) for loss in imported.undrawn],
            "not_written": [_plain(loss) for loss in exported.losses],
        }
        write_message_line(json.dumps(report, ensure_ascii=True))
        return
    for problem in imported.problems:
        write_message(str(problem))
    for what, losses in (
        ("Not read", imported.losses),
        ("Read, but not drawn", imported.undrawn),
        ("Not written", exported.losses),
    ):
        for loss in losses:
            write_message(f"{name}: {what}: {loss}.")


def _told(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "line": problem.where.line,
        "column": problem.where.column,
    }


def _plain(loss: Loss) -> dict[str, object]:
    return {"what": loss.what, "count": len(loss.ids), "ids": loss.ids}
