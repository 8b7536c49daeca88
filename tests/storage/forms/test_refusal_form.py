from storage.forms.reader import OWN_FORMS, read_form
from tests.storage.forms.shipped import content_of, options_of

READ = read_form(OWN_FORMS / "refusal.toml")


def test_the_keys_of_the_reasons_are_for_ever() -> None:
    assert options_of(content_of("refusal")) == {
        "reason": ["full", "unsafe_here", "outside", "declined", "unknown"]
    }


def test_one_screen_asks_it_and_every_button_goes_on_to_the_end() -> None:
    [screen] = READ.screens

    assert [button.set for button in screen.flat] == [
        {"reason": reason} for reason in READ.by_key["reason"].option_keys
    ]
    assert READ.in_chat


def test_it_says_that_refusals_are_requests_and_not_people() -> None:
    remark = READ.by_key["reason"].remark

    assert remark is not None
    assert remark.nb.startswith("Avslag er forespørsler, ikke personer")
    assert READ.title.nb == "Avslag på plass"
