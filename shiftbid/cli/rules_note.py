"""Which rules a plan was made under, as its summary says it."""

from __future__ import annotations

from shiftbid.rules.book import HOUSE, pack_for_country
from shiftbid.services.publication import JsonObject

RULES_HELP = "Rule pack instead of the country's; readings follow, as in CN,week_rest=rolling_7_days."


def rules_note(settings: JsonObject) -> str:
    """Name the rule pack of a plan's settings; house rules are labelled as such, with the reason."""
    pack = f"Rules: pack {settings['pack']} {settings['pack_version']}"
    if not settings["pack_is_house"]:
        return pack
    country, subdivision = str(settings["country"]), settings["subdivision"]
    usual = pack_for_country(country, str(subdivision) if subdivision else None)
    why = f"{country} has no pack yet" if usual == HOUSE else f"no limit of {country}'s law is in it"
    return f"{pack}, house rules and not law: {why}"
