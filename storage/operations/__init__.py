"""What the program knows of its own running: when it last went well, what was told, whether saves stand."""
