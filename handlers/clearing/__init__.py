"""Clearing the chats: noting which messages show something of a call, and taking that away in time."""
