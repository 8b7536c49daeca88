from bot.desk.comparisons import MOST, Comparisons


def test_a_number_is_remembered_for_its_browser_and_its_shift() -> None:
    comparisons = Comparisons()
    comparisons.tell(1, "day", 7)

    assert [comparisons.of(1, "day"), comparisons.of(2, "day"), comparisons.of(1, "night")] == [7, None, None]


def test_it_is_forgotten_when_told_so() -> None:
    comparisons = Comparisons()
    comparisons.tell(1, "day", 7)

    comparisons.tell(1, "day", None)

    assert comparisons.of(1, "day") is None


def test_only_so_many_browsers_are_remembered() -> None:
    comparisons = Comparisons()
    for device in range(MOST + 1):
        comparisons.tell(device, "day", 7)

    assert [comparisons.of(0, "day"), comparisons.of(MOST, "day")] == [None, 7]
