"""Shifts, and what is asked when one ends."""
