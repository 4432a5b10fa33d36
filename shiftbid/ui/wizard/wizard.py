"""The wizard: a hall, its staff and its footfall in four steps; after it the manager can press Plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizard, QWizardPage
from typing_extensions import override

from shiftbid.domain.account import User
from shiftbid.domain.errors import Problem
from shiftbid.services.desktop import DesktopServices
from shiftbid.services.set_up import (
    STAFF_FIELDS,
    LookAtTable,
    SetUpHall,
    SetUpOrder,
    SetUpOutcome,
    TableForm,
    TableKind,
    TableSight,
    hall_of,
)
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.jobs import JobRunner
from shiftbid.ui.languages import spoken_language
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.wizard.account_page import AccountPage
from shiftbid.ui.wizard.footfall_page import FootfallPage
from shiftbid.ui.wizard.hall_page import HallPage
from shiftbid.ui.wizard.table_page import TablePage
from shiftbid.ui.wizard.words import PROBLEM_COLUMNS, WHAT
from shiftbid.ui.worker import Failed

READERS = ("pandas", "openpyxl", "shiftbid.bootstrap.set_up")
SIZE = 900, 660


class SetUpWizard(QWizard):
    """Reads the files in a process of its own, so that it stays usable, and stores everything at the end or nothing.

    Signals
    -------
    set_up
        Everything is stored; the `User` of the first account, None where somebody was signed in.
    language_chosen
        The `Language` in which whoever opened the wizard should open it again.
    """

    set_up = Signal(object)
    language_chosen = Signal(object)

    def __init__(
        self, services: DesktopServices, appearance: Appearance, by: User | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._by = by
        self._jobs = JobRunner(READERS, self)
        self._receive: Callable[[Any], None] | None = None
        self._waiting: tuple[SetUpOrder, Callable[[Any], None]] | None = None
        self.account = AccountPage(spoken_language(), self) if by is None else None
        self.hall = HallPage(self)
        self.staff = TablePage(TableKind.STAFF, STAFF_FIELDS, appearance, self)
        self.footfall = FootfallPage(appearance, self)
        self.last = _LastPage(appearance, self)
        self.staff.setTitle(self.tr("Staff"))
        self.staff.setSubTitle(self.tr("A spreadsheet or CSV file with one row a person. Say what its columns hold."))
        pages = [page for page in (self.account, self.hall, self.staff, self.footfall, self.last) if page is not None]
        for step, page in enumerate(pages, start=1):
            page.setTitle(
                self.tr("{title} – step {step} of {steps}").format(title=page.title(), step=step, steps=len(pages))
            )
            self.addPage(page)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Set &up"))
        self.setWindowTitle(self.tr("Set up a hall"))
        self.resize(*SIZE)
        if self.account is not None:
            self.account.language_chosen.connect(self.language_chosen)
        for page in (self.staff, self.footfall):
            page.looked.connect(partial(self._look, page))
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._jobs.warm_up_soon()

    @override
    def accept(self) -> None:
        """Store everything; the wizard closes once it is stored."""
        account = self.account.account if self.account else None
        order = SetUpHall(account, self.hall.form, self.staff.form, self.footfall.form)
        self.button(QWizard.WizardButton.FinishButton).setEnabled(False)
        self.last.tell(self.tr("Storing …"), ())
        self._run(order, self._stored)

    @override
    def done(self, result: int) -> None:
        self._jobs.close()
        super().done(result)

    def summary(self) -> str:
        """What will be stored, and what comes after."""
        hall = hall_of(self.hall.form)
        people = self.staff.sight.count if self.staff.sight else 0
        hours = self.footfall.sight.count if self.footfall.sight else 0
        return self.tr(
            "{hall} ({zone}), open {opening}, {counters} counters.\n\nPeople: {people}\nHours counted: {hours}\n\n"
            "Press “Set up” to store it. Then choose the first day and the number of weeks at the top right of the "
            "window, and press Plan."
        ).format(
            hall=hall.name,
            zone=hall.zone,
            opening=self.hall.form.opening,
            counters=hall.counters,
            people=people,
            hours=hours,
        )

    def _look(self, page: TablePage, form: TableForm) -> None:
        def receive(sight: TableSight) -> None:
            # The file may have been changed while it was read.
            if page.form == form:
                page.show_sight(sight)

        self._run(LookAtTable(form, self.hall.form), receive)

    def _run(self, order: SetUpOrder, receive: Callable[[Any], None]) -> None:
        if self._jobs.running:
            self._waiting = order, receive
            return
        self._receive = receive
        self._jobs.run(self._services.set_up_command(order, self._by))

    def _done(self, answer: object) -> None:
        receive, self._receive = self._receive, None
        if receive is not None:
            receive(answer)
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._run(*waiting)

    def _failed(self, failure: Failed) -> None:
        self._done(TableSight((), 0, (Problem(failure.message),)) if self._is_looking else _refused(failure))

    @property
    def _is_looking(self) -> bool:
        return self.currentPage() is not self.last

    def _stored(self, outcome: SetUpOutcome) -> None:
        if outcome.problems:
            self.last.tell(self.tr("Nothing was stored:"), outcome.problems)
            self.button(QWizard.WizardButton.FinishButton).setEnabled(True)
            return
        super().accept()
        self.set_up.emit(outcome.user)


class _LastPage(QWizardPage):
    """Says what will be stored, and what stood in the way."""

    def __init__(self, appearance: Appearance, wizard: SetUpWizard) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self.setTitle(self.tr("Ready"))
        self.setSubTitle(self.tr("Nothing is stored yet."))
        self.sentence = Sentence(self)
        self.problems: RecordTable[Problem] = RecordTable(PROBLEM_COLUMNS, WHAT, appearance, self)
        self.problems.setAccessibleName(self.tr("Problems"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addWidget(self.problems, 1)
        layout.addStretch(0)

    @override
    def initializePage(self) -> None:
        self.tell(self._wizard.summary(), ())

    def tell(self, sentence: str, problems: tuple[Problem, ...]) -> None:
        """Show a sentence, and problems below it."""
        self.sentence.setText(sentence)
        self.problems.set_records(problems)
        self.problems.setVisible(bool(problems))


def _refused(failure: Failed) -> SetUpOutcome:
    return SetUpOutcome(None, (Problem(failure.message),))
