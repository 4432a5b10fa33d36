"""shiftbid: footfall forecasts, shift votes and bids, and certified rosters for networks of service halls."""

__version__ = "0.1.0"
