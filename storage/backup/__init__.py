"""Copies of the database for the bad day: cleaned, encrypted, and kept in a folder elsewhere."""
