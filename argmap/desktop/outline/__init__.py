"""The outline: the map as a tree of rows."""
