"""One file of the wizard: which column holds what, and every problem with row and column."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)
from typing_extensions import override

from shiftbid.domain.errors import Problem
from shiftbid.services.set_up import IGNORE, ColumnSight, TableForm, TableKind, TableSight
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.wizard.words import PROBLEM_COLUMNS, WHAT, field_word, missing_problem


class TablePage(QWizardPage):
    """A file to choose, its columns with samples, and what is wrong with it.

    Signals
    -------
    looked
        The `TableForm` that is to be read; `show_sight` takes the answer.
    """

    looked = Signal(object)

    def __init__(
        self, kind: TableKind, fields: tuple[str, ...], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._fields = fields
        self._columns: dict[str, str] = {}
        self.sight: TableSight | None = None
        self.file = QLineEdit(self)
        self.choose_button = QPushButton(self)
        self.summary = Sentence(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices: dict[str, QComboBox] = {}
        self.problems: RecordTable[Problem] = RecordTable(PROBLEM_COLUMNS, WHAT, appearance, self)
        self.problems.setAccessibleName(self.tr("Problems of the file"))
        self.problem = Sentence(self)
        self.file.setAccessibleName(self.tr("File"))
        self.choose_button.setText(self.tr("&Choose a file …"))
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.choose_button)
        self.settings = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addLayout(self.settings)
        layout.addWidget(self.summary)
        layout.addWidget(self._area, 2)
        layout.addWidget(self.problems, 2)
        layout.addWidget(self.problem)
        self.choose_button.clicked.connect(self._choose)
        self.file.editingFinished.connect(self._start_anew)
        self.problems.record_entered.connect(self._tell_problem)
        self._tell_problems(())
        self._area.setWidget(self._wanted())

    @property
    def form(self) -> TableForm:
        """The file and what its columns hold."""
        return TableForm(self._kind, Path(self.file.text().strip()), dict(self._columns))

    @override
    def isComplete(self) -> bool:
        sight = self.sight
        return sight is not None and not sight.problems and not sight.missing and sight.count > 0

    def look(self) -> None:
        """Have the file read."""
        self.sight = None
        self.completeChanged.emit()
        if self.file.text().strip():
            self.summary.setText(self.tr("Reading …"))
            self.looked.emit(self.form)

    def show_sight(self, sight: TableSight) -> None:
        """Show what is in the file."""
        self.sight = sight
        if sight.columns:
            self._show_columns(sight.columns)
        else:
            self._area.setWidget(self._wanted())
        problems = (*map(missing_problem, sight.missing), *sight.problems)
        self._tell_problems(problems)
        if sight.missing:
            self.summary.setText(self.tr("Say what the columns hold: something that is needed was not recognised."))
        elif problems:
            sentence = self.tr(
                "Problems: {count}. Mend the file, or choose what its columns hold; nothing is stored before."
            )
            self.summary.setText(sentence.format(count=len(problems)))
        else:
            self.summary.setText(self.found_text(sight.count))
        self.completeChanged.emit()

    def found_text(self, count: int) -> str:
        """Say what was found."""
        if self._kind is TableKind.STAFF:
            return self.tr("People found: {count}").format(count=count)
        return self.tr("Hours counted: {count}").format(count=count)

    def wanted_text(self) -> str:
        """Say what the file must hold, before one is chosen."""
        return self.tr(
            "One row a person. Needed are, in any order and under any name: a number, the name, the contract’s hours a "
            "week, the date of birth (law protects the young) and the first day of work. Read where they are there: "
            "pay an hour, skills, the system of hours. Whatever else the file holds is left alone."
        )

    def _wanted(self) -> QWidget:
        content = QWidget(self._area)
        wanted = Sentence(content)
        wanted.setText(self.wanted_text())
        layout = QVBoxLayout(content)
        layout.addWidget(wanted)
        layout.addStretch(1)
        return content

    def _tell_problems(self, problems: tuple[Problem, ...]) -> None:
        self.problems.setVisible(bool(problems))
        self.problem.setVisible(bool(problems))
        self.problems.set_records(problems)

    def _tell_problem(self, problem: Problem | None) -> None:
        """The problem chosen, whole: its line in the table may be too long."""
        self.problem.setText(told_failure(problem.message) if problem else "")

    def _start_anew(self) -> None:
        if self.sight is None or self.file.isModified():
            self.file.setModified(False)
            self._columns = {}
            self.look()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a file"), self.file.text(), self.tr("Tables") + " (*.xlsx *.csv *.txt *.gz)"
        )
        if path:
            self.file.setText(path)
            self._columns = {}
            self.look()

    def _show_columns(self, columns: tuple[ColumnSight, ...]) -> None:
        self.choices = {}
        content = QWidget(self._area)
        grid = QGridLayout(content)
        for place, title in enumerate((self.tr("Column"), self.tr("Samples"), self.tr("Read as"))):
            grid.addWidget(QLabel(f"<b>{title}</b>", content), 0, place)
        for row, column in enumerate(columns, start=1):
            choice = QComboBox(content)
            for field in ("", *self._fields):
                choice.addItem(field_word(field), field)
            choice.setCurrentIndex(max(choice.findData(column.field), 0))
            choice.setAccessibleName(self.tr("What column {name} holds").format(name=column.name))
            choice.activated.connect(partial(self._map, column.name))
            grid.addWidget(QLabel(column.name, content), row, 0)
            grid.addWidget(QLabel(" · ".join(column.samples), content), row, 1)
            grid.addWidget(choice, row, 2)
            self.choices[column.name] = choice
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(columns) + 1, 1)
        self._area.setWidget(content)

    def _map(self, column: str, _place: int) -> None:
        """What one column holds no other can hold."""
        field = str(self.choices[column].currentData())
        if field:
            for other, choice in self.choices.items():
                if other != column and choice.currentData() == field:
                    self._columns[other] = IGNORE
        self._columns[column] = field or IGNORE
        self.look()
