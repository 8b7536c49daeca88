"""Chapters, papers and guides as Word documents."""
