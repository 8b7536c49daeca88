"""The HTTP end of the pretend Bot API: a call is read, checked, carried out and answered, or made to fail."""

import asyncio
import json
from collections import deque
from inspect import isawaitable
from typing import Final

from aiohttp import web

from bot.demo.telegram.account import Account
from bot.demo.telegram.call import ATTACHED, ApiCall, read_request
from bot.demo.telegram.contract import Contract
from bot.demo.telegram.faults import InjectedFault, InjectedFaults, Trouble
from bot.demo.telegram.files import Upload
from bot.demo.telegram.methods import METHODS
from bot.demo.telegram.refusals import RefusedError, bad_request, too_many_requests
from bot.demo.telegram.updates import TERMINATED

REMEMBERED: Final = 50_000
PAGE: Final = "<html>not what you hoped for</html>"
REFUSALS: Final = {
    Trouble.INTERNAL_ERROR: (500, "Internal Server Error"),
    Trouble.BAD_GATEWAY: (502, "Bad Gateway"),
    Trouble.UNAUTHORIZED: (401, "Unauthorized"),
    Trouble.NOT_FOUND: (404, "Not Found"),
    Trouble.CONFLICT: (409, f"Conflict: {TERMINATED}"),
}


class BotApi:
    """The Bot API of one account; it remembers the calls it received, and the refusals in words."""

    def __init__(self, account: Account, token: str) -> None:
        self.faults = InjectedFaults()
        self.requests: deque[ApiCall] = deque(maxlen=REMEMBERED)
        self.refused: deque[str] = deque(maxlen=REMEMBERED)
        self._account = account
        self._token = token
        self._contract = Contract.published()

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call, with its result or a refusal."""
        method = request.match_info["method"]
        try:
            return await self._carry_out(await self._read(method, request), request)
        except RefusedError as refusal:
            self.refused.append(f"{method}: {refusal.description}")
            return _refusal(refusal)

    async def _read(self, method: str, request: web.Request) -> ApiCall:
        if request.match_info["token"] != self._token:
            raise RefusedError(401, "Unauthorized")
        given = await read_request(request)
        files = {name: value for name, value in given.items() if isinstance(value, Upload)}
        attached = {name: file for name, file in files.items() if not self._contract.takes_file(method, name)}
        parameters = {name: value for name, value in given.items() if name not in attached}
        meant = repr(list(parameters.values()))
        for name in attached:
            if f"{ATTACHED}{name}" not in meant:
                raise bad_request(f'the file "{name}" is attached to nothing')
        call = ApiCall(method, self._contract.read(method, parameters), attached, self._contract.limits)
        self.requests.append(call)
        return call

    async def _carry_out(self, call: ApiCall, request: web.Request) -> web.Response:
        chat = self._account.chat_named_in(call.parameters)
        if slowness := self.faults.slowness(call.method, chat):
            await asyncio.sleep(slowness)
        if fault := self.faults.next(call.method, chat):
            return await self._fail(fault, call, request)
        return web.json_response({"ok": True, "result": await self._result(call)})

    async def _result(self, call: ApiCall) -> object:
        result = METHODS[call.method](self._account, call)
        return await result if isawaitable(result) else result

    async def _fail(self, fault: InjectedFault, call: ApiCall, request: web.Request) -> web.Response:
        if fault.trouble in REFUSALS:
            raise RefusedError(*REFUSALS[fault.trouble])
        match fault.trouble:
            case Trouble.FLOOD:
                raise too_many_requests(fault.retry_after)
            case Trouble.GATEWAY_PAGE:
                return web.Response(status=502, text=PAGE, content_type="text/html")
            case Trouble.RUBBISH:
                return web.Response(text=PAGE, content_type="text/html")
            case Trouble.HALF_ANSWER:
                # Without spaces, as Telegram writes it: what begins with `{"ok":true,` looks whole at a glance.
                whole = json.dumps({"ok": True, "result": await self._result(call)}, separators=(",", ":"))
                return web.Response(text=whole[: max(len(whole) // 2, 12)], content_type="application/json")
            case Trouble.LATE_ANSWER:
                await self._result(call)
                return await _never()
            case Trouble.LOST_ANSWER:
                await self._result(call)
                return _drop_connection(request)
        return await _never()


def _refusal(refusal: RefusedError) -> web.Response:
    body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.code)


async def _never() -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError("nobody sets this event")


def _drop_connection(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
