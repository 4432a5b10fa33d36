import tomllib
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

import shiftbid.payroll
from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import LotKind
from shiftbid.payroll.toil_law import load_toil_law, toil_law_choices, toil_law_ids, us_toil_law
from shiftbid.payroll.toil_policy import LotTerms, Outcome, ToilPolicy, Validity

ON = date(2026, 3, 2)
FOLDER = Path(shiftbid.payroll.__file__).parent / "parameters" / "toil"


def with_terms(law_id: str, kind: LotKind, terms: LotTerms, cap_minutes: int | None = None) -> ToilPolicy:
    default = load_toil_law(law_id, ON).default
    return replace(default, terms={**default.terms, kind: terms}, cap_minutes=cap_minutes or default.cap_minutes)


def terms(
    rate: str = "3/2", months: int = 3, at_expiry: Outcome = Outcome.PAYOUT, at_leaving: Outcome = Outcome.PAYOUT
) -> LotTerms:
    return LotTerms(Fraction(rate), Validity(months), at_expiry, at_leaving)


@pytest.mark.parametrize("law_id", toil_law_ids())
def test_what_a_house_starts_from_is_lawful_and_every_value_names_its_article(law_id: str) -> None:
    law = load_toil_law(law_id, ON)
    law.check(law.default)
    assert law.default.law == law_id
    assert all(limit.article and limit.source and limit.sentence for limit in law.limits)


@pytest.mark.parametrize(
    ("law_id", "kind", "asked", "why"),
    [
        ("CN", LotKind.OVERTIME, terms(), r"150 % of the wage.*art\. 44\(1\)"),
        ("CN", LotKind.HOLIDAY_WORK, terms(), r"300 % of the wage.*art\. 44\(3\)"),
        ("CN", LotKind.REST_DAY_WORK, terms(at_expiry=Outcome.FORFEIT), r"cannot be lost .*art\. 44\(2\)"),
        ("CN", LotKind.REST_DAY_WORK, terms(at_leaving=Outcome.FORFEIT), r"cannot be lost .*art\. 44\(2\)"),
        ("CN", LotKind.REST_DAY_WORK, terms("9/10"), r"at least an hour off .*art\. 44\(2\)"),
        ("US-PRIVATE", LotKind.OVERTIME, terms(), r"only public agencies .*29 USC 207\(o\)"),
        ("US-PUBLIC", LotKind.OVERTIME, terms("149/100"), "an hour and a half off .*29 CFR 553.20"),
        ("US-PUBLIC", LotKind.OVERTIME, terms(at_expiry=Outcome.FORFEIT), r"29 USC 207\(o\)\(4\)"),
        ("AU-RETAIL", LotKind.OVERTIME, terms("1"), "an hour and a half .*cl. 21.3"),
        ("AU-RETAIL", LotKind.OVERTIME, terms(months=7), "within six months .*cl. 21.3"),
        ("AU-RETAIL", LotKind.OVERTIME, terms(at_expiry=Outcome.EXTEND), "not carried on .*cl. 21.3"),
        ("UK-NHS", LotKind.OVERTIME, terms(months=4), r"within three months .*s\. 3\.5"),
        ("UK-NHS", LotKind.OVERTIME, terms("1/2"), r"earns an hour off .*s\. 3\.7"),
        ("FR", LotKind.OVERTIME, terms("1"), "1 h 15 an hour.*L3121"),
        ("ES", LotKind.OVERTIME, terms(months=5), r"within four months .*art\. 35\.1"),
        ("NZ", LotKind.HOLIDAY_WORK, terms(), r"whole alternative day.*ss\. 56"),
        ("HOUSE", LotKind.OVERTIME, terms(at_leaving=Outcome.EXTEND), "paid or forfeited"),
    ],
)
def test_what_the_law_forbids_cannot_be_configured(law_id: str, kind: LotKind, asked: LotTerms, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        load_toil_law(law_id, ON).check(with_terms(law_id, kind, asked))
    assert str(caught.value.problems[0]).startswith(f"{kind.value}: ")
    assert len(caught.value.problems) == 1


@pytest.mark.parametrize(
    ("law_id", "kind", "asked"),
    [
        ("CN", LotKind.REST_DAY_WORK, terms("1", 12, Outcome.EXTEND)),
        ("CN", LotKind.HOUSE_BONUS, terms("1/2", 1, Outcome.FORFEIT, Outcome.FORFEIT)),
        ("AU-RETAIL", LotKind.OVERTIME, terms("3/2", 6)),
        ("FR", LotKind.OVERTIME, terms("5/4", 12, Outcome.EXTEND)),
        ("NZ", LotKind.OVERTIME, terms("1", 12)),
        ("HOUSE", LotKind.OVERTIME, terms("1", 1, Outcome.FORFEIT, Outcome.FORFEIT)),
    ],
)
def test_what_the_law_leaves_open_can_be(law_id: str, kind: LotKind, asked: LotTerms) -> None:
    load_toil_law(law_id, ON).check(with_terms(law_id, kind, asked))


@pytest.mark.parametrize(("law_id", "cap_minutes"), [("US-PUBLIC", 240 * 60), ("US-PUBLIC-SAFETY", 480 * 60)])
def test_the_public_cap_may_be_lowered_but_not_raised_or_dropped(law_id: str, cap_minutes: int) -> None:
    law = load_toil_law(law_id, ON)
    assert law.default.cap_minutes == cap_minutes
    law.check(replace(law.default, cap_minutes=cap_minutes - 1))
    for cap in (cap_minutes + 1, None):
        with pytest.raises(InputError, match=r"hours may stand; overtime above is paid .*29 USC 207\(o\)\(3\)"):
            law.check(replace(law.default, cap_minutes=cap))


def test_all_problems_of_a_policy_are_named_at_once() -> None:
    law = load_toil_law("CN", ON)
    asked = {kind: terms(at_expiry=Outcome.FORFEIT) for kind in (LotKind.OVERTIME, LotKind.REST_DAY_WORK)}
    with pytest.raises(InputError) as caught:
        law.check(replace(law.default, terms=asked, overdraft_minutes=-1))
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    "policy",
    [
        ToilPolicy("HOUSE", {}, overdraft_minutes=-1),
        ToilPolicy("HOUSE", {}, step_minutes=0),
        ToilPolicy("HOUSE", {}, cap_minutes=-1),
    ],
)
def test_impossible_numbers_are_refused(policy: ToilPolicy) -> None:
    with pytest.raises(InputError, match="start at 0"):
        load_toil_law("HOUSE", ON).check(policy)


