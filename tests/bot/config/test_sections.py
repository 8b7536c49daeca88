"""The tables of the config, and what follows from them."""

from bot.config.config import Config


def test_a_seat_named_twice_has_the_widest_role() -> None:
    config = Config.model_validate({"access": {"owners": [1], "leaders": [1, 2], "staff": [1, 2, 3]}})

    assert config.access.roles() == {1: "administrator", 2: "leader", 3: "staff"}
