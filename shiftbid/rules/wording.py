"""The wording: fills a rule's sentence from clause, value and article, in English and Chinese.

Sentences are Python format strings. Names they may use: ``name``, ``day``, ``last_day``, ``dates``, ``measured``,
``limit`` and every fact of the clause's scope; minutes may be written with the format ``:hours`` or ``:小时``.
"""

from __future__ import annotations

from shiftbid.domain.timeline import local_day
from shiftbid.rules.clauses import Clause
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation

DATE_RANGE = {"en": " to ", "zh": " 至 "}


class Minutes(int):
    """Minutes that a sentence may print as hours: ``{rest_minutes:hours}`` gives ``9 h 30 min``."""

    def __format__(self, form: str) -> str:
        if form not in ("hours", "小时"):
            return super().__format__(form)
        hours, minutes = divmod(int(self), 60)
        hour_word, minute_word = (" h", " min") if form == "hours" else (" 小时", " 分钟")
        parts = [f"{hours}{hour_word}"] if hours or not minutes else []
        return " ".join([*parts, f"{minutes}{minute_word}"] if minutes else parts)


def sentence(rule: Rule, clause: Clause, measured: int, limit: int, situation: Situation, language: str) -> str:
    """Say in one sentence what is wrong, with the person, the dates and the figures.

    Parameters
    ----------
    measured, limit
        What the shifts come to and what is allowed, in the clause's own unit (minutes, or a count).
    language
        ``en`` or ``zh``.
    """
    scope = clause.scope
    figures = {name: Minutes(value) for name, value in scope.facts.items()}
    day, last_day = (local_day(moment, situation.zone) for moment in (scope.span.start, scope.span.end - 1))
    return rule.sentences[language].format(
        name=situation.employee.name,
        day=day.isoformat(),
        last_day=last_day.isoformat(),
        dates=day.isoformat() if day == last_day else f"{day}{DATE_RANGE[language]}{last_day}",
        measured=Minutes(measured),
        limit=Minutes(limit),
        **figures,
    )
