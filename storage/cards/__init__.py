"""What the desk tells a seat unasked, until somebody closes it."""
