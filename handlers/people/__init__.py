"""Greeting who is let in, and telling what is refused or has failed."""
