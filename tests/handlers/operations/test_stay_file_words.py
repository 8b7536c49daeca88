"""What is said of a file of stays: its columns, and its rows as they would be kept."""

from pathlib import Path

from handlers.operations.import_words import columns_of, shown_rows
from reports.words.language import Language
from tests.storage.imports.stay_files import GUEST, read


def test_the_columns_are_the_two_days_the_outcome_and_the_questions() -> None:
    columns = {column.name: column for column in columns_of(GUEST, Language("nb"))}

    assert list(columns) == ["came", "went", "outcome", *GUEST.by_key]
    assert columns["came"].note == "dagen for ankomst, slik som 2016-07-14"
    assert columns["went"].note == "dagen for avreise; tomt: er her ennå"
    assert columns["children"].note == "et helt tall fra 0 til 999, eller"
    assert [key for key, _ in columns["children"].values] == ["0", "1-2", "3+", "unknown"]
    assert [key for key, _ in columns["outcome"].values] == ["registered", "unspecified", "declined"]


def test_rows_are_shown_with_both_days_and_numbers_as_they_are(tmp_path: Path) -> None:
    rows = read(tmp_path, "2016-07-03,2016-07-20,,woman,7,,,,", "2016-09-20,,,man,1-2,,,,")

    table = shown_rows(GUEST, rows, Language("nb"))

    assert table.headings == ["Kom", "Dro", "Utfall", "Kjønn", "Barn"]
    assert table.rows == [
        ["2016-07-03", "2016-07-20", "registrert", "Kvinne", "7"],
        ["2016-09-20", "er her ennå", "registrert", "Mann", "1–2"],
    ]
