"""Refuse each web request that is not addressed to this machine or does more than read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_METHODS = ("GET", "HEAD")
_PORT = 80
"""The port that browsers leave out of the Host header."""

App = Callable[[Any, Any, Any], Awaitable[None]]


def guarded(app: App, port: int) -> App:
    """The application, for requests that only read and whose Host header names this machine.

    A page of another site, whose name has been made to resolve to this machine (DNS rebinding),
    gets no answer. An internal error of Datasette becomes a 404.
    """
    hosts = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == _PORT else set())

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        requested = [
            value.decode("latin-1").lower() for key, value in scope["headers"] if key == b"host"
        ]
        if len(requested) != 1 or requested[0] not in hosts:
            await _respond(
                send, 400, f"Only http://{_NAMES[0]}:{port}/ is answered here: open that."
            )
        elif not scope["path"].startswith("/"):
            await _respond(send, 400, "Only paths of this server are answered: begin with /.")
        elif scope["method"] not in _METHODS:
            await _respond(send, 405, "Nothing can be written here: use GET.")
        else:
            await _forward(app, scope, receive, send)

    return answer


async def _forward(app: App, scope: Any, receive: Any, send: Any) -> None:
    """Forward a request; where Datasette fails, as at a path that it cannot parse, answer 404."""
    started = failed = False

    async def checked_send(message: Any) -> None:
        nonlocal started, failed
        if message["type"] == "http.response.start":
            started = True
            failed = message["status"] == HTTPStatus.INTERNAL_SERVER_ERROR
        if failed:
            return
        if scope["method"] == "HEAD" and message["type"] == "http.response.body":
            message = message | {"body": b""}
        await send(message)

    try:
        await app(scope | {"method": "GET"}, receive, checked_send)
    except Exception:
        failed = failed or not started
        if not failed:
            raise
    if failed:
        await _respond(send, 404, "This address cannot be answered: start at the first page.")


async def _respond(send: Any, status: int, sentence: str) -> None:
    body = f"{status} {HTTPStatus(status).phrase}\n{sentence}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
    ]
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", ", ".join(_METHODS).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
