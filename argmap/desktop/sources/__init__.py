"""The pane of sources: their texts beside the map, with all that is cited from them."""
