"""Shift design: few shift templates that cover a demand curve, with a proven limit."""
