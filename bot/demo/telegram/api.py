"""The address a bot calls: a request is read, checked, carried out and answered; or trouble is made on purpose."""

import asyncio
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from inspect import isawaitable
from typing import Final

from aiohttp import web

from bot.demo.telegram.account import Account
from bot.demo.telegram.call import ATTACHED, Asked
from bot.demo.telegram.contract import Contract, Json
from bot.demo.telegram.faults import Fault, Faults, Trouble
from bot.demo.telegram.files import Upload
from bot.demo.telegram.methods import METHODS
from bot.demo.telegram.parameters import incoming
from bot.demo.telegram.refusals import RefusedError, bad_gateway, bad_request, too_many_requests, unauthorized

REMEMBERED: Final = 50_000


@dataclass(frozen=True, slots=True)
class Request:
    """One call a bot made: the method and its parameters as they were understood."""

    method: str
    parameters: Json


@dataclass(frozen=True, slots=True)
class Refused:
    """One call that was refused, and with which sentence."""

    method: str
    description: str


class BotApi:
    """The Bot API of one account, for whoever knows its token; remembers what it was asked and refused."""

    def __init__(self, account: Account, token: str) -> None:
        self.faults = Faults()
        self.requests: deque[Request] = deque(maxlen=REMEMBERED)
        self.refused: deque[Refused] = deque(maxlen=REMEMBERED)
        self._account = account
        self._token = token
        self._contract = Contract.published()

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call as the real one would; a refusal is an answer too."""
        method = request.match_info["method"]
        try:
            asked = await self._understand(method, request)
            return await self._carry_out(asked, request)
        except RefusedError as refusal:
            self.refused.append(Refused(method, refusal.description))
            return _refusal(refusal)

    async def _understand(self, method: str, request: web.Request) -> Asked:
        if request.match_info["token"] != self._token:
            raise unauthorized()
        came = await incoming(request)
        direct = {name: file for name, file in came.uploads.items() if self._contract.takes_file(method, name)}
        apart = {name: file for name, file in came.uploads.items() if name not in direct}
        _check_attached(apart, came.given)
        given = self._contract.read(method, {**came.given, **direct})
        self.requests.append(Request(method, given))
        return Asked(method, given, apart, self._contract.limits)

    async def _carry_out(self, asked: Asked, request: web.Request) -> web.Response:
        chat = self._account.where(asked.given)
        if slowness := self.faults.slowness(asked.method, chat):
            await asyncio.sleep(slowness)
        fault = self.faults.next(asked.method, chat)
        if fault:
            return await self._stumble(fault, asked, request)
        return _success(await self._result(asked))

    async def _result(self, asked: Asked) -> object:
        result = METHODS[asked.method](self._account, asked)
        return await result if isawaitable(result) else result

    async def _stumble(self, fault: Fault, asked: Asked, request: web.Request) -> web.Response:
        match fault.trouble:
            case Trouble.FLOOD:
                raise too_many_requests(fault.retry_after)
            case Trouble.BAD_GATEWAY:
                raise bad_gateway()
            case Trouble.RUBBISH:
                return web.Response(text="<html>not what you hoped for</html>", content_type="text/html")
            case Trouble.SILENCE:
                return await _never()
            case Trouble.LATE_ANSWER:
                await self._result(asked)
                return await _never()
            case Trouble.LOST_ANSWER:
                await self._result(asked)
                return _hang_up(request)


def _check_attached(apart: Mapping[str, Upload], given: Mapping[str, object]) -> None:
    meant = repr(list(given.values()))
    for name in apart:
        if f"{ATTACHED}{name}" not in meant:
            raise bad_request(f'the file "{name}" is attached to nothing')


def _success(result: object) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, "result": result}), content_type="application/json")


def _refusal(refusal: RefusedError) -> web.Response:
    body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.Response(status=refusal.code, text=json.dumps(body), content_type="application/json")


async def _never() -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError("nobody sets this event")


def _hang_up(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
