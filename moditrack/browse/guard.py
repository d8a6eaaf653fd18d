"""What is asked before Datasette: this machine by its own names, to read and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_METHODS = ("GET", "HEAD")
_PORT = 80
"""The port that browsers leave out."""

App = Callable[[Any, Any, Any], Awaitable[None]]


def guarded(app: App, port: int) -> App:
    """The application, for requests to this machine by its own names: a page of another site, whose
    name has been made to lead here, gets no answer. What is no GET is refused, and what Datasette
    fails at is no page."""
    hosts = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == _PORT else set())

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        asked = [
            value.decode("latin-1").lower() for key, value in scope["headers"] if key == b"host"
        ]
        if len(asked) != 1 or asked[0] not in hosts:
            await _say(send, 400, f"Only http://{_NAMES[0]}:{port}/ is answered here: open that.")
        elif scope["method"] not in _METHODS:
            await _say(send, 405, "Nothing can be written here: use GET.")
        else:
            await _passed(app, scope, receive, send)

    return answer


async def _passed(app: App, scope: Any, receive: Any, send: Any) -> None:
    """Hand a request on. A path that Datasette cannot take apart is no page of it."""
    begun = failed = False

    async def watched(message: Any) -> None:
        nonlocal begun, failed
        if message["type"] == "http.response.start":
            begun = True
            failed = message["status"] == HTTPStatus.INTERNAL_SERVER_ERROR
        if failed:
            return
        if scope["method"] == "HEAD" and message["type"] == "http.response.body":
            message = message | {"body": b""}
        await send(message)

    try:
        await app(scope | {"method": "GET"}, receive, watched)
    except Exception:
        failed = failed or not begun
        if not failed:
            raise
    if failed:
        await _say(send, 404, "This address cannot be answered: start at the first page.")


async def _say(send: Any, status: int, sentence: str) -> None:
    body = f"{status} {HTTPStatus(status).phrase}\n{sentence}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
    ]
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", ", ".join(_METHODS).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
