"""Requests for time off that a manager answers."""
