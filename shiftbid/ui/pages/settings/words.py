"""Words of the window's language for what is settled."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.account import Role
from shiftbid.domain.calendar import DayClass
from shiftbid.domain.staff import ConsentKind
from shiftbid.rules.book import RulePack
from shiftbid.ui.locale_text import rules_language


def role_word(role: Role) -> str:
    """What a person does here."""
    match role:
        case Role.MANAGER:
            return QCoreApplication.translate("Settings", "manager")
        case Role.STAFF:
            return QCoreApplication.translate("Settings", "staff")
        case Role.PAYROLL:
            return QCoreApplication.translate("Settings", "payroll clerk")


def consent_word(kind: ConsentKind) -> str:
    """Who has allowed it."""
    match kind:
        case ConsentKind.PERSON:
            return QCoreApplication.translate("Settings", "consent of the person")
        case ConsentKind.AUTHORITY:
            return QCoreApplication.translate("Settings", "approval of the authority")
        case ConsentKind.AGREEMENT:
            return QCoreApplication.translate("Settings", "collective agreement")


def day_class_word(day_class: DayClass) -> str:
    """How the law looks at a day."""
    match day_class:
        case DayClass.WORKDAY:
            return QCoreApplication.translate("Settings", "working day")
        case DayClass.REST_DAY:
            return QCoreApplication.translate("Settings", "rest day")
        case DayClass.HOLIDAY:
            return QCoreApplication.translate("Settings", "public holiday")
        case DayClass.SWAPPED_DAY_OFF:
            return QCoreApplication.translate("Settings", "day off in exchange")
        case DayClass.SWAPPED_WORKDAY:
            return QCoreApplication.translate("Settings", "worked in exchange")


def rule_title(pack: RulePack, rule: str) -> str:
    """Title of a rule in the window's language; its id where another pack holds it."""
    language = rules_language()
    found = next((each for each in pack.rules if each.id == rule), None)
    return rule if found is None else found.title.get(language) or found.title["en"]
