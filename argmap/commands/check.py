"""`argmap check`: tell what is wrong with maps, with the place of each problem, and fix it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message, write_result
from argmap.errors import ArgmapError, Problem, Severity


def configure(parser: ArgumentParser) -> None:
    """Add the files, the choice of rules, and how to tell and what to do."""
    parser.add_argument("files", metavar="FILE", nargs="*", help="maps; - reads standard input")
    parser.add_argument(
        "--select",
        metavar="CODES",
        type=_codes,
        help="the rules to run, with commas between, or all; default: those that are on by default",
    )
    parser.add_argument(
        "--ignore",
        metavar="CODES",
        type=_codes,
        default=(),
        help="the rules to leave out; errors stay",
    )
    parser.add_argument("--strict", action="store_true", help="give status 1 on warnings too")
    parser.add_argument(
        "--fix", action="store_true", help="fix in the file what can be fixed, and say what"
    )
    parser.add_argument("--explain", metavar="CODE", help="say what a code means")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="text (default), json, github (annotations of a workflow), or sarif (2.1.0)",
    )
    form.add_argument(
        "--json", dest="format", action="store_const", const="json", help="short for --format json"
    )


def run(arguments: Namespace) -> Exit:
    """Check one file after the other; one that cannot be read does not stop the rest."""
    from argmap.commands.checking.explaining import explain, require_known
    from argmap.commands.checking.findings import REPORTS
    from argmap.critique import ALL

    if arguments.explain:
        write_result(explain(arguments.explain))
        return Exit.FINE
    if not arguments.files:
        raise ArgmapError("There is no map to check.", "Name one or more: `argmap check FILE`.")
    chosen = [code for code in arguments.select or () if code != ALL]
    require_known([*chosen, *arguments.ignore])
    checked = [_check(name, arguments) for name in arguments.files]
    found = [problem for _, problems in checked for problem in problems]
    report = REPORTS[arguments.format](found)
    status = Exit.of_several([status for status, _ in checked])
    if report:
        write_result(report)
    elif arguments.format == "text" and status is Exit.FINE:
        write_message("No problems found.")
    return status


def _check(name: str, arguments: Namespace) -> tuple[Exit, tuple[Problem, ...]]:
    from argmap.authoring.problems import is_map
    from argmap.commands.checking import fixing
    from argmap.commands.checking.findings import found_in
    from argmap.commands.shared.inputs import read_map

    try:
        if arguments.fix:
            fixing.fix_file(name, arguments.select, arguments.ignore)
        reading = read_map(name)
    except ArgmapError as error:
        write_message(str(error))
        return Exit.FAILED, ()
    except OSError as error:
        write_message(f"{name}: {error.strerror}.")
        return Exit.FAILED, ()
    found = found_in(reading, name, arguments.select, arguments.ignore)
    if not is_map(reading):
        return Exit.FAILED, found
    bad = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    return Exit.PROBLEMS if any(p.severity in bad for p in found) else Exit.FINE, found


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code for code in text.replace(",", " ").split() if code)
