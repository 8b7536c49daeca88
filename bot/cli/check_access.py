"""What `check` says of who has access."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.config.config import Config
from bot.stores import seats_of
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.people.seat import Role


class PeopleDiffer(Fault):
    """The config and the list of seats do not say the same."""


@dataclass(frozen=True)
class AccessState:
    """The roles that seats were given in the database, the seats with two roles, and how many wait."""

    given: Sequence[Role] = ()
    contradictions: Sequence[int] = ()
    restored: int = 0


async def access_state(config: Config, database: Database) -> AccessState:
    """Look up who has access besides those whom the config names. Raises a `DatabaseFault`."""
    seats = seats_of(database, config, lambda: config.now().date())
    await seats.load()
    given = [role for seat in seats.all if not seats.is_named(seat) and (role := seats.role(seat.number))]
    return AccessState(given, await seats.contradictions(), sum(seat.restored for seat in seats.all))


def access_line(config: Config, language: Language, state: AccessState) -> str:
    """Return how many have each role. Raises `PeopleDiffer`."""
    if state.contradictions:
        raise PeopleDiffer(
            N_("the config and /people give access no. {seats} different roles; that of the config counts."),
            seats=", ".join(map(str, state.contradictions)),
        )
    roles = Counter([*state.given, *config.access.roles().values()])
    counted = [
        language.plural("{n} administrator", "{n} administrators", roles["administrator"]),
        language.plural("{n} leader", "{n} leaders", roles["leader"]),
        language.plural("{n} for staff", "{n} for staff", roles["staff"]),
    ]
    if state.restored:
        counted.append(
            language.plural(
                "{n} waits since the restore until an administrator lets it in again: /people",
                "{n} wait since the restore until an administrator lets them in again: /people",
                state.restored,
            )
        )
    return ", ".join(counted)
