"""What is said of a map on standard error, once its file is imported."""

from pathlib import Path

from tests.bot.console import vaktlogg

MAP = """
unasked = "ignore"
skip = { note = ["test"] }
[occurred_at]
columns = ["day"]
formats = ["%d.%m.%Y"]
[question.caller]
column = "who"
values = { "K" = "woman" }
others = "man"
[question.agency]
column = "office"
values = { "NAV" = "nav", "" = "not asked" }
"""
ROWS = "day,who,office,note\n14.07.2016,K,NAV,\n14.07.2016,Ola,,\n14.07.2016,K,,test\n"


def test_what_a_map_did_besides_renaming_is_said_beside_the_result(new_folder: Path) -> None:
    (new_folder / "map.toml").write_text(MAP, encoding="utf-8")
    (new_folder / "calls.csv").write_text(ROWS, encoding="utf-8")

    imported = vaktlogg(new_folder, "import", "calls.csv", "--map", "map.toml")

    assert imported.stdout.startswith("2 nye registreringer; 0 kjent fra før.")
    assert imported.stderr.splitlines() == [
        "1 rad er utelatt, slik kartet sier under `skip`:",
        "note: «test» (1)",
        "1 svar er utelatt, fordi skjemaet ikke spør om det når de andre svarene i raden er som de er:",
        "office: 1",
        "1 celle har en tekst som kartet ikke nevner, og regnes som `others`:",
        "who: «Ola» (1)",
    ]


def test_of_a_file_that_is_refused_only_the_faults_are_said(new_folder: Path) -> None:
    (new_folder / "map.toml").write_text(MAP, encoding="utf-8")
    (new_folder / "calls.csv").write_text(ROWS + "soon,K,,\n", encoding="utf-8")

    refused = vaktlogg(new_folder, "import", "calls.csv", "--map", "map.toml")

    assert refused.returncode == 1
    assert "linje 5: day: «soon» er ikke skrevet som" in refused.stderr
    assert "utelatt" not in refused.stderr
