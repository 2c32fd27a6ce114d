"""What changed: differences between maps as patches, and a document with its undo and redo."""
