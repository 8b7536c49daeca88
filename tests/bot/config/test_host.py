"""The config's table about the machine."""

import pytest
from pydantic import ValidationError

from bot.config.host import HostSection


@pytest.mark.parametrize(
    "url", ["https://example.org/abc-123", "http://10.0.0.2:8000/x?y=z", "https://[::1]/a", None]
)
def test_an_address_to_ask_for_can_be_used(url: str | None) -> None:
    assert HostSection.model_validate({"ping_url": url}).ping_url == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org/abc",
        "ftp://example.org",
        "https://",
        "https://a b/",
        "https://a/\n",
        "https://[",
        "http://a:x/",
    ],
)
def test_what_leads_nowhere_is_refused(url: str) -> None:
    with pytest.raises(ValidationError, match="an address begins with"):
        HostSection.model_validate({"ping_url": url})
