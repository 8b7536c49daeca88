"""The worker process that draws and writes, and its client."""
