"""What mouse and keys mean on the canvas."""
