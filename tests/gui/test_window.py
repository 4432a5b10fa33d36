from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from shiftbid.domain.account import User
from shiftbid.domain.timeline import Period
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.pages.findings.page import FindingsPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.registry import MANAGER_PAGES, OWN_PAGES, pages_for
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.themes import ThemeName
from shiftbid.ui.widgets.reason_dialog import ReasonDialog
from shiftbid.ui.window import MainWindow
from tests.gui.fake_hall import FIRST, HALL, fake_publication, without_findings
from tests.gui.fake_services import (
    CLERK,
    MANAGER,
    STAFF,
    USERS,
    Broken,
    Endless,
    FakeServices,
    InlineLoader,
    Late,
    Planned,
    Refused,
)

PATIENCE_MS = 60_000
SMALL_SCREEN = 768, 400
"""1920 × 1080 at 250 %, without the title of the window and a task bar."""
OpenWindow = Callable[..., MainWindow]


PAGES_BY_USER = [(user, page) for user in USERS for page in pages_for(user)]


def tab_stops(window: QWidget) -> set[QWidget]:
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


@pytest.mark.parametrize(("user", "page"), PAGES_BY_USER)
def test_tab_reaches_every_control_and_each_has_a_name(
    qtbot: QtBot, qapp: QApplication, open_window: OpenWindow, user: User, page: PageName
) -> None:
    window = open_window(FakeServices(), user)
    window.go_to_page(list(window.pages).index(page))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wanted = tab_stops(window)
    reached: set[QWidget] = set()
    window.page_list.setFocus()
    for _ in range(2 * len(wanted)):
        focused = qapp.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert not [widget for widget in wanted - reached if not arrows_reach(widget, reached)]
    assert not [widget for widget in wanted if not widget.accessibleName() and not spoken_text(widget)]


@pytest.mark.parametrize(("user", "language"), [(MANAGER, Language.ENGLISH), (STAFF, Language.CHINESE)])
def test_every_page_fits_a_screen_of_1920_by_1080_at_250_percent(
    qapp: QApplication, open_window: OpenWindow, languages: Languages, user: User, language: Language
) -> None:
    languages.choose(language)
    window = open_window(FakeServices(), user)
    window.resize(*SMALL_SCREEN)
    for place in range(len(window.pages)):
        window.go_to_page(place)
        qapp.processEvents()
        least = window.minimumSizeHint()
        assert least.width() <= SMALL_SCREEN[0]
        assert least.height() <= SMALL_SCREEN[1]
        for control in tab_stops(window.page):
            control.setFocus()
            area = control.rect().translated(control.mapTo(window.page, QPoint()))
            assert area.intersects(window.page.rect()), control.accessibleName()


