"""The pane of what stands and why, what if, and viewpoints side by side."""
