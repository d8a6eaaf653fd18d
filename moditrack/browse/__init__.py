"""The database in a web browser: Datasette with our metadata, questions and names."""
