"""The text of a map as somebody writes it: what an editor of it wants to know and to do."""
