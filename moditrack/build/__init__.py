"""Records into the database, under a lock."""
