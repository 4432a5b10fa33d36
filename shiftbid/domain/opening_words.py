"""Opening hours as people write them, brought into the one form that is parsed."""

from __future__ import annotations

import re

_SIGNS = str.maketrans(
    {"–": "-", "—": "-", "~": "-", "至": "-", "到": "-", "，": ",", "、": ",", "；": ",", ";": ",", "：": ":"}
)
_DAYS_ZH = dict(zip("一二三四五六日天", ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "sun"), strict=True))
_DAY_ZH = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_DAY_EN = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_AROUND_DASH = re.compile(r"\s*-\s*")
_DAY_THEN_CLOCK = re.compile(r"(?<=[a-z])(?=\d)", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?::(\d{2}))?\s*([ap]m)?(?![\d:])", re.IGNORECASE)


def plain_opening(text: str) -> str:
    """Give ``mon-fri 09:00-17:00`` for ``Monday – Friday 9am-5pm`` and ``周一至周五 9:00-17:00``.

    What is not understood stays as it is written, so that whoever parses it can name it.
    """
    signs = _DAY_ZH.sub(lambda match: _DAYS_ZH[match[1]], text.translate(_SIGNS))
    days = _DAY_EN.sub(lambda match: match[1].lower(), _AROUND_DASH.sub("-", signs))
    return _CLOCK.sub(_clock, _DAY_THEN_CLOCK.sub(" ", days))


def _clock(match: re.Match[str]) -> str:
    hour, minute, half = int(match[1]), match[2] or "00", (match[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return match[0]
    return f"{hour % 12 + (12 if half == 'pm' else 0) if half else hour:02d}:{minute}"
