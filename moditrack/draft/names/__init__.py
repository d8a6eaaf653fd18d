"""Names of agencies, operations and persons: known, introduced or only printed.

- agency_and_operation_names.py: kinds_of_names.py, long_forms.py
- body_names.py, new_names.py: what a report does not introduce
- persons.py
"""
