"""When a figure or an event was."""
