"""The stores of everything that is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.config.config import Config
from storage.audit.audit import Audit
from storage.backup.last_copy import LastCopy
from storage.cards.cards import Cards
from storage.database.connection import Database
from storage.database.update_store import UpdateStore
from storage.deliveries.chats import Chats
from storage.deliveries.deliveries import Deliveries
from storage.figures.counts import Counts
from storage.forms.form import Form, telephone_of
from storage.forms.views import refresh_views
from storage.imports.imports import Imports
from storage.messages.messages import Messages
from storage.operations.alert_days import AlertDays
from storage.operations.heartbeat import Heartbeat
from storage.operations.inspection import Inspection
from storage.operations.restores import Restores
from storage.operations.spoilt_times import SpoiltTimes
from storage.operations.told_weeks import ToldWeeks
from storage.people.devices import Devices
from storage.people.invites import Invites
from storage.people.passkeys import Passkeys
from storage.people.seats import Seats
from storage.people.unlock_codes import UnlockCodes
from storage.records.corrections import Corrections
from storage.records.recent_saves import RecentSaves
from storage.records.records import Records
from storage.records.sources import Sources
from storage.releases.ledger import Ledger
from storage.shifts.corrections import ShiftCorrections
from storage.shifts.handovers import Handovers
from storage.shifts.shift_states import ShiftStates
from storage.stays.stays import Stays


@dataclass(frozen=True)
class Stores:
    """One store for each kind of thing that is kept."""

    records: Records
    corrections: Corrections
    handovers: Handovers
    shift_corrections: ShiftCorrections
    shift_states: ShiftStates
    stays: Stays
    counts: Counts
    seats: Seats
    invites: Invites
    devices: Devices
    unlock_codes: UnlockCodes
    passkeys: Passkeys
    cards: Cards
    audit: Audit
    chats: Chats
    deliveries: Deliveries
    releases: Ledger
    updates: UpdateStore
    messages: Messages
    alert_days: AlertDays
    spoilt_times: SpoiltTimes
    restores: Restores
    saves: RecentSaves
    inspection: Inspection
    last_copy: LastCopy
    heartbeat: Heartbeat
    told_weeks: ToldWeeks
    imports: Imports


def seats_of(database: Database, config: Config, today: Callable[[], date]) -> Seats:
    """Return the seats, which are still to be read."""
    access = config.access
    return Seats(database, access.roles(), lapse_days=access.lapse_days, today=today)


async def open_stores(
    database: Database, config: Config, forms: Mapping[str, Form], today: Callable[[], date]
) -> Stores:
    """Return the stores, with the forms' views refreshed, and the key, the seats and bound chats read."""
    await refresh_views(database, forms.values())
    seats, chats, sources = seats_of(database, config, today), Chats(database), Sources(database)
    messages, saves = Messages(database), RecentSaves()
    devices, cards = Devices(database, today), Cards(database, today)
    await sources.load()
    await seats.add_named()
    await chats.load()
    await messages.load()
    await devices.load()
    await cards.load()
    return Stores(
        records=Records(database, sources, saves),
        corrections=Corrections(database, sources, saves),
        handovers=Handovers(database, sources, saves),
        shift_corrections=ShiftCorrections(database),
        shift_states=ShiftStates(database),
        stays=Stays(database, sources),
        counts=Counts(database, telephone_of(forms).key),
        seats=seats,
        invites=Invites(database, seats),
        devices=devices,
        unlock_codes=UnlockCodes(database),
        passkeys=Passkeys(database),
        cards=cards,
        audit=Audit(database),
        chats=chats,
        deliveries=Deliveries(database),
        releases=Ledger(database),
        updates=UpdateStore(database),
        messages=messages,
        alert_days=AlertDays(database),
        spoilt_times=SpoiltTimes(database),
        restores=Restores(database),
        saves=saves,
        inspection=Inspection(database, saves),
        last_copy=LastCopy(database),
        heartbeat=Heartbeat(database),
        told_weeks=ToldWeeks(database),
        imports=Imports(database),
    )
