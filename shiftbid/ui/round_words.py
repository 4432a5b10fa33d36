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


def method_told(method: RoundMethod) -> str:
    """How the shifts of a round are given out, for those who bid."""
    return QCoreApplication.translate("RoundMethods", "Shifts are given out by: {method}. {sentence}").format(
        method=_name(method), sentence=_told(method)
    )


def _told(method: RoundMethod) -> str:
    """What a method means for whoever bids."""
    match method:
        case RoundMethod.NASH:
            return QCoreApplication.translate(
                "RoundMethods",
                "Law and enough people at the desks come first. Then everybody is to get a fair part of what they "
                "wish for, and whoever has got little so far gains most. Bids are weighed together: bidding early "
                "brings nothing.",
            )
        case RoundMethod.SUM:
            return QCoreApplication.translate(
                "RoundMethods",
                "Law and enough people at the desks come first. Then as many wishes as can be are granted in all, "
                "whoever they are from; some may get little so that all together get more.",
            )
        case RoundMethod.LEXIMIN:
            return QCoreApplication.translate(
                "RoundMethods",
                "Law and enough people at the desks come first. Then whoever gets least is to get as much as can be, "
                "then the next, and so on.",
            )
        case RoundMethod.WAVES:
            return QCoreApplication.translate(
                "RoundMethods",
                "Law and enough people at the desks come first. One after the other is given the three wishes that "
                "weigh most and are still free, then three more; whoever got little in earlier rounds comes first.",
            )
        case RoundMethod.SNAKE:
            return QCoreApplication.translate(
                "RoundMethods",
                "Law and enough people at the desks come first. One after the other is given one wish that is still "
                "free, then in reverse order; whoever got little in earlier rounds comes first.",
            )
        case RoundMethod.SENIORITY:
            return QCoreApplication.translate(
                "RoundMethods",
                "Law and enough people at the desks come first. Whoever was employed first is given all wishes that "
                "can be granted, then the next.",
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
