"""Takes a picture of every page and dialog in every palette and language: the manager's, then one of the staff's.

A vote and a round are open in them, and a swap waits (`lively_copy`); pages that change with the award are pictured
again after it.

``python -m tests.journeys.screenshots PUBLISHED OUTDIR [--themes light,dark] [--languages en,zh_CN] [--no-dialogs]``

``PUBLISHED`` is a folder that `shiftbid demo` made. One file a page, palette and language goes to ``OUTDIR``. Without
a screen Qt's offscreen platform draws them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.domain.account import User
from shiftbid.services.desktop import DesktopServices
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.roster.page import DAY, PERIOD, RosterPage
from shiftbid.ui.themes import ThemeName
from shiftbid.ui.window import MainWindow
from tests.gui.fake_services import InlineLoader
from tests.journeys.dialog_pictures import InlineJobs, dialog_pictures, settle
from tests.journeys.lively_copy import lively_copy
from tests.journeys.wizard_pictures import wizard_pictures

AWARDED = frozenset(
    {PageName.TODAY, PageName.ROUND, PageName.FAIRNESS, PageName.APPEALS, PageName.MY_RESULT, PageName.MY_SCHEDULE}
)
"""Pages that a round's award changes."""


def take_screenshots(
    services: DesktopServices,
    users: Sequence[User],
    folder: Path,
    themes: Sequence[ThemeName],
    spoken: Sequence[Language],
    width: int,
    height: int,
    with_dialogs: Sequence[User] = (),
    pages: Collection[PageName] = tuple(PageName),
    marked: str = "",
) -> list[Path]:
    """Write one picture a page of anybody's, palette and language; gives the files.

    Parameters
    ----------
    with_dialogs
        Whose dialogs, and the wizard, are pictured as well: what they ask is reckoned, which takes a while.
    pages
        Which pages are pictured.
    marked
        Stands in the names of the files after the page's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    files: list[Path] = []
    with tempfile.TemporaryDirectory() as scratch:
        settings = QSettings(str(Path(scratch) / "window.ini"), QSettings.Format.IniFormat)
        appearance = Appearance(application, themes[0])
        languages = Languages(application, spoken[0])
        for user in users:
            window = MainWindow(services, user, appearance, languages, InlineJobs(), InlineLoader(), settings)
            window.resize(width, height)
            window.show()
            for theme, language in product(themes, spoken):
                appearance.choose(theme)
                languages.choose(language)
                ending = f"{marked}{theme}-{language}"
                files += _pictures(window, application, folder, pages, ending)
                if user in with_dialogs:
                    files += dialog_pictures(window, application, folder, ending)
                    files += wizard_pictures(services, appearance, application, folder, ending)
            languages.choose(Language.ENGLISH)
            window.close()
    return files


def _pictures(
    window: MainWindow, application: QApplication, folder: Path, pages: Collection[PageName], ending: str
) -> Iterator[Path]:
    for place, name in enumerate(window.pages):
        if name not in pages:
            continue
        window.go_to_page(place)
        settle(application)
        yield _picture(window, folder / f"{name}-{ending}.png")
        page = window.page
        if isinstance(page, RosterPage):
            page.view_choice.setCurrentIndex(DAY)
            settle(application)
            yield _picture(window, folder / f"{name}-day-{ending}.png")
            page.view_choice.setCurrentIndex(PERIOD)


def _picture(window: MainWindow, file: Path) -> Path:
    window.grab().save(str(file))
    return file


def main(argv: Sequence[str]) -> int:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.screenshots")
    parser.add_argument("published", type=Path, help="folder that `shiftbid demo` made")
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--themes", default="light,dark", help="palettes, joined by commas")
    parser.add_argument("--languages", default="en,zh_CN", help="languages, joined by commas")
    parser.add_argument("--size", default="1400x900", help="WIDTHxHEIGHT in pixels")
    parser.add_argument("--no-dialogs", dest="dialogs", action="store_false", help="pages only")
    options = parser.parse_args(argv)
    width, height = (int(part) for part in options.size.split("x"))
    themes = [ThemeName(name) for name in options.themes.split(",")]
    spoken = [Language(name) for name in options.languages.split(",")]
    size = themes, spoken, width, height
    with lively_copy(options.published) as copy, copy.clock():
        files: list[Path] = []
        if options.dialogs:
            # A vote can be opened, and its dialog pictured, while none is open.
            with StoredDesktop(copy.url) as services:
                managers = (_manager(services),)
                files += take_screenshots(services, managers, options.outdir, *size, with_dialogs=managers, pages=())
        copy.fill()
        with StoredDesktop(copy.url) as services:
            users = (_manager(services), copy.user())
            files += take_screenshots(services, users, options.outdir, *size)
        copy.award()
        with StoredDesktop(copy.url) as services:
            files += take_screenshots(services, users, options.outdir, *size, pages=AWARDED, marked="awarded-")
    sys.stdout.writelines(f"{file}\n" for file in files)
    return 0


def _manager(services: DesktopServices) -> User:
    manager = services.current_user()
    if manager is None:
        raise SystemExit("Nobody is signed in there: take the pictures of a folder that `shiftbid demo` made.")
    return manager


if __name__ == "__main__":
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
