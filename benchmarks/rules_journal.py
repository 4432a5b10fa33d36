"""Worked cases of the TOIL journal: events in recording order, to balances, lots, entries, payouts and forfeits.

The events of a case are posted to a ledger (`shiftbid.payroll`) as they come; one that the journal refuses changes
nothing and is told with its reason. Readings where `../shared/rules/CASES.md` is silent:

- a lot may be taken on its last day; what is left of it then ends by ``policy.expiry`` (payout where none is named,
  forfeit for minutes with no pay behind them), as far as ``as_of``, or the latest day of the events, has passed it;
- ``as_of`` asks for what counts on that day, whatever was recorded; the number of entries is that of the whole journal,
  without those that merely pay an advance back;
- at the end of employment minutes with no pay behind them are lost, all others are paid;
- in a case of a jurisdiction with a law on time off in lieu, what that law forbids is not done: minutes are paid
  instead of forfeited, and work that may not be answered with time off earns none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Row
from benchmarks.rules_values import day_of, number_of
from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import NEVER, EntryKind, JournalEntry, LotKind, ToilAccount
from shiftbid.payroll.toil_balances import account_minutes, balance, effective_by
from shiftbid.payroll.toil_earning import Earning, accrue
from shiftbid.payroll.toil_ending import end_employment, expire_due, expire_lot, pay_out
from shiftbid.payroll.toil_law import Forbidden, ToilLaw, load_toil_law, toil_law_ids, us_toil_law
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_policy import LotTerms, Outcome, ToilPolicy, Validity
from shiftbid.payroll.toil_reversal import reverse
from shiftbid.payroll.toil_taking import Taking, hold, release, take, use

PERSON = "person"
KINDS = {
    "restday": LotKind.REST_DAY_WORK,
    "weekday_ot": LotKind.OVERTIME,
    "holiday": LotKind.HOLIDAY_WORK,
    "holiday_bonus": LotKind.HOLIDAY_WORK,
    "policy_bonus": LotKind.HOUSE_BONUS,
    **{kind.value: kind for kind in LotKind if kind is not LotKind.ADVANCE},
}
EARNINGS = ("accrue", "opening")
UNPAID = frozenset({LotKind.HOUSE_BONUS})
"""Kinds with no pay behind them."""


def journal_answer(row: Row) -> Mapping[str, Any]:
    """Answer the keys of CASES.md that speak of the journal, for a case as written.

    Gives ``balance_min``, ``lots_left``, ``entries``, ``payout_min``, ``forfeited_min``, ``toil_min``, and ``refused``:
    each event that the journal refused, with the reason.

    Raises
    ------
    InputError
        The events are not of the form; every one is named.
    """
    events: Sequence[Row] = row.get("events") or ()
    name = f"case {row['id']}"
    problems: list[str] = []
    days = [_day(number, event, problems) for number, event in enumerate(events, start=1)]
    if problems:
        raise InputError(name, problems)
    policy = _policy(row, min(days, default=date.max))
    journal = _CaseJournal(policy)
    for number, (event, day) in enumerate(zip(events, days, strict=True), start=1):
        try:
            journal.record(number, event, day)
        except (KeyError, TypeError, ValueError) as error:
            problems.append(f"event {number} is not of the form of CASES.md: {error!r}")
    if problems:
        raise InputError(name, problems)
    latest = max((*days, *(entry.effective for entry in journal.ledger.entries.values())), default=date.min)
    as_of = day_of(row["as_of"]) if row.get("as_of") else None
    journal.ledger.post(expire_due(journal.ledger, as_of or latest, policy))
    entries = list(journal.ledger.entries.values())
    return journal.answer(entries, entries if as_of is None else effective_by(entries, as_of))


def _day(number: int, event: Row, problems: list[str]) -> date:
    try:
        return day_of(event["t"])
    except (KeyError, ValueError):
        problems.append(f"event {number} has no day 't' of the form 2026-03-02")
        return date.max


class _CaseJournal:
    """The ledger of a case, and what its events are called there."""

    def __init__(self, policy: ToilPolicy) -> None:
        self.ledger = ToilLedger(PERSON)
        self._policy = policy
        self._keys: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self._refused: list[Mapping[str, Any]] = []

    def record(self, number: int, event: Row, day: date) -> None:
        """Post one event; one that is refused is kept with its reason."""
        key = str(event.get("key") or event.get("id") or f"event/{number}")
        doing: Mapping[str, Callable[[str, Row, date], Change]] = {
            "accrue": self._earn,
            "opening": self._earn,
            "use": self._use,
            "hold": self._hold,
            "release": self._release,
            "take": self._take,
            "reverse": self._reverse,
            "expire": self._expire,
            "payout": self._pay,
            "leave_employment": self._leave,
        }
        if event["type"] not in doing:
            raise ValueError(f"there is no type {event['type']!r}; use {', '.join(doing)}")
        try:
            self.ledger.post(doing[event["type"]](key, event, day))
        except InputError as error:
            reason = "; ".join(str(problem) for problem in error.problems)
            self._refused.append({"event": event.get("id") or number, "why": reason})
        else:
            for name in (event.get("id"), event.get("key"), event.get("lot") if event["type"] in EARNINGS else None):
                self._keys.setdefault(str(name or key), key)

    def answer(self, entries: Sequence[JournalEntry], counted: Sequence[JournalEntry]) -> Mapping[str, Any]:
        """Answer from the whole journal and from the entries that count."""
        standing = balance(counted)
        minutes = account_minutes(counted)
        earned = -sum(each for (account, _), each in minutes.items() if account is ToilAccount.EARNED)
        lots: dict[str, int] = {}
        for (account, lot), left in minutes.items():
            if account in (ToilAccount.BANK, ToilAccount.HELD):
                lots[self._name_of(lot)] = lots.get(self._name_of(lot), 0) + left
        return {
            "balance_min": standing.minutes,
            "lots_left": dict(sorted(lots.items())),
            "entries": sum(entry.kind is not EntryKind.SETTLE for entry in entries),
            "payout_min": standing.paid_out_minutes,
            "forfeited_min": standing.expired_minutes,
            "toil_min": {"accrued": earned, "used": standing.used_minutes, "balance": standing.minutes},
            "refused": self._refused,
        }

    def _name_of(self, lot: str) -> str:
        """What the case calls a lot, whether it was extended or is one of several of that name."""
        for entry in self.ledger.entries.values():
            if entry.kind is EntryKind.EXTEND and entry.postings[1].lot == lot:
                return self._name_of(entry.postings[0].lot)
        return self._named.get(lot, lot)

    def _earn(self, key: str, event: Row, day: date) -> Change:
        name = str(event.get("lot") or key)
        before = self.ledger.entries.get(key)
        lot = name if name not in self.ledger.lots else f"{name}/{key}"
        # A key that was used before must be able to meet the lot that it made.
        if before is not None and self._named.get(before.postings[0].lot) == name:
            lot = before.postings[0].lot
        minutes = event["min"] if "min" in event else Fraction(str(event["worked_min"])) * Fraction(str(event["rate"]))
        earning = Earning(
            key=key,
            lot=lot,
            kind=KINDS[str(event.get("kind", "restday"))],
            minutes=int(number_of(minutes)),
            day=day,
            source=str(event.get("source", "")),
            expires=day_of(event["expires"]) if event.get("expires") else NEVER,
            entry_kind=EntryKind.OPENING if event["type"] == "opening" else EntryKind.ACCRUE,
        )
        change = accrue(self.ledger, earning, self._policy)
        self._named[lot] = name
        return change

    def _taking(self, key: str, event: Row, day: date) -> Taking:
        kinds = frozenset({KINDS[str(event["kind"])]}) if event.get("kind") else None
        day_off = day_of(event["day_off"]) if event.get("day_off") else None
        return Taking(key, int(number_of(event["min"])), day, str(event.get("source", "")), day_off, kinds)

    def _extend_due(self, day: date) -> None:
        """Where expired minutes are extended they may be taken, so that has to happen first."""
        if any(terms.at_expiry is Outcome.EXTEND for terms in self._policy.terms.values()):
            self.ledger.post(expire_due(self.ledger, day, self._policy))

    def _use(self, key: str, event: Row, day: date) -> Change:
        self._extend_due(day)
        return use(self.ledger, self._taking(key, event, day), self._policy)

    def _hold(self, key: str, event: Row, day: date) -> Change:
        self._extend_due(day)
        return hold(self.ledger, self._taking(key, event, day))

    def _release(self, key: str, event: Row, day: date) -> Change:
        return release(self.ledger, key, self._entry_of(event), day, str(event.get("source", "")))

    def _take(self, key: str, event: Row, day: date) -> Change:
        return take(self.ledger, key, self._entry_of(event), day, str(event.get("source", "")))

    def _reverse(self, key: str, event: Row, day: date) -> Change:
        return reverse(self.ledger, key, self._entry_of(event), day, str(event.get("source", "")), self._policy)

    def _expire(self, _key: str, event: Row, day: date) -> Change:
        if event.get("lot"):
            lots = [lot for lot in self.ledger.lots.values() if self._named.get(lot.id) == str(event["lot"])]
        else:
            lots = [lot for lot in self.ledger.lots.values() if lot.expires <= day]
        return sum((expire_lot(self.ledger, lot, day, self._policy) for lot in lots), Change())

    def _pay(self, key: str, event: Row, day: date) -> Change:
        minutes = int(number_of(event["min"])) if event.get("min") is not None else None
        lot = str(event["lot"]) if event.get("lot") else None
        return pay_out(self.ledger, key, day, str(event.get("source", "")), self._policy, minutes, lot)

    def _leave(self, key: str, event: Row, day: date) -> Change:
        return end_employment(self.ledger, key, day, str(event.get("source", "")), self._policy)

    def _entry_of(self, event: Row) -> str:
        return self._keys.get(str(event["of"]), str(event["of"]))


def _policy(row: Row, on: date) -> ToilPolicy:
    params: Row = row.get("params") or {}
    given: Any = row.get("policy") or {}
    asked: Row = {**params, **(given if isinstance(given, Mapping) else {"expiry": given})}
    policy = ToilPolicy(
        law=str(row.get("jurisdiction", "")),
        terms={kind: _terms(kind, asked) for kind in set(KINDS.values())},
        cap_minutes=int(number_of(asked["cap_min"])) if asked.get("cap_min") is not None else None,
        overdraft_minutes=abs(int(number_of(asked.get("negative_floor_min") or 0))),
    )
    law = _law(row, on)
    if law is None:
        return policy
    caps = [cap for cap in (policy.cap_minutes, law.default.cap_minutes) if cap is not None]
    return replace(_within(policy, law), cap_minutes=min(caps, default=None))


def _terms(kind: LotKind, asked: Row) -> LotTerms:
    ending = Outcome.FORFEIT if kind in UNPAID else Outcome.PAYOUT
    return LotTerms(
        rate=Fraction(1),
        validity=Validity(),
        at_expiry=_outcome(asked.get("expiry"), kind) or ending,
        at_leaving=_outcome(asked.get("leave_employment"), kind) or ending,
    )


def _outcome(asked: object, kind: LotKind) -> Outcome | None:
    """Outcome for a kind: one for all, or one for each kind by the case's name of it."""
    if isinstance(asked, Mapping):
        by_kind = {KINDS[str(name)]: value for name, value in asked.items()}
        return _outcome(by_kind.get(kind), kind)
    return None if asked is None else Outcome(str(asked))


