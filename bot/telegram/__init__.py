"""The way in through Telegram: everything that knows how it speaks."""
