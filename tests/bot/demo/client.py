"""The bot's end of the Bot API, as bare as it can be."""

from dataclasses import dataclass

import aiohttp

from bot.demo.telegram.contract import Json

TOKEN = "1:practice"


@dataclass(frozen=True)
class Client:
    """Calls methods with JSON and hands back what came, refused or not."""

    http: aiohttp.ClientSession
    token: str

    async def call(self, method: str, /, **parameters: object) -> Json:
        """Return the whole answer."""
        async with self.http.post(f"/bot{self.token}/{method}", json=parameters) as response:
            answer: Json = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    async def ask(self, method: str, /, **parameters: object) -> Json:
        """Return the result of a call that must not be refused."""
        answer = await self.call(method, **parameters)
        assert answer["ok"], answer
        result: Json = answer["result"]
        return result

    async def updates(self, **parameters: object) -> list[Json]:
        """Poll once and return what came."""
        answer = await self.call("getUpdates", **parameters)
        result: list[Json] = answer["result"]
        return result


def buttons(*rows: list[str]) -> Json:
    """Return an inline keyboard whose labels are their own data."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in row] for row in rows]}
