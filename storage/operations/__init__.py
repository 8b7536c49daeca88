"""What the program knows of its own running: when it last went well, and what the administrators were told of."""
