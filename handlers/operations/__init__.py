"""Keeping watch over the program's own running, and telling the administrators of trouble with it."""
