from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.exporters.identifiers import check_identifiers
from shiftbid.services.publication import Publication


def with_employee_ids(publication: Publication, *ids: str) -> Publication:
    hall = publication.halls[0]
    people = tuple(replace(person, id=text) for person, text in zip(hall.employees, ids, strict=True))
    return replace(publication, halls=(replace(hall, employees=people),))


def test_ordinary_ids_pass(publication: Publication):
    check_identifiers(publication)
    check_identifiers(with_employee_ids(publication, "0042", "员工-7"))


@pytest.mark.parametrize("bad", ["=cmd", "-1", "../x", "a/b", "a b", "a\nb", "", "x" * 101, "a,b"])
def test_an_id_that_files_cannot_carry_is_refused(publication: Publication, bad: str):
    with pytest.raises(InputError, match="employee id"):
        check_identifiers(with_employee_ids(publication, bad, "e2"))


def test_all_bad_ids_are_named_at_once(publication: Publication):
    with pytest.raises(InputError) as raised:
        check_identifiers(with_employee_ids(publication, "=1", "+2"))
    assert len(raised.value.problems) == 2


def test_ids_that_a_file_system_mixes_up_are_refused(publication: Publication):
    with pytest.raises(InputError, match="upper and lower case"):
        check_identifiers(with_employee_ids(publication, "anna", "Anna"))
