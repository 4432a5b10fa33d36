"""The waiting promise as ``settings.json`` writes it: ``share:0.9:10,15,5`` or ``mean:10,15,5``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"([0-9]+(?:\.[0-9]+)?)"
_FORM = re.compile(rf"(share|mean)(?::{_NUMBER})?:{_NUMBER},{_NUMBER},{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Promise:
    """Minutes promised to VIPs and others in busy hours, and to everyone in quiet ones.

    Attributes
    ----------
    share
        Share of customers to be served in time; None where the mean wait is promised.
    """

    share: float | None
    vip_busy_minutes: float
    others_busy_minutes: float
    quiet_minutes: float

    def minutes(self, customer_class: str, *, busy: bool) -> float:
        """Longest promised wait of a class."""
        if not busy:
            return self.quiet_minutes
        return self.vip_busy_minutes if customer_class == "vip" else self.others_busy_minutes


def read_promise(text: str) -> Promise | None:
    """Read the promise; None where the text has another form."""
    match = _FORM.fullmatch(text)
    if match is None or (match[1] == "share" and match[2] is None):
        return None
    share = float(match[2]) if match[1] == "share" else None
    return Promise(share, float(match[3]), float(match[4]), float(match[5]))
