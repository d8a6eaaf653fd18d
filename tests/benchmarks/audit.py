"""How long `moditrack audit` takes for a long text, as it grows, and for a folder of reports.

    python tests/benchmarks/audit.py [--words 50000] [--reports 1000] [--runs 3] [--work DIR]

Processor time and the peak of memory, of whole processes; wall time for the folder.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

WORDS = (  # noqa: SIM905
    "the harbour police and their partners met to discuss how ships crews and visitors are searched"
    " at the quays where officers of the border bureau work with the fire brigade in all weathers"
).split()
"""What its sentences without numbers are made of."""
PAGE = 500
"""So many words are a page."""


def main() -> None:
    """Measure, and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", default="")
    given = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores; load {load:.1f} at the start")
    with tempfile.TemporaryDirectory(dir=given.work or None) as work:
        _text(Path(work), given.words, given.runs)
        _folder(Path(work) / "reports", given.reports)


def _text(work: Path, words: int, times_run: int) -> None:
    before = 0.0
    print(f"{'words':>8}  {'seconds':>7}  {'ratio':>5}  {'MiB':>4}")
    for times in (1, 2, 4):
        path = work / f"{times}.txt"
        path.write_text(report(times * words, random.Random(times)), "utf-8")
        runs = [_run("audit", str(path), "--all", "--jsonl") for _ in range(times_run)]
        seconds = min(cpu for _, cpu, _ in runs)
        ratio = f"{seconds / before:.2f}" if before else ""
        print(f"{times * words:8,}  {seconds:7.2f}  {ratio:>5}  {max(m for *_, m in runs):4.0f}")
        before = seconds


def _folder(folder: Path, number: int) -> None:
    folder.mkdir()
    for each in range(number):
        (folder / f"{each:05}.txt").write_text(report(4 * PAGE, random.Random(each)), "utf-8")
    output = str(folder.parent / "found.jsonl")
    wall, cpu, memory = _run("audit", str(folder), "--all", "--output", output)
    with Path(output).open(encoding="utf-8") as lines:
        rows = sum(1 for _ in lines)
    print(
        f"{number:,} reports of 4 pages: {wall:.1f} s, {number / wall:.1f} a second, {cpu:.1f} s of"
        f" processor time, {memory:.0f} MiB in the largest process, {rows:,} derived numbers"
    )


def report(words: int, chance: random.Random) -> str:
    """A report of about so many words, of which one paragraph in three has derived numbers."""
    paragraphs: list[str] = []
    length = 0
    while length < words:
        number = len(paragraphs) + 1
        if number % 20 == 0:
            text = _table(chance)
        elif number % 3 == 0:
            text = _claims(chance)
        else:
            text = " ".join(_plain(chance) for _ in range(4))
        paragraphs.append(f"{number}. {text}")
        length += len(text.split())
    return "Harbour Police: review\n\n" + "\n\n".join(paragraphs) + "\n"


def _plain(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(10, 24))).capitalize() + "."


def _claims(chance: random.Random) -> str:
    whole = chance.randint(50, 5_000)
    part = chance.randint(5, whole)
    now = chance.randint(50, 5_000)
    change = round(100 * (now - whole) / whole)
    way = "an increase" if now > whole else "a fall"
    return (
        f"{_plain(chance)} Of the {whole:,} searches, {part:,} ({round(100 * part / whole)}%) were"
        f" of ships. {_plain(chance)} Searches went from {whole:,} to {now:,}, {way} of"
        f" {abs(change)}%. There were {part:,} arrests and {now:,} charges, a total of"
        f" {part + now:,}."
    )


def _table(chance: random.Random) -> str:
    rows = [[chance.randint(1, 900) for _ in range(3)] for _ in range(5)]
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(column) for column in zip(*full, strict=True)])
    names = ["North", "South", "East", "West", "Centre", "Total"]
    lines = ["Quay\t2021\t2022\t2023\tTotal"]
    lines += ["\t".join([name, *map(str, row)]) for name, row in zip(names, full, strict=True)]
    return "The searches of each quay:\n\n" + "\n".join(lines)


def _run(*words: str) -> tuple[float, float, float]:
    """Wall time, processor time (with that of its own processes) and MiB at the peak."""
    nothing = os.open(os.devnull, os.O_RDWR)
    before = time.perf_counter()
    pid = os.posix_spawn(
        sys.executable, [sys.executable, "-m", "moditrack", *words], os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, nothing, number) for number in (0, 1)],
    )  # fmt: skip
    os.close(nothing)
    _, status, used = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"moditrack {' '.join(words)} failed")
    return time.perf_counter() - before, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
