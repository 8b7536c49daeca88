"""What is promised today, a line each."""

from collections.abc import Iterator, Mapping
from typing import Any

import typer
from pydantic import BaseModel
from typer.core import TyperCommand, TyperGroup

from bot.cli.app import app
from bot.config.config import Config
from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.views import refresh_views

Schema = Mapping[str, Any]
"""A part of a model's JSON schema."""


async def promised(database: Database) -> list[str]:
    """Return every promise, in order; the views are made in an empty ``database``."""
    forms = [read_form(file) for file in OWN_FORMS.glob("*.toml")]
    await refresh_views(database, forms)
    views = [line for form in forms for line in await _columns(database, form.view)]
    return sorted({*_commands(), *_keys("config", Config), *_keys("grammar", Form), *_answers(forms), *views})


def _commands() -> Iterator[str]:
    yield from _below(typer.main.get_command(app), "vaktlogg")


def _below(command: object, name: str) -> Iterator[str]:
    """Give a command with its arguments and options, or those below it."""
    if isinstance(command, TyperGroup):
        for word, other in command.commands.items():
            yield from _below(other, f"{name} {word}")
    elif isinstance(command, TyperCommand):
        yield f"command {name}"
        for parameter in command.params:
            is_argument = parameter.param_type_name == "argument"
            written = (f"<{parameter.name}>",) if is_argument else parameter.opts
            yield from (f"command {name} {option}" for option in written)


def _keys(what: str, model: type[BaseModel]) -> Iterator[str]:
    """Give the keys of a file that a model reads, by the way to each, and the words that may stand there."""
    schema = model.model_json_schema(by_alias=True)
    yield from _within(what, schema, schema.get("$defs", {}))


def _within(path: str, schema: Schema, parts: Schema) -> Iterator[str]:
    """Give what may stand at a path."""
    named = parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for key, value in named.get("properties", {}).items():
        between = "." if "." in path or path.count(" ") else " "
        yield f"{path}{between}{key}"
        yield from _within(f"{path}{between}{key}", value, parts)
    yield from (f"{path} = {word}" for word in named.get("enum", ()))
    yield from (f"{path} = {word}" for word in ([named["const"]] if "const" in named else ()))
    for other in (*named.get("anyOf", ()), *([named["items"]] if isinstance(named.get("items"), dict) else ())):
        yield from _within(path, other, parts)


def _answers(forms: list[Form]) -> Iterator[str]:
    for form in forms:
        yield f"form {form.key}"
        for question in form.entries:
            yield f"form {form.key}.{question.key} {question.kind}"
            yield from (f"form {form.key}.{question.key} = {key}" for key in question.option_keys)


async def _columns(database: Database, view: str) -> list[str]:
    rows = await database.read("SELECT name FROM pragma_table_info(?)", (view,))
    return [f"view {view}.{name}" for (name,) in rows]
