"""Take part in a vote, and read how it ended."""

from __future__ import annotations

import json
from collections.abc import Mapping

from shiftbid.domain.account import User
from shiftbid.domain.ballot import Answer
from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import Poll, PollAct, PollState
from shiftbid.services.held_election import HeldElection
from shiftbid.services.poll_boxes import BoxMaking, participant
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.vote_paper import ballot_paper_of
from shiftbid.voting.election_record import adopted_menu_of
from shiftbid.voting.secret_ballot import SecretBallot, ballot_text

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
        An answer names a template that is not put to the vote, or the vote takes nothing more.
    """
    known = {template.id for template in ballot_paper_of(vote.paper).templates}
    unknown = sorted(answers.keys() - known)
    if unknown:
        problems = [f"{name!r} is not put to the vote; there are {', '.join(sorted(known))}" for name in unknown]
        raise InputError("ballot", problems)
    receipt = making.secret("ballot", vote.id, voter.id)[:RECEIPT_LENGTH]
    with units() as unit:
        employee = participant(unit, vote, voter)
        text = ballot_text(vote.id, employee, SecretBallot(receipt, answers))
        unit.polls.add_entry(vote.id, employee, voter.id, making.sealer.seal(vote.public_key, text))
        unit.commit()
    return receipt


def counted_election(vote: Poll) -> HeldElection:
    """The outcome of a counted vote; InputError where it is not counted or was withdrawn."""
    content = vote.content_of(PollAct.COUNT)
    if content is None or vote.state is not PollState.COUNTED:
        raise InputError(f"vote {vote.id}", [f"is {vote.state}: a counted vote is needed"])
    record = json.loads(content)["election"]
    return HeldElection(adopted_menu_of(record), len(record["ballots"]), record)
