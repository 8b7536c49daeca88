"""Writing texts into TOML."""

import json
from collections.abc import Iterable


def toml_text(text: str) -> str:
    """Write a text, or a key, in quotation marks, with every character seen."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in written)


def toml_list(texts: Iterable[str]) -> str:
    """Write texts as a list."""
    return f"[{', '.join(map(toml_text, texts))}]"
