from __future__ import annotations

from shiftbid.voting.cover_audit import audit
from tests.unit.voting.approval_profiles import seats


def test_a_group_is_excused_where_no_exchange_keeps_the_cover() -> None:
    contest = seats("abcd", "6*ab 4*c d", 2)
    assert audit(contest, frozenset("ac"), lambda _: True) == ()
    short = audit(contest, frozenset("cd"), lambda _: True)
    assert {each.violation.candidate for each in short} == {"a", "b"}
    assert not any(each.excused for each in short)
    without_a = audit(contest, frozenset("cd"), lambda taken: "a" not in taken)
    assert {each.violation.candidate: each.excused for each in without_a} == {"a": True, "b": False}
