"""Ids that machines read: checked once, before anything is written, and never altered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shiftbid.domain.errors import InputError
from shiftbid.services.publication import HallPublication, Publication
from shiftbid.voting.ballot_paper import paper_of

NAME = re.compile(r"\w[\w.\-]{0,99}")
"""Hall and employee ids: they also name files."""
REFERENCE = re.compile(r"\w[\w.:@/\- ]{0,299}")
"""Ids of templates, rules, lots and entries, which may hold other ids."""


def check_identifiers(publication: Publication) -> None:
    """Refuse ids that a spreadsheet could run, a path could misread or a file system could mix up.

    Raises InputError naming every such id; ids are never changed, since other files and programs know them.
    """
    problems = [
        f"{what} id {text!r}: start with a letter or digit and use letters, digits, '.', '-', '_'{more}"
        for hall in publication.halls
        for what, text, pattern, more in sorted(set(_ids(hall)))
        if not pattern.fullmatch(text)
    ]
    files: dict[str, str] = {}
    for hall in publication.halls:
        for employee in hall.employees:
            other = files.setdefault(employee.id.casefold(), employee.id)
            if other != employee.id:
                problems.append(f"employee ids {other!r} and {employee.id!r} differ in upper and lower case only")
    if problems:
        raise InputError("publication", dict.fromkeys(problems))


def _ids(publication: HallPublication) -> Iterator[tuple[str, str, re.Pattern[str], str]]:
    yield "hall", publication.hall.id, NAME, ""
    for employee in publication.employees:
        yield "employee", employee.id, NAME, ""
        for skill in employee.skills:
            yield "skill", skill, NAME, ""
    more = ", ':', '/', '@', '+' or spaces inside"
    for template in paper_of(publication.election).templates:
        yield "template", template.id, REFERENCE, more
    for assignment in publication.roster.assignments:
        yield "template", assignment.shift.template, REFERENCE, more
    for consent in publication.consents:
        yield "rule", consent.rule, REFERENCE, more
    for finding in publication.findings:
        yield "rule", finding.rule, REFERENCE, more
    for line in publication.pay_lines:
        yield "rule", line.rule, REFERENCE, more
    for lot in publication.lots:
        yield "lot", lot.id, REFERENCE, more
    for entry in publication.journal:
        yield "journal entry", entry.id, REFERENCE, more
