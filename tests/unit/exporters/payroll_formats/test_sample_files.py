from __future__ import annotations

from dataclasses import replace

from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.exporters.payroll_formats.catalogue import PAYROLL_FORMATS
from shiftbid.exporters.payroll_formats.sample_files import NOTE, sample_payroll_files
from tests.unit.exporters.conftest import SUNDAY, tiny_publication


def test_every_format_has_a_file_or_a_reason() -> None:
    files = sample_payroll_files(tiny_publication())
    note = files[NOTE].decode("utf-8")
    assert [line.split(":")[0] for line in note.splitlines()[3:]] == list(PAYROLL_FORMATS)
    assert "not written" not in note
    assert len(files) == len(PAYROLL_FORMATS) + 2, "two of DATEV, and the note"


def test_a_format_that_cannot_carry_the_sample_is_left_out_with_its_reason() -> None:
    files = sample_payroll_files(tiny_publication(("王晓梅", "李雷")))
    assert "gusto: not written. column last_name: employee h1-001: '王晓梅' cannot be carried" in files[NOTE].decode()
    assert not [path for path in files if "gusto" in path]


def test_every_pay_class_has_a_code_in_every_format() -> None:
    publication = tiny_publication()
    lines = tuple(PayLine("h1-001", SUNDAY, "h1", each, 60, "R", "s") for each in PayClass)
    files = sample_payroll_files(replace(publication, halls=(replace(publication.halls[0], pay_lines=lines),)))
    assert b"not written" not in files[NOTE]


def test_without_pay_there_is_the_note_alone() -> None:
    publication = tiny_publication()
    assert list(sample_payroll_files(replace(publication, halls=(replace(publication.halls[0], pay_lines=()),)))) == [
        NOTE
    ]
