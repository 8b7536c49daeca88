"""People at the desk: whom the administrator lets in, names, removes, and what is noted of it."""

import pytest

from bot.desk.people.people import MOST_WHOLE
from tests.bot.desk.inviting import LINK, Office, use


async def test_what_is_left_to_do_is_said_without_a_command(office: Office) -> None:
    page = await office.owner.open("/people")

    assert "Slipp inn vakttelefonen eller vaktrommet: inviter dem her, lederne også." in page.text
    assert "Neste rapport gjelder" in page.text
    assert "/inviter" not in page.text
    assert "/bind" not in page.text


async def test_an_administrators_first_page_leads_there_until_somebody_on_duty_is_let_in(office: Office) -> None:
    before = await office.owner.open("/")
    async with office.member() as browser:
        theirs = browser.page
    after = await office.owner.open("/")

    said = "Ingen på vakt er sluppet inn ennå: inviter dem under «Folk»."
    assert [said in page.text for page in (before, theirs, after)] == [True, False, False]


async def test_whoever_has_used_a_link_waits_first_on_the_page_and_is_let_in(office: Office) -> None:
    async with office.newcomer() as browser:
        await office.owner.open("/people")

        page = await office.owner.press("Slipp inn")
        let_in = await browser.choose_code()

    assert "Tilgang nr. 2 er sluppet inn." in page.text
    assert "Venter på å bli sluppet inn" not in page.text
    assert "Vakten nå" in let_in.text
    assert office.acts()[0] == ("admitted", "2")


async def test_the_card_that_asked_goes_with_the_answer(office: Office) -> None:
    async with office.newcomer():
        asked = await office.owner.open("/")
        await office.owner.open("/people")
        await office.owner.press("Slipp inn")

        answered = await office.owner.open("/")

    assert "Forsikre deg først" in asked.text
    assert "Forsikre deg først" not in answered.text


async def test_it_is_said_how_often_strangers_tried_if_they_did(office: Office) -> None:
    before = await office.owner.open("/people")
    async with office.inhouse.browser() as stranger:
        await stranger.open("/")

    after = await office.owner.open("/people")

    assert "prøvd seg" not in before.text
    assert "I dag har noen uten tilgang prøvd seg 1 gang." in after.text


async def test_whoever_is_rejected_is_out_and_noted(office: Office) -> None:
    async with office.newcomer() as browser:
        await office.owner.open("/people")

        await office.owner.press("Avvis")
        page = await browser.open("/")

    assert page.path == "/enter"
    assert office.seats() == [(1, "administrator", "", 0)]
    assert office.acts()[0] == ("rejected", "2")


async def test_nobody_sends_a_link_to_a_phone_that_works_on_this_machine_alone(office: Office) -> None:
    await office.owner.open("/people")

    page = await office.owner.press("Leder")

    assert "Lenken virker bare på denne maskinen." in page.text


async def test_a_link_is_shown_once_and_noted(office: Office) -> None:
    await office.owner.open("/people")

    page = await office.owner.press("Leder")
    again = await office.owner.open("/people")

    assert len(LINK.findall(page.html)) == 1
    assert LINK.findall(again.html) == []
    assert "1 invitasjon er åpen." in again.text
    assert office.acts()[0] == ("invited", "3:leader")


@pytest.mark.parametrize(("label", "noted"), [("Trekk tilbake", "revoked"), ("Trekk invitasjoner", "revoked_all")])
async def test_a_link_that_is_taken_back_lets_nobody_in(office: Office, label: str, noted: str) -> None:
    link = await office.link("Ansatt")

    await office.owner.press(label)
    async with office.inhouse.browser() as browser:
        await use(browser, link)

    assert "Den koden virker ikke her." in browser.page.text
    assert office.acts()[0][0] == noted


async def test_a_link_lets_in_one(office: Office) -> None:
    link = await office.link("Ansatt")
    async with office.inhouse.browser() as first, office.inhouse.browser() as second:
        await use(first, link)

        await use(second, link)

    assert "Den koden virker ikke her." in second.page.text
    assert len(office.seats()) == 2


