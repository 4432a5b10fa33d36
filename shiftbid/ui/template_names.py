"""Names of templates in the window's language: ids that stand for times are said as times, given names stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

BREAK = r"\d{4}(?:\.\d+p?)?"
TIMES = rf"(?P<start>\d{{4}})-(?P<end>\d{{4}})(?:@(?P<breaks>{BREAK}(?:-{BREAK})*))?(?:-d(?P<days>[1-7]+))?"
BY_TIMES = re.compile(rf"(?:(?P<desk>.+)-)?{TIMES}")
"""``vip-0900-1730@1130-d13``: desk, start, end, breaks and weekdays, as templates are named when they are designed or
proposed (`shiftbid.solver.candidates`, `shiftbid.domain.proposal`)."""

ID_IN_TEXT = re.compile(rf"(?<![\w-])(?:[^\W\d][\w-]*-)?{TIMES}(?![\w-])")


def template_name(template: str) -> str:
    """Name of a template by its id: ``09:00–17:30 (break 11:30)``; ``early-8h`` is a name already."""
    found = BY_TIMES.fullmatch(template)
    if found is None:
        return template
    return hours_with_name(f"{_clock(found['start'])}–{_clock(found['end'])}", template)


def with_template_names(text: str) -> str:
    """A text in which ids that stand for times are said as times."""
    return ID_IN_TEXT.sub(lambda found: template_name(found[0]), text)


def given_name(template: str) -> str:
    """The name that somebody gave a template; empty where its id stands for times."""
    return "" if BY_TIMES.fullmatch(template) else template


def name_beside_hours(template: str) -> str:
    """What a template's name says where its hours stand already: ``break 11:30``, ``early-8h`` or nothing."""
    found = BY_TIMES.fullmatch(template)
    return template if found is None else ", ".join(_beside_hours(found))


def hours_with_name(hours: str, template: str) -> str:
    """Hours, and beside them what else the template's name says: ``09:00–17:00 (early-8h)``."""
    beside = name_beside_hours(template)
    return f"{hours} ({beside})" if beside else hours


def _beside_hours(found: re.Match[str]) -> Iterator[str]:
    if found["desk"]:
        yield found["desk"]
    if found["breaks"]:
        clocks = ", ".join(_clock(each[:4]) for each in found["breaks"].split("-"))
        yield QCoreApplication.translate("Templates", "break {clocks}").format(clocks=clocks)
    if found["days"]:
        yield " ".join(QLocale().standaloneDayName(int(day), QLocale.FormatType.ShortFormat) for day in found["days"])


def _clock(digits: str) -> str:
    return f"{digits[:2]}:{digits[2:]}"
