"""Checks a bot's calls against the published Bot API before they are carried out.

Form fields arrive as strings; those of another type are read as JSON.
"""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.resources import files
from typing import Any, Final, Literal

from pydantic import BaseModel

from bot.demo.telegram.files import Upload
from bot.demo.telegram.refusals import RefusedError, bad_request

Json = dict[str, Any]
"""An object as the Bot API publishes it."""

MISSING: Final = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
}
OUT_OF_BOUNDS: Final = {
    "InlineKeyboardButton.callback_data": "BUTTON_DATA_INVALID",
    "answerCallbackQuery.text": "MESSAGE_TOO_LONG",
}
ARRAY: Final = "Array of "
PLAIN_TYPES: Final[Mapping[str, type | tuple[type, ...]]] = {
    "String": str,
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
    "InputFile": Upload,
}
NUMBER: Final = re.compile(r"-?[1-9]\d*")


class Limit(BaseModel, frozen=True):
    """How long a value may be; ``after_entities`` counts a text without its markup."""

    min: int
    max: int
    unit: Literal["characters", "bytes", "items"]
    after_entities: bool = False

    def holds(self, value: Any) -> bool:  # noqa: ANN401 - a string or a list, whichever the unit measures
        """Return whether the value is neither too short nor too long."""
        return self.min <= len(value.encode() if self.unit == "bytes" else value) <= self.max


class Fact(BaseModel, frozen=True):
    """What is published about one parameter of a method, or one field of a type."""

    required: bool
    types: tuple[str, ...]
    limit: Limit | None = None


class Shape(BaseModel, frozen=True):
    """A method's parameters or a type's fields; a type that is one of several has only subtypes."""

    fields: dict[str, Fact]
    subtypes: tuple[str, ...] = ()


class Facts(BaseModel, frozen=True):
    """The part of the published Bot API that is in use."""

    version: str
    methods: dict[str, Shape]
    types: dict[str, Shape]


class Contract:
    """Checks parameters against the published facts."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        shapes = facts.methods | facts.types
        self.limits: Mapping[str, Limit] = {
            f"{owner}.{name}": fact.limit
            for owner, shape in shapes.items()
            for name, fact in shape.fields.items()
            if fact.limit
        }
        self._required = {
            name: frozenset(field for field, fact in shape.fields.items() if fact.required)
            for name, shape in shapes.items()
        }

    @classmethod
    def published(cls) -> "Contract":
        """Return the contract of the Bot API version that this package was written against."""
        return cls(Facts.model_validate_json(files("bot.demo.telegram").joinpath("bot_api.json").read_bytes()))

    def takes_file(self, method: str, name: str) -> bool:
        """Return whether a method's parameter can be an uploaded file."""
        shape = self.facts.methods.get(method)
        return shape is not None and name in shape.fields and "InputFile" in shape.fields[name].types

    def read(self, method: str, given: Mapping[str, object]) -> Json:
        """Return the parameters with the types they are published with.

        Raises RefusedError for an unknown method, and for a parameter that is unknown, missing, of another
        type or of a wrong length. Lengths after entities are checked where the entities are read.
        """
        shape = self.facts.methods.get(method)
        if shape is None:
            raise RefusedError(404, "Not Found")
        unwrapped = {name: _unwrapped(value, shape.fields.get(name)) for name, value in given.items()}
        return self._object(method, shape, unwrapped)

    def _object(self, owner: str, shape: Shape, given: Mapping[str, object]) -> Json:
        for name in self._required[owner] - given.keys():
            raise bad_request(MISSING.get(name, f'{owner} needs "{name}"'))
        return {name: self._field(f"{owner}.{name}", shape.fields.get(name), given[name]) for name in given}

    def _field(self, owner: str, fact: Fact | None, value: object) -> object:
        if fact is None:
            raise bad_request(f"there is no {owner}")
        meant = self._one_of(owner, fact.types, value)
        if fact.limit and not fact.limit.after_entities and not fact.limit.holds(meant):
            length = f"{fact.limit.min} to {fact.limit.max} {fact.limit.unit}"
            raise bad_request(OUT_OF_BOUNDS.get(owner, f"{owner} must have {length}"))
        return meant

    def _one_of(self, owner: str, types: Sequence[str], value: object) -> object:
        if isinstance(value, dict):
            types = [self._likeliest(types, value.keys())]
        refusals = []
        for name in types:
            try:
                return self._typed(owner, name, value)
            except RefusedError as refusal:
                refusals.append(refusal)
        raise refusals[0]

    def _likeliest(self, types: Sequence[str], keys: Any) -> str:  # noqa: ANN401 - a view of keys
        shapes = {name: self.facts.types[name] for name in types if name in self.facts.types}
        whole = [name for name in shapes if keys >= self._required[name]]
        exact = [name for name in whole if keys <= shapes[name].fields.keys()]
        return (exact or whole or list(types))[0]

    def _typed(self, owner: str, name: str, value: object) -> object:
        if name.startswith(ARRAY) and isinstance(value, list):
            return [self._one_of(owner, (name.removeprefix(ARRAY),), item) for item in value]
        shape = self.facts.types.get(name)
        if shape and isinstance(value, dict):
            return (
                self._one_of(owner, shape.subtypes, value) if shape.subtypes else self._object(name, shape, value)
            )
        if _is(name, value):
            return value
        raise bad_request(f"{owner} must be of type {name}")


def _unwrapped(value: object, fact: Fact | None) -> object:
    if fact is None or not isinstance(value, str):
        return value
    if "String" in fact.types and not ("Integer" in fact.types and NUMBER.fullmatch(value)):
        return value
    with suppress(ValueError):
        return json.loads(value)
    return value


def _is(name: str, value: object) -> bool:
    # To Python, a boolean is an integer too.
    return isinstance(value, PLAIN_TYPES.get(name, ())) and (name == "Boolean" or not isinstance(value, bool))
