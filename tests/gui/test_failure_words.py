"""What services refuse with, and how the database fails, is told in Chinese, sentence by sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

import forecasts
import shiftbid
from shiftbid.domain.errors import InputError
from shiftbid.ui import file_sentences, service_sentences, storage_sentences
from shiftbid.ui.failure_words import ADVICE, FORMS, told_failure
from shiftbid.ui.languages import Language, Languages

PACKAGE = Path(shiftbid.__file__).parent
SERVICES = PACKAGE / "services"
STORAGE = PACKAGE / "storage"
IMPORTERS = PACKAGE / "importers"
READER = Path(forecasts.__file__).parent
FILES = (IMPORTERS, READER, SERVICES, PACKAGE / "domain")
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


NO_ADVICE = {
    "{} failed: {}",
    "{} failed: {} ({})",
    "a record must follow the head of the chain",
    "a statement failed",
    "no such table",
    "no such column",
    "SELECT version_num FROM alembic_version",
    r"\s*(INSERT INTO|UPDATE|DELETE FROM|SELECT)\b\s*\"?(\w+)?",
}
"""Faults of ours, and what databases themselves say."""


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
    return (text for text in texts(file) if " " in text.strip())


def texts(file: Path) -> Iterator[str]:
    """Texts that a module holds, without its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    plain = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in parts | docstrings]
    for node in (*strings, *plain):
        text = skeleton(node)
        if text is not None:
            yield text


IMPORTED = (
    *(IMPORTERS / f"{name}.py" for name in ("cell_values", "consents_file", "counts_file", "footfall_columns")),
    *(IMPORTERS / f"{name}.py" for name in ("notice_file", "staff_file", "table_fields", "text_table")),
    *(IMPORTERS / f"{name}.py" for name in ("ticket_text", "ticket_times")),
    *(READER / f"{name}.py" for name in ("header", "lines", "rows", "written_times")),
)
"""What reads files of the wizard and of *Settings*: every sentence of theirs has its Chinese."""
NO_FAULTS = {
    "contract hours a week",
    "utf-8 with byte order mark",
    "--map {}={}: fields are {}",
    "{} {}",
    "{}:00 {}",
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*",
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?",
    " and {} more",
}
"""Names of columns, an encoding and pieces of texts; an option of the command line that no window gives."""
JOINED = {"row {}, column {}", *(f"{date(2026, 1, 5 + day):%A}" for day in range(7))}
"""Forms of what is put together."""


def is_fault(text: str) -> bool:
    """Whether a text is a sentence, not one of the names that a column may have."""
    return ("{" in text or len(text.split()) > 3) and text not in NO_FAULTS


@pytest.mark.parametrize("file", IMPORTED, ids=lambda file: file.stem)
def test_every_fault_of_a_file_has_its_chinese(file: Path) -> None:
    assert not set(filter(is_fault, sentences(file))) - forms()


def forms(given: Iterable[object] = (*FORMS, *ADVICE)) -> set[str]:
    return {re.sub(r"{\w+}", "{}", str(form)) for form in given}


@pytest.mark.parametrize(
    ("given", "folders"),
    [
        ((*service_sentences.FORMS, *ADVICE), (SERVICES,)),
        (storage_sentences.FORMS, (STORAGE,)),
        (file_sentences.FORMS, FILES),
    ],
    ids=("services", "storage", "files"),
)
def test_every_form_is_one_that_is_said(given: Sequence[object], folders: Sequence[Path]) -> None:
    said = {text for folder in folders for file in folder.glob("*.py") for text in texts(file)}
    assert not forms(given) - said - JOINED


@pytest.mark.parametrize("module", TOLD_IN_FULL)
def test_every_sentence_of_what_staff_do_has_its_chinese(module: str) -> None:
    assert not set(sentences(SERVICES / f"{module}.py")) - forms() - NO_SENTENCES


def test_every_advice_on_a_database_that_fails_has_its_chinese() -> None:
    said = {text for file in ("failures.py", "schema_version.py") for text in sentences(STORAGE / file)}
    assert not said - forms() - NO_ADVICE


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "Reading from /d/x.sqlite failed: no such column: terms.method. The disk is full. Free space on it and try "
            "again; nothing was changed.",
            "读取 /d/x.sqlite 失败：no such column: terms.method。磁盘已满。请腾出空间后再试；没有任何改动。",
        ),
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
        (
            "/d/x.csv: row 3, column class: 2026-10-10 is Saturday; only a weekday can be off",
            "/d/x.csv：第 3 行“class”列：2026-10-10 是星期六；只有工作日可以是 off",
        ),
        (
            "row 7: 3 hours are missing: 2026-01-05T09:00 to 2026-01-05T12:00. Say with `--missing-rows closed` or "
            "`--missing-rows unknown` what an hour without a row means",
            "第 7 行：缺行（3 hours are missing）：2026-01-05T09:00 至 2026-01-05T12:00。"
            "请说明没有行的钟点是关门还是未计数",
        ),
        ("'9x' is not a number of 0 or more", "'9x' 不是 0 或更大的数"),
        ("request r1: overlaps leave (annual) from a to b", "申请 r1：与 休假（年假）（a 至 b）重叠"),
    ],
)
def test_what_fills_a_form_is_kept(message: str, told: str) -> None:
    assert told_failure(message) == told


def test_in_english_nothing_changes() -> None:
    assert told_failure("round north/1: is awarded: close it first") == "round north/1: is awarded: close it first"
