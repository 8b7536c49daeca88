"""Periods, and what was counted in them."""
