"""Names of agencies, operations and persons."""
