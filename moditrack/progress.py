"""How far long work is: what `cli/progress.py` shows."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called as work goes on, with how many are done and of how many."""
