"""The facts the package was written against are the published ones."""

import json
from pathlib import Path

import pytest

from bot.demo.telegram.contract import ARRAY, Contract, Shape
from bot.demo.telegram.methods import METHODS

PUBLISHED = Path(__file__).parents[4] / "shared" / "data" / "bot-api-10.1.json"
PLAIN = {"String", "Integer", "Float", "Boolean", "InputFile"}


def test_every_method_that_is_answered_is_checked() -> None:
    facts = Contract.published().facts

    assert METHODS.keys() == facts.methods.keys()


def test_every_type_that_a_fact_names_is_known() -> None:
    facts = Contract.published().facts

    shapes = [*facts.methods.values(), *facts.types.values()]
    named = {name for shape in shapes for fact in shape.fields.values() for name in fact.types}
    subtypes = {name for shape in shapes for name in shape.subtypes}
    assert {name.replace(ARRAY, "") for name in named} | subtypes == PLAIN - {"Float"} | facts.types.keys()


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the whole published Bot API lies beside the project only")
@pytest.mark.parametrize("group", ["methods", "types"])
def test_the_facts_are_those_of_the_whole_published_file(group: str) -> None:
    published = json.loads(PUBLISHED.read_text())
    facts = Contract.published().facts

    ours: dict[str, Shape] = getattr(facts, group)
    assert facts.version == published["version"]
    assert ours == {name: Shape.model_validate(published[group][name]) for name in ours}
