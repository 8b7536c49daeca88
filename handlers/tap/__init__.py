"""A tap as a typed value: one class a verb, and one codec for what a button carries of it."""

from handlers.tap.codec import LONGEST, NONCE_LENGTH, VERBS, Tap, check_length, decode, encode
from handlers.tap.filling import (
    AT,
    BACK,
    CANCEL,
    DAY,
    DAYS,
    DONE,
    NIGHT,
    REVISIONS,
    TIMING,
    WHEN,
    Filling,
    Press,
)
from handlers.tap.refused import FormTooLong, OutdatedTap, UnreadableTap
from handlers.tap.short import Short

__all__ = [
    "AT",
    "BACK",
    "CANCEL",
    "DAY",
    "DAYS",
    "DONE",
    "LONGEST",
    "NIGHT",
    "NONCE_LENGTH",
    "REVISIONS",
    "TIMING",
    "VERBS",
    "WHEN",
    "Filling",
    "FormTooLong",
    "OutdatedTap",
    "Press",
    "Short",
    "Tap",
    "UnreadableTap",
    "check_length",
    "decode",
    "encode",
]
