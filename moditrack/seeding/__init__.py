"""From records to the database: reading, validating, building; and documents to passages."""
