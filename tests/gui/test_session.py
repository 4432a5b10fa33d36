from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, QSignalBlocker, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from shiftbid.domain.account import User
from shiftbid.services.desk_orders import DeskCommand, DeskOrder
from shiftbid.services.own_orders import ChangeOwnPin
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.idle_watch import IdleWatch
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.page_help import HelpDialog
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pin_dialog import PinDialog
from shiftbid.ui.session import Desk, Session
from shiftbid.ui.wizard.wizard import SetUpWizard
from tests.gui.fake_services import MANAGER, PIN, STAFF, Answered, Endless, FakeServices

PATIENCE_MS = 60_000


@pytest.fixture
def desk(appearance: Appearance, languages: Languages, jobs: JobRunner, settings: QSettings) -> Desk:
    return Desk(FakeServices(signed_in=None), appearance, languages, jobs, settings)


@pytest.fixture
def session(qapp: QApplication, desk: Desk) -> Iterator[Session]:
    made = Session(qapp, desk)
    yield made
    if made.dialog is not None:
        made.dialog.hide()
        made.dialog.deleteLater()
    if made.window is not None:
        made.window.closed.disconnect(qapp.quit)
        made.window.close()
        made.window.deleteLater()
    made.idle_watch.stop()
    made.late_modules.close()
    made.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def come(qtbot: QtBot, session: Session, user: User) -> None:
    """Sign in at the dialog."""
    dialog = session.dialog
    assert dialog is not None
    dialog.name.setText(user.name)
    dialog.pin.setText(PIN)
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.dialog is None, timeout=PATIENCE_MS)


def test_one_person_after_the_other_sees_their_own_pages(qtbot: QtBot, session: Session) -> None:
    session.start()
    assert session.window is None
    come(qtbot, session, MANAGER)
    first = session.window
    assert first is not None
    assert PageName.TODAY in first.pages
    first.menus.sign_out.trigger()
    assert session.window is None
    assert not first.isVisible()
    come(qtbot, session, STAFF)
    assert session.window is not None
    assert PageName.TODAY not in session.window.pages
    assert PageName.MY_SCHEDULE in session.window.pages


def test_the_same_person_finds_the_window_as_it_was(qtbot: QtBot, session: Session) -> None:
    session.start()
    come(qtbot, session, MANAGER)
    window = session.window
    assert window is not None
    window.go_to_page(3)
    window.menus.help.trigger()
    session.idle_watch.idle.emit()
    assert not window.isVisible()
    assert not [each for each in window.findChildren(HelpDialog) if each.isVisible()], "nothing stays open"
    assert session.dialog is not None
    assert session.dialog.name.text() == MANAGER.name
    come(qtbot, session, MANAGER)
    assert session.window is window
    assert window.isVisible()
    assert window.page_list.currentRow() == 3


def test_somebody_else_does_not_find_the_window_of_who_is_away(qtbot: QtBot, session: Session) -> None:
    session.start()
    come(qtbot, session, MANAGER)
    left = session.window
    session.lock()
    come(qtbot, session, STAFF)
    assert session.window is not None
    assert session.window is not left
    assert session.window.user == STAFF


def test_work_under_way_puts_the_hiding_off(qtbot: QtBot, session: Session, desk: Desk) -> None:
    session.start()
    come(qtbot, session, MANAGER)
    assert session.window is not None
    with qtbot.waitSignal(desk.jobs.progressed, timeout=PATIENCE_MS):
        desk.jobs.run(Endless())
    session.idle_watch.idle.emit()
    assert session.window.isVisible()
    with qtbot.waitSignal(desk.jobs.cancelled, timeout=PATIENCE_MS):
        desk.jobs.cancel()
    session.idle_watch.idle.emit()
    assert not session.window.isVisible()


def test_a_new_pin_is_typed_twice(qtbot: QtBot, session: Session, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session.start()
    come(qtbot, session, STAFF)
    window = session.window
    assert window is not None
    ordered: list[DeskOrder] = []

    def note(order: DeskOrder, by: User) -> DeskCommand:
        ordered.append(order)
        return Answered(None)

    monkeypatch.setattr(desk.services, "desk_command", note)
    window.menus.change_pin.trigger()
    (dialog,) = window.findChildren(PinDialog)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.old.setText(PIN)
    dialog.new.setText("640018")
    dialog.again.setText("640019")
    assert not save.isEnabled()
    dialog.again.setText("640018")
    with qtbot.waitSignal(desk.jobs.done, timeout=PATIENCE_MS):
        save.click()
    assert ordered == [ChangeOwnPin(PIN, "640018")]
    assert window.statusBar().currentMessage() == "Your PIN is changed."


def test_touches_put_idleness_off(qtbot: QtBot, qapp: QApplication, session: Session) -> None:
    session.start()
    come(qtbot, session, MANAGER)
    window = session.window
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    watch = IdleWatch(qapp, 300)
    watch._listen(window.windowHandle())
    watch.start()
    fired: list[bool] = []
    watch.idle.connect(lambda: fired.append(True))
    for _ in range(4):
        qtbot.wait(100)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert not fired
    qtbot.waitUntil(lambda: bool(fired), timeout=PATIENCE_MS)
    watch.deleteLater()


def test_the_first_wizard_begins_anew_in_another_language(
    qtbot: QtBot, session: Session, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.services, "anybody_may_sign_in", lambda: False)
    session.start()
    first = session.wizard
    assert isinstance(first, SetUpWizard)
    assert first.account is not None
    first.account.language_chosen.emit(Language.CHINESE)
    qtbot.waitUntil(lambda: session.wizard is not first, timeout=PATIENCE_MS)
    second = session.wizard
    assert isinstance(second, SetUpWizard)
    assert second.windowTitle() == "设立营业厅"
    silence = QSignalBlocker(second)
    second.close()
    silence.unblock()
    second.deleteLater()
