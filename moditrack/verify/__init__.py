"""Records held against documents."""
