"""Workbooks with counts instead of records: what their map says, how they are read, and proposing a map."""
