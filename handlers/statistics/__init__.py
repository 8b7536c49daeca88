"""Answering `/stats`, and telling more of a summary."""
