"""What the pages of the inspector show, each a table of fields and lists."""
