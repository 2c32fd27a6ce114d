"""What undo takes back beside edits of the map, and what it selects."""
