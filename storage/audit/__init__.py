"""The audit: who did what to people, chats, files, settings, publications and others' records."""
