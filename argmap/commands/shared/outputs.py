"""Where commands write: one file, standard output, or a folder with a file for each input."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from argmap.commands.command import Exit
from argmap.commands.shared.console import with_progress, write_message, write_result_bytes
from argmap.commands.shared.inputs import STANDARD
from argmap.errors import ArgmapError, Place
from argmap.store.file_names import stem_of


def into_folder(files: Sequence[str], output: str) -> bool:
    """Whether the output is a folder: it is one, ends like one, or gets several files."""
    return len(files) > 1 or output.endswith("/") or Path(output).is_dir()


def targets(files: Sequence[str], output: str, ending: str) -> dict[str, str]:
    """Return each file's output, and make the folder for it; no two are ever the same.

    None is one of the files that are read either: a map would be lost, or its comments at least.
    """
    if not output:
        raise ArgmapError("The name of the output is empty.", "Name a file or a folder.")
    refuse_one_for_several(files, output)
    folder = Path(output) if into_folder(files, output) else None
    if folder is None:
        _refuse_missing_folder(output)
        found = {files[0]: output}
    else:
        found = {name: str(folder / f"{_stem(name)}{ending}") for name in files}
    _refuse_clashes(found)
    _refuse_inputs(found)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return found


def refuse_one_for_several(files: Sequence[str], output: str) -> None:
    """Raise ArgmapError where several files would go into one, or into a folder called like one."""
    if into_folder(files, output) and _names_a_file(output):
        stem = "maps" if output == STANDARD else stem_of(Path(output).stem)
        raise ArgmapError(
            f"Several files cannot go into one, “{output}”.", f"Name a folder, such as “{stem}/”."
        )


def picture_format(output: str) -> str:
    """Return the format that the name of a picture shows; on standard output it is SVG."""
    if output == STANDARD:
        return "svg"
    ending = Path(output).suffix.removeprefix(".").lower()
    if not ending and not Path(output).exists():
        raise ArgmapError(
            f"“{output}” does not show in which format to draw.",
            f"Write “{output}.svg” (or .png, .pdf, .dot), or “{output}/” for a folder.",
        )
    return ending or "svg"


def for_each(files: Sequence[str], work: Callable[[str], Exit]) -> Exit:
    """Do the work on one file after the other; one that fails does not stop the rest."""
    statuses = []
    for name in with_progress(files):
        try:
            statuses.append(work(name))
        except ArgmapError as error:
            write_message(str(error))
            statuses.append(Exit.FAILED)
        except OSError as error:
            write_message(f"{error.filename or name}: {error.strerror or error}.")
            statuses.append(Exit.FAILED)
    return Exit.of_several(statuses)


def write(target: str, data: bytes) -> None:
    """Write a result to standard output, or to a file, whole or not at all.

    A device or a pipe, such as `/dev/null`, is no file that could be replaced.
    """
    from argmap.saving import save_bytes, write_to_device

    path = Path(target)
    if target == STANDARD:
        write_result_bytes(data)
    elif path.exists() and not path.is_file():
        try:
            write_to_device(path, data)
        except OSError as error:
            raise ArgmapError(
                f"The output could not be written: {error.strerror}.",
                "Choose another output.",
                Place(target),
            ) from error
    else:
        save_bytes(path, data)


def _names_a_file(output: str) -> bool:
    """Whether a name cannot be that of a folder for several files: it ends as files do."""
    path = Path(output)
    if path.exists() or output.endswith("/"):
        return path.exists() and not path.is_dir()
    return output == STANDARD or bool(path.suffix)


def _refuse_missing_folder(output: str) -> None:
    from argmap.store.nearby import missing_folder

    if output != STANDARD and (folder := missing_folder(Path(output))):
        raise ArgmapError(
            f"There is no folder “{folder}” to write into.", "Make it first, or name another place."
        )


def _refuse_clashes(found: dict[str, str]) -> None:
    by_target: dict[str, str] = {}
    for name, target in found.items():
        other = by_target.setdefault(target, name)
        if other != name:
            raise ArgmapError(
                f"“{other}” and “{name}” would both be written to “{target}”.",
                "Write them into different folders.",
            )


def _refuse_inputs(found: dict[str, str]) -> None:
    inputs = {_identity(name) for name in found}
    for target in found.values():
        identity = _identity(target)
        if identity is not None and identity in inputs:
            raise ArgmapError(
                f"“{target}” is read, so it is not written over.", "Name another file."
            )


def _identity(name: str) -> tuple[int, int] | None:
    """Return what identifies a file under all its names; None for anything else."""
    path = Path(name)
    if name == STANDARD or not path.is_file():
        return None
    there = path.stat()
    return there.st_dev, there.st_ino


def _stem(name: str) -> str:
    if name == STANDARD:
        return "map"
    path = Path(name)
    return stem_of(path.stem) or path.name
