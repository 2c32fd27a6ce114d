"""The inspector: every key of the format as a field."""
