"""What the program knows of its own running: what has been told of, whether saves stand in the file, room."""
