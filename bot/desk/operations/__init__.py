"""The pages about the program's own running."""
