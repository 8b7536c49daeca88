"""The bot on the pretend Telegram, in one event loop: the real transport, the real intake."""
