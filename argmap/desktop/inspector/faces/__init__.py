"""The faces of the inspector, each a table of its fields and lists."""
