"""Sentences that say why a wish was not granted or a proposal not chosen, by form (`shiftbid.ui.failure_words`)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

FORMS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Failures", "With template {template} on {day}, whoever changed that day, {fault}."),
    QT_TRANSLATE_NOOP("Failures", "With the day off on {day}, whoever changed that day, {fault}."),
    QT_TRANSLATE_NOOP("Failures", "Without template {template} on {day}, whoever changed that day, {fault}."),
    QT_TRANSLATE_NOOP("Failures", "at least {count} more head half-hours of the demand would be missing"),
    QT_TRANSLATE_NOOP("Failures", "a day off in lieu that is due could not be given back"),
    QT_TRANSLATE_NOOP("Failures", "at least {count} more minutes of the contracts would be lacking"),
    QT_TRANSLATE_NOOP("Failures", "{amount} more satisfaction would be lacking to the floor"),
    QT_TRANSLATE_NOOP(
        "Failures",
        "the welfare of all would be lower by {amount}: the other person would lose more than you would gain",
    ),
    QT_TRANSLATE_NOOP("Failures", "the welfare of all would be lower by {amount}: your other wishes weigh more"),
    QT_TRANSLATE_NOOP("Failures", "late, weekend and peak shifts would be spread less evenly"),
    QT_TRANSLATE_NOOP("Failures", "nothing would change but the sum of tie numbers, higher by {count}"),
    QT_TRANSLATE_NOOP("Failures", "a rule on working time would be broken"),
    QT_TRANSLATE_NOOP(
        "Failures",
        "no cover would be lost; but nobody who could have it claimed it, and only claims move shifts",
    ),
    QT_TRANSLATE_NOOP("Failures", "somebody would give up what they took before you"),
    QT_TRANSLATE_NOOP("Failures", "A credit of {amount} would have won it."),
    QT_TRANSLATE_NOOP("Failures", "Wished as want instead of like it would have been won."),
    QT_TRANSLATE_NOOP("Failures", "Fewest paid hours"),
    QT_TRANSLATE_NOOP("Failures", "Few templates ({count})"),
    QT_TRANSLATE_NOOP("Failures", "No short shifts"),
    QT_TRANSLATE_NOOP("Failures", "Later starts"),
    QT_TRANSLATE_NOOP("Failures", "Short shifts only"),
    QT_TRANSLATE_NOOP("Failures", "part of it"),
    QT_TRANSLATE_NOOP("Failures", "other templates cover at no higher cost, as far as was searched"),
    QT_TRANSLATE_NOOP("Failures", "the law that holds in the period forbids it, or the hall is closed then"),
)
