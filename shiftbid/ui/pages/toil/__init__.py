"""Balances of time off in lieu, and each person's statement."""
