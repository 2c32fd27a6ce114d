"""What `argmap diff` reads and writes: versions of a map, and reports of what differs."""
