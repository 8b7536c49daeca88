"""Chapters, papers and guides as PDFs."""
