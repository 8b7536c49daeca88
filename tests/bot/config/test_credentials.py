"""A config that systemd hands over, which the service's user could not read where it lies."""

from pathlib import Path

import pytest

from bot.config.config import ConfigFault, language_of, read_config
from bot.config.credentials import credential


def test_the_content_is_what_was_handed_over_and_paths_start_from_where_the_config_lies(tmp_path: Path) -> None:
    handed, etc = tmp_path / "credentials", tmp_path / "etc"
    handed.mkdir()
    (handed / "vaktlogg-config").write_text('language = "nn"\ncentre = "Nord"\n', encoding="utf-8")
    environment = {"CREDENTIALS_DIRECTORY": str(handed)}

    config = read_config(etc / "config.toml", environment)

    assert (config.centre, config.database.path) == ("Nord", etc / "vaktlogg.db")
    assert language_of(etc / "config.toml", environment) == "nn"


def test_where_nothing_is_handed_over_the_file_itself_is_read(tmp_path: Path) -> None:
    environment = {"CREDENTIALS_DIRECTORY": str(tmp_path)}

    with pytest.raises(ConfigFault):
        read_config(tmp_path / "config.toml", environment)

    assert credential("vaktlogg-config", environment) is None
    assert credential("vaktlogg-config", {}) is None


def test_a_fault_names_the_config_and_not_what_was_handed_over(tmp_path: Path) -> None:
    (tmp_path / "vaktlogg-config").write_text("centre = 3\n", encoding="utf-8")

    with pytest.raises(ConfigFault) as refused:
        read_config(Path("/etc/vaktlogg/config.toml"), {"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert str(refused.value).startswith("/etc/vaktlogg/config.toml: “centre”")
