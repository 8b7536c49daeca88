"""Chapters and papers as PDFs."""
