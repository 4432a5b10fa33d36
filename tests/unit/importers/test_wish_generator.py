from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from shiftbid.domain.ballot import Answer, approved
from shiftbid.domain.bid import BidLevel
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.importers.staff_generator import generate_staff
from shiftbid.importers.wish_generator import GeneratedVoice, answers, bids, fit
from shiftbid.services.samples import Wish

MONDAY = date(2026, 3, 2)
DAYS = tuple(MONDAY + timedelta(days=n) for n in range(28))
EARLY = ShiftTemplate("early", 540, 1020)
LATE = ShiftTemplate("late", 660, 1140)
SHORT_LATE = ShiftTemplate("short", 900, 1140)
VIP = ShiftTemplate("vip", 540, 1020, skill="vip")
EARLY_BIRD = Wish("e1", 540, 480, frozenset({5, 6}), frozenset({MONDAY}), 0.9)
CLERK = Employee(
    "e1",
    "Name",
    "h1",
    2400,
    HoursSystem.STANDARD,
    frozenset({"counter"}),
    date(1990, 1, 1),
    date(2020, 1, 1),
    2500,
)


def test_the_liked_shift_fits_wholly_and_a_far_one_is_unwelcome():
    assert fit(EARLY_BIRD, EARLY) == 1
    assert 0 < fit(EARLY_BIRD, LATE) < 1
    assert fit(EARLY_BIRD, SHORT_LATE) < 0


def test_a_person_answers_by_how_well_a_template_suits():
    middle = ShiftTemplate("middle", 600, 1080)
    said = answers(EARLY_BIRD, (EARLY, middle, LATE, SHORT_LATE))
    assert said == {"early": Answer.WANT, "middle": Answer.WANT, "late": Answer.ACCEPT, "short": Answer.CANNOT}
    assert answers(EARLY_BIRD, (SHORT_LATE, LATE)) == {"late": Answer.WANT, "short": Answer.CANNOT}
    assert answers(EARLY_BIRD, (ShiftTemplate("evening", 750, 1230), LATE)) == {"late": Answer.WANT}
    assert answers(EARLY_BIRD, ()) == {}


def test_bids_ask_for_the_wished_days_off_and_liked_shifts():
    made = bids(EARLY_BIRD, CLERK, (EARLY, SHORT_LATE, VIP), DAYS, random.Random(1))
    off = {bid.day: bid.level for bid in made if bid.template is None}
    assert off[MONDAY] is BidLevel.WANT
    assert {day.weekday() for day in off if day != MONDAY} == {5, 6}
    assert {bid.template for bid in made if bid.level > 0 and bid.template} == {"early"}
    assert {bid.template for bid in made if bid.level is BidLevel.AVOID} == {"short"}
    wants = Counter(bid.day.isocalendar()[1] for bid in made if bid.template and bid.level is BidLevel.WANT)
    assert wants
    assert max(wants.values()) <= 2


def test_nobody_bids_on_a_template_that_does_not_run_that_weekday_or_twice_on_one():
    weekdays_only = ShiftTemplate("early", 540, 1020, weekdays=frozenset(range(5)))
    free = Wish("e1", 540, 480, frozenset(), frozenset(), 0.9)
    made = bids(free, CLERK, (weekdays_only,), DAYS, random.Random(2))
    assert made
    assert all(bid.day.weekday() < 5 for bid in made)
    assert len({(bid.day, bid.template) for bid in made}) == len(made)


def test_the_voice_of_a_sample_speaks_for_everybody_and_repeats_itself(make_hall: Callable[..., Hall], period: Period):
    hall = generate_staff(make_hall(), period, 10, seed=1)
    voice = GeneratedVoice((hall,), seed=5)
    ballots = voice.answers("h1", (EARLY, SHORT_LATE))
    assert set(ballots) == {each.id for each in hall.employees}
    assert {template for ballot in ballots.values() for template in approved(ballot)} == {"early", "short"}
    templates = (EARLY, LATE, SHORT_LATE, VIP)
    first, again = (voice.bids("h1", templates, DAYS) for _ in range(2))
    assert first == again
    assert first != GeneratedVoice((hall,), seed=6).bids("h1", templates, DAYS)
    skilled = {each.id for each in hall.employees if "vip" in each.skills}
    assert {bid.employee for rows in first.values() for bid in rows if bid.template == "vip"} <= skilled
