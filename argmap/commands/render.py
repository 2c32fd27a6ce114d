"""`argmap render`: draw maps as SVG, PNG or PDF, or give the DOT that Graphviz draws."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from argmap.commands.command import Command, Exit
from argmap.commands.console import say_bytes, tell, with_progress
from argmap.commands.reading import STANDARD, exit_of, use_map
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction

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
    parser.add_argument("--format", help="svg, png, pdf or dot; default: how OUT ends, else svg")
    parser.add_argument("--theme", help="light, dark, print, …; default: the map's own, else light")
    parser.add_argument(
        "--direction",
        choices=[str(direction) for direction in Direction],
        metavar="D",
        help=f"{', '.join(Direction)}; default: the map's own, else {Direction.TOP}",
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--scale", type=_positive, metavar="N", help="of a PNG; 1 is 96 dpi")
    size.add_argument("--dpi", type=_positive, metavar="N", help="of a PNG, in dots per inch")
    parser.add_argument("--titles", action="store_true", help="draw titles in place of long texts")
    parser.add_argument("--legend", action="store_true", help="say what the cards and arrows mean")


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
    reading = use_map(name)
    picture = _drawn(reading.argument_map, arguments)
    if target == STANDARD:
        say_bytes(picture)
    else:
        Path(target).write_bytes(picture)
    return exit_of(reading)


def _drawn(argument_map: ArgumentMap, arguments: Namespace) -> bytes:
    # Graphviz takes longer to load than `argmap --version` may take.
    from argmap.drawing.render import SCREEN  # noqa: PLC0415
    from argmap.rendering import render  # noqa: PLC0415

    return render(
        argument_map,
        _format(arguments),
        theme=arguments.theme or "",
        direction=Direction(arguments.direction) if arguments.direction else None,
        titles=arguments.titles,
        legend=arguments.legend,
        scale=arguments.scale or 1,
        dpi=arguments.dpi or SCREEN,
    )


def _into_folder(arguments: Namespace) -> bool:
    output = arguments.output
    return len(arguments.files) > 1 or output.endswith("/") or Path(output).is_dir()


def _format(arguments: Namespace) -> str:
    """Give the format asked for: by name, else by the ending of the output file, else SVG."""
    ending = "" if _into_folder(arguments) else Path(arguments.output).suffix
    return str(arguments.format or ending.removeprefix(".").lower() or "svg")


def _targets(arguments: Namespace) -> dict[str, str]:
    """Give each file's output, and make the folder for it."""
    output = arguments.output
    if not _into_folder(arguments):
        return {arguments.files[0]: output}
    folder = Path(output)
    if output == STANDARD or (folder.exists() and not folder.is_dir()):
        raise ArgmapError(f"Several maps cannot go to {output}.", "name a folder with -o")
    ending = _format(arguments)
    targets = {name: str(folder / f"{_stem(name)}.{ending}") for name in arguments.files}
    _refuse_clashes(targets)
    folder.mkdir(parents=True, exist_ok=True)
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
