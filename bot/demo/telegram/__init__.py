"""A pretend Telegram that speaks the Bot API and refuses what the real one refuses."""
