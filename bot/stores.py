"""The stores of everything that is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.config.config import Config
from storage.database.connection import Database
from storage.database.update_store import UpdateStore
from storage.deliveries.chats import Chats
from storage.deliveries.deliveries import Deliveries
from storage.figures.counts import Counts
from storage.forms.form import Form, telephone_of
from storage.forms.views import refresh_views
from storage.people.staff import Staff
from storage.records.corrections import Corrections
from storage.records.records import Records
from storage.records.sources import Sources
from storage.releases.ledger import Ledger
from storage.shifts.corrections import ShiftCorrections
from storage.shifts.handovers import Handovers


@dataclass(frozen=True)
class Stores:
    """One store for each kind of thing that is kept."""

    records: Records
    corrections: Corrections
    handovers: Handovers
    shift_corrections: ShiftCorrections
    counts: Counts
    staff: Staff
    chats: Chats
    deliveries: Deliveries
    releases: Ledger
    updates: UpdateStore


async def open_stores(database: Database, config: Config, forms: Mapping[str, Form]) -> Stores:
    """Return the stores, with the forms' views refreshed, and the key, the staff and bound chats read."""
    await refresh_views(database, forms.values())
    staff, chats = Staff(database, config.access.roles()), Chats(database)
    sources = Sources(database)
    await sources.load()
    await staff.load()
    await chats.load()
    return Stores(
        records=Records(database, sources),
        corrections=Corrections(database, sources),
        handovers=Handovers(database, sources),
        shift_corrections=ShiftCorrections(database),
        counts=Counts(database, telephone_of(forms).key),
        staff=staff,
        chats=chats,
        deliveries=Deliveries(database),
        releases=Ledger(database),
        updates=UpdateStore(database),
    )
