"""Importing files of records, in our own columns or through a map in those of others."""
