"""The table of copies: both keys or neither, and no secret in a sentence."""

from pathlib import Path

import pytest

from bot.config.config import ConfigFault, read_config
from reports.words.language import Language
from storage.backup.encrypted_file import new_key
from storage.backup.making import CopyPlan

KEYS, OTHERS = new_key(), new_key()


def _config(folder: Path, section: str) -> Path:
    path = folder / "config.toml"
    path.write_text(f"[backup]\n{section}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ('recipients = ["age1x"]\nfolder = "c"', "En offentlig nøkkel begynner med age1"),
        ('folder = "c"', "recipients og folder hører sammen"),
        (f'recipients = ["{KEYS.public}"]', "recipients og folder hører sammen"),
        (f'recipients = ["{KEYS.secret}"]\nfolder = "c"', "En offentlig nøkkel begynner med age1"),
    ],
    ids=["no key", "a folder alone", "a key alone", "the secret key"],
)
def test_a_wrong_table_is_told_of_without_repeating_a_key(tmp_path: Path, section: str, said: str) -> None:
    with pytest.raises(ConfigFault) as refused:
        read_config(_config(tmp_path, section))

    sentence = refused.value.sentence(Language("nb").text)
    assert said in sentence
    assert KEYS.secret not in sentence


def test_several_keys_may_be_given_and_a_relative_folder_starts_from_the_config(tmp_path: Path) -> None:
    path = _config(tmp_path, f'recipients = ["{KEYS.public}", "{OTHERS.public}"]\nfolder = "copies"')

    assert read_config(path).copies == CopyPlan(
        tmp_path / "vaktlogg.db",
        (KEYS.public, OTHERS.public),
        tmp_path / "copies",
    )


@pytest.mark.parametrize("section", ["", "recipients = []"])
def test_without_both_no_copy_is_made(tmp_path: Path, section: str) -> None:
    assert read_config(_config(tmp_path, section)).copies is None
