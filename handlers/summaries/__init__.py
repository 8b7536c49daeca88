"""Summaries for leadership: what is due, preparing it, and delivering it to chats and a folder."""
