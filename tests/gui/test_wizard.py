"""The wizard: a form and two files become a hall, or nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget, QWizard
from pytestqt.qtbot import QtBot

from shiftbid.services.set_up import IGNORE, hall_of, hall_problems
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.languages import Language
from shiftbid.ui.wizard.hall_page import short_id
from shiftbid.ui.wizard.table_page import TablePage
from shiftbid.ui.wizard.wizard import SetUpWizard
from tests.gui.fake_services import MANAGER, FakeServices

PATIENCE_MS = 60_000
PEOPLE = [("s1", "Ana Lima", 40), ("s2", "林美", 30)]


@pytest.fixture
def staff_sheet(tmp_path: Path) -> Path:
    """A spreadsheet with a title above its header, a column of halls, and one whose name says nothing."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Staff of the north hall"])
    sheet.append(["工号", "姓名", "网点", "Stunden", "出生日期", "入职日期"])
    for number, name, hours in PEOPLE:
        sheet.append([number, name, "North Street", hours, "1990-01-31", "2020-02-01"])
    path = tmp_path / "staff.xlsx"
    book.save(path)
    return path


@pytest.fixture
def footfall(tmp_path: Path) -> Path:
    rows = [f"2025-10-{day:02d} {hour:02d}:00,{hour}" for day in range(6, 11) for hour in range(9, 17)]
    path = tmp_path / "footfall.csv"
    path.write_text("\n".join(["时间,客流量", *rows]), encoding="utf-8")
    return path


@pytest.fixture
def wizard(qtbot: QtBot, qapp: QApplication, appearance: Appearance) -> Iterator[SetUpWizard]:
    made = SetUpWizard(FakeServices(accounts=False), appearance, None)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def go_on(wizard: SetUpWizard) -> None:
    button = wizard.button(QWizard.WizardButton.NextButton)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, page: TablePage, file: Path) -> None:
    page.file.setFocus()
    page.file.setText(str(file))
    page.look()
    qtbot.waitUntil(lambda: page.sight is not None, timeout=PATIENCE_MS)


def fill_hall(wizard: SetUpWizard) -> None:
    wizard.hall.name.setText("North Street")
    wizard.hall.country.setCurrentText("NZ")
    wizard.hall.opening.setText("mon-fri 09:00-17:00")


def test_a_form_and_two_files_become_a_hall(
    qtbot: QtBot, wizard: SetUpWizard, staff_sheet: Path, footfall: Path
) -> None:
    assert wizard.account is not None
    wizard.account.name.setText("Mere")
    wizard.account.pin.setText("731946")
    assert not wizard.account.isComplete()
    wizard.account.again.setText("731946")
    go_on(wizard)
    assert not wizard.hall.isComplete()
    fill_hall(wizard)
    hall = hall_of(wizard.hall.form)
    assert (hall.id, hall.zone, hall.counters) == ("north-street", "Pacific/Auckland", 6)
    go_on(wizard)
    choose(qtbot, wizard.staff, staff_sheet)
    assert not wizard.staff.isComplete(), "nothing says what the hours column is"
    assert wizard.staff.problems.isVisible()
    assert "Hours a week" in str(wizard.staff.problems.sorted.index(0, 2).data())
    hours = wizard.staff.choices["Stunden"]
    hours.setCurrentIndex(hours.findData("contract_hours"))
    hours.activated.emit(hours.currentIndex())
    qtbot.waitUntil(wizard.staff.isComplete, timeout=PATIENCE_MS)
    assert wizard.staff.summary.text() == "People found: 2"
    go_on(wizard)
    choose(qtbot, wizard.footfall, footfall)
    assert wizard.footfall.isComplete()
    go_on(wizard)
    assert "People: 2" in wizard.last.sentence.text()
    with qtbot.waitSignal(wizard.set_up, timeout=PATIENCE_MS) as stored:
        wizard.button(QWizard.WizardButton.FinishButton).click()
    assert stored.args == [MANAGER]


def test_every_fault_of_a_file_has_its_row_and_column(qtbot: QtBot, wizard: SetUpWizard, tmp_path: Path) -> None:
    fill_hall(wizard)
    file = tmp_path / "staff.csv"
    lines = ["id,name,weekly hours,born,hired", "s1,Ana,forty,1990-01-31,2020-02-01", "s2,,40,never,2020-02-01"]
    file.write_text("\n".join(lines), encoding="utf-8")
    choose(qtbot, wizard.staff, file)
    assert wizard.staff.sight is not None
    places = {(each.row, each.column) for each in wizard.staff.sight.problems}
    assert {(2, "weekly hours"), (3, "name"), (3, "born")} <= places
    assert not wizard.staff.isComplete()


