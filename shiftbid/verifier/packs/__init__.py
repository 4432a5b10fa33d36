"""The verifier's own value table: what each rule pack allows, dated, with the article.

It repeats by hand what the packs of the rule book say and is never read from them: a slip made there shows up as a
disagreement here. Values come from the texts named in `article`; what is house policy says so.
"""

from __future__ import annotations

from typing import Final

from shiftbid.verifier.packs import america, china, europe, house, pacific
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.packs.readings import read_by

_PACKS: Final = (
    china.CHINA,
    europe.EUROPEAN_UNION,
    europe.GERMANY,
    europe.FRANCE,
    europe.SPAIN,
    europe.UNITED_KINGDOM,
    europe.HEALTH_SERVICE,
    america.UNITED_STATES,
    america.CALIFORNIA,
    america.OREGON,
    america.SEATTLE,
    america.CHICAGO,
    america.NEW_YORK_RETAIL,
    america.NEW_YORK_FAST_FOOD,
    pacific.JAPAN,
    pacific.AUSTRALIAN_RETAIL,
    pacific.NEW_ZEALAND,
    house.HOUSE_PACK,
)


def pack_of(choice: str) -> Pack | None:
    """Give the pack of an id, read as the readings behind it say; None where pack or reading is not known here."""
    pack_id, *readings = choice.split(",")
    chosen = next((pack for pack in _PACKS if pack.id == pack_id), None)
    for reading in readings:
        chosen = chosen and read_by(chosen, reading)
    return chosen
