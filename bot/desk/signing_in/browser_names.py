"""What a browser is called in the list of devices: its kind and its system, no more."""

import re
from collections.abc import Mapping

BROWSERS: Mapping[str, str] = {
    r"Edg[A]?/|EdgiOS/": "Edge",
    r"OPR/": "Opera",
    r"SamsungBrowser/": "Samsung Internet",
    r"Firefox/|FxiOS/": "Firefox",
    r"Chrome/|CriOS/|Chromium/": "Chrome",
    r"Safari/": "Safari",
}
SYSTEMS: Mapping[str, str] = {
    r"iPhone": "iPhone",
    r"iPad": "iPad",
    r"Android": "Android",
    r"Windows": "Windows",
    r"Mac OS X|Macintosh": "Mac",
    r"CrOS": "Chromebook",
    r"Linux": "Linux",
}


def browser_name(user_agent: str) -> str:
    """Return such as `Firefox, Windows`, empty where neither can be told."""
    return ", ".join(filter(None, (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))))


def _first(names: Mapping[str, str], user_agent: str) -> str:
    return next((name for pattern, name in names.items() if re.search(pattern, user_agent)), "")
