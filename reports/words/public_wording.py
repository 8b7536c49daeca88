"""What is said of a summary where it is published."""

from reports.publication.public_summary import PublicSummary
from reports.publication.release import Release
from reports.statements.family import family_in_turns
from reports.words.wording import Wording


async def public_wording(words: Wording, release: Release) -> Wording:
    """Return the wording of a summary's public version, letting other tasks go first while it is judged.

    The ``release`` tells what it shows. Raises `RecordsMoved` where the two were counted from different records.
    """
    told = PublicSummary(words.summary, release)
    told.check()
    return Wording(told.summary, words.language, told.judged(await family_in_turns(told.summary)))
