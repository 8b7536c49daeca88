"""The page about the house: who is in, and each stay with its questions."""
