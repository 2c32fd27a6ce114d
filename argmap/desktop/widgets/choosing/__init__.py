"""What one chooses from: boxes and menus."""