def test_the_least_possible_numbers_are_allowed() -> None:
    load_toil_law("HOUSE", ON).check(ToilPolicy("HOUSE", {}, cap_minutes=0, overdraft_minutes=0, step_minutes=1))


def test_values_hold_from_their_day_on() -> None:
    assert load_toil_law("CN", date(1994, 12, 31)).limits == ()
    assert load_toil_law("CN", date(1995, 1, 1)).limits != ()
    for day, cap_minutes, kinds in ((date(1984, 12, 31), None, 0), (date(1985, 1, 1), 14400, 2)):
        default = load_toil_law("US-PUBLIC", day).default
        assert (default.cap_minutes, len(default.terms)) == (cap_minutes, kinds)


def test_an_unknown_law_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="there is no law 'XX'; installed: AU-RETAIL, CN, ES"):
        load_toil_law("XX", ON)


@pytest.mark.parametrize(
    ("country", "choices"),
    [
        ("CN", ("CN",)),
        ("US", ("US-PRIVATE", "US-PUBLIC", "US-PUBLIC-SAFETY")),
        ("AU", ("HOUSE", "AU-RETAIL")),
        ("GB", ("HOUSE", "UK-NHS")),
        ("DE", ("HOUSE",)),
    ],
)
def test_a_house_is_under_a_law_of_its_country(country: str, choices: tuple[str, ...]) -> None:
    assert toil_law_choices(country) == choices


def test_staff_of_the_united_states_have_three_laws() -> None:
    assert us_toil_law(public=False, safety=True) == "US-PRIVATE"
    assert us_toil_law(public=True, safety=False) == "US-PUBLIC"
    assert us_toil_law(public=True, safety=True) == "US-PUBLIC-SAFETY"
    forbidden = load_toil_law("CN", ON).earning_limit(LotKind.OVERTIME)
    assert forbidden is not None
    assert forbidden.article.startswith("Labour Law art. 44(1)")
    assert load_toil_law("CN", ON).earning_limit(LotKind.REST_DAY_WORK) is None


def test_every_limit_asks_exactly_one_thing() -> None:
    asks = {"forbids", "least_rate", "most_valid_months", "most_balance_minutes"}
    for file in sorted(FOLDER.iterdir()):
        for limit in tomllib.loads(file.read_text(encoding="utf-8")).get("limit", []):
            assert len(asks & limit.keys()) == 1, (file.name, limit)
