"""The pane of the text: the file as it would be saved now, beside the map."""
