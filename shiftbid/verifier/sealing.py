"""Sealed bids: nonce, commitments, root and seed computed again."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.hashes import sha256_text
from shiftbid.verifier.round_record import RoundRecord


def check_sealing(record: RoundRecord) -> Iterator[VerifierFinding]:
    """Check that the bids are the ones that were sealed, and that the seed follows from nonce and commitments."""
    hall = record.hall
    if sha256_text(record.nonce.encode()) != record.nonce_commitment:
        yield _finding("ROUND-NONCE", "", f"Hall {hall}: the nonce is not the one committed to before the bids.")
    bidders = [bid.employee for bid in record.bids]
    committed = [each.employee for each in record.commitments]
    for name, listed in (("bids", bidders), ("commitments", committed)):
        if listed != sorted(set(listed)):
            yield _finding(
                "ROUND-ORDER", "", f"Hall {hall}: the {name} are not in order of employee id, each person once."
            )
    for employee in sorted(set(bidders) ^ set(committed)):
        had, lacks = ("a bid", "commitment") if employee in bidders else ("a commitment", "bid")
        yield _finding("ROUND-COMMITMENT", employee, f"Hall {hall}: {employee} has {had} but no {lacks}.")
    commitments = {each.employee: each.commitment for each in record.commitments}
    for bid in record.bids:
        sealed = sha256_text(bid.salt.encode() + b"|" + bid.canonical_wishes)
        if bid.employee in commitments and commitments[bid.employee] != sealed:
            yield _finding(
                "ROUND-COMMITMENT",
                bid.employee,
                f"Hall {hall}: the wishes of {bid.employee} are not the ones that were sealed.",
            )
    if sha256_text(record.canonical_commitments) != record.root:
        yield _finding("ROUND-ROOT", "", f"Hall {hall}: the root is not the hash of the commitments.")
    if sha256_text(f"{record.nonce}|{record.root}".encode()) != record.seed:
        yield _finding("ROUND-SEED", "", f"Hall {hall}: the seed does not follow from nonce and root.")


def _finding(rule: str, employee: str, sentence: str) -> VerifierFinding:
    return VerifierFinding(Kind.ROUND, rule, employee, "", sentence)
