"""What happened, and what somebody says that they will do."""
