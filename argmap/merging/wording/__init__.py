"""What changed, in words that a reader understands."""
