"""What services refuse with is told in Chinese, sentence by sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import shiftbid.services
from shiftbid.domain.errors import InputError
from shiftbid.ui.failure_words import ADVICE, FORMS, told_failure
from shiftbid.ui.languages import Language, Languages

SERVICES = Path(shiftbid.services.__file__).parent
TOLD_IN_FULL = (
    "appeal_rights",
    "appeals",
    "exchange_effect",
    "notice_dates",
    "exchange_steps",
    "exchanges",
    "proposals",
    "proxies",
    "time_off_requests",
    "vote",
)
"""Services of claims, swaps, appeals, proposals, requests and ballots: every sentence of theirs has its Chinese."""
NO_SENTENCES = {
    "{}: part of it",
    "{}: other templates cover at no higher cost, as far as was searched",
    "the law that holds in the period forbids it, or the hall is closed then",
    "{} ({})",
    "{} {}",
    "The staff of {}",
}
"""Reasons on a vote's paper, which is a public record, and sentences of rules, which are told in Chinese already."""


@pytest.fixture
def chinese(languages: Languages) -> None:
    languages.choose(Language.CHINESE)


def skeleton(node: ast.AST) -> str | None:
    """A text, or an f-string with ``{}`` for what is put into it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def sentences(file: Path) -> Iterator[str]:
    """Texts of several words that a module holds, without its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    plain = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in parts | docstrings]
    for node in (*strings, *plain):
        text = skeleton(node)
        if text is not None and " " in text.strip():
            yield text


def forms() -> set[str]:
    return {re.sub(r"{\w+}", "{}", str(form)) for form in (*FORMS, *ADVICE)}


def test_every_form_is_one_that_a_service_says() -> None:
    said = {text for file in SERVICES.glob("*.py") for text in sentences(file)}
    assert not forms() - said


@pytest.mark.parametrize("module", TOLD_IN_FULL)
def test_every_sentence_of_what_staff_do_has_its_chinese(module: str) -> None:
    assert not set(sentences(SERVICES / f"{module}.py")) - forms() - NO_SENTENCES


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "Bo raised or answered it, and so does not decide appeal 3: another hall's manager, a payroll clerk or the "
            "round's trustee does.",
            "Bo 提出或答复了它，因此不能决定申诉 3：由另一营业厅的经理、薪资员或该次选班的受托人决定。",
        ),
        (
            str(InputError("exchange 4", ["cannot be approved: it waits for Ana, Bo"])),
            "交换 4：不能批准：它在等 Ana, Bo",
        ),
        (
            str(InputError("claim of late", ["late on 2026-01-07 (12:00-20:00) has begun already", "no such thing"])),
            "认领 late：2 个问题\n  - 2026-01-07 late（12:00-20:00） 已经开始\n  - no such thing",
        ),
        (
            "Only a manager or payroll may do this; Bo is signed in as staff.",
            "只有经理或薪资员可以这样做；Bo 的登录身份是员工。",
        ),
        ("round north/1: is awarded: close it first", "选班 north/1：已分配：请先关闭"),
        (
            "vote: The roster from 2026-10-12 on would be known 3 days before; the hall has agreed 14. agreed notice "
            "(terms of North): 11 days short. Choose an earlier date, or give the reason why it comes late.",
            "投票：自 2026-10-12 起的排班将提前 3 天公布；营业厅约定为 14 天。"
            "约定的提前公布（North 的约定）：差 11 天。请选更早的日期，或说明为何较晚。",
        ),
        ("request r1: overlaps leave (annual) from a to b", "申请 r1：与 休假（年假）（a 至 b）重叠"),
    ],
)
def test_what_fills_a_form_is_kept(message: str, told: str) -> None:
    assert told_failure(message) == told


def test_in_english_nothing_changes() -> None:
    assert told_failure("round north/1: is awarded: close it first") == "round north/1: is awarded: close it first"
