"""Databases as earlier versions left them, and what those versions counted in them.

Each was made by the program of its time: the bot ran on the pretend Telegram for some days of invented calls, and
people were let in, records imported, registered, corrected, undone and declined, shifts asked about, chats bound,
reports delivered and figures published, as far as that program could. Then the file was written down as SQL, and
beside it what its own `stats --json` printed on the last day. A letter after the number tells apart those that
were made while a migration was still being changed. Schemas 1 and 2 never stood alone.

`python -m tests.upgrades` adds today's, which is the newest of these after a day and a report more.
"""
