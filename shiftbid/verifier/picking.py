"""Rounds in which people take their wishes one after the other: order, turns and claims played again.

That a claim was rightly refused because no exchange was found is checked where its reason is; that each claim was made
in its turn, and that what was granted is awarded, is checked here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from shiftbid.verifier.clock import day_text
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.hashes import sha256_text
from shiftbid.verifier.round_record import BY_CLAIMS, SENIORITY, SNAKE, ClaimRecord, RoundRecord, Wish
from shiftbid.verifier.rows import StaffRow
from shiftbid.verifier.wishes import awarded_by_person, honoured

CLAIMS_A_WAVE = 3


def check_claims(record: RoundRecord) -> Iterator[VerifierFinding]:
    """Check that the claims are those that the method, the order and everybody's wishes lead to, and were kept."""
    if record.method not in BY_CLAIMS:
        if record.order or record.claims:
            yield _finding("ROUND-CLAIM", record, "holds turns or claims, which its method does not know")
        return
    bidders = {bid.employee for bid in record.bids}
    if sorted(record.order) != sorted(bidders):
        yield _finding("ROUND-ORDER-OF-TURNS", record, "does not give each bidder one place in the order of turns")
        return
    if record.method != SENIORITY:
        brought = {each.employee: -each.credit_before for each in record.satisfaction}
        yield from _order(record, brought)
    yield from _played(record)
    yield from _kept(record)


def check_seniority(record: RoundRecord, staff: Mapping[str, StaffRow]) -> Iterator[VerifierFinding]:
    """Check that who was employed first comes first, where that is the method."""
    if record.method == SENIORITY:
        employed = {each.employee: float(each.employed_from.toordinal()) for each in staff.values()}
        yield from _order(record, employed)


def _order(record: RoundRecord, first: Mapping[str, float]) -> Iterator[VerifierFinding]:
    due = sorted(record.order, key=lambda each: (first.get(each, 0.0), _hash(record, each)))
    if list(record.order) != due:
        place = next(number for number, pair in enumerate(zip(record.order, due, strict=True)) if pair[0] != pair[1])
        sentence = f"has {record.order[place]} in place {place + 1} of the order of turns, which is due to {due[place]}"
        yield _finding("ROUND-ORDER-OF-TURNS", record, sentence)


def _played(record: RoundRecord) -> Iterator[VerifierFinding]:
    """Play the turns with the answers on record; the first claim that is not the one due ends it."""
    answers = iter(record.claims)
    for number, (employee, wish, answer) in enumerate(_claims_due(record, lambda: next(answers, None)), start=1):
        if answer is None or (answer.employee, answer.day, answer.template) != (employee, wish.day, wish.template):
            said = "none" if answer is None else f"one by {answer.employee}"
            due = f"{employee} for {_told(wish.template, wish.day)}"
            yield _finding("ROUND-CLAIM", record, f"has {said} as claim {number}, where that of {due} is due")
            return
    if next(answers, None) is not None:
        yield _finding("ROUND-CLAIM", record, "has claims after the last one due")


_Due = tuple[str, Wish, ClaimRecord | None]


def _claims_due(record: RoundRecord, answer: Callable[[], ClaimRecord | None]) -> Iterator[_Due]:
    left = {bid.employee: _wish_list(record, bid.employee, bid.wishes) for bid in record.bids}
    longest = max(map(len, left.values()), default=0)
    refused: dict[str, list[Wish]] = {employee: [] for employee in left}
    granted = 0

    def turn(employee: str, most_granted: int | None, most_claims: int | None) -> Iterator[_Due]:
        nonlocal granted
        mine = claims = 0
        while left[employee] and mine != most_granted and claims != most_claims:
            wish = left[employee].pop(0)
            said = answer()
            yield employee, wish, said
            claims += 1
            if said is not None and said.accepted:
                mine, granted = mine + 1, granted + 1
            else:
                refused[employee].append(wish)

    if record.method == SNAKE:
        for number in range(longest):
            for employee in record.order if number % 2 == 0 else reversed(record.order):
                yield from turn(employee, 1, None)
    elif record.method == SENIORITY:
        for employee in record.order:
            yield from turn(employee, None, None)
    else:
        for _ in range(-(-longest // CLAIMS_A_WAVE)):
            for employee in record.order:
                yield from turn(employee, None, CLAIMS_A_WAVE)
    while any(refused.values()):
        left, refused, granted = refused, {employee: [] for employee in left}, 0
        for employee in record.order:
            yield from turn(employee, None, None)
        if not granted:
            return


def _wish_list(record: RoundRecord, employee: str, wishes: tuple[Wish, ...]) -> list[Wish]:
    def place(wish: Wish) -> tuple[int, str]:
        seat = f"{record.hall}/{wish.template or ''}/{wish.day.isoformat()}"
        return -wish.points, _hash(record, employee, seat)

    return sorted((wish for wish in wishes if wish.points > 0), key=place)


def _kept(record: RoundRecord) -> Iterator[VerifierFinding]:
    awarded = awarded_by_person(record)
    for claim in record.claims:
        wish = Wish(claim.day, claim.template, "want")
        if claim.accepted and not honoured(wish, awarded.get(claim.employee, {})):
            what = f"grants {claim.employee} {_told(claim.template, claim.day)}, which the award does not hold"
            yield _finding("ROUND-CLAIM", record, what)


def _hash(record: RoundRecord, *parts: str) -> str:
    return sha256_text("|".join((record.seed, *parts)).encode())


def _told(template: str | None, day: date) -> str:
    return f"{'the day off' if template is None else f'template {template}'} on {day_text(day)}"


def _finding(rule: str, record: RoundRecord, what: str) -> VerifierFinding:
    return VerifierFinding(Kind.ROUND, rule, "", "", f"Hall {record.hall}: the record of the round {what}.")
