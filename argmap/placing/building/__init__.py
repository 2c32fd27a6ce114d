"""Blocks: units placed with all that hangs from them, closed up by their outlines."""
