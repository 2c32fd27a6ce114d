"""The process in which a file of others is read: `python -m argmap.texts.reading.child KIND`.

It takes the file on standard input and gives what is in it as JSON. Before it looks at the file it
gives up what it does not need: memory and time beyond a limit, writing files, the network, and
starting programs.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import sys
from typing import Any

from argmap.texts.reading.extract import UnreadableError
from argmap.texts.reading.kinds import KIND_BY_NAME, WHOLE

MEMORY = 1 << 30
SECONDS = 30
TOO_MUCH_MEMORY = 3
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
)


def limit() -> None:
    """Set the limits; where the system has none, the parent's clock is all there is."""
    if sys.platform == "win32":
        return
    resource = importlib.import_module("resource")
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # there it cannot be set
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def refuse_all_else(event: str, _arguments: tuple[Any, ...]) -> None:
    """Raise PermissionError for what reading a file needs not."""
    if event.startswith(_REFUSED):
        raise PermissionError(event)


def read(name: str, data: bytes, *, whole: bool) -> dict[str, Any]:
    """Return what is in a file as `extract`, else why nothing is as `message` or `missing`."""
    kind = KIND_BY_NAME[name]
    try:
        module = importlib.import_module(f"argmap.texts.reading.{kind.module}")
    except ModuleNotFoundError as error:
        return {"missing": str(error.name)}
    reader = getattr(module, kind.reader)
    try:
        extract = reader(data, whole=True) if whole else reader(data)
    except UnreadableError as error:
        return {"message": str(error)}
    return {"extract": {f.name: getattr(extract, f.name) for f in dataclasses.fields(extract)}}


def main() -> int:
    """Read, and tell; the status is that of `TOO_MUCH_MEMORY` where there was too little."""
    limit()
    sys.addaudithook(refuse_all_else)
    name, *more = sys.argv[1:]
    try:
        found = read(name, sys.stdin.buffer.read(), whole=WHOLE in more)
        sys.stdout.buffer.write(json.dumps(found).encode())
        sys.stdout.buffer.flush()
    except MemoryError:
        return TOO_MUCH_MEMORY
    return 0


if __name__ == "__main__":
    sys.exit(main())
