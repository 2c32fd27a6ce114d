"""A map said in DOT, the language of Graphviz: its cards, its arrows, and the whole graph."""
