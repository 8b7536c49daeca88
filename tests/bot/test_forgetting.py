from datetime import date
from pathlib import Path

from bot.config.config import Config
from bot.config.forms import forms_of
from bot.config.sections import Forms, StaysSection
from bot.forgetting import Forgetting
from storage.database.connection import Database
from storage.hour import Hour
from tests.example_forms import TEST_FORMS
from tests.storage.rows import rows
from tests.storage.stays.staying import begun, stays_of

HOUSE = Forms(folder=TEST_FORMS / "house", enabled=["call", "adult", "child"])


async def test_days_of_stays_go_with_the_hours_of_calls_once_it_is_noted_how_full_the_beds_were(
    tmp_path: Path,
) -> None:
    config = Config(forms=HOUSE, stays=StaysSection(beds=1))
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await begun(stays_of(database), arrived=date(2016, 7, 14), left=date(2016, 7, 20))

        await Forgetting.said(config, forms_of(config)).forget(database, now=Hour.parse("2016-12-01T12"))

    assert rows(database.path, "SELECT arrived, left, recorded_by FROM stay JOIN record") == [
        ("2016-07", "2016-07", None)
    ]
    assert rows(database.path, "SELECT * FROM full_house") == [("2016-07", 1, 6, 1)]
