"""The sheet that a secret key is printed on, for the safe."""

import textwrap
from collections.abc import Iterator

from bot.config.config import Config
from handlers.people.qr import qr_text
from reports.words.language import Language
from storage.backup.encrypted_file import BEGINNING, KeyPair

RULE = "=" * 74
"""As wide as the key."""
GROUP, GROUPS = 6, 5
"""How many characters of the key stand together, and how many such groups in a line, so that it can be typed."""
END = 6
"""By how many of its last characters a public key is told from others."""


def end_of(public: str) -> str:
    """Return what a public key is called by."""
    return f"…{public[-END:]}"


def sheet(keys: KeyPair, config: Config, language: Language) -> Iterator[str]:
    """Return the lines of the sheet, with the key in groups and once whole, as a QR."""
    text = language.text
    name = text("key {end}", end=end_of(keys.public))
    yield RULE
    yield text("VAKTLOGG: SECRET KEY FOR THE COPIES · keep it in the safe")
    yield " · ".join(filter(None, [config.centre, language.full_date(config.now().date()), name]))
    yield RULE
    yield ""
    yield from _grouped(keys.secret)
    yield ""
    yield qr_text(keys.secret)
    yield text("It opens the encrypted copies of the call log, vaktlogg-2026-11-30.age and so on.")
    yield text("It is printed once and kept nowhere else: without this sheet nobody can open a copy.")
    yield text("Whoever has it and a copy can read all that the copy holds. Keep them apart.")
    yield text("To use it: vaktlogg restore FILE, and type the key when it is asked for, in one line.")
    yield text("Blanks and small letters do not matter. After its beginning it has no B, I, O or 1.")
    yield text("The public half, which is no secret and stands in the config:")
    yield keys.public
    yield RULE


def _grouped(secret: str) -> Iterator[str]:
    groups = textwrap.wrap(secret.removeprefix(BEGINNING), GROUP)
    yield BEGINNING
    for start in range(0, len(groups), GROUPS):
        yield " ".join(groups[start : start + GROUPS])
