"""The vote: ballots counted again, points and tie order of the winners, and what the record claims by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from shiftbid.verifier.election_record import ANSWERS, ElectionRecord, MenuRecord
from shiftbid.verifier.election_rounds import EQUAL_SHARES, PHRAGMEN, check_rounds
from shiftbid.verifier.finding import Kind, VerifierFinding

PROPORTIONAL = "proportional-approval"
METHODS = (PROPORTIONAL, PHRAGMEN, EQUAL_SHARES)
TOLERANCE = 1e-6


def check_election(election: ElectionRecord) -> Iterator[VerifierFinding]:
    """Check what an election's record says by itself."""
    if election.method not in METHODS:
        sentence = f"Hall {election.hall}: the voting method {election.method!r} is not known here."
        yield _election("ELECTION-METHOD", sentence)
        return
    yield from _ballots(election)
    yield from _winners(election)
    yield from check_rounds(election)
    if election.least_missing_bound > election.least_missing_half_hours + TOLERANCE:
        yield _cover(
            "COVER-BOUND",
            f"Hall {election.hall}: the fewest half-hours missing are said to be {election.least_missing_half_hours:g},"
            f" below their own proven limit {election.least_missing_bound:g}.",
        )
    for menu in (*election.menus, election.adopted):
        yield from _menu_claims(election, menu)


def points(election: ElectionRecord, templates: frozenset[str]) -> Fraction:
    """Points of a set: 1 + 1/2 + … + 1/j for each ballot with j approved templates in it."""
    served = (len(ballot.approved & templates) for ballot in election.ballots)
    return sum((Fraction(1, place) for count in served for place in range(1, count + 1)), Fraction(0))


def _ballots(election: ElectionRecord) -> Iterator[VerifierFinding]:
    hall = election.hall
    names = [candidate.template for candidate in election.candidates]
    for ballot, times in Counter(each.id for each in election.ballots).items():
        if times > 1:
            yield _election("ELECTION-BALLOT", f"Hall {hall}: ballot {ballot} stands {times} times.")
    for ballot in election.ballots:
        if set(ballot.answers) - set(names) or set(ballot.answers.values()) - set(ANSWERS):
            yield _election(
                "ELECTION-BALLOT",
                f"Hall {hall}: ballot {ballot.id} answers to a template that is not put to the vote, or otherwise than"
                f" with {', '.join(ANSWERS)}.",
            )
    for name, times in Counter(names).items():
        if times > 1:
            yield _election("ELECTION-TEMPLATE", f"Hall {hall}: template {name} is put to the vote {times} times.")
    for name in sorted({*names, *election.tally}):
        said = [ballot.answers.get(name) for ballot in election.ballots]
        counted = tuple(said.count(answer) for answer in ANSWERS)
        if election.tally.get(name) != counted or name not in names:
            told = election.tally.get(name)
            yield _election(
                "ELECTION-TALLY",
                f"Hall {hall}: the ballots give template {name} {_counts(counted)}; the tally says "
                f"{'nothing of it' if told is None else _counts(told)}.",
            )


def _winners(election: ElectionRecord) -> Iterator[VerifierFinding]:
    hall, winners = election.hall, frozenset(election.adopted.templates)
    silent = not any(ballot.approved for ballot in election.ballots)
    if silent and election.menus and winners != frozenset(election.menus[0].templates):
        yield _election(
            "ELECTION-ADOPTED",
            f"Hall {hall}: no ballot approves anything, so the first menu {election.menus[0].id} is adopted; the record"
            " says otherwise.",
        )
    seats = min(election.seats, len(election.candidates))
    if not silent and len(winners) != seats:
        yield _election("ELECTION-ADOPTED", f"Hall {hall}: {len(winners)} templates are adopted for {seats} seats.")
    paid, most_paid = election.adopted.paid_minutes, election.most_paid_minutes
    if not silent and most_paid is not None and paid > most_paid + TOLERANCE:
        yield _cover(
            "COVER-PAID",
            f"Hall {hall}: the adopted set is paid {paid:g} minutes; at most {most_paid:g} are allowed.",
        )
    score = points(election, winners)
    if score != election.score:
        yield _election(
            "ELECTION-SCORE",
            f"Hall {hall}: the ballots give the winners {score} points; the record says {election.score}.",
        )
    if election.bound is not None and election.bound < score:
        yield _election(
            "ELECTION-SCORE", f"Hall {hall}: the winners have {score} points, above the claimed limit {election.bound}."
        )
    if election.bound is not None and election.status == "optimal" and election.bound != score:
        yield _election(
            "ELECTION-SCORE",
            f"Hall {hall}: the winners are called optimal with {score} points, but the limit is {election.bound}.",
        )


def _menu_claims(election: ElectionRecord, menu: MenuRecord) -> Iterator[VerifierFinding]:
    hall = election.hall
    unknown = sorted(set(menu.templates) - {candidate.template for candidate in election.candidates})
    if unknown:
        yield _election(
            "ELECTION-TEMPLATE", f"Hall {hall}: {', '.join(unknown)} of menu {menu.id} are not put to the vote."
        )
    if menu.missing_half_hours > election.most_missing_half_hours + TOLERANCE:
        yield _cover(
            "COVER-TOLERANCE",
            f"Hall {hall}: menu {menu.id} leaves {menu.missing_half_hours:g} head half-hours missing; "
            f"at most {election.most_missing_half_hours:g} are allowed.",
        )
    if menu.objective is not None and menu.bound is not None and menu.bound > menu.objective + TOLERANCE:
        yield _cover(
            "COVER-BOUND",
            f"Hall {hall}: menu {menu.id} claims the bound {menu.bound:g} above its value {menu.objective:g}.",
        )
    foreign = sorted({use.template for use in menu.use} - set(menu.templates))
    if foreign:
        yield _cover(
            "COVER-MENU",
            f"Hall {hall}: menu {menu.id} is proven with templates that it does not have: {', '.join(foreign)}.",
        )
    if any(use.heads < 0 or use.heads != int(use.heads) for use in menu.use):
        yield _cover("COVER-MENU", f"Hall {hall}: menu {menu.id} uses a number of heads that is not whole.")


def _counts(counted: tuple[float, ...]) -> str:
    return ", ".join(f"{count:g} {answer}" for count, answer in zip(counted, ANSWERS, strict=True))


def _election(rule: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.ELECTION, rule, "", "", sentence)


def _cover(rule: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.COVER, rule, "", "", sentence)
