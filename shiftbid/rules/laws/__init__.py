"""Law functions, one a file: from a person's situation and a rule's values to clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from shiftbid.rules.clauses import Clause
from shiftbid.rules.laws.agreed_overtime_of_month import agreed_overtime_of_month
from shiftbid.rules.laws.agreed_overtime_of_year import agreed_overtime_of_year
from shiftbid.rules.laws.average_over_weeks import average_over_weeks
from shiftbid.rules.laws.average_since_start import average_since_start
from shiftbid.rules.laws.averaging_approval import averaging_approval
from shiftbid.rules.laws.consecutive_days import consecutive_days
from shiftbid.rules.laws.contract_hours import contract_hours
from shiftbid.rules.laws.cycle_overtime import cycle_overtime
from shiftbid.rules.laws.daily_hours import daily_hours
from shiftbid.rules.laws.daily_overtime import daily_overtime
from shiftbid.rules.laws.daily_rest import daily_rest
from shiftbid.rules.laws.day_of_rest_in_seven import day_of_rest_in_seven
from shiftbid.rules.laws.employment import employment
from shiftbid.rules.laws.free_sundays import free_sundays
from shiftbid.rules.laws.hazardous_night_work import hazardous_night_work
from shiftbid.rules.laws.heavy_labour_hours import heavy_labour_hours
from shiftbid.rules.laws.late_changes import late_changes
from shiftbid.rules.laws.leave import leave
from shiftbid.rules.laws.meal_period import meal_period
from shiftbid.rules.laws.minimum_age import minimum_age
from shiftbid.rules.laws.monthly_overtime import monthly_overtime
from shiftbid.rules.laws.notice_in_days import notice_in_days
from shiftbid.rules.laws.notice_in_hours import notice_in_hours
from shiftbid.rules.laws.nursing_time import nursing_time
from shiftbid.rules.laws.one_shift_at_a_time import one_shift_at_a_time
from shiftbid.rules.laws.overtime_consent import overtime_consent
from shiftbid.rules.laws.overtime_rate import overtime_rate
from shiftbid.rules.laws.part_time_day import part_time_day
from shiftbid.rules.laws.part_time_week import part_time_week
from shiftbid.rules.laws.private_time_off import private_time_off
from shiftbid.rules.laws.protected_night import protected_night
from shiftbid.rules.laws.protected_overtime import protected_overtime
from shiftbid.rules.laws.public_time_off import public_time_off
from shiftbid.rules.laws.rest_between_days import rest_between_days
from shiftbid.rules.laws.rest_periods import rest_periods
from shiftbid.rules.laws.shifts_per_day import shifts_per_day
from shiftbid.rules.laws.skills import skills
from shiftbid.rules.laws.special_overtime_average import special_overtime_average
from shiftbid.rules.laws.statutory_rest_days import statutory_rest_days
from shiftbid.rules.laws.substitute_for_holiday import substitute_for_holiday
from shiftbid.rules.laws.substitute_for_sunday import substitute_for_sunday
from shiftbid.rules.laws.sunday_rest import sunday_rest
from shiftbid.rules.laws.toil_scope import toil_scope
from shiftbid.rules.laws.unbroken_stretch import unbroken_stretch
from shiftbid.rules.laws.weekly_average import weekly_average
from shiftbid.rules.laws.weekly_hours import weekly_hours
from shiftbid.rules.laws.weekly_rest_day import weekly_rest_day
from shiftbid.rules.laws.weekly_rest_hours import weekly_rest_hours
from shiftbid.rules.laws.weekly_rest_or_fortnight import weekly_rest_or_fortnight
from shiftbid.rules.laws.work_break import work_break
from shiftbid.rules.laws.working_day_break import working_day_break
from shiftbid.rules.laws.yearly_overtime import yearly_overtime
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation

LAWS: Mapping[str, Callable[[Situation, Rule], Iterator[Clause]]] = {
    law.__name__: law
    for law in (
        agreed_overtime_of_month,
        agreed_overtime_of_year,
        average_over_weeks,
        average_since_start,
        averaging_approval,
        consecutive_days,
        contract_hours,
        cycle_overtime,
        daily_hours,
        daily_overtime,
        daily_rest,
        day_of_rest_in_seven,
        employment,
        free_sundays,
        hazardous_night_work,
        heavy_labour_hours,
        late_changes,
        leave,
        meal_period,
        minimum_age,
        monthly_overtime,
        notice_in_days,
        notice_in_hours,
        nursing_time,
        one_shift_at_a_time,
        overtime_consent,
        overtime_rate,
        part_time_day,
        part_time_week,
        private_time_off,
        protected_night,
        protected_overtime,
        public_time_off,
        rest_between_days,
        rest_periods,
        shifts_per_day,
        skills,
        special_overtime_average,
        statutory_rest_days,
        substitute_for_holiday,
        substitute_for_sunday,
        sunday_rest,
        toil_scope,
        unbroken_stretch,
        weekly_average,
        weekly_hours,
        weekly_rest_day,
        weekly_rest_hours,
        weekly_rest_or_fortnight,
        work_break,
        working_day_break,
        yearly_overtime,
    )
}
