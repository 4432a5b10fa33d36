"""A person's own data as a file: what the page shows, nothing of anybody else."""

from __future__ import annotations

import json
from dataclasses import replace

from shiftbid.exporters.own_data import own_data
from tests.gui.fake_own import fake_own_view


def test_the_file_holds_what_is_stored_and_who_read_it() -> None:
    view = fake_own_view()
    told = json.loads(own_data(view))
    assert (told["format"], told["employee"], told["name"]) == ("shiftbid-own-data-1", view.person.id, view.person.name)
    assert len(told["rosters"][0]["shifts"]) == len(view.rosters[0].shifts)
    assert [each["state"] for each in told["requests"]] == ["refused", "asked"]
    assert told["toil"]["balance_minutes"] == view.statement.balance.minutes
    assert (len(told["offers"]), len(told["appeals"])) == (1, len(view.matters[0].appeals))
    assert told["exchanges"]
    assert told["round"]["lost"][0]["reason"]
    assert told["ballot_given_at"] is None
    assert [(each["name"], each["role"], each["kinds"]) for each in told["read_by"]] == [
        ("manager", "manager", ["staff_list", "schedule", "pay"]),
        ("clerk", "payroll", ["pay_file"]),
    ]
    assert told["read_by"][0]["first_at"] > told["read_by"][1]["first_at"]


def test_nothing_of_anybody_else_is_in_it() -> None:
    view = fake_own_view()
    others = set(view.matters[0].board.names) - {view.person.id}
    assert others
    text = own_data(view).decode()
    assert not [each for each in others if f'"{each}"' in text]


def test_who_neither_voted_nor_bid_gets_a_file_too() -> None:
    told = json.loads(own_data(replace(fake_own_view(), vote=None, bidding=None, matters=(), readers=())))
    assert (told["round"], told["ballot_given_at"], told["read_by"]) == (None, None, [])
