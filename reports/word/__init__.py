"""Chapters and papers as Word documents."""
