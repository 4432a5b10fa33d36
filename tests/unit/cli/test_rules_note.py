from __future__ import annotations

import pytest

from shiftbid.cli.rules_note import rules_note


@pytest.mark.parametrize(
    ("country", "subdivision", "pack", "house", "note"),
    [
        ("DE", "BE", "DE", False, "Rules: pack DE 2026.1"),
        ("ZA", None, "HOUSE", True, "Rules: pack HOUSE 2026.1, house rules and not law: ZA has no pack yet"),
        ("NZ", "AUK", "NZ", True, "Rules: pack NZ 2026.1, house rules and not law: no limit of NZ's law is in it"),
        ("DE", None, "HOUSE", True, "Rules: pack HOUSE 2026.1, house rules and not law: no limit of DE's law is in it"),
    ],
)
def test_house_rules_are_not_taken_for_law(
    country: str, subdivision: str | None, pack: str, house: bool, note: str
) -> None:
    settings = {
        "country": country,
        "subdivision": subdivision,
        "pack": pack,
        "pack_version": "2026.1",
        "pack_is_house": house,
    }
    assert rules_note(settings) == note
