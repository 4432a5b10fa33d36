"""A hall small enough to be planned in seconds: five people, one week, nine weeks of counts.

Histories under ten weeks are forecast by profile; the sample with its whole past is planned by the demonstration.
"""

from dataclasses import replace

from shiftbid.importers.auckland import auckland_sample
from shiftbid.services.samples import Sample, SampleHall, SampleOptions

WEEKS_COUNTED = 9
WEEK_SECONDS = 7 * 86_400


def small_sample() -> Sample:
    """The Auckland sample's first hall with five people and its last nine weeks of counts."""
    return lately_counted(auckland_sample(SampleOptions(weeks=1, staff_per_hall=5)))


def lately_counted(sample: Sample) -> Sample:
    """A sample with the last nine weeks of each hall's counts."""
    return replace(sample, halls=tuple(map(_lately_counted, sample.halls)))


def _lately_counted(hall: SampleHall) -> SampleHall:
    since = max(count.hour.end for count in hall.history) - WEEKS_COUNTED * WEEK_SECONDS
    return replace(hall, history=tuple(count for count in hall.history if count.hour.start >= since))
