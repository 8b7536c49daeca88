"""What the bot does when a person writes or taps."""
