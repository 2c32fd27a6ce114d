"""YAML as a text: its nodes and where they stand, its lines, and values written as YAML.

Nothing in here knows what the nodes mean in a map.
"""
