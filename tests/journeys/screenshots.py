"""Takes a picture of every page and dialog in every palette and language: the manager's, then one of the staff's.

``python -m tests.journeys.screenshots PUBLISHED OUTDIR [--themes light,dark] [--languages en,zh_CN] [--no-dialogs]``

``PUBLISHED`` is a folder that `shiftbid demo` made. One file a page, palette and language goes to ``OUTDIR``. Without
a screen Qt's offscreen platform draws them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.bootstrap.places import DATABASE_FILE, sqlite_url
from shiftbid.domain.account import Role, User
from shiftbid.services.desktop import DesktopServices
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.pages.roster.page import DAY, PERIOD, RosterPage
from shiftbid.ui.themes import ThemeName
from shiftbid.ui.window import MainWindow
from tests.gui.fake_services import InlineLoader
from tests.journeys.dialog_pictures import InlineJobs, dialog_pictures, settle
from tests.journeys.wizard_pictures import wizard_pictures


def take_screenshots(
    services: DesktopServices,
    users: Sequence[User],
    folder: Path,
    themes: Sequence[ThemeName],
    spoken: Sequence[Language],
    width: int,
    height: int,
    with_dialogs: Sequence[User] = (),
) -> list[Path]:
    """Write one picture a page of anybody's, palette and language; gives the files.

    Parameters
    ----------
    with_dialogs
        Whose dialogs, and the wizard, are pictured as well: what they ask is reckoned, which takes a while.
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
                ending = f"{theme}-{language}"
                files += _pictures(window, application, folder, ending)
                if user in with_dialogs:
                    files += dialog_pictures(window, application, folder, ending)
                    files += wizard_pictures(services, appearance, application, folder, ending)
            languages.choose(Language.ENGLISH)
            window.close()
    return files


def _pictures(window: MainWindow, application: QApplication, folder: Path, ending: str) -> Iterator[Path]:
    for place, name in enumerate(window.pages):
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
    with StoredDesktop(sqlite_url(options.published / DATABASE_FILE)) as services:
        manager = services.current_user()
        if manager is None:
            raise SystemExit(f"{options.published} is no folder that `shiftbid demo` made.")
        users = (manager, _somebody(services, manager))
        dialogs = (manager,) if options.dialogs else ()
        for file in take_screenshots(services, users, options.outdir, themes, spoken, width, height, dialogs):
            sys.stdout.write(f"{file}\n")
    return 0


def _somebody(services: DesktopServices, manager: User) -> User:
    """The first of the staff of the first hall, as if they had signed in."""
    hall = services.halls(manager)[0].id
    plan = services.view(manager, hall, services.periods(hall)[-1]).plan
    if plan is None:
        raise SystemExit("Nothing is published there.")
    person = plan.publication.employees[0]
    return User(person.id, person.name, Role.STAFF, person.id, "")


if __name__ == "__main__":
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
