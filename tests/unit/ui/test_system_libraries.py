from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from shiftbid.ui.system_libraries import QT_LIBRARIES, X11_LIBRARIES, import_problem, loads, start_problem

ON_X11 = {"DISPLAY": ":0"}


def all_but(*missing: str) -> Callable[[str], bool]:
    def found(library: str) -> bool:
        return library not in missing

    return found


def test_nothing_to_say_where_all_is_there() -> None:
    assert start_problem("linux", ON_X11, all_but()) is None


def test_names_every_missing_library_and_its_package_at_once() -> None:
    problem = start_problem("linux", ON_X11, all_but("libEGL.so.1", "libxcb-cursor.so.0"))
    assert problem is not None
    assert "libEGL.so.1, libxcb-cursor.so.0" in problem
    assert "sudo apt-get install libegl1 libxcb-cursor0" in problem


@pytest.mark.parametrize(
    "environment",
    [{"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}, {"QT_QPA_PLATFORM": "vnc:size=800x600"}],
)
def test_x11_libraries_are_asked_for_only_on_x11(environment: dict[str, str]) -> None:
    assert start_problem("linux", environment, all_but(*X11_LIBRARIES)) is None
    assert start_problem("linux", environment, all_but(*QT_LIBRARIES)) is not None


def test_x11_asked_for_by_name_needs_a_display() -> None:
    problem = start_problem("linux", {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, all_but())
    assert problem is not None
    assert "DISPLAY" in problem


def test_no_screen_at_all_is_told() -> None:
    problem = start_problem("linux", {}, all_but())
    assert problem is not None
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in problem


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_need_nothing(platform: str) -> None:
    assert start_problem(platform, {}, all_but(*QT_LIBRARIES)) is None


def test_a_failed_import_names_its_package() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    problem = import_problem(error)
    assert problem is not None
    assert "libegl1" in problem


def test_a_library_we_do_not_know_is_named_all_the_same() -> None:
    error = ImportError("libunheard-of.so.3: cannot open shared object file: No such file or directory")
    problem = import_problem(error)
    assert problem is not None
    assert "libunheard-of.so.3" in problem
    assert "apt-get" not in problem


def test_other_import_errors_are_not_ours_to_explain() -> None:
    assert import_problem(ImportError("No module named 'PySide6'")) is None


@pytest.mark.skipif(sys.platform != "linux", reason="looks a library up with Linux's loader")
def test_the_loader_is_asked() -> None:
    assert loads("libc.so.6")
    assert not loads("libnobody-has-this.so.9")
