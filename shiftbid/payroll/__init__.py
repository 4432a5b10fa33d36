"""Worked time to pay lines, and the TOIL journal."""
