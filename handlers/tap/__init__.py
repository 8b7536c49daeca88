"""Taps as typed values, and the codec for the text that a button carries."""

from handlers.tap.actions import Action
from handlers.tap.codec import LONGEST, NONCE_LENGTH, VERBS, FormTooLong, Tap, check_length, decode, encode
from handlers.tap.form_tap import (
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
    FormTap,
    OutdatedTap,
    Press,
    UnreadableTap,
)

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
    "Action",
    "FormTap",
    "FormTooLong",
    "OutdatedTap",
    "Press",
    "Tap",
    "UnreadableTap",
    "check_length",
    "decode",
    "encode",
]
