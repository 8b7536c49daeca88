import aiohttp
import pytest

from bot.demo.page import SCRIPTS
from bot.demo.page_words import IN_PAGE, IN_SCRIPT, told
from reports.words.language import Code, Language


@pytest.mark.parametrize(("code", "title"), [("nb", "øvingsbord"), ("nn", "øvingsbord"), ("en", "practice desk")])
def test_the_words_are_in_the_language(code: Code, title: str) -> None:
    assert told(IN_PAGE, Language(code))["title"] == title


async def test_every_word_has_its_place_in_the_page(http: aiohttp.ClientSession) -> None:
    page = await (await http.get("/")).text()
    said = "".join([await (await http.get(f"/{name}")).text() for name in SCRIPTS])

    assert "$" not in page
    assert '<html lang="nb-NO">' in page
    assert [word for word in told(IN_SCRIPT, Language("nb")).values() if word not in page] == []
    assert [place for place in IN_SCRIPT if place[:4] != "step" and f'"{place}"' not in said] == []
