"""Offers a kept draft to go on with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from shiftbid.services.stored_draft import StoredDraft
from shiftbid.ui.widgets.sentence import Sentence


class DraftBanner(QFrame):
    """A sentence and two buttons; hidden while there is nothing to offer.

    Signals
    -------
    taken_up
        The kept draft is to be gone on with.
    thrown_away
        It is not wanted any more.
    """

    taken_up = Signal()
    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: tuple[StoredDraft, int] | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.sentence = Sentence(self)
        self.take_up = QPushButton(self)
        self.throw_away = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.take_up)
        row.addWidget(self.throw_away)
        self.take_up.clicked.connect(self.taken_up)
        self.throw_away.clicked.connect(self.thrown_away)
        self.hide()

    def retranslate(self) -> None:
        """Write every text in the window's language."""
        self.take_up.setText(self.tr("Go &on with the draft"))
        self.throw_away.setText(self.tr("Throw it awa&y"))
        if self._offer is not None:
            self.offer(*self._offer)

    def offer(self, draft: StoredDraft, version: int) -> None:
        """Offer a draft, where a version is the one published now."""
        self._offer = draft, version
        text = self.tr("A draft with {count} edits of version {version} is kept.").format(
            count=len(draft.edits), version=draft.version
        )
        if draft.version != version:
            text = self.tr("{text} Version {now} was published since: edits that no longer fit are left out.").format(
                text=text, now=version
            )
        self.sentence.setText(text)
        self.show()

    def withdraw(self) -> None:
        """Offer nothing."""
        self._offer = None
        self.hide()
