"""Heads needed against heads on duty."""
