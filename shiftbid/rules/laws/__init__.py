"""Law functions, one a file: from a person's situation and a rule's values to clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from shiftbid.rules.clauses import Clause
from shiftbid.rules.laws.consecutive_days import consecutive_days
from shiftbid.rules.laws.contract_hours import contract_hours
from shiftbid.rules.laws.daily_hours import daily_hours
from shiftbid.rules.laws.daily_overtime import daily_overtime
from shiftbid.rules.laws.daily_rest import daily_rest
from shiftbid.rules.laws.employment import employment
from shiftbid.rules.laws.leave import leave
from shiftbid.rules.laws.minimum_age import minimum_age
from shiftbid.rules.laws.monthly_overtime import monthly_overtime
from shiftbid.rules.laws.one_shift_at_a_time import one_shift_at_a_time
from shiftbid.rules.laws.overtime_consent import overtime_consent
from shiftbid.rules.laws.shifts_per_day import shifts_per_day
from shiftbid.rules.laws.skills import skills
from shiftbid.rules.laws.unbroken_stretch import unbroken_stretch
from shiftbid.rules.laws.weekly_average import weekly_average
from shiftbid.rules.laws.weekly_hours import weekly_hours
from shiftbid.rules.laws.weekly_rest_day import weekly_rest_day
from shiftbid.rules.laws.weekly_rest_hours import weekly_rest_hours
from shiftbid.rules.laws.work_break import work_break
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation

LAWS: Mapping[str, Callable[[Situation, Rule], Iterator[Clause]]] = {
    law.__name__: law
    for law in (
        consecutive_days,
        contract_hours,
        daily_hours,
        daily_overtime,
        daily_rest,
        employment,
        leave,
        minimum_age,
        monthly_overtime,
        one_shift_at_a_time,
        overtime_consent,
        shifts_per_day,
        skills,
        unbroken_stretch,
        weekly_average,
        weekly_hours,
        weekly_rest_day,
        weekly_rest_hours,
        work_break,
    )
}
