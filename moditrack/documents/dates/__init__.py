"""Dates and periods as reports print them, and the days that they cover."""
