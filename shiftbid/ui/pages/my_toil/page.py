"""My time off in lieu: the balance in a sentence, the lots and the journal below."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.services.own_view import OwnView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import duration_text, long_day_text
from shiftbid.ui.pages.my_toil.presenter import own_toil
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.sentence import Sentence
from shiftbid.ui.widgets.statement_tables import StatementTables


class MyToilPage(OwnPage):
    """The person's statement."""

    name = PageName.MY_TOIL

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._summary = Sentence(self.content)
        self.statement = StatementTables(appearance, self.content)
        self.lots, self.entries = self.statement.lots, self.statement.entries
        self.column.addWidget(self._summary)
        self.column.addWidget(self.statement, 1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.lots.setAccessibleName(self.tr("What is left of my lots"))
        self.entries.setAccessibleName(self.tr("My journal"))

    @override
    def fill(self, shown: OwnView) -> None:
        toil = own_toil(shown)
        self._summary.setText(
            self.tr(
                "{balance} of time off in lieu on {day} · free to take {free} · reserved {held} · "
                "{soon} expires within 30 days"
            ).format(
                balance=duration_text(toil.minutes),
                day=long_day_text(toil.on),
                free=duration_text(toil.free_minutes),
                held=duration_text(toil.held_minutes),
                soon=duration_text(toil.soon_minutes),
            )
        )
        self.statement.show_statement(toil.lots, toil.entries)
