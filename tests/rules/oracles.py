"""Every rule by plain arithmetic; the modules ``by_hand*`` hold them by pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from tests.rules import by_hand, by_hand_cn, by_hand_eu, by_hand_europe, by_hand_jp, by_hand_us
from tests.rules.by_hand import Oracle
from tests.rules.random_weeks import Weeks

ORACLES: Mapping[str, Oracle] = {
    **by_hand.ORACLES,
    **by_hand_cn.ORACLES,
    **by_hand_eu.ORACLES,
    **by_hand_europe.ORACLES,
    **by_hand_us.ORACLES,
    **by_hand_jp.ORACLES,
}


def broken_by_hand(weeks: Weeks, rules: Iterable[str]) -> Counter[tuple[str, date]]:
    """Rule and first local day of each breach that the given rules find."""
    return Counter((rule, day) for rule in rules for day in ORACLES[rule](weeks))
