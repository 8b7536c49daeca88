"""Building the desk around the use cases."""

from collections.abc import Callable

from bot.config.desk import DeskSection
from bot.desk.desk import Desk
from bot.desk.replies import Replies
from bot.desk.serving.server import DeskServer
from bot.desk.visitors import Visitors
from bot.use_cases import UseCases
from handlers.operations.findings import Checks


def desk_server(
    section: DeskSection, cases: UseCases, moment: Callable[[], float], checks: Checks | None = None
) -> DeskServer:
    """Return the desk, to be opened; ``moment`` counts seconds, also while the machine sleeps."""
    stores = cases.stores
    visitors = Visitors(stores.devices, stores.seats, section.idle_minutes * 60.0, moment)
    return DeskServer(Desk(section, cases, visitors, Replies(), checks))
