"""Bringing in files: uploads, the dry run, and keeping."""
