"""The words around the chat on the practice desk's page."""

from collections.abc import Mapping

from reports.words.language import Language
from storage.fault import N_

IN_PAGE: Mapping[str, str] = {
    "title": N_("practice desk"),
    "seats": N_("Seats"),
    "invented": N_("Invented calls – nothing is sent out"),
    "chat": N_("The conversation with Vaktlogg"),
    "nothing": N_("No messages yet."),
    "begin": N_("Register a call"),
    "saved": N_("Show what was saved last"),
    "write": N_("Write to Vaktlogg"),
    "example": N_("Write, for example /stats"),
    "send": N_("Send"),
    "commands": N_("Commands"),
    "keys": N_("Quick buttons"),
    "large": N_("The picture, large"),
    "close": N_("Close"),
    "zoom": N_("Zoom"),
    "training": N_("Practise"),
    "lesson": N_("First lesson, five steps"),
    "photo": N_("Send a picture, as a slip"),
    "jump": N_("See the next report come"),
    "script": N_("The page needs JavaScript."),
}
"""What stands in the page from the start, by its place there."""
IN_SCRIPT: Mapping[str, str] = {
    "drawing": N_("Vaktlogg is drawing …"),
    "filing": N_("Vaktlogg is making a file …"),
    "writing": N_("Vaktlogg is writing …"),
    "picture": N_("Picture"),
    "figures": N_("Picture. The figures are in the text below."),
    "open": N_("Show the picture large"),
    "you": N_("You"),
    "edited": N_("edited {time}"),
    "lost": N_("Connecting again …"),
    "understood": N_("OK"),
    "group": N_("Here reports arrive, once the administrator has written /bind CODE here."),
    "receives": N_("Write /bind CODE"),
    "kept": N_("Saved"),
    "undone": N_("Undone. The call is not counted."),
    "latest": N_("The latest calls, the newest first. Choose one to change it."),
    "deleted": N_("The message is deleted here and not saved."),
    "start": N_("Start"),
    "later": N_("Later"),
    "next": N_("Next"),
    "end": N_("End"),
    "step0": N_("New here? Five short steps."),
    "step1": N_("1 of 5: Register a call. Tap who called, what it was about, and the background."),
    "step2": N_("2 of 5: Tap the green line to see the receipt, and undo the call there."),
    "step3": N_(
        "3 of 5: Bring it back if you like; “Change” corrects a call. Then write /last: it finds older ones."
    ),
    "step4": N_("4 of 5: Write a name, as a slip. It is deleted at once and kept nowhere."),
    "step5": N_("5 of 5: /stats shows last month. Leaders ask for a report with 📊; try it in their seat."),
}
"""What the page's script says later."""


def told(words: Mapping[str, str], language: Language) -> Mapping[str, str]:
    """Return the words in a language."""
    return {place: language.text(message) for place, message in words.items()}
