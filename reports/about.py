"""What the figures of the call log are, and what they are not."""

from reports.language import Language
from storage.fault import N_

LINES = (
    N_(
        "The figures are about calls that come in on the duty telephone about violence in close relations"
        " or the crisis centre’s services."
    ),
    N_("We count calls, not people. The same person may have called several times."),
    N_("The answers are not verified. “Not known” is an answer, and is kept out of the percentages."),
    N_("On busy days not everything is registered. The breakdown is worth looking at all the same."),
    N_("Small numbers swing. We write “clearly” only where the difference is larger than chance usually makes."),
    N_(
        "One who does not want to be registered is counted as a contact and nothing more."
        " Figures can change when calls are registered later."
    ),
)


def about(language: Language) -> str:
    """Say in six numbered lines what the figures are and are not."""
    return "\n".join(f"{number}. {language.text(line)}" for number, line in enumerate(LINES, start=1))
