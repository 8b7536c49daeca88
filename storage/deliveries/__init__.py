"""The chats that get summaries, and what was delivered to them."""
