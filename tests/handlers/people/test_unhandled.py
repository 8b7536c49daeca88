import pytest

from handlers.conversation import Handle, NotShown, Request
from handlers.view import View
from storage.database.connection import DiskFull
from storage.fault import Fault
from tests.handlers.centre import DUTY, Centre

STRANGER = 99
NO_COMMAND = "Jeg forstår bare knappene og noen få kommandoer: /hjelp viser dem."
UNKNOWN = "Noe gikk galt, og det er notert. Står det ikke «Lagret» over, er samtalen ikke lagret: prøv igjen."


def request(centre: Centre, seat: int = DUTY) -> Request:
    """Return a message written by a seat."""
    return Request(centre.number(seat), centre.sees(seat), Handle(1))


@pytest.mark.parametrize(
    ("keeps", "told"),
    [
        (False, "Meldingen er slettet her og ikke lagret."),
        (True, "Jeg har ikke lagret meldingen, men får ikke slettet den. Slett den selv."),
    ],
)
async def test_a_message_is_deleted_or_its_sender_is_asked_to(centre: Centre, told: str, *, keeps: bool) -> None:
    seen = centre.sees()
    seen.views[Handle(1)] = View("a name")
    seen.keeps = keeps

    await centre.cases.unhandled.refuse(request(centre))

    assert seen.newest.text == f"{NO_COMMAND} {told}"
    assert (Handle(1) in seen.views) is keeps


async def test_an_unknown_command_is_called_one(centre: Centre) -> None:
    await centre.cases.unhandled.refuse(request(centre), command=True)

    assert centre.sees().newest.text.startswith("Den kommandoen kjenner jeg ikke: /hjelp viser dem jeg kan.")


async def test_words_that_a_command_does_not_need_are_deleted(centre: Centre) -> None:
    seen = centre.sees()
    seen.views[Handle(1)] = View("a name")

    await centre.cases.unhandled.pass_over(request(centre))

    assert seen.texts == ["Kommandoen trenger ingen ord etter seg. Meldingen er slettet her og ikke lagret."]


async def test_a_stranger_gets_no_answer_and_leaves_a_line_without_number_or_traceback(
    centre: Centre, caplog: pytest.LogCaptureFixture
) -> None:
    await centre.cases.unhandled.refuse(request(centre, STRANGER))
    await centre.cases.unhandled.tell_failure(request(centre, STRANGER), ValueError())

    assert centre.sees(STRANGER).calls == []
    [line] = [record for record in caplog.records if record.levelname != "DEBUG"]
    assert (line.name, line.exc_info) == ("strangers", None)
    assert str(STRANGER) not in line.getMessage()


async def test_of_a_call_that_is_saved_a_failure_is_told_with_that_first(centre: Centre) -> None:
    await centre.cases.unhandled.tell_failure(request(centre), ValueError(), saved=True)

    assert centre.sees().texts == [
        "Samtalen er lagret, men kvitteringen kunne ikke vises. Ikke registrer den på nytt."
    ]


async def test_where_nobody_knows_whether_a_call_is_saved_that_is_said(centre: Centre) -> None:
    await centre.cases.unhandled.tell_failure(request(centre), ValueError(), saved=None)

    assert centre.sees().texts[0].startswith("Akkurat nå går det ikke an å se om samtalen er lagret.")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError("secret"), UNKNOWN),
        (Fault("The disk is full."), "Disken er full."),
        (DiskFull("The disk is full."), "Disken er full. Ingenting er endret. Administratoren har fått beskjed."),
    ],
)
async def test_a_failure_is_told_in_a_sentence_without_its_cause(
    centre: Centre, error: Exception, told: str
) -> None:
    await centre.cases.unhandled.tell_failure(request(centre), error)

    assert centre.sees().texts == [told]


async def test_a_failure_that_cannot_be_told_is_logged(centre: Centre, caplog: pytest.LogCaptureFixture) -> None:
    centre.sees().trouble = NotShown("no way through")

    await centre.cases.unhandled.tell_failure(request(centre), Fault("The disk is full."))

    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "An update failed: The disk is full.",
        "The person could not be told: no way through",
    ]


async def test_of_an_unforeseen_failure_the_line_names_its_kind_and_not_what_it_says(
    centre: Centre, caplog: pytest.LogCaptureFixture
) -> None:
    await centre.cases.unhandled.tell_failure(request(centre), ValueError("/stats Kari"))

    [line] = [record for record in caplog.records if record.levelname == "ERROR"]
    assert line.getMessage() == "An update failed: ValueError"
    assert line.exc_info


async def test_who_sent_what_cannot_be_read_is_told_so(centre: Centre) -> None:
    await centre.cases.unhandled.apologise(centre.number(DUTY))

    assert centre.sees().texts == ["Det kunne ikke leses. Ingenting er lagret; prøv igjen."]
