"""Words of the window's language for how a bidding round is awarded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.round_method import RoundMethod


def method_word(method: RoundMethod) -> str:
    """Name of a method; the word that the command line and the record know it by stands behind it."""
    return f"{_name(method)} ({method.value})"


def method_sentence(method: RoundMethod) -> str:
    """What a method does, in one line."""
    match method:
        case RoundMethod.NASH:
            return QCoreApplication.translate(
                "RoundMethods", "Nobody falls below a floor; beyond it, who has little gains most."
            )
        case RoundMethod.SUM:
            return QCoreApplication.translate(
                "RoundMethods", "The most satisfaction in all: who has little counts no more than who has much."
            )
        case RoundMethod.LEXIMIN:
            return QCoreApplication.translate(
                "RoundMethods", "The least satisfied as satisfied as can be. Takes some five times as long."
            )
        case RoundMethod.WAVES:
            return QCoreApplication.translate(
                "RoundMethods", "Everybody in turn claims three wishes, then three more; most credit first."
            )
        case RoundMethod.SNAKE:
            return QCoreApplication.translate(
                "RoundMethods", "Everybody in turn takes one wish, then in reverse order; most credit first."
            )
        case RoundMethod.SENIORITY:
            return QCoreApplication.translate(
                "RoundMethods", "One after the other takes all they wish; who was employed first comes first."
            )


def _name(method: RoundMethod) -> str:
    match method:
        case RoundMethod.NASH:
            return QCoreApplication.translate("RoundMethods", "Fair shares")
        case RoundMethod.SUM:
            return QCoreApplication.translate("RoundMethods", "Greatest total")
        case RoundMethod.LEXIMIN:
            return QCoreApplication.translate("RoundMethods", "Least satisfied first")
        case RoundMethod.WAVES:
            return QCoreApplication.translate("RoundMethods", "Waves of claims")
        case RoundMethod.SNAKE:
            return QCoreApplication.translate("RoundMethods", "Turns there and back")
        case RoundMethod.SENIORITY:
            return QCoreApplication.translate("RoundMethods", "By seniority")
