"""The config file, checked, and what follows from it."""
