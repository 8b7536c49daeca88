"""The page on which a stay begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.house import trouble
from bot.desk.house.sent_stay import day_in, given_in, written_in
from bot.desk.house.stay_fields import FieldsOf
from bot.desk.house.trouble import Trouble
from bot.desk.replies import Reply
from bot.desk.visit import Visit
from bot.random_codes import NONCE, fresh_nonce
from handlers.stays.house import HouseStay
from handlers.stays.keeping import NoSuchStay
from handlers.stays.words import about, name_of_stay
from storage.database.faults import DatabaseFault
from storage.fault import N_
from storage.forms.form import Form
from storage.stays.stay import SavedStay, StayChanged

UNREADABLE = N_("This form has changed meanwhile. Nothing is saved: fill it in anew.")


@dataclass(frozen=True)
class ShownArrival:
    """What stands on the page: a fresh form, or one that could not be saved as it was."""

    form: Form
    nonce: str
    fields: Mapping[str, str]
    trouble: Trouble = trouble.NONE


class ArrivalPage:
    """The page of somebody who comes."""

    def __init__(self, desk: Desk) -> None:
        """Register arrivals at a desk."""
        self.desk = desk

    async def show(self, visit: Visit) -> web.Response:
        """Show a fresh form, for today or for the day on which somebody else came. Raises a `DatabaseFault`."""
        query, today = visit.request.query, self.desk.cases.clock().date()
        form = self._form(query)
        hosts = await self.desk.cases.stays.house.adults(form)
        host = next((one.stay for one in hosts if one.stay.source == query.get("beside")), None)
        fields = {"arrived": host.arrived if host else str(today), "beside": host.source if host else ""}
        return self._page(visit, ShownArrival(form, fresh_nonce(), fields), hosts)

    async def save(self, visit: Visit) -> web.Response:
        """Keep an arrival, once, or say why not, with the form as it was filled in. Raises a `DatabaseFault`."""
        fields, nonce = await visit.posted(), fresh_nonce()
        form = self._form(fields)
        if fields.get("fingerprint") != form.fingerprint or not NONCE.fullmatch(fields.get("nonce", "")):
            words = Trouble(self.desk.language.text(UNREADABLE), status=HTTPStatus.CONFLICT)
            return await self._again(visit, ShownArrival(form, nonce, fields, words))
        shown = ShownArrival(form, fields["nonce"], fields)
        try:
            written = written_in(fields)
            saved = await self.desk.cases.stays.keeping.begin(visit.seat, form, shown.nonce, written)
        except trouble.REFUSED as fault:
            words = trouble.refused(visit, fault)
        except (NoSuchStay, StayChanged) as fault:
            words = trouble.changed(visit, fault)
        except DatabaseFault as fault:
            words = await trouble.failed(visit, fault)
        else:
            raise self._saved(visit, form, saved)
        return await self._again(visit, ShownArrival(form, shown.nonce, fields, words))

    def _form(self, asked: Mapping[str, str]) -> Form:
        """Return the form that is asked for. Raises `HTTPNotFound`."""
        form = self.desk.stay_forms.get(asked.get("form", ""))
        if form is None:
            raise web.HTTPNotFound
        return form

    def _saved(self, visit: Visit, form: Form, saved: SavedStay) -> web.HTTPSeeOther:
        """Say what is kept; of somebody who has left already, ask at once what is missing."""
        language, stay = self.desk.language, saved.stay
        if saved.repeated:
            words = language.text("This is already registered.")
        elif stay.outcome == "declined":
            words = language.text("Counted. Nothing else is kept.")
        else:
            words = language.text("Registered: {name}", name=name_of_stay(form, stay, language))
        self.desk.replies.put(visit.seated.device.number, Reply(notices=[words]))
        lacks = not stay.is_open and "departure" in HouseStay(form, stay).lacking
        return web.HTTPSeeOther(f"/house/{stay.source}" if lacks else f"/house?now={stay.source}")

    async def _again(self, visit: Visit, shown: ShownArrival) -> web.Response:
        try:
            hosts = await self.desk.cases.stays.house.adults(shown.form)
        except DatabaseFault:
            hosts = []
        return self._page(visit, shown, hosts)

    def _page(self, visit: Visit, shown: ShownArrival, hosts: Sequence[HouseStay]) -> web.Response:
        language, cases, fields = self.desk.language, self.desk.cases, shown.fields
        today = cases.clock().date()
        day = day_in(fields.get("arrived", "")) or today
        asked = FieldsOf(
            shown.form,
            day,
            given_in(fields),
            {},
            language,
            wrong=shown.trouble.field,
        )
        return visit.page(
            "arrival.html",
            status=shown.trouble.status,
            form=shown.form,
            nonce=shown.nonce,
            fields=fields,
            trouble=shown.trouble,
            asked=asked.at("arrival"),
            hosts=[(one.stay.source, _host_words(one, self.desk)) for one in hosts],
            first_day=cases.stays.keeping.rights.first_day(visit.seat),
            today=today,
        )


def _host_words(one: HouseStay, desk: Desk) -> str:
    """Return how somebody is told from the others who are in: `4 · Woman · 30–39 years`."""
    day = date.fromisoformat(one.stay.arrived)
    words = [one.stay.label, about(one, desk.language), desk.language.day_of_month_short(day)]
    return " · ".join(filter(None, words))
