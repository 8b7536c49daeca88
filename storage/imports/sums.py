"""What people call a sum."""

from storage.imports.folding import folded

SUMS = frozenset(
    {
        "antal samtalar totalt",
        "antall samtaler totalt",
        "antall totalt",
        "i alt",
        "in all",
        "samlet",
        "sammenlagt",
        "samtalar totalt",
        "samtaler i alt",
        "samtaler totalt",
        "sum",
        "sum samtalar",
        "sum samtaler",
        "sum totalt",
        "til saman",
        "til sammen",
        "tilsammen",
        "total",
        "total calls",
        "totalsum",
        "totalt",
        "totalt antall",
        "totalt antall samtaler",
    }
)
COUNTED = frozenset(
    {
        "alle",
        "alle samtaler",
        "antal samtalar",
        "antall samtaler",
        "calls",
        "number of calls",
        "samtalar",
        "samtaler",
    }
)


def is_sum(text: str) -> bool:
    """Say whether a text names the sum of what stands above it."""
    return _bare(text) in SUMS


def is_total(text: str) -> bool:
    """Say whether a text names how many there are in all: a sum, or what is counted."""
    return _bare(text) in SUMS | COUNTED


def _bare(text: str) -> str:
    return folded(text).rstrip(" :.")
