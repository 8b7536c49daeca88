"""What is asked when a shift ends, and what is done about missing calls."""
