"""Letting browsers in, unlocking them, and what a seat has of its own."""
