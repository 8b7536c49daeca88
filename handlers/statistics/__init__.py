"""Answering `/stats`, and showing more of a summary."""
