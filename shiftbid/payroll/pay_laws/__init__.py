"""What each jurisdiction pays for worked time, by the name under which rule packs choose it."""

from __future__ import annotations

from collections.abc import Mapping

from shiftbid.payroll.paid_part import PayLaw
from shiftbid.payroll.pay_laws.california import california_pay
from shiftbid.payroll.pay_laws.china import china_pay
from shiftbid.payroll.pay_laws.france import france_pay
from shiftbid.payroll.pay_laws.house import house_pay
from shiftbid.payroll.pay_laws.japan import japan_pay
from shiftbid.payroll.pay_laws.new_zealand import new_zealand_pay
from shiftbid.payroll.pay_laws.scheduling import chicago_law, new_york_fast_food_law, oregon_law, seattle_law
from shiftbid.payroll.pay_laws.united_states import federal_pay

PAY_LAWS: Mapping[str, PayLaw] = {
    "house": house_pay,
    "china": china_pay,
    "france": france_pay,
    "japan": japan_pay,
    "new_zealand": new_zealand_pay,
    "united_states": federal_pay,
    "california": california_pay,
    "oregon": oregon_law,
    "seattle": seattle_law,
    "chicago": chicago_law,
    "new_york_fast_food": new_york_fast_food_law,
}
