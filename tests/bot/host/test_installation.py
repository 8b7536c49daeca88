"""Where an installation lies, and whether it can be a service as it is."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.config.config import Config, read_config
from bot.config.desk import DeskSection
from bot.host.installation import PROJECT, Installation, NoService, installed
from reports.words.language import Language

PROGRAM = Path("/usr/bin/env")
"""A file that everybody may read."""

USUAL = Installation(
    PROGRAM, [Path("/usr")], Path("/etc/vaktlogg/config.toml"), None, Path("/var/lib/vaktlogg/vaktlogg.db")
)


def _config(folder: Path, content: str) -> Config:
    path = folder / "config.toml"
    path.write_text(content, encoding="utf-8")
    return read_config(path, {})


def _refusal(installation: Installation) -> str:
    with pytest.raises(NoService) as refused:
        installation.check()
    return refused.value.sentence(Language("nb").text)


def test_it_is_this_very_program_with_all_that_the_config_names(tmp_path: Path) -> None:
    content = '[telegram]\ntoken_file = "t"\n[reports]\nfolder = "r"\npublic_folder = "p"\n[forms]\nfolder = "f"\n'
    found = installed(tmp_path / "config.toml", _config(tmp_path, content), "me")

    assert found.program.parent == Path(sys.prefix, "bin")
    assert {Path(sys.base_prefix), PROJECT, tmp_path / "f"} <= {*found.code, *_above(found.code)}
    assert (found.config, found.token) == (tmp_path / "config.toml", tmp_path / "t")
    assert found.database == tmp_path / "vaktlogg.db"
    assert found.folders == [tmp_path / "r", tmp_path / "p"]


def _above(code: object) -> set[Path]:
    """Return the project where it lies in the environment, which a wheel's does."""
    return {path for path in [PROJECT] if isinstance(code, list) and set(path.parents) & set(code)}


TOKEN = '[telegram]\ntoken = "1:x"\n'
OWNER = "[access]\nowners = [5]\n"


@pytest.mark.parametrize(
    ("content", "usual_is_there", "token"),
    [
        ("", True, True),
        (OWNER, False, True),
        ("", False, False),
        (TOKEN, True, False),
        (f"[desk]\n{OWNER}", False, False),
    ],
)
def test_without_a_file_the_token_lies_at_its_usual_place_unless_the_config_holds_it_or_the_desk_is_alone(
    tmp_path: Path, content: str, *, usual_is_there: bool, token: bool
) -> None:
    usual = tmp_path / "token"
    if usual_is_there:
        usual.touch()

    found = installed(tmp_path / "config.toml", _config(tmp_path, content), None, usual)

    assert found.token == (usual if token else None)


@pytest.mark.parametrize(
    ("content", "port", "stays_inside"),
    [
        ("", 8322, True),
        ('[desk]\naddress = "127.0.0.1:9000"\npublic_url = "https://desk.example.org"\n', 9000, True),
        ('[desk]\naddress = "0.0.0.0:9000"\npublic_url = "https://desk.example.org"\n', 9000, False),
        ('[clock]\nntp = "ntp.example.org"\n', 8322, False),
        ('[host]\nping_url = "https://example.org/x"\n', 8322, False),
        (TOKEN, None, False),
        (f"[desk]\n{TOKEN}", 8322, False),
    ],
)
def test_a_desk_alone_on_this_machine_speaks_to_nobody_else(
    tmp_path: Path, content: str, port: int | None, *, stays_inside: bool
) -> None:
    found = installed(tmp_path / "config.toml", _config(tmp_path, content), None, tmp_path / "none")

    assert (found.desk and found.desk.port, found.stays_inside) == (port, stays_inside)


def test_a_port_that_only_root_may_take_is_refused() -> None:
    section = DeskSection(address="0.0.0.0:443", public_url="https://desk.example.org")

    assert "kan ikke ta port 443" in _refusal(replace(USUAL, desk=section))


@pytest.mark.parametrize(
    ("database", "state", "outside"),
    [
        ("/var/lib/vaktlogg/vaktlogg.db", "/var/lib/vaktlogg", []),
        ("/var/lib/vaktlogg/a/b/vaktlogg.db", "/var/lib/vaktlogg", []),
        ("/var/lib/vaktlogg.db", None, ["/var/lib"]),
        ("/srv/vaktlogg/vaktlogg.db", None, ["/srv/vaktlogg"]),
    ],
)
def test_systemd_makes_the_databases_folder_in_var_lib(
    database: str, state: str | None, outside: list[str]
) -> None:
    installation = replace(USUAL, database=Path(database))

    assert installation.state == (state and Path(state))
    assert list(map(str, installation.outside)) == outside


def test_the_usual_one_can_be_a_service() -> None:
    USUAL.check()
    replace(USUAL, user="daemon", folders=[Path("/srv/reports")]).check()


def test_a_user_that_systemd_makes_writes_nowhere_else() -> None:
    said = _refusal(replace(USUAL, folders=[Path("/var/lib/vaktlogg/reports"), Path("/srv/reports")]))

    assert "/srv/reports ligger et annet sted" in said


@pytest.mark.parametrize(
    ("user", "said"), [("root", "bør kjøre som"), ("a b", "bør kjøre som"), ("no-such-user-x", "useradd --system")]
)
def test_a_user_that_it_cannot_or_should_not_run_as_is_refused(user: str, said: str) -> None:
    assert said in _refusal(replace(USUAL, user=user))


def test_a_program_that_is_not_there_is_refused() -> None:
    assert "installer Vaktlogg først" in _refusal(replace(USUAL, program=Path("/usr/bin/no-such-program")))


def test_code_that_others_cannot_read_is_refused_with_what_mends_it(tmp_path: Path) -> None:
    shut = tmp_path / "code"
    shut.mkdir(mode=0o700)

    within = shut / "forms"
    within.mkdir(mode=0o755)

    assert f"chmod -R go+rX {shut}" in _refusal(replace(USUAL, code=[shut]))
    assert "chmod go+x " in _refusal(replace(USUAL, code=[within]))
    assert f"chmod -R go+rX {shut / 'gone'}" in _refusal(replace(USUAL, code=[shut / "gone"]))


@pytest.mark.skipif(not Path("/root").exists() or os.geteuid() != 0, reason="needs to look into root's home")
def test_a_home_that_is_shut_is_no_hindrance_since_systemd_passes_by_it() -> None:
    home = Path("/root")
    shut = [place for place in home.iterdir() if place.is_dir() and place.stat().st_mode & 0o5 == 0o5]

    replace(USUAL, code=shut[:1]).check()
