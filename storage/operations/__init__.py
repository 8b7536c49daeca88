"""What the program knows of its own running: which trouble has been told of."""
