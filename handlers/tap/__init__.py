"""Taps as typed values, and the codec for the text that a button carries."""
