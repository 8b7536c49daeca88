"""What the library notes of requests that it cannot answer: never who has sent one, nor what stands in it."""

import logging

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

TROUBLES_OF_SENDERS = (HttpProcessingError, web.RequestPayloadError, ConnectionError)
"""What is raised for whatever is no request; anybody can send that, and as much of it as they like."""


def request_log() -> logging.Logger:
    """Return a log that leaves out what is no request, and of any other trouble from where it came."""
    log = logging.getLogger(__name__)
    log.addFilter(_without_sender)
    return log


def _without_sender(record: logging.LogRecord) -> bool:
    trouble = record.exc_info[1] if record.exc_info else None
    if trouble is None or isinstance(trouble, TROUBLES_OF_SENDERS):
        return False
    record.msg, record.args = "A request at the desk could not be answered: %s", (type(trouble).__name__,)
    return True
