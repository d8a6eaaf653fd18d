"""Figures and claims of a report, and numbers that are none."""
