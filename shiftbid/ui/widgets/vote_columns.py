"""Columns of the choices of a vote."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from shiftbid.services.poll_sheets import Tally
from shiftbid.ui.poll_words import answer_word, origin_word, whole_template_text
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.vote_rows import VoteRow
from shiftbid.ui.widgets.record_model import Column

WIDE_OF_VOTE = 1


def _count(record: VoteRow, of: Callable[[Tally], int]) -> str:
    return "" if record.tally is None else str(of(record.tally))


def _order(record: VoteRow, of: Callable[[Tally], int]) -> int:
    return -1 if record.tally is None else of(record.tally)


def _adopted(record: VoteRow, theme: Theme) -> Tone | None:
    return theme.kept if record.tally and record.tally.adopted else None


CHOICE: Column[VoteRow] = Column(
    lambda: QCoreApplication.translate("Polls", "Template"),
    lambda each: whole_template_text(each.choice.template),
    lambda each: each.choice.template.start_minute,
    tone=_adopted,
)
ORIGIN: Column[VoteRow] = Column(
    lambda: QCoreApplication.translate("Polls", "Why it is on the paper"), lambda each: origin_word(each.choice.origin)
)
OWN_ANSWER: Column[VoteRow] = Column(
    lambda: QCoreApplication.translate("Polls", "My answer"), lambda each: answer_word(each.answer)
)
COUNTED: tuple[Column[VoteRow], ...] = (
    Column(
        lambda: QCoreApplication.translate("Polls", "♥ want"),
        lambda each: _count(each, lambda tally: tally.want),
        lambda each: _order(each, lambda tally: tally.want),
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Polls", "✓ can live with"),
        lambda each: _count(each, lambda tally: tally.accept),
        lambda each: _order(each, lambda tally: tally.accept),
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Polls", "✗ cannot"),
        lambda each: _count(each, lambda tally: tally.cannot),
        lambda each: _order(each, lambda tally: tally.cannot),
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Polls", "Adopted"),
        lambda each: "✓" if each.tally and each.tally.adopted else "",
        tone=_adopted,
    ),
)
