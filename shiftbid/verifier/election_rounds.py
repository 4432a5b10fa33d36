"""Votes whose seats are filled one by one: each round's order of turns computed again from the ballots.

That a template was skipped rightly, because no full set with it covers the demand, cannot be shown by plain arithmetic
and is taken as the record says.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from shiftbid.verifier.election_record import ElectionRecord, SeatRecord
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.hashes import sha256_text

PHRAGMEN = "sequential-phragmen"
EQUAL_SHARES = "equal-shares"
_MINUTES_PER_HOUR = 60


def check_rounds(election: ElectionRecord) -> Iterator[VerifierFinding]:
    """Check that each seat went to the template whose turn came first among those not skipped."""
    if election.method not in (PHRAGMEN, EQUAL_SHARES) or not any(ballot.approved for ballot in election.ballots):
        if election.rounds:
            yield _finding(f"Hall {election.hall}: seats filled one by one stand in a record that was not so counted.")
        return
    taken = [seat.taken.template for seat in election.rounds]
    skipped = [turn.template for seat in election.rounds for turn in seat.skipped]
    if sorted(taken) != sorted(election.adopted.templates) or set(taken) & set(skipped):
        yield _finding(f"Hall {election.hall}: the rounds do not lead to the templates adopted.")
        return
    yield from _Counting(election).faults()


class _Counting:
    """Loads and purses of the voters as the rounds go on."""

    def __init__(self, election: ElectionRecord) -> None:
        self._election = election
        self._loads = {ballot.id: Fraction(0) for ballot in election.ballots}
        self._left = {candidate.template for candidate in election.candidates}
        self._prices = _prices(election)
        budget = election.seats * sum(self._prices.values(), Fraction(0)) / max(1, len(self._prices))
        self._share = budget / max(1, len(election.ballots))
        self._buying = election.method == EQUAL_SHARES

    def faults(self) -> Iterator[VerifierFinding]:
        for number, seat in enumerate(self._election.rounds, start=1):
            turns = self._turns()
            if self._buying and not {turn for turn, _ in turns} - {skip.template for skip in seat.skipped}:
                self._left -= {turn for turn, _ in turns}
                self._buying = False
                turns = self._turns()
            expected = [*(skip.template for skip in seat.skipped), seat.taken.template]
            due = [name for name, _ in turns if name not in expected[:-1]]
            claimed = dict(turns)
            if not due or due[0] != seat.taken.template or claimed.get(seat.taken.template) != seat.taken.load:
                first = f"{due[0]} with {claimed[due[0]]}" if due else "nothing"
                yield _finding(
                    f"Hall {self._election.hall}, round {number}: by the ballots the turn is that of {first}; the"
                    f" record says {seat.taken.template} with {seat.taken.load}."
                )
                return
            self._take(seat)

    def _turns(self) -> list[tuple[str, Fraction]]:
        """Templates left with the load or payment of each supporter, in the order of their turns."""
        found: list[tuple[bool, Fraction, str, str]] = []
        for name in self._left:
            load = self._payment(name) if self._buying else self._equal_load(name)
            supported = bool(self._supporters(name))
            if load is not None and (supported or not self._buying):
                tie = sha256_text(f"{self._election.seed}|{name}".encode())
                found.append((not supported, load, tie, name))
        return [(name, load) for _, load, _, name in sorted(found)]

    def _supporters(self, name: str) -> list[str]:
        return [ballot.id for ballot in self._election.ballots if name in ballot.approved]

    def _equal_load(self, name: str) -> Fraction:
        supporters = self._supporters(name)
        carried = sum((self._loads[each] for each in supporters), self._prices[name])
        return carried / len(supporters) if supporters else Fraction(0)

    def _payment(self, name: str) -> Fraction | None:
        """Most that anyone pays when all supporters pay alike or all they have; None where they cannot pay."""
        price, purses = self._prices[name], sorted(self._share - self._loads[each] for each in self._supporters(name))
        for place, purse in enumerate(purses):
            payers = len(purses) - place
            if purse * payers >= price:
                return price / payers
            price -= purse
        return None

    def _take(self, seat: SeatRecord) -> None:
        self._left -= {seat.taken.template, *(skip.template for skip in seat.skipped)}
        for each in self._supporters(seat.taken.template):
            paid = min(self._share - self._loads[each], seat.taken.load)
            self._loads[each] = self._loads[each] + paid if self._buying else seat.taken.load


def _prices(election: ElectionRecord) -> dict[str, Fraction]:
    """One for each seat of Phragmén; paid hours for Equal Shares."""
    if election.method == PHRAGMEN:
        return {candidate.template: Fraction(1) for candidate in election.candidates}
    return {
        candidate.template: Fraction(
            candidate.end_minute
            - candidate.start_minute
            - sum(minutes for _, minutes, paid in candidate.pauses if not paid),
            _MINUTES_PER_HOUR,
        )
        for candidate in election.candidates
    }


def _finding(sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.ELECTION, "ELECTION-ROUNDS", "", "", sentence)
