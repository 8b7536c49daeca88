"""The telephone exchange's lists of calls."""
