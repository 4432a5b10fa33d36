"""Words of the window's language for what columns hold and what is wrong with a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.errors import Problem
from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.widgets.record_model import Column

WHAT = 2
PROBLEM_COLUMNS: tuple[Column[Problem], ...] = (
    Column(
        lambda: QCoreApplication.translate("SetUp", "Row"),
        lambda each: "" if each.row is None else str(each.row),
        lambda each: each.row or 0,
        number=True,
    ),
    Column(lambda: QCoreApplication.translate("SetUp", "Column"), lambda each: each.column or ""),
    Column(
        lambda: QCoreApplication.translate("SetUp", "What is wrong, and how to mend it"),
        lambda each: told_failure(each.message),
    ),
)


def field_word(field: str) -> str:
    """What a column may hold."""
    match field:
        case "employee":
            return QCoreApplication.translate("SetUp", "Number of the person")
        case "name":
            return QCoreApplication.translate("SetUp", "Name")
        case "contract_hours":
            return QCoreApplication.translate("SetUp", "Hours a week")
        case "contract_minutes":
            return QCoreApplication.translate("SetUp", "Minutes a week")
        case "system":
            return QCoreApplication.translate("SetUp", "Hours system")
        case "skills":
            return QCoreApplication.translate("SetUp", "Skills")
        case "born":
            return QCoreApplication.translate("SetUp", "Date of birth")
        case "employed_from":
            return QCoreApplication.translate("SetUp", "First day of work")
        case "rate":
            return QCoreApplication.translate("SetUp", "Pay an hour")
        case "rate_cents":
            return QCoreApplication.translate("SetUp", "Pay an hour, in hundredths")
        case "time":
            return QCoreApplication.translate("SetUp", "Day and hour, or the hour")
        case "date":
            return QCoreApplication.translate("SetUp", "Day, beside the hour")
        case "count":
            return QCoreApplication.translate("SetUp", "Customers")
        case "class":
            return QCoreApplication.translate("SetUp", "VIP or regular")
        case "hall":
            return QCoreApplication.translate("SetUp", "Hall")
        case _:
            return QCoreApplication.translate("SetUp", "– not read –")


def missing_problem(fields: Sequence[str]) -> Problem:
    """Say which of several things no column holds, and where to choose it."""
    either = QCoreApplication.translate("SetUp", " or ").join(f"“{field_word(field)}”" for field in fields)
    sentence = QCoreApplication.translate("SetUp", "No column holds {what}. Choose it above, under “Read as”.")
    return Problem(sentence.format(what=either))