async def test_a_seat_gets_the_name_and_the_role_that_are_chosen(office: Office) -> None:
    async with office.member():
        page = await office.owner.press("Lagre", 1, name="duty_room", role="leader")

    assert office.seats()[1] == (2, "leader", "duty_room", 0)
    assert "Vaktrom" in page.text
    assert office.acts()[:2] == [("role", "2:leader"), ("named", "2:duty_room")]


async def test_what_is_chosen_already_is_not_noted_again(office: Office) -> None:
    async with office.member():
        before = office.acts()

        page = await office.owner.press("Lagre", 1, name="none", role="staff")

    assert "Tilgang nr. 2 er slik du valgte." in page.text
    assert office.acts() == before


async def test_with_many_seats_what_is_done_to_one_stands_where_it_is_opened(office: Office) -> None:
    assert office.inhouse.parts is not None
    stores, now = office.inhouse.parts.people.stores, office.inhouse.clock()
    for number in range(2, 2 + MOST_WHOLE):
        await stores.invites.make(f"kode-nr-{number}", "staff", by=None, now=now)
        await stores.invites.redeem_at_desk(f"kode-nr-{number}", f"nettleser-{number}", "", now=now)
        await stores.seats.load()
        await stores.seats.admit(number)

    folded = (await office.owner.open("/people")).buttons()
    opened = (await office.owner.open("/people?seat=7")).buttons()

    assert opened.count("Fjern tilgangen") == 1
    assert "Fjern tilgangen" not in folded


async def test_a_seat_is_renewed(office: Office) -> None:
    async with office.member():
        page = await office.owner.press("Forny")

    assert "Tilgangen er fornyet." in page.text
    assert office.acts()[0] == ("renewed", "2")


async def test_one_more_browser_comes_into_the_same_seat_at_once(office: Office) -> None:
    async with office.member() as first, office.inhouse.browser() as second:
        link = await office.link("Én nettleser til", 1)
        await use(second, link)
        await second.unlock()

        pages = [await browser.open("/") for browser in (first, second)]

    assert all("Vakten nå" in page.text for page in pages)
    assert len(office.seats()) == 2
    assert office.acts()[0] == ("one_more", "4:2")


async def test_a_code_that_was_wrong_too_often_is_set_free(office: Office) -> None:
    async with office.member() as browser:
        await browser.press("Lås")
        for _ in range(5):
            await browser.unlock("9182")
        locked_out = await office.owner.open("/people")

        page = await office.owner.press("Tillat ny kode", 1)
        opened = await browser.choose_code()

    assert "utestengt" in locked_out.text
    assert "Tilgang nr. 2 velger en ny kode neste gang." in page.text
    assert "Vakten nå" in opened.text
    assert ("code_freed", "2") in office.acts()


async def test_a_browser_that_is_removed_is_refused_at_its_next_request_and_told_so(office: Office) -> None:
    async with office.member() as browser:
        stale = browser.page
        page = await office.owner.press("Ja, fjern nettleseren", 1)

        sent = await browser.send("/register", stale.form("/register").fields)
        opened = await browser.open("/")

    assert "Nettleseren er fjernet." in page.text
    assert (sent.status, opened.path) == (403, "/enter")
    assert "Denne nettleseren slipper ikke inn lenger. Ingenting er lagret." in sent.text
    assert office.acts()[0] == ("browser_removed", "2")


async def test_a_seat_is_removed_once_the_question_is_answered(office: Office) -> None:
    async with office.member() as browser:
        asked = await office.owner.press("Fjern tilgangen", 1)
        still = await browser.open("/")
        page = await office.owner.press("Ja, fjern")
        gone = await browser.open("/")

    assert "Fjerne denne tilgangen?" in asked.text
    assert (still.path, gone.path) == ("/", "/enter")
    assert "Tilgang nr. 2 er fjernet." in page.text
    assert office.acts()[0] == ("removed", "2")
    assert office.inhouse.parts is not None
    assert office.inhouse.parts.people.stores.devices.of(2) == ()


async def test_a_seat_stays_where_the_question_is_answered_with_no(office: Office) -> None:
    async with office.member():
        await office.owner.press("Fjern tilgangen", 1)

        page = await office.owner.press("Nei")

    assert "Fjerne denne tilgangen?" not in page.text
    assert len(office.seats()) == 2
