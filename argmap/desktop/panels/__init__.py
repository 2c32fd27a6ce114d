"""The panels around the canvas: other views of the map that the session is about."""
