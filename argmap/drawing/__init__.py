"""How a map looks: map and theme become DOT, Graphviz lays it out, and a Picture comes back."""
