"""Close a vote, open its boxes and count."""

from __future__ import annotations

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.poll import Poll, PollAct, counting_entries
from shiftbid.domain.tie_number import joined_hash
from shiftbid.services.bid_round import known_hall
from shiftbid.services.election import ElectionGround, count_election
from shiftbid.services.poll_boxes import Credentials, record_step, unlock_boxes
from shiftbid.services.poll_port import BoxSealer
from shiftbid.services.poll_records import boxes_root
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.vote_paper import read_vote_paper
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.voting.secret_ballot import opened_ballots


def close_vote(units: UnitOfWorkFactory, sealer: BoxSealer, vote: Poll, trustee: Credentials) -> Poll:
    """Close a vote with the trustee's PIN, open the boxes and count; the key is destroyed.

    A vote with fewer ballots than its quorum lapses, and its boxes stay sealed for good. Counting takes seconds, in
    which others go on working: from the deadline on no box is taken, and all steps go on record at once at the end.

    Raises
    ------
    AccessError
        Somebody else than the trustee closes, or the PIN is wrong.
    InputError
        The deadline has not passed, or the vote is closed already.
    StorageError
        Somebody else closed it meanwhile.
    """
    unlocked = unlock_boxes(units, sealer, vote, trustee)
    with units() as unit:
        held = unit.polls.hold(vote.id)
        hall = known_hall(unit, vote.hall)
        entries = unit.polls.entries(vote.id)
    paper = read_vote_paper(vote.paper, hall, vote.period)
    boxes, root = counting_entries(entries), boxes_root(entries)
    closing = canonical_json({"boxes": len(boxes), "boxes_root": root, "quorum": paper.quorum})
    steps = [(PollAct.LAPSE, closing)]
    if len(boxes) >= paper.quorum:
        texts = [(each.employee, sealer.open(unlocked.keys, each.box)) for each in boxes]
        ground = ElectionGround(hall, vote.period, paper.needed.demand.slots, paper.ballot_paper)
        opened = opened_ballots(vote.id, texts, [template.id for template in paper.ballot_paper.templates])
        counted = count_election(ground, opened.ballots, joined_hash(unlocked.nonce, root), WorkLimit(), lambda _: None)
        content = {"nonce": unlocked.nonce, "spoiled": opened.spoiled, "election": counted.record}
        steps = [(PollAct.CLOSE, closing), (PollAct.COUNT, canonical_json(content))]
    with units() as unit:
        ended = held
        for act, content in steps:
            ended = record_step(unit, ended, act, unlocked.trustee.id, content)
        unit.polls.destroy_key(vote.id)
        unit.commit()
    return ended
