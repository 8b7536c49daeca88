import pytest

from handlers.clearing.rule import ClearingRule
from handlers.conversation import Handle, Request
from handlers.people.privacy import PrivacyNotice
from reports.words.language import Language
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.shown import Shown

STRANGER = 99
WHO = "hvilken tilgang som førte den, i 24\u00a0timer; av den som ikke ville registreres, bare måneden."


@pytest.mark.parametrize("seat", [DUTY, LEADER, OWNER])
async def test_everybody_is_told_in_six_lines_what_is_kept_where_and_how_long(centre: Centre, seat: int) -> None:
    said = await centre.write("personvern", seat=seat)

    assert said.text.splitlines() == [
        "Av en samtale lagres svarene og timen: ikke navn, ikke nummer, ingenting som skrives.",
        "Det ligger i én fil på senterets egen maskin.",
        f"Timen lagres i 7\u00a0dager, så bare dagen; {WHO}",
        "Her i chatten står svar i høyst 12\u00a0timer; så står det bare «Registrert.», eller ingenting.",
        "Telegram frakter det som står her, og ser at denne kontoen trykker, og når.",
        "Administratoren vet mer, og svarer på det du lurer på.",
    ]


@pytest.mark.parametrize(
    ("code", "days", "hours", "told"),
    [
        ("en", 1, 1, ["1 day,", "for 1 hour;", "1 hour at most"]),
        ("nn", 7, 48, ["i 7 dagar,", "i 48 timar;", "høgst 48 timar;"]),
        ("nb", 31, 0, ["i 31 dager,", "i 0 timer;", "høyst 12 timer;"]),
    ],
)
async def test_the_numbers_are_the_configs(code: str, days: int, hours: int, told: list[str]) -> None:
    shown, rule = Shown(1), ClearingRule(hours or 12, hours)
    notice = PrivacyNotice(lambda _: "staff", rule, days, Language(code))  # type: ignore[arg-type]  # one of three

    await notice.show(Request(1, shown, Handle(0)))

    text = shown.newest.text.replace("\u00a0", " ")
    assert [words for words in told if words not in text] == []
    assert len(text.splitlines()) == 6


async def test_a_stranger_gets_silence(centre: Centre) -> None:
    await centre.write("privacy", seat=STRANGER)

    assert centre.sees(STRANGER).calls == []
