"""Findings in the language of the reader."""

from __future__ import annotations

from dataclasses import replace

from shiftbid.rules.book import load_pack
from shiftbid.services.checked_roster import check_publication
from shiftbid.services.told_findings import told_findings
from tests.gui.fake_hall import CALENDAR, fake_publication


def test_sentences_change_and_nothing_else() -> None:
    plan = fake_publication(weeks=1, people=3)
    pack = load_pack("EU", plan.roster.period.first)
    checked = check_publication(plan, CALENDAR, pack)
    found = tuple(each for person in plan.employees for each in checked.findings_of(person.id))
    assert found, "the hall in memory breaks some rule"
    unknown = replace(found[0], rule="OLD-RULE", sentence="A rule of then.")
    published = replace(plan, findings=(*found, unknown))
    told = told_findings(published, CALENDAR, pack, "zh")
    assert [replace(each, sentence="") for each in told] == [replace(each, sentence="") for each in published.findings]
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in each.sentence) for each in told[:-1])
    assert told[-1].sentence == "A rule of then.", "what the check does not give keeps its sentence"
    assert told_findings(published, CALENDAR, pack, "en") == published.findings
