"""Which messages in the chats still have to be cleared; never what they say."""
