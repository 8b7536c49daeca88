"""What is wrong with a stay that was sent: in a sentence, and beside which field."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from bot.desk.visit import Visit
from handlers.operations.failed_saves import ADMINISTRATORS_TOLD
from handlers.stays.days import NotADay
from handlers.stays.given import NotAnAnswer
from handlers.stays.labels import NotALabel
from storage.database.faults import DatabaseFault
from storage.fault import N_, Fault

DAYS: Mapping[str, str] = {"arrival": "arrived", "departure": "left"}
LABEL = "label"
REFUSED = (NotADay, NotAnAnswer, NotALabel)
"""What is said of a field."""
NOT_SAVED = N_("NOT SAVED. {reason}\nWhat you wrote stands here still: try again in a while.")


@dataclass(frozen=True)
class Trouble:
    """A sentence, the field it is about, empty for none, and how the request is answered."""

    sentence: str = ""
    field: str = ""
    status: HTTPStatus = HTTPStatus.OK

    @property
    def anchor(self) -> str:
        """What the field is found by on the page."""
        return self.field if self.field in {*DAYS.values(), LABEL} else f"q-{self.field}"


NONE = Trouble()


def refused(visit: Visit, fault: Fault) -> Trouble:
    """Return what is wrong with a field."""
    field = LABEL
    if isinstance(fault, NotADay):
        field = DAYS[fault.stage]
    elif isinstance(fault, NotAnAnswer):
        field = fault.question
    return Trouble(fault.sentence(visit.desk.language.text), field, HTTPStatus.UNPROCESSABLE_ENTITY)


def changed(visit: Visit, fault: Fault) -> Trouble:
    """Return what is said where something is not as it was seen."""
    return Trouble(fault.sentence(visit.desk.language.text), status=HTTPStatus.CONFLICT)


async def failed(visit: Visit, fault: DatabaseFault) -> Trouble:
    """Return what is said where the database failed; tell the administrators."""
    text = visit.desk.language.text
    words = text(NOT_SAVED, reason=fault.sentence(text))
    if await visit.desk.cases.operations.failures.tell(fault):
        words = f"{words}\n{text(ADMINISTRATORS_TOLD)}"
    return Trouble(words, status=HTTPStatus.SERVICE_UNAVAILABLE)
