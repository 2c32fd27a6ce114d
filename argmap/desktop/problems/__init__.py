"""The problems pane: what is wrong with the map, and where."""
