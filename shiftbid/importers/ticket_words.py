"""Words of queue systems for outcomes and customer classes, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping

from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import TicketOutcome
from shiftbid.importers.ticket_columns import plain

_OUTCOMES = {
    TicketOutcome.SERVED: "served normal completed complete done finished agent ok 1 完成 已完成 办理完成 已办理 正常",
    TicketOutcome.NO_SHOW: "noshow missed absent -1 弃号 已弃号 过号 已过号 未到 未应答",
    TicketOutcome.ABANDONED: "abandoned hang hungup left leftqueue 离开 放弃",
    TicketOutcome.CLOSED: "closed autoclosed autoclose 自动关闭 系统关闭",
    TicketOutcome.CANCELLED: "cancelled canceled cancel 取消 已取消 作废",
    TicketOutcome.TRANSFERRED: "transferred transfer onhold hold 转移 已转移 转出 挂起 已挂起",
    TicketOutcome.WAITING: "waiting open created queued 等待 等待中 排队中",
    TicketOutcome.VOID: "phantom void test deleted 测试",
}
OUTCOMES: Mapping[str, TicketOutcome] = {
    plain(word) if word != "-1" else word: outcome for outcome, words in _OUTCOMES.items() for word in words.split()
}
"""Outcome by word. ``2`` is a no-show in one system and a transfer in another, so it is not here."""

_VIP = re.compile(r"(?<!non)(?<!no)(?<!非)(vip|贵宾)")
_REGULAR = frozenset(
    ("regular", "normal", "ordinary", "standard", "general", "普通", "普通客户", "普通号", "一般", "非vip", "nonvip")
)
_PREFIXED = re.compile(r"([A-Za-z])\D?\d+")


def outcome_of(word: str) -> TicketOutcome | None:
    """Give the outcome that a word means; None where it is not known."""
    return OUTCOMES.get(word if word == "-1" else plain(word))


def class_of(word: str) -> CustomerClass | None:
    """Give the class that a word means: VIP where it says so, regular where it says so; None otherwise."""
    text = plain(word)
    if text == "v" or _VIP.search(text):
        return CustomerClass.VIP
    return CustomerClass.REGULAR if text in _REGULAR or "vip" in text else None


def class_of_number(ticket: str) -> CustomerClass | None:
    """Give the class by a ticket number's letter: V is VIP, any other letter is regular; None without a letter."""
    match = _PREFIXED.fullmatch(ticket)
    if match is None:
        return None
    return CustomerClass.VIP if match[1].upper() == "V" else CustomerClass.REGULAR
