"""Workbooks and exported files for spreadsheets."""
