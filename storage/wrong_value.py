"""What is wrong with a value in a form or a config file, in words of ours."""

from pydantic_core import ErrorDetails

from storage.fault import N_, Fault

REASONS = {
    "extra_forbidden": N_("this key is not known"),
    "missing": N_("this key is missing"),
    "string_pattern_mismatch": N_("a key is written with a–z, 0–9 and _, and begins with a letter"),
    "too_long": N_("there are too many of these"),
    "too_short": N_("this is empty"),
    "string_too_long": N_("this text is too long for a message"),
    "string_too_short": N_("this is empty"),
    "string_type": N_("it is a text in quotes"),
    "int_type": N_("it is a whole number"),
    "bool_type": N_("it is true or false"),
    "list_type": N_("it is a list, in [ ]"),
    "tuple_type": N_("it is a list, in [ ]"),
    "dict_type": N_("it is a table"),
    "model_type": N_("it is a table"),
    "date_type": N_("it is a day, as 2026-03-01"),
    "literal_error": N_("it is one of {expected}"),
    "greater_than_equal": N_("it is {ge} or more"),
    "less_than_equal": N_("it is {le} or less"),
}
"""By pydantic's name of the error; the places are filled with what it knows of it."""


def reason(error: ErrorDetails) -> Fault:
    """Return why a value is refused; a rule of our own has said it itself."""
    known = REASONS.get(error["type"], error["msg"].removeprefix("Value error, "))
    facts = {name: str(fact).replace(" or ", ", ") for name, fact in error.get("ctx", {}).items()}
    return Fault(known, **(facts if error["type"] in REASONS else {}))
