from tests.handlers.centre import DUTY, LEADER, OTHER, Centre

ROW = "SELECT occurred_at, outcome, agency, reason, crisis, minority FROM calls"


async def test_an_answer_is_corrected_from_the_receipt(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")

    corrected = await centre.tap("Endre", "Hva", "Oppfølging")

    assert corrected.text.startswith("Lagret · nr.\u00a01 i dag\nPoliti · oppfølging")
    assert centre.sees().notices[-1] == "Endret."
    assert await centre.rows(ROW) == [("2026-11-03T14", "registered", "police", "follow_up", "no", "no")]
    assert await centre.rows("SELECT by FROM change") == [(centre.number(DUTY),)]


async def test_another_seat_may_look_at_a_call_and_is_told_why_it_cannot_change_it(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")
    await centre.write("last", seat=OTHER)
    await centre.tap("1", seat=OTHER)

    await centre.tap("Angre", seat=OTHER)
    [alert] = centre.sees(OTHER).alerts
    await centre.write("last", seat=LEADER)
    await centre.tap("1", seat=LEADER)
    await centre.tap("Angre", seat=LEADER)

    assert alert.startswith("Bare den som førte samtalen, kan endre den, i 24 timer.")
    assert await centre.rows(ROW) == []


async def test_going_back_from_a_question_leads_to_the_choice_of_what_to_change(centre: Centre) -> None:
    await centre.write("log")
    receipt = await centre.tap("Politi", "Vold", "Nei")
    choice = await centre.tap("Endre")

    assert await centre.tap("Hva", "‹ Tilbake") == choice
    assert await centre.tap("‹ Tilbake") == receipt
    assert await centre.tap("Også nevnt", "‹ Tilbake") == choice


async def test_going_back_while_filling_in_leads_to_the_question_before(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Taus samtale")
    await centre.write("last")
    await centre.tap("1")
    filled = await centre.tap("Endre", "Politi", "Vold")

    assert filled.text.startswith("Politi · vold\n")
    assert (await centre.tap("‹ Tilbake")).text.startswith("Politi · vold\nHva gjaldt samtalen?")
    assert (await centre.tap("‹ Tilbake")).text.startswith("Politi · vold\nHvem ringte")
    assert (await centre.tap("Tidspunkt", "‹ Tilbake")).text.startswith("Lagret: taus samtale.")
    assert await centre.rows("SELECT outcome FROM record") == [("irrelevant",)]
