"""From the map to the next picture: when one is asked for, what is held still, and what is new."""
