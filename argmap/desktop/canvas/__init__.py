"""The canvas: the Picture of the map, which can be moved about in, selected in and edited in."""
