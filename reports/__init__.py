"""What the records say about a period: periods, tallies, words, pictures."""
