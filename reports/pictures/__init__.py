"""Charts: what they show, where it stands, and drawing it."""
