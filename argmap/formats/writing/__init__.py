"""What several writers share: the lines of a tree, boxes and edges, the drawn picture."""
