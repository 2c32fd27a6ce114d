"""argmap: argument maps as values, as YAML files and as pictures."""

__version__ = "0.1.0"
