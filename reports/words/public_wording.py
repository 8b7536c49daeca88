"""What is said of a summary where it is published."""

from reports.publication.public_summary import PublicSummary
from reports.publication.release import Release
from reports.words.wording import Wording


def public_wording(words: Wording, release: Release) -> Wording:
    """Return the wording of a summary's public version, given what a release of its period shows.

    Raises `RecordsMoved` where the two were counted from different records.
    """
    told = PublicSummary(words.summary, release)
    told.check()
    return Wording(told.summary, words.language, told.family)
