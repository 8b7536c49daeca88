"""The page of a stay: its questions by stage, its days, and what else can be done about it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.house import trouble
from bot.desk.house.sent_stay import given_in, given_of, revision_in, written_in
from bot.desk.house.stay_fields import FieldsOf
from bot.desk.house.trouble import Trouble
from bot.desk.replies import Reply
from bot.desk.visit import Visit
from handlers.stays.house import HouseStay
from handlers.stays.keeping import NoSuchStay, StayKeeping
from handlers.stays.words import about, days_of, name_of_stay, stage_name
from storage.database.faults import DatabaseFault
from storage.forms.question import STAGES
from storage.stays.stay import DaysGone, Stay, StayChanged

ALONG = "along."
"""How fields begin that name who leaves together with somebody."""


@dataclass(frozen=True)
class ShownStay:
    """A stay on its page; ``sent`` is what was written and could not be saved, None where it is shown as kept."""

    one: HouseStay
    sent: Mapping[str, str] | None = None
    trouble: Trouble = trouble.NONE


class StayPage:
    """The page of a stay."""

    def __init__(self, desk: Desk) -> None:
        """Show stays at a desk."""
        self.desk = desk

    @property
    def _keeping(self) -> StayKeeping:
        return self.desk.cases.stays.keeping

    async def show(self, visit: Visit) -> web.Response:
        """Show a stay. Raises `NotYoursAnyMore`, a `DatabaseFault`."""
        return await self._page(visit, ShownStay(await self._found(visit)))

    async def save(self, visit: Visit) -> web.Response:
        """Keep what was written of a stay, or say why not. Raises `NotYoursAnyMore`, a `DatabaseFault`."""
        fields = await visit.posted()
        before = await self._found(visit)
        written = written_in(fields)
        if fields.get("do") == "today":
            written = replace(written, left=self.desk.cases.clock().date())
        try:
            stay = await self._keeping.change(visit.seat, _source(visit), revision_in(fields), written)
            if written.left:
                along = [name.removeprefix(ALONG) for name in fields if name.startswith(ALONG)]
                await self._keeping.leave_too(visit.seat, along, written.left)
        except trouble.REFUSED as fault:
            return await self._page(visit, ShownStay(before, fields, trouble.refused(visit, fault)))
        except (StayChanged, DaysGone, NoSuchStay) as fault:
            return await self._page(
                visit, ShownStay(await self._found(visit), None, trouble.changed(visit, fault))
            )
        except DatabaseFault as fault:
            return await self._page(visit, ShownStay(before, fields, await trouble.failed(visit, fault)))
        raise self._saved(visit, before, HouseStay(before.form, stay))

    async def decline(self, visit: Visit) -> web.Response:
        """Keep nothing of a stay but that it was. Raises `NotYoursAnyMore`, a `DatabaseFault`."""
        return await self._do(
            visit, self._keeping.decline, self.desk.language.text("Counted. Nothing else is kept.")
        )

    async def accept(self, visit: Visit) -> web.Response:
        """Let a stay be registered after all. Raises `NotYoursAnyMore`, a `DatabaseFault`."""
        return await self._do(visit, self._keeping.accept, self.desk.language.text("It can be registered now."))

    async def take_back(self, visit: Visit) -> web.Response:
        """Take a stay back that was a mistake. Raises `NotYoursAnyMore`, a `DatabaseFault`."""
        words = self.desk.language.text("Taken back. Nothing of it is left.")
        return await self._do(visit, self._keeping.take_back, words)

    async def _do(
        self, visit: Visit, act: Callable[[int, str, int], Awaitable[Stay | None]], words: str
    ) -> web.Response:
        fields = await visit.posted()
        await self._found(visit)
        try:
            stay = await act(visit.seat, _source(visit), revision_in(fields))
        except (StayChanged, DaysGone, NoSuchStay) as fault:
            return await self._page(
                visit, ShownStay(await self._found(visit), None, trouble.changed(visit, fault))
            )
        reopened = stay is not None and stay.outcome == "registered"
        raise self._to(visit, f"/house/{stay.source}" if stay and reopened else "/house", words)

    async def _found(self, visit: Visit) -> HouseStay:
        """Return the stay of this address. Raises `HTTPSeeOther` to those who are in where there is none."""
        if not self.desk.stay_forms:
            raise web.HTTPNotFound
        try:
            return HouseStay(*await self._keeping.find(visit.seat, _source(visit)))
        except NoSuchStay as fault:
            words = fault.sentence(self.desk.language.text)
            self.desk.replies.put(visit.seated.device.number, Reply(alerts=[words]))
            raise web.HTTPSeeOther("/house") from None

    def _saved(self, visit: Visit, before: HouseStay, now: HouseStay) -> web.HTTPSeeOther:
        """Say what is kept; of somebody who has just left, ask at once what is missing."""
        text, name = self.desk.language.text, name_of_stay(before.form, before.stay, self.desk.language)
        left = before.stay.is_open and not now.stay.is_open
        words = text("Saved: {name}", name=name)
        if left:
            words = text("Left: {name}", name=name) if before.form.house else text("Closed: {name}", name=name)
        place = f"/house?now={now.stay.source}"
        if left and now.lacking:
            waits = text("What is missing stands here; it can also wait.")
            words = f"{words}. {waits}"
            place = f"/house/{now.stay.source}"
        return self._to(visit, place, words)

    def _to(self, visit: Visit, place: str, words: str) -> web.HTTPSeeOther:
        self.desk.replies.put(visit.seated.device.number, Reply(notices=[words]))
        return web.HTTPSeeOther(place)

    async def _page(self, visit: Visit, shown: ShownStay) -> web.Response:
        language, cases, one = self.desk.language, self.desk.cases, shown.one
        stay, today, sent = one.stay, cases.clock().date(), shown.sent
        kept = given_of(stay.answers)
        asked = FieldsOf(
            one.form,
            one.day,
            kept if sent is None else given_in(sent),
            kept,
            language,
            frozenset(question.key for found in one.lacking.values() for question in found),
            shown.trouble.field,
        )
        days = {"arrived": stay.arrived, "left": stay.left or "", "label": stay.label}
        asks, first = stay.outcome != "declined", self._keeping.rights.first_day(visit.seat)
        # Of somebody who has left, what is asked at departure is what nobody has had the time for.
        stages = STAGES if stay.is_open else reversed(STAGES)
        return visit.page(
            "stay.html",
            status=shown.trouble.status,
            one=one,
            form=one.form,
            stay=stay,
            fields={**days, **(sent or {})},
            trouble=shown.trouble,
            about=about(one, language),
            days=days_of(one, today, language),
            stages=[
                (stage, stage_name(one.form, stage, language), asked.at(stage) if asks else []) for stage in stages
            ],
            lacking=one.lacking,
            along=[(child.stay.source, about(child, language)) for child in await cases.stays.house.along(stay)],
            first_day=min(first, date.fromisoformat(stay.arrived)) if stay.is_exact else first,
            today=today,
        )


def _source(visit: Visit) -> str:
    return visit.request.match_info["source"]
