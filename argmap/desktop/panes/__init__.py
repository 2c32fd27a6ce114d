"""The panes around the map: docks with what is in them, and how wide they are."""
