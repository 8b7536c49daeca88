"""The printed unit: what it may reach, and what systemd itself says of it."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from bot.config.desk import DeskSection
from bot.host.installation import Installation
from bot.host.unit import unit

ANALYZE = shutil.which("systemd-analyze")
REQUIRED = os.environ.get("VAKTLOGG_SYSTEMD_TEST") == "required"
MOST_EXPOSED = 15
"""Tenths of systemd's measure from 0, safe, to 10."""

needs_systemd = pytest.mark.skipif(
    ANALYZE is None and not REQUIRED, reason="needs Debian's systemd; .ci/run installs it and requires this test"
)

USUAL = Installation(
    program=Path("/usr/bin/env"),
    code=[Path("/opt/vaktlogg")],
    config=Path("/etc/vaktlogg/config.toml"),
    token=Path("/etc/vaktlogg/token"),
    database=Path("/var/lib/vaktlogg/vaktlogg.db"),
)
HOME = Path('/home/me/vakt logg: 100 % $x "q"')
IN_A_HOME = Installation(
    program=Path("/usr/bin/env"),
    code=[HOME],
    config=HOME / "config.toml",
    token=None,
    database=HOME / "data" / "vaktlogg.db",
    folders=[Path("/srv/reports")],
    user="daemon",
)

DESK = replace(USUAL, token=None, desk=DeskSection(), stays_inside=True)
OPEN_DESK = replace(
    USUAL,
    desk=DeskSection(
        address="0.0.0.0:8443",
        public_url="https://desk.example.org:8443",
        certificate=Path("/etc/vaktlogg/desk.pem"),
        key=Path("/etc/vaktlogg/desk.key"),
    ),
)


def _settings(installation: Installation) -> dict[str, list[str]]:
    settings: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", unit(installation), flags=re.MULTILINE):
        settings.setdefault(name, []).append(value)
    return settings


def _analyzed(folder: Path, installation: Installation, *words: str) -> subprocess.CompletedProcess[str]:
    file = folder / "vaktlogg.service"
    file.write_text(unit(installation), encoding="utf-8")
    command = [ANALYZE or "systemd-analyze", *words, str(file)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_usual_one_has_a_user_and_a_folder_of_systemds_and_is_handed_config_and_token() -> None:
    settings = _settings(USUAL)

    assert settings["ExecStart"] == ["/usr/bin/env run --config /etc/vaktlogg/config.toml"]
    assert settings["LoadCredential"] == [
        "vaktlogg-config:/etc/vaktlogg/config.toml",
        "vaktlogg-token:/etc/vaktlogg/token",
    ]
    assert (settings["DynamicUser"], settings["StateDirectory"]) == (["yes"], ["vaktlogg"])
    assert settings["ProtectHome"] == ["yes"]
    assert not {"User", "ReadWritePaths", "BindPaths", "BindReadOnlyPaths"} & set(settings)


def test_one_in_a_home_sees_of_all_homes_its_own_code_and_what_it_writes_to() -> None:
    settings = _settings(IN_A_HOME)
    quoted = '/home/me/vakt logg: 100 %% $x \\"q\\"'

    assert settings["ExecStart"] == [f'/usr/bin/env run --config "{quoted.replace("$", "$$")}/config.toml"']
    assert settings["LoadCredential"] == [f"vaktlogg-config:{HOME}/config.toml".replace("%", "%%")]
    assert settings["User"] == ["daemon"]
    assert settings["ReadWritePaths"] == [f'"-{quoted}/data" -/srv/reports']
    assert settings["ProtectHome"] == ["tmpfs"]
    assert settings["BindReadOnlyPaths"] == [f'"{quoted}"']
    assert settings["BindPaths"] == [f'"-{quoted}/data"']
    assert not {"DynamicUser", "StateDirectory"} & set(settings)


def test_what_is_written_in_is_not_bound_for_reading_alone() -> None:
    settings = _settings(replace(IN_A_HOME, database=HOME / "vaktlogg.db"))

    assert "BindReadOnlyPaths" not in settings


def test_a_desk_alone_needs_no_token_and_can_be_asked_from_this_machine_alone() -> None:
    settings = _settings(DESK)

    assert settings["LoadCredential"] == ["vaktlogg-config:/etc/vaktlogg/config.toml"]
    assert (settings["SocketBindDeny"], settings["SocketBindAllow"]) == (["any"], ["tcp:8322"])
    assert (settings["IPAddressDeny"], settings["IPAddressAllow"]) == (["any"], ["localhost"])


def test_a_desk_for_others_is_handed_its_certificate_and_listens_at_its_port_alone() -> None:
    settings = _settings(OPEN_DESK)

    assert settings["LoadCredential"][2:] == [
        "vaktlogg-certificate:/etc/vaktlogg/desk.pem",
        "vaktlogg-key:/etc/vaktlogg/desk.key",
    ]
    assert (settings["SocketBindDeny"], settings["SocketBindAllow"]) == (["any"], ["tcp:8443"])
    assert "IPAddressDeny" not in settings


def test_without_a_desk_nothing_listens() -> None:
    settings = _settings(USUAL)

    assert settings["SocketBindDeny"] == ["any"]
    assert "SocketBindAllow" not in settings


@pytest.mark.parametrize("installation", [USUAL, IN_A_HOME, DESK, OPEN_DESK])
def test_every_line_has_its_reason_or_follows_one_that_has(installation: Installation) -> None:
    lines = unit(installation).splitlines()

    for before, line in pairwise(lines):
        if re.match(r"\w+=", line) and not line.startswith("Description="):
            assert re.match(r"# [A-Z].*\.$|\w+=", before), line


@needs_systemd
@pytest.mark.parametrize("installation", [USUAL, IN_A_HOME, DESK, OPEN_DESK])
def test_systemd_counts_its_exposure_as_low(installation: Installation, tmp_path: Path) -> None:
    threshold = f"--threshold={MOST_EXPOSED}"
    counted = _analyzed(tmp_path, installation, "security", "--offline=true", "--no-pager", threshold)

    assert counted.returncode == 0, counted.stdout + counted.stderr


@needs_systemd
@pytest.mark.parametrize("installation", [USUAL, IN_A_HOME, DESK, OPEN_DESK])
def test_systemd_has_nothing_to_complain_about(installation: Installation, tmp_path: Path) -> None:
    verified = _analyzed(tmp_path, installation, "verify")

    assert (verified.returncode, verified.stdout, verified.stderr) == (0, "", "")
