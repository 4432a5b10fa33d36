"""Rosters over a period under sequence rules: column generation proves a limit, CP-SAT searches, side by side."""
