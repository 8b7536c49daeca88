from datetime import datetime, timedelta

from handlers.strangers import MOST_WRONG, REMEMBERED, Strangers, WrongCodes

NOW = datetime(2026, 11, 3, 14, 20)  # noqa: DTZ001 - the clock on the wall


def test_strangers_are_counted_anew_each_day() -> None:
    now = [NOW]
    strangers = Strangers(lambda: now[0])
    strangers.knocked()
    strangers.knocked()
    counted = strangers.today
    now[0] += timedelta(days=1)

    assert (counted, strangers.today) == (2, 0)
    strangers.knocked()
    assert strangers.today == 1


def test_wrong_codes_are_counted_for_each_sender_and_anew_each_hour() -> None:
    now = [NOW]
    codes = WrongCodes(lambda: now[0])
    for _ in range(MOST_WRONG):
        assert not codes.are_too_many(1)
        codes.add(1)

    assert (codes.are_too_many(1), codes.are_too_many(2)) == (True, False)
    now[0] += timedelta(hours=1)
    assert not codes.are_too_many(1)


def test_a_code_that_was_right_counts_for_nothing() -> None:
    codes = WrongCodes(lambda: NOW)
    for _ in range(MOST_WRONG + 5):
        codes.add(1)
        codes.take_back(1)
    codes.take_back(2)

    assert not codes.are_too_many(1)


def test_however_many_send_them_only_the_latest_senders_are_known() -> None:
    codes = WrongCodes(lambda: NOW)
    for account in range(REMEMBERED + 5):
        codes.add(account)

    assert len(codes._wrong) == REMEMBERED
