"""A form file is checked before it is used."""

from pathlib import Path

from tests.bot.console import vaktlogg


def test_a_form_that_can_be_used_is_said_to_work(new_folder: Path) -> None:
    form = Path(__file__).parents[3] / "storage" / "forms" / "call.toml"

    ended = vaktlogg(new_folder, "forms", "check", str(form))

    assert (ended.returncode, ended.stdout) == (
        0,
        "call.toml: skjemaet «call» virker: 8 spørsmål, 4 skjermbilder.\n",
    )


def test_a_form_of_one_screen_is_counted_as_one(new_folder: Path) -> None:
    form = new_folder / "note.toml"
    options = 'options = [ { key = "a", label = { nb = "A" } } ]'
    question = f'[[question]]\nkey = "kind"\nlabel = {{ nb = "Slag" }}\nkind = "one"\n{options}'
    form.write_text(f'key = "note"\ntitle = {{ nb = "Notat" }}\nview = "notes"\n{question}\n', encoding="utf-8")

    ended = vaktlogg(new_folder, "forms", "check", str(form))

    assert ended.stdout == "note.toml: skjemaet «note» virker: 1 spørsmål, 1 skjermbilde.\n"
