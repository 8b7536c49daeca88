"""Somebody who comes in with an invitation."""

from storage.people.seat import Role
from tests.handlers.centre import OWNER, Centre
from tests.storage.people.holding import let_in

NEWCOMER = 99


async def invited(centre: Centre, label: str = "Ansatt", account: int = NEWCOMER) -> str:
    """Let an administrator invite somebody who uses the link; return the code."""
    await centre.write("invite", seat=OWNER)
    await centre.tap(label, seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("?start=")[1].split()[0]
    await centre.write("start", code, seat=account)
    return code


async def seated(centre: Centre, role: Role = "staff", account: int = NEWCOMER) -> int:
    """Let somebody in; return the seat's number."""
    return await let_in(centre.cases.stores.seats, account, role)
