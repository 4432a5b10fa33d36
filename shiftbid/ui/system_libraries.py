"""Says which system packages to install where Qt cannot start. Imports no Qt.

Qt's wheels bring Qt itself but not the libraries of the desktop around it. Where one is missing, importing QtGui fails
with a bare file name, and the X11 plugin ends the process before any message of ours. So the libraries are tried first.
The names below are what `ldd` lists for QtGui and for the X11 plugin of Qt 6.11, with the Debian and Ubuntu packages
that hold them.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Mapping, Sequence

QT_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
"""What QtGui needs on every platform plugin, by library file."""

X11_LIBRARIES: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What the X11 plugin needs beside that."""

_LIBRARY_FILE = re.compile(r"lib[\w.+-]+?\.so(?:\.\d+)*")


def loads(library: str) -> bool:
    """Whether the system's loader finds a library, such as ``libEGL.so.1``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def start_problem(platform: str, environment: Mapping[str, str], loads: Callable[[str], bool] = loads) -> str | None:
    """Say why Qt could not open a window here and how to mend it, or None where nothing stands in its way.

    Parameters
    ----------
    platform
        As ``sys.platform`` gives it; only Linux needs anything.
    environment
        Environment variables: they decide which plugin Qt takes.
    loads
        Whether a library can be loaded.
    """
    if platform != "linux":
        return None
    plugin = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    on_x11 = plugin == "xcb" or (not plugin and not environment.get("WAYLAND_DISPLAY"))
    needed = {**QT_LIBRARIES, **(X11_LIBRARIES if on_x11 else {})}
    missing = [library for library in needed if not loads(library)]
    if missing:
        return missing_text(missing)
    if on_x11 and not environment.get("DISPLAY"):
        return (
            "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
            "Start shiftbid from a desktop session, or use the command line: shiftbid --help"
        )
    return None


def import_problem(error: ImportError) -> str | None:
    """Explain a failed import of Qt, or give None where a system library is not the cause."""
    found = _LIBRARY_FILE.search(str(error))
    return missing_text([found.group()]) if found and "cannot open shared object" in str(error) else None


def missing_text(libraries: Sequence[str]) -> str:
    """Name the missing libraries and the command that installs them on Debian and Ubuntu."""
    packages = {**QT_LIBRARIES, **X11_LIBRARIES}
    known = sorted({packages[library] for library in libraries if library in packages})
    lines = [f"The window needs system libraries that are not installed: {', '.join(libraries)}."]
    if known:
        lines.append(f"On Debian or Ubuntu: sudo apt-get install {' '.join(known)}")
    if len(known) < len(set(libraries)):
        lines.append("Other libraries: look them up with apt-file search, or with your system's package search.")
    return "\n".join(lines)
