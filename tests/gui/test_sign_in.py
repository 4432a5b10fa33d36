from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shiftbid.ui.sign_in import SignInDialog
from tests.gui.fake_services import MANAGER, PIN, FakeServices, InlineLoader


def test_name_and_pin_open_the_door(qtbot: QtBot) -> None:
    dialog = SignInDialog(FakeServices(signed_in=None), InlineLoader())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText(f" {MANAGER.name} ")
    QTest.keyClicks(dialog.pin, PIN)
    with qtbot.waitSignal(dialog.signed_in) as welcomed:
        QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert welcomed.args == [MANAGER]
    assert not dialog.isVisible()


def test_a_wrong_pin_is_told_and_may_be_tried_again(qtbot: QtBot) -> None:
    dialog = SignInDialog(FakeServices(signed_in=None), InlineLoader())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText(MANAGER.name)
    dialog.pin.setText("0000")
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert dialog.message.isVisible()
    assert "do not match" in dialog.message.text()
    assert dialog.pin.text() == ""
    dialog.pin.setText(PIN)
    with qtbot.waitSignal(dialog.signed_in):
        QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
