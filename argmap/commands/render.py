"""`argmap render`: draw maps as SVG, PNG or PDF, or give the DOT that Graphviz draws."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from argmap.commands.command import Command, Exit
from argmap.commands.console import say_bytes, tell, with_progress
from argmap.commands.reading import STANDARD, exit_of, read_map, tell_problems
from argmap.errors import ArgmapError
from argmap.model.kinds import Direction

FORMATS = ("svg", "png", "pdf", "dot")
_PAINTED = ("png", "pdf")
_ENDINGS = (".argmap.yaml", ".argmap.yml", ".argmap", ".yaml", ".yml")


def configure(parser: ArgumentParser) -> None:
    """Add files, output and how to draw."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="maps; - reads standard input")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="file to write; a folder for several maps; - writes standard output",
    )
    parser.add_argument("--format", choices=FORMATS, help="default: what OUT ends with, else svg")
    parser.add_argument("--theme", help="light, dark, print, …; default: the map's own, else light")
    parser.add_argument(
        "--direction",
        choices=[str(direction) for direction in Direction],
        help="where the conclusion stands; default: the map's own, else at the top",
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--scale", type=_positive, metavar="N", help="PNG pixels for each point")
    size.add_argument("--dpi", type=_positive, metavar="N", help="PNG pixels for each inch")
    parser.add_argument("--titles", action="store_true", help="draw titles in place of long texts")


def run(arguments: Namespace) -> Exit:
    """Draw one map after the other; one that fails does not stop the rest."""
    targets = _targets(arguments)
    statuses = []
    for name in with_progress(arguments.files):
        try:
            statuses.append(_draw(name, targets[name], arguments))
        except ArgmapError as error:
            tell(str(error))
            statuses.append(Exit.FAILED)
        except OSError as error:
            tell(f"{error.filename or name}: {error.strerror or error}")
            statuses.append(Exit.FAILED)
    return Exit.of_several(statuses)


def _draw(name: str, target: str, arguments: Namespace) -> Exit:
    # YAML and Graphviz take longer to load than `argmap --version` may take.
    from argmap.drawing.render import render  # noqa: PLC0415

    reading = read_map(name)
    tell_problems(reading)
    format_ = _format(arguments)
    direction = Direction(arguments.direction) if arguments.direction else None
    picture = render(
        reading.argument_map,
        format_,
        theme=arguments.theme or "",
        direction=direction,
        titles=arguments.titles,
        scale=arguments.scale,
        dpi=arguments.dpi,
    )
    if target == STANDARD:
        say_bytes(picture)
    else:
        Path(target).write_bytes(picture)
    return exit_of(reading)


def _format(arguments: Namespace) -> str:
    """Give the format asked for: by name, else by the ending of the output, else SVG."""
    ending = Path(arguments.output).suffix.removeprefix(".").lower()
    return str(arguments.format or (ending if ending in FORMATS else FORMATS[0]))


def _targets(arguments: Namespace) -> dict[str, str]:
    """Give each file's output; refuse where two would write the same one."""
    files, output = arguments.files, arguments.output
    folder = Path(output)
    if len(files) == 1 and not (output.endswith("/") or folder.is_dir()):
        return {files[0]: output}
    if output == STANDARD:
        raise ArgmapError("Several maps cannot go to standard output.", "name a folder with -o")
    if folder.exists() and not folder.is_dir():
        raise ArgmapError(f"{output} is a file.", "several maps need a folder: name one with -o")
    folder.mkdir(parents=True, exist_ok=True)
    targets = {name: str(folder / f"{_stem(name)}.{_format(arguments)}") for name in files}
    _refuse_clashes(targets)
    return targets


def _refuse_clashes(targets: dict[str, str]) -> None:
    by_target: dict[str, str] = {}
    for name, target in targets.items():
        other = by_target.setdefault(target, name)
        if other != name:
            raise ArgmapError(
                f"{other} and {name} would both be written to {target}.",
                "draw them into different folders",
            )


def _stem(name: str) -> str:
    base = "map" if name == STANDARD else Path(name).name
    ending = next((e for e in _ENDINGS if base.lower().endswith(e)), "")
    return base[: len(base) - len(ending)] or base


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise ArgumentTypeError(f"{text} is not a number above 0")
    return number


COMMAND = Command("render", "draw maps as SVG, PNG, PDF or DOT", configure, run)
