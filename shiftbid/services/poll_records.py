"""What the hash chain holds of votes and bidding rounds: one record for the opening, and one for every step."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.poll import Poll, PollEntry, counting_entries
from shiftbid.domain.tie_number import sha256_hex


def poll_records(poll: Poll) -> tuple[tuple[str, str], ...]:
    """Path and canonical JSON of each record of a poll, in order."""
    opening = {
        "kind": poll.kind.value,
        "hall": poll.hall,
        "period": {"first": poll.period.first.isoformat(), "last": poll.period.last.isoformat()},
        "number": poll.number,
        "opened_by": poll.opened_by,
        "opened_at": poll.opened_at,
        "deadline": poll.deadline,
        "trustee": poll.trustee,
        "public_key": poll.public_key,
        "paper_sha256": sha256_hex(poll.paper),
    }
    steps = [
        (
            f"{poll.id}/{step.act}",
            {"act": step.act.value, "by": step.by, "at": step.at, "content_sha256": sha256_hex(step.content)},
        )
        for step in poll.steps
    ]
    return tuple((path, canonical_json(content)) for path, content in ((f"{poll.id}/open", opening), *steps))


def boxes_root(entries: Sequence[PollEntry]) -> str:
    """Hash over the boxes that count, whoever gave them: fixed when the poll closes, before any of them is opened."""
    return sha256_hex(canonical_json(sorted(sha256_hex(entry.box) for entry in counting_entries(entries))))
