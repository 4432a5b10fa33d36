"""What-if questions on files: read, ask."""

from __future__ import annotations

from shiftbid.importers.certify_files import read_arrivals, read_counters
from shiftbid.services.arrival_days import arrival_days
from shiftbid.services.certify_tables import counters_by_quarter, heads_of
from shiftbid.services.what_if import WhatIf, WhatIfOrder, ask, general_days, try_counters


def run_what_if(order: WhatIfOrder) -> WhatIf:
    """Answer from files (`WhatIfAsker`)."""
    days = arrival_days(read_arrivals(order.arrivals), order.service)
    if order.trial is None:
        return WhatIf(ask(days, order), ())
    counters = counters_by_quarter(read_counters(order.trial.counters))
    own = general_days(days, order)
    heads = [heads_of(day, counters) for day in own]
    return WhatIf(ask(days, order), try_counters(own, heads, order.promises[0], order.trial.change))
