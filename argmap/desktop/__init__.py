"""The window: what a user sees and does, on Qt."""
