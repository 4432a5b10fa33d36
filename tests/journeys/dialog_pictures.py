"""Pictures of the dialogs: each is opened from the page it belongs to, on the plan in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog

from shiftbid.services.desk_orders import DeskCommand
from shiftbid.services.progress import Progress
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.pages.page import DeskPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.payroll.page import PayrollPage
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.pages.round.page import RoundPage
from shiftbid.ui.pages.vote.page import VotePage
from shiftbid.ui.window import MainWindow

ROUNDS = 5


class InlineJobs(JobRunner):
    """Does what pages ask at once and in this process, so that the answer's dialog is there to be pictured."""

    def __init__(self) -> None:
        super().__init__(())

    def run(self, command: DeskCommand) -> None:
        """Do a command and hand its answer over."""
        self.done.emit(command(_ignore))

    def warm_up(self) -> None:
        """No process is needed."""


def _ignore(_: Progress) -> None:
    """Nobody watches the progress."""


def settle(application: QApplication) -> None:
    """Let layouts and headers settle, which takes a few rounds of events."""
    for _ in range(ROUNDS):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def dialog_pictures(window: MainWindow, application: QApplication, folder: Path, ending: str) -> Iterator[Path]:
    """Open every dialog of the window's pages, write a picture of it and close it; gives the files."""
    for name, page_name, open_dialog in DIALOGS:
        if page_name not in window.pages:
            continue
        window.go_to_page(window.pages.names.index(page_name))
        settle(application)
        open_dialog(window.page)
        settle(application)
        yield from _closed_after_picture(application, folder / f"dialog-{name}-{ending}.png")
    for name, action in (
        ("palette", window.menus.palette),
        ("help", window.menus.help),
        ("pin", window.menus.change_pin),
    ):
        action.trigger()
        settle(application)
        yield from _closed_after_picture(application, folder / f"dialog-{name}-{ending}.png")


def _closed_after_picture(application: QApplication, file: Path) -> Iterator[Path]:
    for dialog in application.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.grab().save(str(file))
            dialog.close()
            dialog.deleteLater()
            yield file
    settle(application)


def _on_first_shift(page: DeskPage[Any], act: Callable[[RosterPage], object]) -> None:
    """Do something with the first shift of the roster's second person."""
    assert isinstance(page, RosterPage)
    if page.sheet is None:
        raise SystemExit(
            "The period in sight has no roster, and dialogs are pictured on one: give a folder as `shiftbid demo` "
            "leaves it (`make demo`, then `make screenshots`), or take pictures of the pages only (--no-dialogs)."
        )
    cells = page.sheet.people[1].cells
    page.grid.table.go_to(1, next(place for place, cell in enumerate(cells) if cell.assignments))
    page.grid.table.setFocus()
    act(page)


def _publish(page: RosterPage) -> None:
    page.edit_actions.clear.trigger()
    page.edit_actions.publish.trigger()


def _compare_and_restore(page: RosterPage) -> None:
    page.edit_actions.compare.trigger()
    page.edit_actions.undo.trigger()


def _export(page: DeskPage[Any]) -> None:
    assert isinstance(page, PayrollPage)
    page.export_button.click()


def _close_period(page: DeskPage[Any]) -> None:
    assert isinstance(page, PayrollPage)
    page.close_button.click()


def _open_poll(page: DeskPage[Any]) -> None:
    assert isinstance(page, VotePage | RoundPage)
    page.open_action.trigger()


DIALOGS: tuple[tuple[str, PageName, Callable[[DeskPage[Any]], None]], ...] = (
    ("takers", PageName.ROSTER, lambda page: _on_first_shift(page, lambda it: it.edit_actions.takers.trigger())),
    ("absent", PageName.ROSTER, lambda page: _on_first_shift(page, lambda it: it.edit_actions.absent.trigger())),
    ("why", PageName.ROSTER, lambda page: _on_first_shift(page, lambda it: it.edit_actions.why.trigger())),
    ("publish", PageName.ROSTER, lambda page: _on_first_shift(page, _publish)),
    ("compare", PageName.ROSTER, lambda page: _on_first_shift(page, _compare_and_restore)),
    ("open-vote", PageName.VOTE, _open_poll),
    ("open-round", PageName.ROUND, _open_poll),
    ("export", PageName.PAYROLL, _export),
    ("close-period", PageName.PAYROLL, _close_period),
)
