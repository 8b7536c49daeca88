"""The table of routes is whole, and says who gets where."""

from handlers.tap.codec import VERBS
from handlers.tap.form_tap import FormTap
from tests.handlers.centre import Centre


async def test_every_tap_has_one_route(centre: Centre) -> None:
    kinds = [route.kind for route in centre.cases.routes.taps]

    assert len(kinds) == len(set(kinds))
    assert set(kinds) == {FormTap, *VERBS.values()}


async def test_who_is_not_on_the_list_gets_more_of_a_summary_and_nothing_else(centre: Centre) -> None:
    open_to_all = {route.kind.__name__ for route in centre.cases.routes.taps if route.open_to_all}

    assert open_to_all == {
        *("ShowTable", "ShowProse", "ShowAbout", "ShowChart", "SendWorkbook", "SendChapter"),
        *("ChooseRows", "ChooseColumns", "OpenCrossTable", "ShowCrossTable"),
    }


async def test_only_binding_is_answered_outside_a_private_chat(centre: Centre) -> None:
    assert {tuple(command.told.names): command.anywhere for command in centre.cases.routes.commands} == {
        ("start",): False,
        ("shift", "vakt"): False,
        ("shifts", "vakter"): False,
        ("help", "hjelp"): False,
        ("privacy", "personvern"): False,
        ("log", "logg"): False,
        ("last", "siste"): False,
        ("stats",): False,
        ("report", "rapport"): False,
        ("bind",): True,
        ("unbind",): True,
        ("chats",): False,
        ("people", "folk"): False,
        ("invite", "inviter"): False,
        ("audit",): False,
    }
