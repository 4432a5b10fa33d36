"""Fairness: each figure of the award with its definition, the last rounds together, and everybody's share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import number_text, percent_text, short_date_text
from shiftbid.ui.pages.fairness.presenter import (
    COUNTS,
    FairnessRow,
    Figure,
    PersonShare,
    fairness_rows,
    person_shares,
)
from shiftbid.ui.pages.fairness.share_bars import ShareBars
from shiftbid.ui.pages.matters_page import MattersPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.titled_part import TitledPart

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import HallMatters

DEFINITION, NAME = 5, 0
DECIMALS = 3


class FairnessPage(MattersPage):
    """Bars above, figures in the middle, people below."""

    name = PageName.FAIRNESS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._summary = Sentence(self.content)
        self.bars = ShareBars(appearance, self.content)
        self.table: RecordTable[FairnessRow] = RecordTable(_figure_columns(), DEFINITION, appearance, self.content)
        self.people: RecordTable[PersonShare] = RecordTable(_person_columns(), NAME, appearance, self.content)
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.setChildrenCollapsible(False)
        self._figure_part, self._people_part = TitledPart(parts), TitledPart(parts)
        self._definition = Sentence(self.content)
        self._figure_part.column.addWidget(self.table, 1)
        self._figure_part.column.addWidget(self._definition)
        self.table.record_entered.connect(self._tell_definition)
        self._people_part.column.addWidget(self.people, 1)
        for part in (self._figure_part, self._people_part):
            parts.addWidget(part)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.bars)
        self.column.addWidget(parts, 1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.bars.setAccessibleName(self.tr("Satisfaction of everybody who wished, the least first"))
        for part, table, text in (
            (self._figure_part, self.table, self.tr("Figures and their definitions")),
            (self._people_part, self.people, self.tr("Everybody, the least satisfied first")),
        ):
            part.heading.setText(text)
            table.setAccessibleName(text)

    @override
    def fill(self, shown: HallMatters) -> None:
        report = shown.fairness
        if report is None:
            self.show_nothing(
                self.tr("No award yet"), self.tr("The figures are published with the award of a bidding round.")
            )
            return
        people = person_shares(report, shown.board.names)
        wished = any(each.satisfaction is not None for each in people)
        for part in (self.bars, self._figure_part):
            part.setVisible(wished)
        self._summary.setText(
            self.tr(
                "Nobody wished for shifts in the period from {day}, so there is no satisfaction to compare: a vote and "
                "a bidding round ask the staff. Below is how late starts, weekends and peak shifts (the burden) are "
                "shared."
            ).format(day=short_date_text(report.first))
            if not wished
            else self.tr(
                "Award of the period from {day}. Satisfaction from 0 % (the least a person could have been awarded) to "
                "100 % (the best). Last rounds together: {rounds}; what is short now weighs more in the next round."
            ).format(day=short_date_text(report.first), rounds=report.carried["rounds"])
        )
        self.bars.show_people(people)
        self.table.set_records(fairness_rows(report))
        self.people.set_records(people)
        self._tell_definition(self.table.current())

    def _tell_definition(self, row: FairnessRow | None) -> None:
        self._definition.setText("" if row is None else f"{figure_word(row.figure)}: {definition(row.figure)}")


def figure_word(figure: Figure) -> str:
    """Name of a figure."""
    match figure:
        case Figure.LEAST:
            return QCoreApplication.translate("Fairness", "Least")
        case Figure.TENTH_PERCENTILE:
            return QCoreApplication.translate("Fairness", "Tenth percentile")
        case Figure.MEAN:
            return QCoreApplication.translate("Fairness", "Mean")
        case Figure.MOST:
            return QCoreApplication.translate("Fairness", "Most")
        case Figure.GINI:
            return QCoreApplication.translate("Fairness", "Gini coefficient")
        case Figure.JAIN:
            return QCoreApplication.translate("Fairness", "Jain’s index")
        case Figure.ENVY:
            return QCoreApplication.translate("Fairness", "Envy, pairs")
        case Figure.ENVY_BUT_ONE:
            return QCoreApplication.translate("Fairness", "Envy whichever shift is left out")
        case Figure.JUSTIFIED_ENVY:
            return QCoreApplication.translate("Fairness", "Justified envy")
        case Figure.PRICE:
            return QCoreApplication.translate("Fairness", "Price of fairness, at most")


def definition(figure: Figure) -> str:
    """What a figure says, in a sentence."""
    match figure:
        case Figure.LEAST:
            return QCoreApplication.translate("Fairness", "what the person with least has")
        case Figure.TENTH_PERCENTILE:
            return QCoreApplication.translate("Fairness", "a tenth of all have no more than this")
        case Figure.MEAN:
            return QCoreApplication.translate("Fairness", "the sum of all over how many they are")
        case Figure.MOST:
            return QCoreApplication.translate("Fairness", "what the person with most has")
        case Figure.GINI:
            return QCoreApplication.translate("Fairness", "0 where all are equal; near 1 where one has all")
        case Figure.JAIN:
            return QCoreApplication.translate(
                "Fairness", "1 where all are equal; 1 over their number where one has all"
            )
        case Figure.ENVY:
            return QCoreApplication.translate(
                "Fairness", "the first would have over a tenth more points with the second’s shifts, and may work them"
            )
        case Figure.ENVY_BUT_ONE:
            return QCoreApplication.translate(
                "Fairness", "of those, pairs in which it stays so whichever one shift of the other is left out"
            )
        case Figure.JUSTIFIED_ENVY:
            return QCoreApplication.translate(
                "Fairness", "of those, pairs in which the first brought at least the second’s credit"
            )
        case Figure.PRICE:
            return QCoreApplication.translate(
                "Fairness", "1 less the mean satisfaction: no award could give more than that on top"
            )


def _value_text(row: FairnessRow, value: float | None) -> str:
    if value is None:
        return ""
    return number_text(value, 0 if row.figure in COUNTS else DECIMALS)


def _figure_columns() -> tuple[Column[FairnessRow], ...]:
    return (
        Column(lambda: QCoreApplication.translate("Fairness", "Figure"), lambda each: figure_word(each.figure)),
        Column(
            lambda: QCoreApplication.translate("Fairness", "Satisfaction"),
            lambda each: _value_text(each, each.satisfaction),
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Fairness", "Burden"),
            lambda each: _value_text(each, each.burden),
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Fairness", "Satisfaction, last rounds"),
            lambda each: _value_text(each, each.carried_satisfaction),
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Fairness", "Burden, last rounds"),
            lambda each: _value_text(each, each.carried_burden),
            number=True,
        ),
        Column(lambda: QCoreApplication.translate("Fairness", "What it says"), lambda each: definition(each.figure)),
    )


def _person_columns() -> tuple[Column[PersonShare], ...]:
    return (
        Column(lambda: QCoreApplication.translate("Fairness", "Person"), lambda each: each.name),
        Column(
            lambda: QCoreApplication.translate("Fairness", "Satisfaction"),
            lambda each: "–" if each.satisfaction is None else percent_text(each.satisfaction),
            lambda each: -1.0 if each.satisfaction is None else each.satisfaction,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Fairness", "Burden"),
            lambda each: number_text(each.burden, 1),
            lambda each: each.burden,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Fairness", "Credit for the next round"),
            lambda each: number_text(each.credit_after, 2),
            lambda each: each.credit_after,
            number=True,
        ),
    )
