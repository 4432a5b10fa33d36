import pytest

from shiftbid.domain.errors import InputError
from shiftbid.services.default_zone import PARTS, default_zone


@pytest.mark.parametrize(
    ("country", "subdivision", "zone"),
    [
        ("AU", "VIC", "Australia/Melbourne"),
        ("US", "IA", "America/Chicago"),
        ("NZ", "AUK", "Pacific/Auckland"),
        ("CN", None, "Asia/Shanghai"),
        ("FR", None, "Europe/Paris"),
    ],
)
def test_a_country_or_its_part_settles_the_zone(country: str, subdivision: str | None, zone: str) -> None:
    assert default_zone(country, subdivision) == zone


def test_no_part_stands_under_two_zones() -> None:
    for zones in PARTS.values():
        parts = [part for names in zones.values() for part in names.split()]
        assert len(parts) == len(set(parts))


def test_several_zones_ask_for_one() -> None:
    with pytest.raises(InputError, match="--timezone"):
        default_zone("US", None)


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(InputError, match="not a country code"):
        default_zone("XX", None)
