"""The answer to one worked case: rules broken, and what its jurisdiction pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Case, Row, parse_case
from benchmarks.rules_journal import journal_answer
from benchmarks.rules_jurisdiction import Jurisdiction
from benchmarks.rules_jurisdictions import JURISDICTIONS
from benchmarks.rules_situation import night_window, situation_of, week_starts_on
from benchmarks.rules_totals import UNDATED_MONDAY
from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, local_day
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import month_end

HOUSE_PREFIX = "HOUSE-"


def case_answer(row: Row) -> Mapping[str, Any]:
    """Answer one case as written.

    Raises
    ------
    InputError
        The case is not of the form, or its jurisdiction is not known.
    """
    case = parse_case(row)
    jurisdiction = JURISDICTIONS.get(case.jurisdiction)
    if jurisdiction is None:
        known = ", ".join(JURISDICTIONS)
        raise InputError(f"case {case.id}", [f"no rules for {case.jurisdiction!r}; there are rules for {known}"])
    try:
        answers = _answer(case, jurisdiction)
        return {**answers, **journal_answer(row)} if row.get("events") else answers
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"case {case.id}", [f"is not of the form of CASES.md: {error!r}"]) from error


def _answer(case: Case, jurisdiction: Jurisdiction) -> Mapping[str, Any]:
    situation = _situation(case, jurisdiction)
    packs = [_read_as(load_pack(pack_id, situation.period.first), case, jurisdiction) for pack_id in jurisdiction.packs]
    ignored = {*case.params.get("ignore", ()), *jurisdiction.ignored(case)}
    found = list(_violations(packs, situation, ignored))
    # Packs that share rules find the same twice.
    answers: dict[str, Any] = {"violations": [each for number, each in enumerate(found) if each not in found[:number]]}
    if packs:
        told = jurisdiction.answers(case, situation, packs[0])
        answers |= {key: _plain(value) for key, value in told.items()}
    return answers


def _situation(case: Case, jurisdiction: Jurisdiction) -> Situation:
    of_pack = load_pack(jurisdiction.packs[0], UNDATED_MONDAY).week_starts_on if jurisdiction.packs else 0
    first_weekday = week_starts_on(case, of_pack)
    situation = situation_of(case, first_weekday, jurisdiction.consents(case))
    return replace(situation, circumstances=jurisdiction.circumstances(case, situation.circumstances))


def _read_as(pack: RulePack, case: Case, jurisdiction: Jurisdiction) -> RulePack:
    """The pack under the readings that the case names; those that the pack does not leave open are left aside."""
    named: dict[str, str | int] = {**case.params, **jurisdiction.readings(case)}
    night = night_window(case)
    if night is not None:
        named |= {"night_start_minute": night[0], "night_end_minute": night[1]}
    return pack.read_as({name: value for name, value in named.items() if name in pack.open_names})


def _violations(packs: Sequence[RulePack], situation: Situation, ignored: set[str]) -> Iterator[Mapping[str, str]]:
    chosen = {shift.id for shift in situation.candidates}
    for pack in packs:
        for finding in check(pack, situation, chosen):
            if not finding.rule.startswith(HOUSE_PREFIX) and finding.rule not in ignored:
                yield {"rule": finding.rule, "when": when(finding.span, situation.zone)}


def when(span: Interval, zone: str) -> str:
    """Name a span as the cases do: a day, an ISO week, a month, or first and last day."""
    first, last = local_day(span.start, zone), local_day(span.end - 1, zone)
    if first == last:
        return first.isoformat()
    if first.weekday() == 0 and last - first == timedelta(days=DAYS_PER_WEEK - 1):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02d}"
    if first.day == 1 and last == month_end(first):
        return f"{first:%Y-%m}"
    return f"{first}..{last}"


def _plain(value: object) -> object:
    """JSON values of an answer: fractions as the nearest number, days as text."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    return value
