import hashlib
import json
from dataclasses import replace
from datetime import date

from shiftbid.bidding.sealing import SealedBids, commitments_record, root_of, round_seed, wishes_record
from shiftbid.domain.bid import Bid, BidLevel

BIDS = (
    Bid("e1", date(2026, 1, 6), "0900-1700", BidLevel.WANT),
    Bid("e1", date(2026, 1, 5), None, BidLevel.LIKE),
)


def test_a_commitment_can_be_recomputed_from_salt_and_wishes_alone() -> None:
    wishes = [
        {"date": "2026-01-05", "level": "like", "template": None},
        {"date": "2026-01-06", "level": "want", "template": "0900-1700"},
    ]
    assert wishes_record(BIDS) == wishes
    text = "pepper|" + json.dumps(wishes, separators=(",", ":"), sort_keys=True)
    assert SealedBids("e1", "pepper", BIDS).commitment == hashlib.sha256(text.encode()).hexdigest()


def test_another_salt_or_level_gives_another_commitment() -> None:
    sealed = SealedBids("e1", "salt", BIDS)
    other = replace(sealed, bids=(replace(BIDS[0], level=BidLevel.AVOID), BIDS[1]))
    assert len({sealed.commitment, replace(sealed, salt="salt2").commitment, other.commitment}) == 3


def test_the_seed_depends_on_every_bid_and_on_the_nonce() -> None:
    first, second = SealedBids("e1", "a", BIDS), SealedBids("e2", "b", ())
    root = root_of(commitments_record([second, first]))
    assert root == root_of(commitments_record([first, second])), "order of arrival must not matter"
    changed = root_of(commitments_record([first, replace(second, salt="c")]))
    assert len({round_seed("n", root), round_seed("m", root), round_seed("n", changed)}) == 3
