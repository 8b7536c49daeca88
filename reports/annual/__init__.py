"""The whole annual report: every register in use, and the house."""
