"""Graphviz at work: running it, and reading the drawing operations that it answers with."""
