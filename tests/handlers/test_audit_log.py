import pytest

from handlers.conversation import Handle, Request
from tests.handlers.centre import OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER, seated


async def test_an_act_that_could_not_be_noted_is_done_all_the_same_and_logged(
    centre: Centre, caplog: pytest.LogCaptureFixture
) -> None:
    await seated(centre)
    await centre.write("people", seat=OWNER)
    async with centre.database.transaction() as connection:
        await connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'full'); END"
        )

    shown = await centre.tap("Nr. 5", "Fjern", "Ja, fjern", seat=OWNER)

    assert shown.text == "Tilgang nr. 5 er fjernet."
    assert centre.number(NEWCOMER) == 0
    assert [line.levelname for line in caplog.records if line.name == "handlers.audit_log"] == ["ERROR"]


async def test_an_act_is_noted_with_who_did_it(centre: Centre) -> None:
    request = Request(4, centre.sees(OWNER), Handle(1))

    await centre.cases.people.audit_log.note(request, "removed", 5)

    [entry] = await centre.cases.stores.audit.entries()
    assert (entry.by, entry.act, entry.about, entry.at) == (4, "removed", "5", "2026-11-03T14")
