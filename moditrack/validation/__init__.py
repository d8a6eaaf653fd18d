"""Records: columns, reading, and what rows say together."""
