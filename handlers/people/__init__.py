"""Greeting who is let in, and answering what no use case handles."""
