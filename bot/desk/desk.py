"""What every page of the desk is handed."""

from dataclasses import dataclass

from bot.config.desk import DeskSection
from bot.desk.replies import Replies
from bot.desk.visitors import Visitors
from bot.use_cases import UseCases
from handlers.operations.findings import Checks
from reports.words.language import Language


@dataclass(frozen=True)
class Desk:
    """The desk: the use cases it hands requests to, who may use it, and what waits to be shown.

    ``checks`` look at the installation, where there is one to look at.
    """

    section: DeskSection
    cases: UseCases
    visitors: Visitors
    replies: Replies
    checks: Checks | None = None

    @property
    def language(self) -> Language:
        """The centre's language."""
        return self.cases.language
