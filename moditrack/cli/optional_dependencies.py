"""Optional dependencies."""

from __future__ import annotations

import importlib.util

import click


def need(extra: str, *modules: str) -> None:
    """Raise ClickException that says what to install if a module of an extra is missing."""
    if any(importlib.util.find_spec(module) is None for module in modules):
        raise click.ClickException(
            f"This needs more than the base install: pip install 'moditrack[{extra}]'"
            " and run it again."
        )
