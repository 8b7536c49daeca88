import os
from pathlib import Path

import pytest

from bot.cli.loose_files import ForeignFiles, LooseFiles, files_are_private
from bot.config.config import read_config
from storage.backup.encrypted_file import new_key
from tests.owners import SOMEBODY, only_root

KEY = new_key().public
COPIES = f'[backup]\nfolder = "copies"\nrecipients = ["{KEY}"]\n'
PATHS = f'[database]\npath = "kept/vaktlogg.db"\n[reports]\nfolder = "reports"\n{COPIES}'
WITH_TOKEN = f'[telegram]\ntoken = "1:x"\n{PATHS}'
WITH_MAIL = f"""{PATHS}[mail]
host = "smtp.example.org"
sender = "vaktlogg@example.org"
to = ["leader@example.org"]
user = "vaktlogg"
password_file = "the token"
"""
WITH_FILE = f'[telegram]\ntoken_file = "the token"\n{PATHS}'
FOLDERS = {".": 0o755, "kept": 0o755, "reports": 0o700, "copies": 0o700}
FILES = {"config.toml": 0o600, "the token": 0o600, "kept/vaktlogg.db": 0o600, "kept/vaktlogg.db-journal": 0o600}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an installation's folders."""
    for name in FOLDERS:
        (tmp_path / name).mkdir(exist_ok=True)
    return tmp_path


def _commands(folder: Path, config: str, modes: dict[str, int], platform: str = "linux") -> list[str]:
    """Return the commands that mend an installation whose files have these modes, and the usual ones otherwise."""
    for name in FILES:
        (folder / name).write_text(config if name == "config.toml" else "", encoding="utf-8")
    for name, mode in (FOLDERS | FILES | modes).items():
        (folder / name).chmod(mode)
    path = folder / "config.toml"
    try:
        assert files_are_private(read_config(path), path, platform) == (platform != "win32")
    except LooseFiles as loose:
        return str(loose.facts["commands"]).replace(f"{folder}/", "").replace(str(folder), ".").split("; ")
    return []


@pytest.mark.parametrize(
    ("config", "modes", "commands"),
    [
        pytest.param(WITH_TOKEN, {}, [], id="all well"),
        pytest.param(WITH_TOKEN, {"kept/vaktlogg.db": 0o644}, ["chmod 600 kept/vaktlogg.db"], id="database"),
        pytest.param(
            WITH_TOKEN, {"kept/vaktlogg.db": 0o620}, ["chmod 600 kept/vaktlogg.db"], id="written by a group"
        ),
        pytest.param(
            WITH_TOKEN, {"kept/vaktlogg.db-journal": 0o604}, ["chmod 600 kept/vaktlogg.db-journal"], id="journal"
        ),
        pytest.param(WITH_TOKEN, {"config.toml": 0o644}, ["chmod 600 config.toml"], id="config with a token"),
        pytest.param(PATHS, {"config.toml": 0o644}, [], id="config without a token"),
        pytest.param(PATHS, {"config.toml": 0o664}, ["chmod go-w config.toml"], id="config others may change"),
        pytest.param(WITH_FILE, {"the token": 0o640}, ["chmod 600 'the token'"], id="token file"),
        pytest.param(WITH_MAIL, {"the token": 0o640}, ["chmod 600 'the token'"], id="password file"),
        pytest.param(WITH_TOKEN, {"the token": 0o644}, [], id="a file that is no token’s"),
        pytest.param(WITH_TOKEN, {"reports": 0o750}, ["chmod 700 reports"], id="reports"),
        pytest.param(WITH_TOKEN, {"copies": 0o707}, ["chmod 700 copies"], id="copies"),
        pytest.param(WITH_TOKEN, {"kept": 0o775}, ["chmod go-w kept"], id="folder of the database"),
        pytest.param(WITH_TOKEN, {".": 0o777}, ["chmod go-w ."], id="folder of the config"),
        pytest.param(
            WITH_TOKEN,
            {"config.toml": 0o644, "kept/vaktlogg.db": 0o664, "kept": 0o777, "reports": 0o755},
            ["chmod 600 kept/vaktlogg.db", "chmod 600 config.toml", "chmod 700 reports", "chmod go-w kept"],
            id="several",
        ),
    ],
)
def test_what_others_can_get_at_is_named_with_the_command_that_mends_it(
    folder: Path, config: str, modes: dict[str, int], commands: list[str]
) -> None:
    assert sorted(_commands(folder, config, modes)) == sorted(commands)


@only_root
def test_what_belongs_to_another_than_its_folder_is_named_with_the_command_that_gives_it_back(
    folder: Path,
) -> None:
    config = folder / "config.toml"
    _commands(folder, WITH_TOKEN, {})
    (folder / "kept" / "vaktlogg.db.lock").touch()
    (folder / "kept" / "vaktlogg.db.schema-17").touch(0o600)
    for path in (folder / "kept", folder / "kept" / "vaktlogg.db"):
        os.chown(path, *SOMEBODY)

    with pytest.raises(ForeignFiles) as foreign:
        files_are_private(read_config(config), config)

    given = "sudo chown 4321:4322 {}/kept/vaktlogg.db{}"
    assert str(foreign.value.facts["commands"]).split("; ") == [
        given.format(folder, end) for end in ("-journal", ".lock", ".schema-17")
    ]


def test_what_is_not_there_is_not_named(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(WITH_FILE, encoding="utf-8")

    assert files_are_private(read_config(path), path)


def test_a_token_that_root_lends_to_our_group_is_not_loose(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    owner = folder.stat().st_uid

    assert _commands(folder, WITH_FILE, {"the token": 0o640}) == ([] if owner == 0 else ["chmod 600 'the token'"])
    assert _commands(folder, WITH_FILE, {"the token": 0o644}) == ["chmod 600 'the token'"]


def test_on_windows_nothing_is_said(folder: Path) -> None:
    assert _commands(folder, WITH_TOKEN, {"kept/vaktlogg.db": 0o644}, platform="win32") == []
