"""Records: their columns, and how they are read and checked."""
