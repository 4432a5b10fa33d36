"""The hash chain grows at its head only."""

from __future__ import annotations

from hashlib import sha256

import pytest

from shiftbid.domain.errors import StorageError
from shiftbid.services.ports import CHAIN_START, ChainedRecord, UnitOfWorkFactory

CONTENT = "a" * 64


def test_each_record_carries_the_hash_of_the_one_before(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        assert unit.records.head() == CHAIN_START
        first = unit.records.append("queen-st/1/roster", CONTENT, CHAIN_START)
        second = unit.records.append("queen-st/2/roster ü", "b" * 64, first.hash)
        unit.commit()
    with units() as unit:
        assert unit.records.all() == (first, second)
        assert unit.records.head() == second.hash
    canonical = f'{{"path":"queen-st/1/roster","previous":"{CHAIN_START}","sequence":0,"sha256":"{CONTENT}"}}'
    assert first == ChainedRecord(0, "queen-st/1/roster", CONTENT, CHAIN_START, sha256(canonical.encode()).hexdigest())
    assert (second.sequence, second.previous) == (1, first.hash)


def test_a_record_behind_an_old_head_is_refused(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.records.append("one", CONTENT, CHAIN_START)
        unit.commit()
    with units() as unit, pytest.raises(StorageError, match=r"another record was added meanwhile.*Reload"):
        unit.records.append("two", CONTENT, CHAIN_START)
