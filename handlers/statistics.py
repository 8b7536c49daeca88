"""Stub."""

from dataclasses import dataclass
from typing import Any

STATISTICS = "Stats"


@dataclass(frozen=True)
class Statistics:
    """Stub."""

    a: Any
    b: Any
    c: Any
    d: Any
    e: Any
    f: Any
