"""Definitions, and what a report refers to."""
