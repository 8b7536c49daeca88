"""What stands at the foot of a picture."""

from reports.words.about import reservation
from reports.words.language import Language


def footer(language: Language, centre: str) -> str:
    """Name the ``centre``, if it has a name, and say how certain the figures are."""
    return " · ".join(filter(None, [centre, reservation(language)]))