def arrows_reach(widget: QWidget, reached: set[QWidget]) -> bool:
    """Of a group of radio buttons Tab reaches one, and the arrow keys the others."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return group is not None and bool(reached.intersection(group.buttons()))


def spoken_text(widget: QWidget) -> str:
    """Buttons speak their own text."""
    text = widget.property("text")
    return text if isinstance(text, str) else ""


@pytest.mark.parametrize("user", USERS)
def test_every_page_fills_and_keys_choose_it(open_window: OpenWindow, user: User) -> None:
    window = open_window(FakeServices(), user)
    for place, name in enumerate(pages_for(user)):
        shift = Qt.KeyboardModifier.ShiftModifier if place >= 10 else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + (place + 1) % 10), Qt.KeyboardModifier.ControlModifier | shift)
        assert window.page.name is name
        assert window.page.shown is not None
        assert window.page.content.isVisible()


def test_staff_with_the_key_of_a_round_decide_appeals(open_window: OpenWindow) -> None:
    window = open_window(FakeServices(trustee=STAFF), STAFF)
    assert [*window.pages][-1] is PageName.APPEALS
    window.go_to_page(len(window.pages) - 1)
    assert window.page.shown is not None
    other = open_window(FakeServices(), STAFF)
    assert PageName.APPEALS not in [*other.pages]


def test_only_the_page_in_sight_is_made_before_it_stands(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    assert [page.name for page in window.pages.made] == [PageName.TODAY]
    window.ahead.start()
    qtbot.waitUntil(lambda: len(window.pages.made) == len(MANAGER_PAGES))
    assert {page.name for page in window.pages.made if page.shown is not None} == {PageName.TODAY}
    roster = window.pages[PageName.ROSTER]
    window.go_to_page(MANAGER_PAGES.index(PageName.ROSTER))
    assert window.page is roster
    assert roster.shown is not None


def test_another_language_is_painted_once_and_before_any_page_is_made_ahead(
    qtbot: QtBot, qapp: QApplication, open_window: OpenWindow, languages: Languages
) -> None:
    window = open_window(FakeServices())
    window.ahead.start()
    languages.choose(Language.CHINESE)
    qapp.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
    assert not window.updatesEnabled(), "sizes are not settled yet"
    qtbot.waitUntil(window.updatesEnabled)
    assert [page.name for page in window.pages.made] == [PageName.TODAY]
    qtbot.waitUntil(lambda: len(window.pages.made) == len(MANAGER_PAGES))


def test_a_window_that_has_closed_makes_no_page(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    window.close()
    window.ahead.start()
    qtbot.wait(0)
    assert len(window.pages.made) == 1


def test_a_hall_without_a_plan_says_what_to_do(open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    window.plan_bar.hall_choice.setCurrentIndex(1)
    window.plan_bar.hall_choice.activated.emit(1)
    assert window.page.empty_state.isVisible()
    assert window.page.empty_state.headline == "No plan yet for this hall and period"
    assert window.plan_bar.period is None


def test_no_hall_at_all_forbids_planning(open_window: OpenWindow) -> None:
    window = open_window(FakeServices(hall_list=()))
    assert window.page.empty_state.headline == "No hall yet"
    assert not window.plan_bar.plan_button.isEnabled()
    assert not window.menus.plan.isEnabled()


def test_planning_shows_the_new_period(qtbot: QtBot, open_window: OpenWindow, jobs: JobRunner) -> None:
    services = FakeServices()
    window = open_window(services)
    planned = Period.of_weeks(window.plan_bar.plan_from, 2)
    window.plan_bar.weeks.setValue(2)

    def store() -> None:
        services.publications[HALL.id, planned] = fake_publication(first=planned.first, weeks=2)

    jobs.done.disconnect(window._work._done)
    jobs.done.connect(store)
    jobs.done.connect(window._work._done)
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        QTest.mouseClick(window.plan_bar.plan_button, Qt.MouseButton.LeftButton)
        assert window.progress.isVisible()
        assert not window.plan_bar.plan_button.isEnabled()
    assert window.plan_bar.period == planned
    assert window.page.shown is not None
    assert window.page.shown.plan.publication.roster.period == planned
    assert not window.progress.isVisible()
    assert window.statusBar().currentMessage().startswith("Planned")
    assert window.plan_bar.plan_from > planned.last


def test_cancelling_leaves_everything_as_it_was(qtbot: QtBot, open_window: OpenWindow, jobs: JobRunner) -> None:
    window = open_window(FakeServices(command=Endless()))
    with qtbot.waitSignal(jobs.progressed, timeout=PATIENCE_MS):
        window.menus.plan.trigger()
    assert window.progress.text.text() == "award: searching"
    with qtbot.waitSignal(jobs.cancelled, timeout=PATIENCE_MS):
        QTest.mouseClick(window.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert window.plan_bar.plan_button.isEnabled()
    assert window.statusBar().currentMessage() == "Cancelled. Nothing was changed."


@pytest.mark.parametrize(
    ("command", "words", "icon"),
    [
        (Refused(), "nobody holds the skill", QMessageBox.Icon.Warning),
        (Broken(), "division by zero", QMessageBox.Icon.Critical),
    ],
)
def test_a_failure_is_told(
    qtbot: QtBot,
    open_window: OpenWindow,
    jobs: JobRunner,
    command: Refused | Broken,
    words: str,
    icon: QMessageBox.Icon,
) -> None:
    window = open_window(FakeServices(command=command))
    with qtbot.waitSignal(jobs.failed, timeout=PATIENCE_MS):
        window.plan()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert words in box.informativeText()
    assert box.icon() is icon
    box.close()
    assert (words in window.statusBar().currentMessage()) is (icon is QMessageBox.Icon.Warning)
    assert window.plan_bar.plan_button.isEnabled()


def test_a_finding_leads_to_its_cell(open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    window.go_to_page(MANAGER_PAGES.index(PageName.FINDINGS))
    publication = fake_publication()
    finding = publication.findings[0]
    page = window.page
    assert isinstance(page, FindingsPage)
    page.table.activated.emit(page.sorted.index(0, 0))
    roster = window.page
    assert isinstance(roster, RosterPage)
    assert roster.sheet is not None
    day = next(each.shift.day for each in publication.roster.assignments if each.shift.id == finding.shifts[0])
    current = roster.table.currentIndex()
    assert (current.row(), current.column()) == roster.sheet.cell_of(finding.employee, day)


def test_the_list_counts_findings(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    place = MANAGER_PAGES.index(PageName.FINDINGS)
    window.ahead.start()
    qtbot.waitUntil(lambda: len(window.pages.made) == len(MANAGER_PAGES))
    assert window.page_list.item(place).data(Qt.ItemDataRole.AccessibleTextRole) == "Findings (4)"


def test_no_findings_is_said_in_so_many_words(open_window: OpenWindow) -> None:
    publication = without_findings(fake_publication())
    window = open_window(FakeServices(publications={(HALL.id, publication.roster.period): publication}))
    window.go_to_page(MANAGER_PAGES.index(PageName.FINDINGS))
    assert window.page.empty_state.headline == "No rule is broken"


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        (PageName.FOOTFALL, "No forecast"),
        (PageName.DEMAND, "No demand"),
        (PageName.CERTIFICATE, "No certificate"),
    ],
)
def test_a_part_that_is_missing_is_named(open_window: OpenWindow, page: PageName, headline: str) -> None:
    publication = replace(fake_publication(), forecast=(), history=(), demand=(), certificate=())
    window = open_window(FakeServices(publications={(HALL.id, publication.roster.period): publication}))
    window.go_to_page(MANAGER_PAGES.index(page))
    assert window.page.empty_state.headline == headline


@pytest.mark.parametrize(("user", "page"), PAGES_BY_USER)
def test_no_two_parts_answer_to_one_letter(open_window: OpenWindow, user: User, page: PageName) -> None:
    window = open_window(FakeServices(), user)
    window.go_to_page(list(window.pages).index(page))
    window.progress.show()
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.buddy()]
    texts += [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    letters = [key for text in texts if (key := QKeySequence.mnemonic(text).toString())]
    assert len(letters) >= 4
    assert len(letters) == len(set(letters)), letters


def test_the_title_names_hall_and_period(open_window: OpenWindow) -> None:
    assert open_window(FakeServices()).windowTitle() == "Queen Street · 12 Oct – 8 Nov 2026 · shiftbid"


def test_geometry_and_page_are_remembered(
    qtbot: QtBot,
    open_window: OpenWindow,
    appearance: Appearance,
    languages: Languages,
    jobs: JobRunner,
    settings: QSettings,
) -> None:
    window = open_window(FakeServices())
    # Qt fits a remembered window into the screen, and the offscreen one is small.
    window.resize(window.minimumSizeHint().width(), 640)
    size = window.size()
    window.go_to_page(MANAGER_PAGES.index(PageName.CERTIFICATE))
    window.close()
    again = MainWindow(FakeServices(), MANAGER, appearance, languages, jobs, InlineLoader(), settings)
    qtbot.addWidget(again)
    assert again.page.name is PageName.CERTIFICATE
    assert again.size() == size


def test_palettes_are_chosen_in_the_menu(open_window: OpenWindow, appearance: Appearance) -> None:
    window = open_window(FakeServices())
    for name in ThemeName:
        window.menus.appearances[name].trigger()
        assert appearance.theme.name is name
        assert not window.grab().isNull()
    window.menus.appearances[None].trigger()
    assert appearance.chosen is None


def test_credit_and_user_stand_in_the_status_bar(open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    assert window._credit_label.text() == FakeServices().credit()
    assert MANAGER.name in window._user_label.text()


def test_first_day_to_plan_follows_the_last_period(open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    assert window.plan_bar.plan_from == FakeServices().next_start(HALL.id) > FIRST


def test_the_language_is_changed_at_run_time_and_back(
    qtbot: QtBot, open_window: OpenWindow, languages: Languages
) -> None:
    window = open_window(FakeServices())
    english = window.menus.plan.text(), window.plan_bar.plan_button.text(), window.windowTitle()
    window.menus.languages[Language.CHINESE].trigger()
    assert languages.spoken is Language.CHINESE
    qtbot.waitUntil(lambda: window.menus.plan_menu.title() == "排班(&N)")
    assert window.plan_bar.plan_button.text() == "排班(&L)"
    assert window.page_list.item(1).text() == "客流"
    assert window.windowTitle() == "Queen Street · 10月12日 – 2026年11月8日 · shiftbid"
    assert window.menus.languages[Language.ENGLISH].text() == "English", "a language is found under its own name"
    window.menus.languages[Language.ENGLISH].trigger()
    qtbot.waitUntil(
        lambda: (window.menus.plan.text(), window.plan_bar.plan_button.text(), window.windowTitle()) == english
    )


def test_staff_see_only_their_own_pages(open_window: OpenWindow) -> None:
    window = open_window(FakeServices(), STAFF)
    assert tuple(window.pages) == OWN_PAGES
    assert tuple(each.name for each in window.pages.values()) == OWN_PAGES
    assert not window.plan_bar.isVisible()
    assert not window.menus.plan.isVisible()
    assert not window.menus.plan.isEnabled()


def test_payroll_clerks_see_no_planning(open_window: OpenWindow) -> None:
    window = open_window(FakeServices(), CLERK)
    assert window.page.name is PageName.PAYROLL
    assert PageName.TODAY not in window.pages
    assert window.plan_bar.hall_choice.isVisible()
    assert not window.plan_bar.plan_button.isVisible()
    assert not window.menus.plan.isEnabled()


def test_short_notice_asks_for_a_reason_before_anything_is_planned(
    qtbot: QtBot, open_window: OpenWindow, jobs: JobRunner
) -> None:
    services = FakeServices(command=Late())
    window = open_window(services)
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        window.plan()
    qtbot.waitUntil(lambda: window.findChild(ReasonDialog) is not None)
    dialog = window.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    assert "agreed notice (terms of the hall): short by days: 3" in dialog._sentence.text()
    assert not window.statusBar().currentMessage().startswith("Planned")
    services.command = Planned()
    dialog.line.setText("the election came late")
    with qtbot.waitSignal(jobs.done, timeout=PATIENCE_MS):
        dialog.accept()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage().startswith("Planned"))
    assert services.late_because == "the election came late"