def test_what_one_column_holds_no_other_can(qtbot: QtBot, wizard: SetUpWizard, staff_sheet: Path) -> None:
    fill_hall(wizard)
    choose(qtbot, wizard.staff, staff_sheet)
    other = wizard.staff.choices["Stunden"]
    other.setCurrentIndex(other.findData("name"))
    other.activated.emit(other.currentIndex())
    assert wizard.staff.form.columns == {"姓名": IGNORE, "Stunden": "name"}


def test_what_is_wrong_with_a_hall_is_told(wizard: SetUpWizard) -> None:
    fill_hall(wizard)
    wizard.hall.opening.setText("mon-fry 09:00-17:00")
    assert not wizard.hall.isComplete()
    assert "fry" in wizard.hall._wrong.text()


def test_a_region_is_one_of_the_country(wizard: SetUpWizard) -> None:
    wizard.hall.country.setEditText("DE")
    wizard.hall.region.setEditText("AUK")
    (wrong,) = [each for each in hall_problems(wizard.hall.form) if each.column == "region"]
    assert wrong.message.startswith("DE has no subdivision 'AUK'; it has ")
    assert "BB, BE, BW" in wrong.message
    for typed, code in (("be", "BE"), ("Berlin (BE)", "BE"), ("Augsburg", "Augsburg"), ("", "")):
        wizard.hall.region.setEditText(typed)
        assert wizard.hall.form.subdivision == code
        assert not [each for each in hall_problems(wizard.hall.form) if each.column == "region"]


def test_regions_are_offered_by_name_where_the_country_has_any(wizard: SetUpWizard) -> None:
    region = wizard.hall.region
    wizard.hall.country.setEditText("NZ")
    offered = {region.itemText(place): region.itemData(place) for place in range(region.count())}
    assert (offered["Auckland (AUK)"], offered["South Canterbury"], offered[""]) == ("AUK", "South Canterbury", "")
    region.setCurrentText("Auckland (AUK)")
    wizard.hall.country.setEditText("CN")
    assert (region.isEnabled(), wizard.hall.form.subdivision) == (False, "")


@pytest.mark.parametrize("language", list(Language))
def test_the_language_is_chosen_on_the_first_step(wizard: SetUpWizard, qtbot: QtBot, language: Language) -> None:
    assert wizard.account is not None
    choice = wizard.account.language
    assert choice.currentText() == "English"
    with qtbot.waitSignal(wizard.language_chosen) as chosen:
        choice.setCurrentIndex(choice.findData(language.value))
        choice.activated.emit(choice.currentIndex())
    assert chosen.args == [language]


@pytest.mark.parametrize(("typed", "code"), [("New Zealand (NZ)", "NZ"), ("it", "IT"), ("Narnia", "Narnia")])
def test_a_country_is_chosen_or_typed_by_its_letters(wizard: SetUpWizard, typed: str, code: str) -> None:
    wizard.hall.country.setCurrentText(typed)
    assert wizard.hall.form.country == code


def test_the_file_that_is_wanted_is_described_before_one_is_chosen(wizard: SetUpWizard) -> None:
    assert "date of birth" in wizard.staff.wanted_text()
    assert "the day and the hour" in wizard.footfall.wanted_text()


@pytest.mark.parametrize(
    ("name", "short"), [("North Street", "north-street"), ("Café № 3", "cafe-no-3"), ("北大街", "hall-1")]
)
def test_a_name_suggests_an_id(name: str, short: str) -> None:
    assert short_id(name) == short


def focused(qapp: QApplication) -> QWidget:
    widget = qapp.focusWidget()
    assert widget is not None
    return widget


def test_no_step_needs_the_pointer(qtbot: QtBot, qapp: QApplication, wizard: SetUpWizard, staff_sheet: Path) -> None:
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    assert wizard.account is not None
    wizard.account.name.setFocus()
    QTest.keyClicks(wizard.account.name, "Mere")
    for typed in ("731946", "731946"):
        QTest.keyClick(focused(qapp), Qt.Key.Key_Tab)
        QTest.keyClicks(focused(qapp), typed)
    QTest.keyClick(focused(qapp), Qt.Key.Key_Return)
    assert wizard.currentPage() is wizard.hall
    fill_hall(wizard)
    wizard.next()
    choose(qtbot, wizard.staff, staff_sheet)
    wizard.staff.file.setFocus()
    seen = set[object]()
    for _ in range(20):
        widget = focused(qapp)
        seen.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert set(wizard.staff.choices.values()) <= seen
    assert wizard.staff.choose_button in seen
