"""Take part in a vote, close it, count it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import User
from shiftbid.domain.ballot import Answer
from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import Poll, PollAct, PollState, counting_entries
from shiftbid.domain.tie_number import joined_hash
from shiftbid.services.election import HeldElection, count_election
from shiftbid.services.poll_boxes import BoxMaking, Credentials, participant, record_step, unlock_boxes
from shiftbid.services.poll_port import BoxSealer
from shiftbid.services.poll_records import boxes_root
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.vote_paper import menus_of
from shiftbid.voting.secret_ballot import SecretBallot, answers_record, ballot_text, opened_ballots

RECEIPT_LENGTH = 16


def cast_ballot(
    units: UnitOfWorkFactory, making: BoxMaking, vote: Poll, voter: User, answers: Mapping[str, Answer]
) -> str:
    """Seal a person's ballot, in place of an earlier one; gives the receipt: the random id it will be published under.

    Raises
    ------
    AccessError
        The person is not on the hall's staff list, or is the trustee.
    InputError
        An answer names a menu that is not put to the vote, or the vote takes nothing more.
    """
    known = {menu.id for menu in menus_of(vote.paper)}
    unknown = sorted(answers.keys() - known)
    if unknown:
        problems = [f"{menu!r} is not put to the vote; there are {', '.join(sorted(known))}" for menu in unknown]
        raise InputError("ballot", problems)
    receipt = making.secret("ballot", vote.id, voter.id)[:RECEIPT_LENGTH]
    with units() as unit:
        employee = participant(unit, vote, voter)
        text = ballot_text(vote.id, employee, SecretBallot(receipt, answers))
        unit.polls.add_entry(vote.id, employee, voter.id, making.sealer.seal(vote.public_key, text))
        unit.commit()
    return receipt


def close_vote(units: UnitOfWorkFactory, sealer: BoxSealer, vote: Poll, trustee: Credentials) -> Poll:
    """Close a vote with the trustee's PIN, open the boxes and count; the key is destroyed.

    A vote with fewer ballots than its quorum lapses, and its boxes stay sealed for good.

    Raises
    ------
    AccessError
        Somebody else than the trustee closes, or the PIN is wrong.
    InputError
        The deadline has not passed, or the vote is closed already.
    """
    unlocked = unlock_boxes(units, sealer, vote, trustee)
    with units() as unit:
        held = unit.polls.hold(vote.id)
        entries = unit.polls.entries(vote.id)
        boxes, root, quorum = counting_entries(entries), boxes_root(entries), json.loads(vote.paper)["quorum"]
        closing = canonical_json({"boxes": len(boxes), "boxes_root": root, "quorum": quorum})
        unit.polls.destroy_key(vote.id)
        if len(boxes) < quorum:
            ended = record_step(unit, held, PollAct.LAPSE, unlocked.trustee.id, closing)
        else:
            closed = record_step(unit, held, PollAct.CLOSE, unlocked.trustee.id, closing)
            texts = [(each.employee, sealer.open(unlocked.keys, each.box)) for each in boxes]
            counted = canonical_json(_count(vote, texts, unlocked.nonce, joined_hash(unlocked.nonce, root)))
            ended = record_step(unit, closed, PollAct.COUNT, unlocked.trustee.id, counted)
        unit.commit()
    return ended


def _count(vote: Poll, texts: list[tuple[str, str | None]], nonce: str, seed: str) -> Mapping[str, object]:
    menus = menus_of(vote.paper)
    opened = opened_ballots(vote.id, texts, [menu.id for menu in menus])
    held = count_election(
        vote.hall,
        vote.period,
        menus,
        [ballot.approvals for ballot in opened.ballots],
        json.loads(vote.paper)["most_missing_half_hours"],
        seed,
    )
    return {
        "nonce": nonce,
        "spoiled": opened.spoiled,
        "answers": answers_record(opened.ballots),
        "election": held.record,
    }


def counted_election(vote: Poll) -> HeldElection:
    """The outcome of a counted vote; InputError where it is not counted or was withdrawn."""
    content = vote.content_of(PollAct.COUNT)
    if content is None or vote.state is not PollState.COUNTED:
        raise InputError(f"vote {vote.id}", [f"is {vote.state}: a counted vote is needed"])
    record = json.loads(content)["election"]
    adopted = next(menu for menu in menus_of(vote.paper) if menu.id == record["adopted"])
    return HeldElection(adopted, len(record["ballots"]), record)
