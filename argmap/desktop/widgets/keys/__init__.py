"""What keys do in any window: how long they are held, and Enter on buttons."""
