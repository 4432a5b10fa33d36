"""Service times that differ between VIPs and others, for a model that knows one mean.

The exact model of a day is of one dimension because every counter finishes customers at one rate. With two rates its
state would need the classes in service and in both queues: thousands of numbers instead of a hundred, at every step
of a search that solves each day dozens of times. So both classes are served at the mean of all who arrive, which
keeps the work exact, and the waits so found are stretched by what the difference does in a queue that lasts:

- service times of all together are more spread than exponential ones. Waits grow with (1 + SCV) / 2, SCV being the
  variance over the squared mean (Pollaczek and Khinchine for one counter; Lee & Longton 1959, Operational Research
  Quarterly 10:56-71, use it for several);
- others wait for the VIPs called before them. Behind one counter that makes their wait 1 / (1 - VIP load) times as
  long (Cobham 1954, Operations Research 2:70-76), and VIPs who take longer are more of the load than their number
  tells. The load is read at counters that are busy 70 % of the time, as under a usual promise.

Measured against a simulation of each class's own exponential times on 45 days with two peaks (``python -m
benchmarks.unequal_service``): with VIPs half to twice as long as others and 10 to 40 % of all, the share in time of a
day errs by -1.3 to +0.7 percentage points, of an hour by -3.3 to +2.5, the mean wait by -6 to +17 %. Without the
stretch a day's share errs by -1.6 to +2.8. With VIPs three times as long it errs on the safe side: -2.2 to 0.0 points
of a day, -5.5 to +1.6 of an hour, waits 0 to 25 % too long.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

USUAL_BUSY_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class ServiceMix:
    """Exponential service times of two classes that share their counters.

    Attributes
    ----------
    vip_minutes, regular_minutes
        Mean service times.
    vip_share
        Share of VIPs among the customers of each piece; shape (pieces,).
    """

    vip_minutes: float
    regular_minutes: float
    vip_share: FloatArray

    @property
    def mean_minutes(self) -> FloatArray:
        """Mean service time of all customers; shape (pieces,)."""
        if self.vip_minutes == self.regular_minutes:
            return np.full(len(self.vip_share), self.regular_minutes)
        return self.vip_share * self.vip_minutes + (1.0 - self.vip_share) * self.regular_minutes

    @property
    def wait_stretch(self) -> FloatArray:
        """How many times as long VIPs and others wait than with one mean for all; 1 where there is one; (2, pieces)."""
        if self.vip_minutes == self.regular_minutes:
            return np.ones((2, len(self.vip_share)))
        mean = self.mean_minutes
        half_square = self.vip_share * self.vip_minutes**2 + (1.0 - self.vip_share) * self.regular_minutes**2
        spread = half_square / mean**2
        vip_load = USUAL_BUSY_SHARE * self.vip_share * self.vip_minutes / mean
        return np.stack((spread, spread * (1.0 - USUAL_BUSY_SHARE * self.vip_share) / (1.0 - vip_load)))
