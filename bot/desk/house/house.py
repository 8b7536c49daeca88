"""Who is in the house, as a page."""

from collections import Counter
from collections.abc import Iterator, Sequence

from aiohttp import web
from markupsafe import Markup

from bot.desk.desk import Desk
from bot.desk.visit import Visit
from handlers.stays.house import HouseState, HouseStay, StayGroup
from handlers.stays.words import about, days_of, kind_of, lacks

PART = "X-Part"
"""The header by which our script asks for those who are in alone."""
REFUSAL = "refusal"
"""The form of those whom there was no room for."""


class HousePage:
    """The page of those who are in."""

    def __init__(self, desk: Desk) -> None:
        """Show who is in at a desk."""
        self.desk = desk

    async def show(self, visit: Visit) -> web.Response:
        """Show who is in, or for the script that part alone. Raises a `DatabaseFault`."""
        if not self.desk.stay_forms:
            raise web.HTTPNotFound
        fragment = await self._fragment(visit)
        if PART in visit.request.headers:
            return web.Response(text=fragment, content_type="text/html", headers={PART: "house"})
        forms = self.desk.cases.forms
        return visit.page(
            "house.html", house=fragment, forms=self.desk.stay_forms.values(), refusal=forms.get(REFUSAL)
        )

    async def _fragment(self, visit: Visit) -> Markup:
        cases, language = self.desk.cases, self.desk.language
        # Looked up before the rest, it is at most too old, and the page is fetched once more.
        state = house_token(visit, await cases.stays.house.state())
        shown, today = await cases.stays.house.now(visit.seat), cases.clock().date()
        return visit.fragment(
            "house_now.html",
            state=state,
            sections=list(self._sections(shown.groups)),
            left=list(self._left(shown.left)),
            counts=self._counts(shown.groups),
            now=visit.request.query.get("now", ""),
            about=lambda one: about(one, language),
            days=lambda one: days_of(one, today, language),
            lacks=lambda one: lacks(one, language),
        )

    def _sections(self, groups: Sequence[StayGroup]) -> Iterator[tuple[str, Sequence[StayGroup]]]:
        """Yield those who are in the house, then those of each other form under its title."""
        inside = [group for group in groups if group.first.form.house]
        if inside:
            yield self.desk.language.text("In the house now"), inside
        for form in self.desk.stay_forms.values():
            if not form.house and (those := [group for group in groups if group.first.form.key == form.key]):
                yield form.title.in_language(self.desk.language.code), those

    def _left(self, left: Sequence[HouseStay]) -> Iterator[tuple[str, Sequence[HouseStay]]]:
        """Yield those who have left the house lately, then what else was closed."""
        text = self.desk.language.text
        for title, inside in ((text("Left lately"), True), (text("Closed lately"), False)):
            if those := [one for one in left if bool(one.form.house) == inside]:
                yield title, those

    def _counts(self, groups: Sequence[StayGroup]) -> str:
        """Return how many are in the house, and of which kind: `3 in the house: Woman 1 · Children 2`."""
        language, inside = self.desk.language, [one for group in groups for one in group.all if one.form.house]
        kinds = Counter(kind_of(one.form, one.stay.person, language) for one in inside)
        if not inside:
            return language.text("Nobody is registered as in the house.")
        total = language.plural("{n} in the house", "{n} in the house", len(inside))
        return f"{total}: {' · '.join(f'{kind} {language.number(number)}' for kind, number in kinds.items())}"


def house_token(visit: Visit, state: HouseState) -> str:
    """Return what stands for all that a visit is shown of the house, for as long as none of it changes."""
    desk = visit.desk
    return desk.changes.token("house", state, desk.cases.clock().date(), visit.seat, visit.role)
