"""Documents into passages and quantities."""
