"""Statements in words: caption, message, table and prose."""
