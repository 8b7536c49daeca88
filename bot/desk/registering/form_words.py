"""What the form's script says."""

from collections.abc import Mapping

from reports.words.language import Language


def script_words(language: Language) -> Mapping[str, str]:
    """Return the script's words by their names."""
    return {
        "missing": language.text("Choose one of these."),
        "hour": language.text("Choose the hour of the call as well. The call is not saved yet."),
        "unsent": language.text("Not saved yet – sent as soon as the desk answers"),
        "failed": language.text("Not saved. Try again."),
        "locked": language.text("Not saved yet – sent as soon as the desk is unlocked"),
        "open": language.text("Put back into the form"),
        "drop": language.text("Remove"),
        "cleared": language.text("Cleared. Nothing is saved."),
        "when": language.text("{day}, {hours} o’clock", day="{day}", hours="{hours}"),
        "undo": language.text("Undo"),
        "keys_on": language.text("Keys: on"),
        "keys_off": language.text("Keys: off"),
    }
