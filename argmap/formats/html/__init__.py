"""One HTML file that a browser opens from disk: the picture, and every card with all it holds."""
