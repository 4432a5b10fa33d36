"""The findings page: what the roster breaks, where it stands, and the way to the cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QLineEdit, QTableView, QWidget
from typing_extensions import override

from shiftbid.rules.finding import Finding
from shiftbid.services.hall_view import HallView
from shiftbid.services.publication import HallPublication
from shiftbid.services.told_findings import PUBLISHED_LANGUAGE, told_findings
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.background import Background
from shiftbid.ui.locale_text import rules_language, with_local_dates
from shiftbid.ui.pages.findings.model import SORT_ROLE, Column, FindingModel
from shiftbid.ui.pages.findings.presenter import count_by_severity, finding_rows
from shiftbid.ui.pages.page import Page, Place
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.terms import SEVERITY_SIGNS, severity_word
from shiftbid.ui.widgets.sentence import Sentence

ALL_COLUMNS = -1
SENTENCES = "sentences"
ROW_HEIGHT = 28


class FindingsPage(Page):
    """A table that sorts and filters; Enter or a double click goes to the roster."""

    name = PageName.FINDINGS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._summary = Sentence(self.content)
        self._filter_label = QLabel(self.content)
        self.filter_text = QLineEdit(self.content)
        self.filter_text.setClearButtonEnabled(True)
        self.filter_text.setMinimumWidth(260)
        self._filter_label.setBuddy(self.filter_text)
        self._background = Background(self)
        self.model = FindingModel(appearance, self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT_ROLE)
        self.sorted.setFilterKeyColumn(ALL_COLUMNS)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = QTableView(self.content)
        self._detail = Sentence(self.content)
        self._hint = Sentence(self.content)
        self._dress_table()
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self._filter_label)
        top.addWidget(self.filter_text)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._detail)
        self.column.addWidget(self._hint)
        self.filter_text.textChanged.connect(self._filter)
        self.table.activated.connect(self._jump)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.filter_text.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.retranslate()

    @override
    def badge(self, shown: HallView) -> str:
        return str(len(shown.publication.findings)) if shown.publication.findings else ""

    @override
    def retranslate(self) -> None:
        self._filter_label.setText(self.tr("&Filter"))
        self.filter_text.setPlaceholderText(self.tr("Person, rule or any word"))
        self.filter_text.setAccessibleName(self.tr("Filter the findings"))
        self.table.setAccessibleName(self.tr("Findings"))
        self._detail.setAccessibleName(self.tr("The current finding in full"))
        self._hint.setText(self.tr("Double-click a finding, or press Enter on it, to see it in the roster."))

    @override
    def fill(self, shown: HallView) -> None:
        if not shown.publication.findings:
            self.show_nothing(
                self.tr("No rule is broken"),
                self.tr("The roster was checked against every rule of the pack in force, and nothing was found."),
            )
            return
        self._show_findings(shown.publication)
        language = rules_language()
        if language == PUBLISHED_LANGUAGE:
            self._background.forget(SENTENCES)
            return
        self._background.start(
            SENTENCES,
            lambda: told_findings(shown.publication, shown.calendar, shown.pack, language),
            lambda found: self._retell(shown, found),
        )

    def _retell(self, shown: HallView, found: tuple[Finding, ...]) -> None:
        """Put the sentences of the window's language in the place of those that were published."""
        if shown is self.shown and found != shown.publication.findings:
            self._show_findings(replace(shown.publication, findings=found))

    def _show_findings(self, publication: HallPublication) -> None:
        self.model.set_rows(finding_rows(publication))
        self._summarise()
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        for column in Column:
            header.resizeSection(column, min(header.sectionSize(column) + 12, 260))
        if self.sorted.rowCount():
            self.table.setCurrentIndex(self.sorted.index(0, 0))

    def _dress_table(self) -> None:
        self.table.setModel(self.sorted)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.SEVERITY, Qt.SortOrder.AscendingOrder)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.SENTENCE, QHeaderView.ResizeMode.Stretch)

    def _filter(self, text: str) -> None:
        self.sorted.setFilterFixedString(text.strip())
        self._summarise()

    def _summarise(self) -> None:
        if self.shown is None:
            return
        counts = count_by_severity(self.shown.publication)
        words = " · ".join(
            f"{SEVERITY_SIGNS[severity]} {count} {severity_word(severity)}" for severity, count in counts.items()
        )
        hidden = self.model.rowCount() - self.sorted.rowCount()
        if hidden:
            words = self.tr("{findings} · hidden by the filter: {count}").format(findings=words, count=hidden)
        self._summary.setText(words)

    def _tell(self, current: QModelIndex) -> None:
        if not current.isValid():
            self._detail.clear()
            return
        finding = self.model.row_at(self.sorted.mapToSource(current).row()).finding
        self._detail.setText(f"{with_local_dates(finding.sentence)} ({finding.article})")

    def _jump(self, index: QModelIndex) -> None:
        row = self.model.row_at(self.sorted.mapToSource(index).row())
        self.place_requested.emit(Place(PageName.ROSTER, row.finding.employee, row.day))
