"""moditrack browse over HTTP: whom it answers, what it refuses, and what happens meanwhile."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.conftest import ROOT
from tests.processor_time import taken, taken_to_end

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
SLOW = f"/moditrack.json?sql={quote(ENDLESS)}"


def started() -> tuple[subprocess.Popen[str], int]:
    process = subprocess.Popen(
        [sys.executable, "-m", "moditrack", "browse", "--port", "0", "--no-open"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    return process, int(process.stdout.readline().strip().rstrip("/").rpartition(":")[2])


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[subprocess.Popen[str], int]]:
    process, port = started()
    yield process, port
    process.terminate()
    process.communicate(timeout=30)


@pytest.fixture(scope="module")
def port(server: tuple[subprocess.Popen[str], int]) -> int:
    return server[1]


def asked(port: int, path: str, method: str = "GET", *hosts: str) -> tuple[int, str]:
    """The status and text of an answer to a request as it is written here."""
    named = "".join(f"Host: {host}\r\n" for host in hosts or [f"127.0.0.1:{port}"])
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(f"{method} {path} HTTP/1.1\r\n{named}Connection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, text = answer.decode().partition("\r\n\r\n")
    return int(head.split()[1]), text


def test_this_machine_by_its_own_names(port: int) -> None:
    for name in (f"127.0.0.1:{port}", f"localhost:{port}", f"LocalHost:{port}", f"[::1]:{port}"):
        status, text = asked(port, "/moditrack/strand.json", "GET", name)
        assert (status, '"rows"' in text) == (200, True), name


@pytest.mark.parametrize(
    "hosts",
    [
        ["evil.example:{port}"], ["evil.example"], ["127.0.0.1"], ["127.0.0.1:1"], ["localhost"],
        ["localhost.evil.example:{port}"], ["127.0.0.1:{port}.evil.example"], ["0.0.0.0:{port}"],
        ["evil.example@127.0.0.1:{port}"], ["192.168.0.1:{port}"],
    ],
    ids=str,
)  # fmt: skip
def test_any_other_name_is_refused(port: int, hosts: list[str]) -> None:
    status, text = asked(port, "/", "GET", *(host.format(port=port) for host in hosts))
    assert status == 400
    assert text == f"400 Bad Request\nOnly http://127.0.0.1:{port}/ is answered here: open that.\n"


def test_two_names_or_none(port: int) -> None:
    assert asked(port, "/", "GET", f"127.0.0.1:{port}", "evil.example")[0] == 400
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert b" 400 " in connection.recv(65536)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "XYZ"])
def test_what_is_no_reading_is_not_allowed(port: int, method: str) -> None:
    for path in ("/", "/moditrack", "/moditrack/outcomes", "/nosuch", "/-/messages"):
        assert asked(port, path, method) == (
            405, "405 Method Not Allowed\nNothing can be written here: use GET.\n",
        )  # fmt: skip
    assert asked(port, "/moditrack/strand", "HEAD") == (200, "")


@pytest.mark.parametrize(
    "path",
    [
        "///x", "/moditrack/..", "/../etc/passwd", "/%00", "/%ff", "/moditrack/%00", "/~", "/-/x",
        "/moditrack.csv", "/moditrack/nosuch", "/nosuch", "/nosuch/x/y/z", "/" + "a" * 5000,
        "/-/static/..", "/-/static-plugins/x/y", "/moditrack/figure/x/y", "/moditrack/figure/~zz",
        "/moditrack/figure?_sort=zzz", "/moditrack/figure?_sort=value&_sort_desc=value",
        "/moditrack/figure?_through=zzz", "/moditrack/figure?_through={}",
        "/moditrack/figure?_timelimit=abc", "/moditrack?sql=select+1&_timelimit=abc",
        "/moditrack/figure?value__in=[", "/moditrack/responsibility_level/x",
        "/moditrack/outcome?_next=zzz", "/moditrack?sql=zzz", "/moditrack?sql=select+%00",
    ],
)  # fmt: skip
def test_odd_paths(port: int, path: str) -> None:
    status, text = asked(port, path)
    assert status in (200, 302, 400, 403, 404)
    assert "Traceback" not in text


def test_a_slow_question_holds_up_no_other(port: int) -> None:
    slow: list[tuple[int, str]] = []
    thread = threading.Thread(target=lambda: slow.append(asked(port, SLOW)))
    thread.start()
    quick = 0
    time.sleep(0.2)
    while thread.is_alive():
        assert asked(port, "/moditrack/strand.json")[0] == 200
        quick += not slow
    thread.join()
    assert slow[0][0] == 400
    assert "SQL query took too long" in slow[0][1]
    assert quick > 1


def test_an_address_of_another_server_is_refused(port: int) -> None:
    assert asked(port, "http://evil.example/")[0] == 400
    assert asked(port, "/moditrack/strand.json")[0] == 200


@pytest.mark.parametrize(
    "slow",
    [
        # Each row takes a step that is long, and 1,000 steps are more than all rows.
        "select sum(instr(replace(hex(zeroblob(49000 + rowid % 2)), '0', 'a'),"
        " replace(hex(zeroblob(24000)), '0', 'a') || 'b')) from passage",
        "select sum(length(name_key(hex(zeroblob(49000 + a.rowid % 2))))) from figure a, figure b",
    ],
)
def test_a_question_is_interrupted_between_its_rows(
    server: tuple[subprocess.Popen[str], int], slow: str
) -> None:
    process, port = server
    before = taken(process.pid)
    status, text = asked(port, f"/moditrack.json?sql={quote(slow)}")
    assert (status, "SQL query took too long" in text) == (400, True)
    assert taken(process.pid) - before < 3  # two seconds and a row


def test_a_value_is_not_longer_than_100_000(port: int) -> None:
    for half, status in ((49_000, 200), (51_000, 400)):
        path = f"/moditrack.json?sql={quote(f'select length(hex(zeroblob({half}))) as n')}"
        assert asked(port, path)[0] == status


def test_ctrl_c_ends_it_while_questions_are_asked() -> None:
    process, port = started()
    assert asked(port, "/moditrack/strand.json")[0] == 200

    def ask() -> None:
        with contextlib.suppress(OSError, IndexError):  # no answer comes
            asked(port, SLOW)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    seconds, (code, _, err) = taken_to_end(process, signal.SIGINT)
    for thread in threads:
        thread.join()
    assert (code, err) == (0, "")
    assert seconds < 1  # two threads would go on for two seconds each
