"""What stands at the foot of a picture, in one line or two."""

from reports.analysis.hidden import HIDDEN
from reports.analysis.summary import Summary
from reports.words.about import reservation
from reports.words.language import Language


def footer(language: Language, centre: str, summary: Summary | None = None) -> str:
    """Name the ``centre``, if it has a name, say that the figures are internal, and how certain they are.

    Of a public ``summary`` it says instead what the sign of hidden figures means, where there are any.
    """
    first = " · ".join(filter(None, [centre, _publication(language, summary)]))
    return "\n".join(filter(None, [first, reservation(language)]))


def _publication(language: Language, summary: Summary | None) -> str:
    if summary is None or not summary.public:
        return language.text("not for publication")
    return language.text("{sign} is hidden", sign=HIDDEN) if summary.hides_anything else ""
