"""Telegram as a front end: polling, the gate, routing, chats and the transport."""
