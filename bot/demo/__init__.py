"""The practice desk: a pretend Telegram and a page to tap on."""
