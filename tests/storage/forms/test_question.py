from tests.example_forms import CALL, VISITS


def test_a_language_that_is_missing_is_read_in_bokmal() -> None:
    assert VISITS.title.in_language("nn") == "Besøk"
    assert VISITS.title.in_language("en") == "Visit"


def test_a_silent_word_is_silent_in_every_language() -> None:
    agency = CALL.by_key["caller"].option("agency")

    assert [agency.chat_label.in_language(code) for code in ("nb", "nn", "en")] == ["", "", ""]
