"""The database: schema, opening, digests, integrity."""
