"""Facts about an installation, as a page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class KnownFact:
    """Something about the installation; ``well`` is None where it is neither good nor bad."""

    name: str
    said: str
    well: bool | None = None


@dataclass(frozen=True)
class FactGroup:
    """Facts that belong together; ``key`` names them to the template."""

    key: str
    title: str
    facts: Sequence[KnownFact]
