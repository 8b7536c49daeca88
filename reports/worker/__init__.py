"""The worker process that draws and writes, and the bot's side of it."""
