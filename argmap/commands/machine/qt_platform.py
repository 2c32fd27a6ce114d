"""What Qt needs of the system, checked before Qt is started.

Where a library or the display is missing Qt ends the process in a way that Python cannot catch,
and blames the wrong library. So the window asks here first, and `argmap doctor` shows the same.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

from argmap.errors import ArgmapError

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""Libraries that Qt loads for any picture, and the Debian packages that hold them."""

X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""The same for a window on X11."""


def is_linux() -> bool:
    """Whether libraries and display are the system's; elsewhere the Qt wheel has it all."""
    return sys.platform.startswith("linux")


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Return those libraries that cannot be loaded."""
    return [name for name in libraries if not _loads(name)]


def apt_line(names: list[str]) -> str:
    """Return the line that installs these libraries on Debian and Ubuntu."""
    packages = LIBRARIES | X11_LIBRARIES
    return f"sudo apt install {' '.join(packages[name] for name in names)}"


def needs_x11() -> bool:
    """Whether Qt would open its windows on X11."""
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted:
        return wanted.partition(":")[0] == "xcb"
    return not os.environ.get("WAYLAND_DISPLAY")


def has_display() -> bool:
    """Whether the X server that DISPLAY names answers."""
    if not os.environ.get("DISPLAY") or not _loads("libxcb.so.1"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def require_window() -> None:
    """Raise an error that names what Qt lacks for a window, and the line that installs it."""
    if not is_linux():
        return
    lacking = missing(LIBRARIES | X11_LIBRARIES if needs_x11() else LIBRARIES)
    if lacking:
        raise ArgmapError(
            f"Qt needs libraries that this system lacks: {', '.join(lacking)}.",
            f"On Debian or Ubuntu, run `{apt_line(lacking)}`.",
        )
    if needs_x11() and not has_display():
        raise ArgmapError(
            "There is no display to open a window on.",
            "Start argmap in a desktop session, or draw without a window: "
            "`argmap render FILE -o OUT.svg`.",
        )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
