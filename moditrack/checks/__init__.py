"""Recomputing what documents derive from their own figures."""
