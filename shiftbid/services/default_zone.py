"""The time zone that a country, or a part of it, keeps."""

from __future__ import annotations

from importlib.resources import files

from shiftbid.domain.errors import InputError

# Zone that most of a part of a country keeps, for the countries with several zones and well-known codes of parts.
PARTS = {
    "AU": {
        "Australia/Sydney": "ACT NSW",
        "Australia/Melbourne": "VIC",
        "Australia/Brisbane": "QLD",
        "Australia/Adelaide": "SA",
        "Australia/Perth": "WA",
        "Australia/Hobart": "TAS",
        "Australia/Darwin": "NT",
    },
    "CA": {
        "America/St_Johns": "NL",
        "America/Halifax": "NB NS PE",
        "America/Toronto": "ON QC NU",
        "America/Winnipeg": "MB",
        "America/Regina": "SK",
        "America/Edmonton": "AB NT",
        "America/Vancouver": "BC",
        "America/Whitehorse": "YT",
    },
    "US": {
        "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
        "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
        "America/Denver": "CO ID MT NM UT WY",
        "America/Phoenix": "AZ",
        "America/Los_Angeles": "CA NV OR WA",
        "America/Anchorage": "AK",
        "Pacific/Honolulu": "HI",
    },
}
# Zone of the whole country in daily life, where outlying islands or one region keep their own.
MAIN = {
    "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin",
    "ES": "Europe/Madrid",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
}


def default_zone(country: str, subdivision: str | None) -> str:
    """IANA zone of a country (ISO 3166-1) or of a part of it.

    Raises InputError where the country is unknown, or keeps several zones and the part does not settle which.
    """
    zones = _zones_of(country)
    if not zones:
        raise InputError("--country", [f"{country!r} is not a country code; give two letters, such as NZ"])
    for zone, parts in PARTS.get(country, {}).items():
        if subdivision in parts.split():
            return zone
    if country in MAIN or len(zones) == 1:
        return MAIN.get(country, zones[0])
    raise InputError("--timezone", [f"{country} keeps several time zones; give one, such as --timezone {zones[0]}"])


def _zones_of(country: str) -> list[str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return [row[2] for row in rows if row[0] == country]
