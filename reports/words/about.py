"""What the figures of the call log are, and what they are not."""

from collections.abc import Iterator

from reports.words.language import Language
from storage.fault import N_
from storage.forms.form import Form

UNVERIFIED = N_("The answers are not verified. “Not known” is an answer, and is kept out of the percentages.")
COUNTED = N_("We count {many}, not people; the same person may stand behind several.")
SMALL = N_(
    "Small numbers swing, and calls come in bunches. We write “clearly” only where a difference is larger than"
    " such swings make it, also when many answers are looked at together."
)
ALIKE = N_(
    "“No clear change” does not mean that two figures are alike. That is what “about the same” says, and only"
    " where it is shown."
)
SHARES = N_("Answers are compared as shares. Percentages are rounded, so they may add up to 99 or 101.")
COVERAGE = N_(
    "The share registered is how many of the calls that the telephone showed are registered."
    " Shifts that did not answer are left out."
)
LINES = (
    N_(
        "The figures are about calls that come in on the duty telephone about violence in close relations"
        " or the crisis centre’s services."
    ),
    N_("We count calls, not people. The same person may have called several times."),
    UNVERIFIED,
    N_("On busy days not everything is registered. The breakdown is worth looking at all the same."),
    COVERAGE,
    SHARES,
    SMALL,
    ALIKE,
    N_(
        "One who does not want to be registered is counted as a contact and nothing more."
        " Figures can change when calls are registered later."
    ),
)


def reservation(language: Language) -> str:
    """Say how certain the figures are."""
    return language.text("The figures are not verified. Small numbers swing.")


def about(form: Form, language: Language) -> str:
    """Say in numbered lines what the figures of a form are and are not; calls in need all of them."""
    lines = map(language.text, LINES) if form.telephone == "in" else _of_any(form, language)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _of_any(form: Form, language: Language) -> Iterator[str]:
    many = form.counted.many.in_language(language.code) if form.counted else language.text("records")
    yield language.text(COUNTED, many=many)
    yield language.text(UNVERIFIED)
    yield from map(language.text, (SHARES, SMALL, ALIKE))
