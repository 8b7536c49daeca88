"""The worker process that draws, writes and counts, and its client."""