def _law(row: Row, on: date) -> ToilLaw | None:
    """Law of the case's jurisdiction, where there is one; none for cases of the journal alone."""
    jurisdiction = str(row.get("jurisdiction", "TOIL"))
    person: Row = row.get("person") or {}
    if person.get("exempt") is True:
        return None
    if jurisdiction.startswith("US"):
        sector = str(person.get("sector", "private"))
        return load_toil_law(us_toil_law(public=sector.startswith("public"), safety=sector == "public_safety"), on)
    return load_toil_law(jurisdiction, on) if jurisdiction in toil_law_ids() else None


def _within(policy: ToilPolicy, law: ToilLaw) -> ToilPolicy:
    """The policy as far as the law lets it: nothing earned that may not be, and paid where it may not be lost."""
    lawful: dict[LotKind, LotTerms] = {}
    for kind, terms in policy.terms.items():
        forbidden = {limit.forbids for limit in law.limits if limit.kind is kind}
        if Forbidden.EARNING in forbidden:
            continue
        at_expiry, at_leaving = terms.at_expiry, terms.at_leaving
        if Forbidden.FORFEITURE in forbidden:
            at_leaving = Outcome.PAYOUT
            at_expiry = Outcome.PAYOUT if at_expiry is Outcome.FORFEIT else at_expiry
        if Forbidden.EXTENSION in forbidden and at_expiry is Outcome.EXTEND:
            at_expiry = Outcome.PAYOUT
        lawful[kind] = replace(terms, at_expiry=at_expiry, at_leaving=at_leaving)
    return replace(policy, terms=lawful)
