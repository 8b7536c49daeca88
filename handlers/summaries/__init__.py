"""Summaries to leadership: what is due, preparing it, and bringing it to chats and a folder."""
