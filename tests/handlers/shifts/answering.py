"""A day shift that has answered, and what is listed of it."""

from tests.handlers.centre import DUTY, Centre, end_shift

DAY = "2026-11-03T0730"
WITHOUT_DECLINED = "De som ikke ville registreres, er ikke med i tallene."
LISTED = [
    "De siste vaktene, den nyeste først. Velg en for å rette den.",
    "Anrop inn på telefonen / ført / samtaler ut; «–» er ikke kjent.",
    WITHOUT_DECLINED,
]
SHIFT = "SELECT step, counted, outgoing FROM shift WHERE began LIKE '%T07:30' AND step <> 'open'"
CHANGES = "SELECT what, by, before, after FROM shift_change ORDER BY number"


async def answer(centre: Centre, *labels: str) -> None:
    """Let the day shift end, and answer; at first `3` calls in, none of which is registered, and `4` out."""
    await end_shift(centre)
    await centre.tap(*(labels or ("3", "Hopp over", "1–5", "4")), seat=DUTY)
